import type { AddressInfo } from "node:net";
import Fastify from "fastify";
import twilioWebhooks from "twilio/lib/webhooks/webhooks.js";
import { testPractice } from "../../core/practice/testing/test-practice.ts";
import { fixedSecret } from "../../partners/secrets/hidden-secret.ts";
import { countingTelemetry } from "../../ports/testing/counting-telemetry.ts";
import { memoryCallStore } from "../../ports/testing/memory-call-store.ts";
import { VirtualClock } from "../../ports/testing/virtual-clock.ts";
import { callRuntime, liveFeed, systemClock } from "../../runtime/runtime.ts";
import { parrot } from "../../runtime/testing/parrot.ts";
import { ScriptedRecognizer, ScriptedSynthesizer } from "../../runtime/testing/scripted-speech.ts";
import { registerTelephony, type TelephonyOptions } from "../telephony.ts";
import { MediaClient } from "./media-client.ts";

export const AUTH_TOKEN = "auth token of the tests";
export const PUBLIC_URL = "https://phone.example.com";

/** Webhooks, media streams and the runtime on a free port, with a telephone company that signs. */
export async function testExchange(options: Partial<TelephonyOptions> & { maxCalls?: number } = {}) {
  const telemetry = countingTelemetry();
  const callStore = memoryCallStore();
  const recognizer = new ScriptedRecognizer();
  /** Time of day of the tokens; everything else runs in real time. */
  const tokenClock = new VirtualClock();
  const runtime = callRuntime({
    clock: systemClock,
    recognizer,
    synthesizer: new ScriptedSynthesizer(20),
    perform: async () => ({ kind: "released" }),
    callStore,
    liveFeed: liveFeed(systemClock, telemetry.log),
    telemetry,
    maxCalls: options.maxCalls ?? 10,
  });
  const app = Fastify();
  const media = registerTelephony(app, {
    publicUrl: PUBLIC_URL,
    authToken: fixedSecret(AUTH_TOKEN, "the token before"),
    control: null,
    streamSecret: "secret",
    production: true,
    hasPractice: () => true,
    practiceForNumber: (number) => (number === "+15035550100" ? testPractice.id : null),
    callerLimits: { atOnce: 5, perMinute: 10 },
    answer: (line, call) => runtime.answer(line, { ...call, practice: testPractice, conversation: parrot }),
    refuses: () => runtime.calls.refuses(null),
    isOver: async (call) => ((await callStore.find(call))?.endedAt ?? null) !== null,
    lineLost: (call) => runtime.calls.find(call)?.lineLost(),
    callEnded: (call) => runtime.calls.find(call)?.endedElsewhere(),
    clock: { ...systemClock, now: () => tokenClock.now() },
    telemetry,
    ...options,
  });
  await app.listen({ port: 0, host: "127.0.0.1" });
  const { port } = app.server.address() as AddressInfo;

  /** Posts a webhook as the telephone company does; `token` signs it, null leaves it unsigned. */
  async function webhook(path: string, form: Record<string, string> = {}, token: string | null = AUTH_TOKEN) {
    const parameters = {
      CallSid: "CA1",
      From: "+15035550123",
      To: "+15035550100",
      Direction: "inbound",
      ...form,
    };
    const sign = twilioWebhooks.getExpectedTwilioSignature;
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method: "POST",
      body: new URLSearchParams(parameters),
      headers:
        token === null ? {} : { "x-twilio-signature": sign(token, `${PUBLIC_URL}${path}`, parameters) },
    });
    return { status: response.status, twiml: await response.text() };
  }

  async function connect(): Promise<MediaClient> {
    const client = new MediaClient(`ws://127.0.0.1:${port}/twilio/media`);
    await client.opened();
    client.echoesMarks = true;
    return client;
  }

  /** A stream that starts with the token of some TwiML. */
  async function stream(token: string, callSid = "CA1"): Promise<MediaClient> {
    const client = await connect();
    client.tell({ event: "connected", protocol: "Call", version: "1.0.0" });
    client.start({ callSid, streamSid: "MZ1", customParameters: { token } });
    return client;
  }

  return {
    /** Where an address that the telephone company was given leads to. */
    route: (url: string) =>
      url
        .replace(PUBLIC_URL, `http://127.0.0.1:${port}`)
        .replace(PUBLIC_URL.replace("http", "ws"), `ws://127.0.0.1:${port}`),
    telemetry,
    callStore,
    recognizer,
    tokenClock,
    runtime,
    webhook,
    connect,
    stream,
    async [Symbol.asyncDispose]() {
      media.close();
      app.server.closeAllConnections();
      await app.close();
    },
  };
}

export function tokenOf(twiml: string): string {
  const token = /<Parameter name="token" value="([^"]+)"/.exec(twiml)?.[1];
  if (token === undefined) throw new Error("There is no token in the TwiML.");
  return token;
}
