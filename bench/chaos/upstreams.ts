import { startDeepgram } from "../../src/sim/emulators/deepgram.ts";
import { type Fault, requestFaults } from "../../src/sim/emulators/faults.ts";
import { findsFacts } from "../../src/sim/emulators/finds-facts.ts";
import { startOpenAiCompatible } from "../../src/sim/emulators/openai-compatible.ts";
import { startUsps } from "../../src/sim/emulators/usps.ts";
import { startVpic } from "../../src/sim/emulators/vpic.ts";
import { toneSynthesizer } from "../../src/speech/tone-synthesizer.ts";
import { books, newCarByVin, wandersOff } from "./callers.ts";
import type { OpenUpstream, Upstream } from "./cell.ts";
import type { TaggedSpeech } from "./tagged-speech.ts";

const answerFaults: readonly Fault[] = [...requestFaults(30), { slowMs: 3_000 }];

/** Everything that can be done to a service that keeps a stream open. */
const streamFaults: readonly Fault[] = [...answerFaults, "duplicate", "outOfOrder"];

/** A key of nobody's. */
const KEY = "not-a-real-key";
/** The service's usual pace. */
const delays = { wordsMs: 250, firstSoundMs: 150 };

export const upstreams: readonly Upstream[] = [
  {
    name: "deepgram-listen",
    faults: streamFaults,
    caller: books,
    middle: "ask:name",
    open: (speech) => openDeepgram(speech, "listen", { VOICE: "embedded" }),
  },
  {
    name: "deepgram-flux",
    faults: streamFaults,
    caller: books,
    middle: "ask:name",
    open: (speech) => openDeepgram(speech, "flux", { VOICE: "embedded", DEEPGRAM_MODEL: "flux-general-en" }),
  },
  {
    name: "deepgram-speak",
    faults: streamFaults,
    caller: books,
    middle: "ask:name",
    open: (speech) => openDeepgram(speech, "speak", { RECOGNIZER: "embedded" }),
  },
  {
    name: "language-model",
    faults: streamFaults,
    caller: wandersOff,
    middle: "ask:name",
    open: openModel,
  },
  { name: "usps", faults: answerFaults, caller: books, middle: "ask:name", open: openUsps },
  { name: "vpic", faults: answerFaults, caller: newCarByVin, middle: "ask:vehicle", open: openVpic },
];

async function openDeepgram(
  speech: TaggedSpeech,
  route: "listen" | "flux" | "speak",
  settings: Readonly<Record<string, string>>,
): Promise<OpenUpstream> {
  const voice = toneSynthesizer({ msPerCharacter: 2 });
  const hear = async (sound: Uint8Array) => speech.wordsIn(sound);
  const emulator = await startDeepgram({ key: KEY, hear, voice, delays });
  return {
    settings: { DEEPGRAM_API_KEY: KEY, DEEPGRAM_URL: emulator.address, ...settings },
    setFault: (fault) => emulator[route].setFault(fault),
    sockets: emulator.sockets,
    [Symbol.asyncDispose]: () => emulator[Symbol.asyncDispose](),
  };
}

async function openUsps(): Promise<OpenUpstream> {
  const emulator = await startUsps({ clientId: "frontdesk", clientSecret: KEY, delivered: [] });
  return {
    settings: { USPS_CLIENT_ID: "frontdesk", USPS_CLIENT_SECRET: KEY, USPS_URL: emulator.address },
    setFault: emulator.setFault,
    sockets: emulator.sockets,
    [Symbol.asyncDispose]: () => emulator[Symbol.asyncDispose](),
  };
}

async function openModel(): Promise<OpenUpstream> {
  const emulator = await startOpenAiCompatible({ behaviour: findsFacts, firstTokenMs: 400 });
  return {
    settings: { LLM_URL: emulator.address, LLM_MODEL: "example" },
    setFault: emulator.setFault,
    sockets: emulator.sockets,
    [Symbol.asyncDispose]: () => emulator[Symbol.asyncDispose](),
  };
}

async function openVpic(): Promise<OpenUpstream> {
  const emulator = await startVpic({
    "1HGCM82633A004352": { Make: "HONDA", Model: "Accord", ModelYear: "2003" },
  });
  return {
    settings: { VIN_DECODER_URL: emulator.address },
    setFault: emulator.setFault,
    sockets: emulator.sockets,
    [Symbol.asyncDispose]: () => emulator[Symbol.asyncDispose](),
  };
}
