// Goal: what works is told from what does not, and what does not comes with the right mend. Method: the real checks against
// servers that answer as the services do.
import { afterEach, expect, test } from "vitest";
import { openUpstream } from "../../partners/http/upstream.ts";
import { usualLimits } from "../../partners/resilience/resilience.ts";
import { countingTelemetry } from "../../ports/testing/counting-telemetry.ts";
import { pacedClock } from "../../ports/testing/paced-clock.ts";
import { startElevenLabs } from "../../sim/emulators/elevenlabs.ts";
import type { EmulatedAnswer, Fault } from "../../sim/emulators/faults.ts";
import { type EmulatedRequest, startHttpEmulator } from "../../sim/emulators/http-emulator.ts";
import { startOpenAiAudio } from "../../sim/emulators/openai-audio.ts";
import { startSmtp } from "../../sim/emulators/smtp.ts";
import { startUsps } from "../../sim/emulators/usps.ts";
import { startVpic } from "../../sim/emulators/vpic.ts";
import { toneSynthesizer } from "../../speech/tone-synthesizer.ts";
import { openSecrets } from "../secrets.ts";
import { readSettings } from "../settings.ts";
import { type Finding, runChecks } from "./check.ts";
import { checks } from "./checks.ts";

const opened: AsyncDisposable[] = [];
afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one[Symbol.asyncDispose]();
});

function opening<T extends AsyncDisposable>(one: T): T {
  opened.push(one);
  return one;
}

/** The finding about one service, all checks being carried out. */
async function findingOf(what: string, env: Record<string, string>): Promise<Finding | undefined> {
  const telemetry = countingTelemetry();
  const settings = readSettings(env);
  const secrets = opening(await openSecrets({ settings, telemetry }));
  const limits = { ...usualLimits, attempts: 1, attemptMs: 300 };
  const findings = await runChecks(checks, {
    settings,
    secrets,
    telemetry,
    upstream(service, address) {
      const upstream = openUpstream({ service, address, limits, clock: pacedClock(), telemetry });
      opened.push({ [Symbol.asyncDispose]: () => upstream.close() });
      return upstream;
    },
  });
  const found = findings.find((finding) => finding.what === what);
  expect(JSON.stringify(findings)).not.toContain("hunter");
  return found;
}

async function serving(handle: (request: EmulatedRequest) => EmulatedAnswer, fault: Fault | null = null) {
  const server = opening(await startHttpEmulator(handle));
  server.setFault(fault);
  return server;
}

const json = (status: number, body: object): EmulatedAnswer => ({ status, body: JSON.stringify(body) });

test("with nothing configured everything that must be there works, and what is used instead is told", async () => {
  expect(await findingOf("practice files", {})).toMatchObject({ state: "works" });
  for (const what of ["secret stores", "database", "Twilio", "Deepgram", "vPIC"])
    expect(await findingOf(what, {})).toMatchObject({
      state: "not configured",
      seen: expect.stringMatching(/./),
    });
});

test("practice files that are not there", async () => {
  expect(await findingOf("practice files", { FRONTDESK_PRACTICES: "nowhere" })).toMatchObject({
    state: "fails",
  });
});

test("a database that is away", async () => {
  const finding = await findingOf("database", {
    DATABASE_URL: "postgres://frontdesk:hunter2@127.0.0.1:1/frontdesk",
  });
  expect(finding).toMatchObject({ state: "fails", mend: "is DATABASE_URL right, and the server up?" });
});

function deepgram(fault: Fault | null = null) {
  return serving(({ path, headers }) => {
    if (path !== "/v1/auth/token") return json(404, {});
    return headers.authorization === "Token hunter2" ? json(200, { scopes: ["usage:write"] }) : json(401, {});
  }, fault);
}

test("Deepgram knows the key, or does not", async () => {
  const server = await deepgram();
  const DEEPGRAM_URL = server.address.replace("http", "ws");
  const env = (DEEPGRAM_API_KEY: string) => ({ DEEPGRAM_API_KEY, DEEPGRAM_URL });
  expect(await findingOf("Deepgram", env("hunter2"))).toMatchObject({ state: "works" });
  expect(await findingOf("Deepgram", env("hunter3"))).toMatchObject({
    state: "fails",
    seen: "does not let us in (401)",
    mend: expect.stringContaining("DEEPGRAM_API_KEY"),
  });
});

test.each<Fault>(["refuse", "hang", "serverError", "dropInTheMiddle", { tooMany: 5 }])(
  "Deepgram under %j is away, not wrongly configured",
  async (fault) => {
    const server = await deepgram(fault);
    const DEEPGRAM_URL = server.address.replace("http", "ws");
    expect(await findingOf("Deepgram", { DEEPGRAM_API_KEY: "hunter2", DEEPGRAM_URL })).toMatchObject({
      state: "fails",
      mend: expect.stringContaining("DEEPGRAM_URL"),
    });
  },
);

