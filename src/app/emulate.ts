import { randomBytes } from "node:crypto";
import type { Practice } from "../core/practice/practice.ts";
import type { Recognizer } from "../ports/recognizer.ts";
import type { Telemetry } from "../ports/telemetry.ts";
import { startDeepgram } from "../sim/emulators/deepgram.ts";
import { findsFacts } from "../sim/emulators/finds-facts.ts";
import { startOpenAiCompatible } from "../sim/emulators/openai-compatible.ts";
import { overhearingEars } from "../sim/emulators/overhearing-ears.ts";
import { startSmtp } from "../sim/emulators/smtp.ts";
import { startTwilio } from "../sim/emulators/twilio/twilio.ts";
import { type Delivered, startUsps } from "../sim/emulators/usps.ts";
import { startVpic } from "../sim/emulators/vpic.ts";
import { areaHints } from "../speech/area-hints.ts";
import { openEmbeddedRecognizer } from "../speech/embedded-recognizer.ts";
import { openEmbeddedSynthesizer } from "../speech/embedded-synthesizer.ts";
import { openTelemetry } from "../telemetry/telemetry.ts";

type Environment = Readonly<Record<string, string | undefined>>;

export interface Emulated extends AsyncDisposable {
  /** The environment, with what leads to the emulated services. */
  readonly environment: Environment;
  /** Which they are, as people know them. */
  readonly names: readonly string[];
  /** For the emulated ears, which must know what a caller was asked. */
  hearing(recognizer: Recognizer): Recognizer;
}

interface Parts {
  /** Services that it sets itself are not emulated. */
  readonly environment: Environment;
  readonly practices: readonly Practice[];
}

interface Emulator {
  readonly name: string;
  /** The settings that have a real service used. */
  readonly unless: readonly string[];
  start(opened: AsyncDisposableStack): Promise<Record<string, string>>;
}

/** Delays of services as they are measured over the network. */
const delays = { wordsMs: 250, firstSoundMs: 150, firstTokenMs: 400 } as const;

/** Starts a server on this machine for each outside service that the environment does not set. */
export async function openEmulated(parts: Parts): Promise<Emulated> {
  await using opened = new AsyncDisposableStack();
  const { practices } = parts;
  const telemetry = opened.adopt(openTelemetry({ level: "error" }), (one) => one.close());
  const ears = opened.adopt(
    await openEmbeddedRecognizer({ workers: 1, telemetry, hints: areaHints(practices) }),
    (one) => one.close(),
  );
  const { hear, overhear } = overhearingEars(ears);
  const wanted = [speechOf(hear, telemetry), languageModel, telephoneOf(practices), ...offices(practices)];
  const missing = wanted.filter(({ unless }) => unless.every((name) => !parts.environment[name]));
  const environment: Record<string, string | undefined> = { ...parts.environment };
  for (const emulator of missing) Object.assign(environment, await emulator.start(opened));
  const all = opened.move();
  return {
    environment,
    names: missing.map(({ name }) => name),
    hearing: overhear,
    [Symbol.asyncDispose]: () => all.disposeAsync(),
  };
}

function speechOf(hear: (sound: Uint8Array) => Promise<string>, telemetry: Telemetry): Emulator {
  return {
    name: "Deepgram",
    unless: ["DEEPGRAM_API_KEY"],
    async start(opened) {
      const voice = opened.adopt(await openEmbeddedSynthesizer({ log: telemetry.log }), (one) => one.close());
      const key = newSecret();
      const { address } = opened.use(await startDeepgram({ key, hear, voice, delays }));
      return { DEEPGRAM_API_KEY: key, DEEPGRAM_URL: address };
    },
  };
}

const languageModel: Emulator = {
  name: "a language model",
  unless: ["LLM_API_KEY", "LLM_URL"],
  async start(opened) {
    const { firstTokenMs } = delays;
    const { address } = opened.use(await startOpenAiCompatible({ behaviour: findsFacts, firstTokenMs }));
    return { LLM_URL: address, LLM_MODEL: "emulated" };
  },
};

function telephoneOf(practices: readonly Practice[]): Emulator {
  return {
    name: "Twilio",
    unless: ["TWILIO_AUTH_TOKEN"],
    async start(opened) {
      const [accountSid, authToken] = [`AC${randomBytes(16).toString("hex")}`, newSecret()];
      const numbers = practices.flatMap((practice) => practice.numbers);
      const { address } = opened.use(await startTwilio({ accountSid, authToken, numbers }));
      return { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken, TWILIO_URL: address };
    },
  };
}

function offices(practices: readonly Practice[]): readonly Emulator[] {
  return [
    {
      name: "USPS",
      unless: ["USPS_CLIENT_SECRET"],
      async start(opened) {
        const client = { clientId: "emulated", clientSecret: newSecret() };
        const { address } = opened.use(await startUsps({ ...client, delivered: practices.flatMap(townOf) }));
        const { clientId, clientSecret } = client;
        return { USPS_CLIENT_ID: clientId, USPS_CLIENT_SECRET: clientSecret, USPS_URL: address };
      },
    },
    {
      name: "vPIC",
      unless: ["VIN_DECODER_URL"],
      async start(opened) {
        const known = { "1HGCM82633A004352": { Make: "HONDA", Model: "Accord", ModelYear: "2003" } };
        return { VIN_DECODER_URL: opened.use(await startVpic(known)).address };
      },
    },
    {
      name: "a mail server",
      unless: ["SMTP_URL"],
      start: async (opened) => ({ SMTP_URL: opened.use(await startSmtp()).url }),
    },
  ];
}

const HOUSES = 999;

/** Every house of the practice's streets exists in its town. */
function townOf({ area: { state, cities, streets } }: Practice): readonly Delivered[] {
  const city = (cities[0] ?? "").toUpperCase();
  const rest = { units: [], city, state, ZIPCode: "97205", ZIPPlus4: "1234" };
  return streets.flatMap((street) =>
    Array.from({ length: HOUSES }, (_, index) => ({ ...rest, streetAddress: `${index + 1} ${street}` })),
  );
}

function newSecret(): string {
  return randomBytes(16).toString("hex");
}