test.each([
  ["active", "works"],
  ["suspended", "fails"],
  [null, "fails"],
])("Twilio's account is %s: it %s", async (status, state) => {
  const sid = `AC${"0".repeat(32)}`;
  const server = await serving(({ path, headers }) => {
    const wanted = `Basic ${Buffer.from(`${sid}:hunter2`).toString("base64")}`;
    if (headers.authorization !== wanted) return json(401, { code: 20003 });
    return path === `/2010-04-01/Accounts/${sid}.json` ? json(200, { status, type: "Trial" }) : json(404, {});
  });
  const env = { TWILIO_ACCOUNT_SID: sid, TWILIO_URL: server.address };
  expect(await findingOf("Twilio", { ...env, TWILIO_AUTH_TOKEN: "hunter2" })).toMatchObject({ state });
  expect(await findingOf("Twilio", { ...env, TWILIO_AUTH_TOKEN: "hunter3" })).toMatchObject({
    state: "fails",
  });
});

test("OpenAI's speech has the models that are named, or does not", async () => {
  const server = opening(
    await startOpenAiAudio({ key: "hunter2", hear: async () => "", voice: toneSynthesizer() }),
  );
  const env = {
    OPENAI_SPEECH_URL: server.address,
    OPENAI_API_KEY: "hunter2",
    RECOGNIZER: "openai",
    VOICE: "openai",
  };
  expect(await findingOf("OpenAI speech", env)).toEqual({
    what: "OpenAI speech",
    state: "works",
    seen: "has gpt-4o-mini-transcribe and gpt-4o-mini-tts",
  });
  expect(await findingOf("OpenAI speech", { ...env, OPENAI_VOICE_MODEL: "tts-9" })).toMatchObject({
    state: "fails",
    seen: "has no tts-9",
  });
  expect(await findingOf("OpenAI speech", { ...env, OPENAI_API_KEY: "hunter3" })).toMatchObject({
    state: "fails",
  });
  expect(await findingOf("OpenAI speech", { OPENAI_API_KEY: "hunter2" })).toMatchObject({
    state: "not configured",
  });
});

test("ElevenLabs knows the key, or does not", async () => {
  const server = opening(await startElevenLabs({ key: "hunter2", voices: [], voice: toneSynthesizer() }));
  const env = (ELEVENLABS_API_KEY: string) => ({ ELEVENLABS_API_KEY, ELEVENLABS_URL: server.address });
  expect(await findingOf("ElevenLabs", env("hunter2"))).toMatchObject({ state: "works" });
  expect(await findingOf("ElevenLabs", env("hunter3"))).toMatchObject({ state: "fails" });
});

test("a mail server lets us in, or does not, or is away", async () => {
  const server = opening(await startSmtp({ login: { user: "frontdesk", password: "hunter2" } }));
  const url = (password: string) => server.url.replace("hunter2", password);
  expect(await findingOf("mail server", { SMTP_URL: url("hunter2") })).toMatchObject({ state: "works" });
  expect(await findingOf("mail server", { SMTP_URL: url("hunter3") })).toMatchObject({
    state: "fails",
    mend: expect.stringContaining("password"),
  });
  expect(await findingOf("mail server", { SMTP_URL: "smtp://127.0.0.1:1" })).toMatchObject({
    state: "fails",
    mend: expect.stringContaining("may this machine reach it"),
  });
});

test("a fetched model that is chosen must be here", async () => {
  expect(await findingOf("sherpa models", { FRONTDESK_DATA: "nowhere", VOICE: "sherpa" })).toMatchObject({
    state: "fails",
    seen: expect.stringContaining("npm run models -- voice"),
  });
});

test("vPIC decodes a known VIN; whatever answers in its place does not", async () => {
  const vpic = opening(
    await startVpic({ "1HGCM82633A004352": { Make: "HONDA", Model: "Accord", ModelYear: "2003" } }),
  );
  expect(await findingOf("vPIC", { VIN_DECODER_URL: vpic.address })).toMatchObject({ state: "works" });
  const another = await serving(() => json(200, { Results: [{ Make: "ACME" }] }));
  expect(await findingOf("vPIC", { VIN_DECODER_URL: another.address })).toMatchObject({
    state: "fails",
    mend: "is VIN_DECODER_URL a decoder of vPIC?",
  });
});

test("USPS gives an access token for the right secret, and no other", async () => {
  const credentials = { clientId: "client", clientSecret: "hunter2" };
  const usps = opening(await startUsps({ ...credentials, delivered: [] }));
  const env = { USPS_CLIENT_ID: "client", USPS_URL: usps.address };
  expect(await findingOf("USPS", { ...env, USPS_CLIENT_SECRET: "hunter2" })).toMatchObject({
    state: "works",
  });
  expect(await findingOf("USPS", { ...env, USPS_CLIENT_SECRET: "hunter3" })).toMatchObject({
    state: "fails",
    mend: expect.stringContaining("USPS_CLIENT_SECRET"),
  });
});
