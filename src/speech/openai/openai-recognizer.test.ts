// Goal: a call is heard through the service as through our own ears, utterance by utterance. Method: the real client against a
// server that speaks the service's protocol and hears with the embedded recognizer.
import { afterAll, beforeEach, expect, test } from "vitest";
import { nothingExpected } from "../../core/language/expectation.ts";
import { openUpstream } from "../../partners/http/upstream.ts";
import { usualLimits } from "../../partners/resilience/resilience.ts";
import { fixedSecret } from "../../partners/secrets/hidden-secret.ts";
import { recognizerContract } from "../../ports/recognizer.contract.ts";
import type { Hypothesis } from "../../ports/recognizer.ts";
import { countingTelemetry } from "../../ports/testing/counting-telemetry.ts";
import { pacedClock } from "../../ports/testing/paced-clock.ts";
import { systemClock } from "../../runtime/runtime.ts";
import type { Fault } from "../../sim/emulators/faults.ts";
import { startOpenAiAudio } from "../../sim/emulators/openai-audio.ts";
import { openEmbeddedRecognizer } from "../embedded-recognizer.ts";
import { hearSound } from "../hear-sound.ts";
import { quietTelemetry } from "../testing/quiet-telemetry.ts";
import { openSpeaker } from "../testing/spoken-frames.ts";
import { toneSynthesizer } from "../tone-synthesizer.ts";
import { openAiRecognizer } from "./openai-recognizer.ts";

const speaker = await openSpeaker();
const ears = await openEmbeddedRecognizer({ workers: 1, telemetry: quietTelemetry });
const hear = (sound: Uint8Array) => hearSound(ears, { ...nothingExpected, asked: ["yesNo"] }, sound);
const server = await startOpenAiAudio({ key: "a-key", hear, voice: toneSynthesizer() });

beforeEach(() => server.setFault(null));
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await ears.close();
});

function recognizer({
  key = "a-key",
  model = "gpt-4o-mini-transcribe",
  attemptMs = 5_000,
  clock = systemClock,
} = {}) {
  const telemetry = countingTelemetry();
  const limits = {
    ...usualLimits,
    attemptMs,
    deadlineMs: 2 * attemptMs,
    attempts: 2,
    backOff: { firstMs: 1, capMs: 1 },
  };
  const upstream = openUpstream({
    service: "openai",
    address: server.address,
    limits,
    clock,
    telemetry,
  });
  const hints = ["Garcia"];
  return { telemetry, one: openAiRecognizer({ upstream, key: fixedSecret(key), model, hints, telemetry }) };
}

recognizerContract({
  open: async () => recognizer().one,
  say: (text) => speaker(text, { voice: "rms" }),
});

/** Says something on a stream of its own, and waits for the final words or the loss of the stream. */
async function saying(words: string, options: Parameters<typeof recognizer>[0] = {}) {
  const { one, telemetry } = recognizer(options);
  const before = server.requests.length;
  const heard: Hypothesis[] = [];
  const outcome = await new Promise<Hypothesis | Error>((resolve) => {
    const stream = one.open({
      heard(hypothesis) {
        heard.push(hypothesis);
        if (hypothesis.final) resolve(hypothesis);
      },
      lost: resolve,
    });
    stream.listenFor({ ...nothingExpected, asked: ["yesNo"], hints: ["Willow Creek"] });
    for (const [index, frame] of speaker(words, { voice: "rms" }).entries()) {
      stream.push(frame.slice());
      if (index === 12) stream.speechStarted();
    }
    stream.finish();
  });
  await one.close();
  return { outcome, heard, telemetry, requests: server.requests.slice(before) };
}

test("names that callers may say go along, and how sure the service is comes back", async () => {
  const { outcome, requests } = await saying("yes please");
  expect(outcome).toMatchObject({ text: "yes please", final: true });
  expect((outcome as Hypothesis).confidence).toBeCloseTo(Math.exp(-0.05), 3);
  expect(requests.at(-1)?.body).toContain("Willow Creek, Garcia");
});

test("a model that does not say how sure it is", async () => {
  const { outcome } = await saying("no thank you", { model: "whisper-1" });
  expect(outcome).toMatchObject({ text: "no thank you", confidence: 0.85 });
});

test("the words are asked for at the pause, and not again when the turn ends in it", async () => {
  const { requests } = await saying("yes please");
  expect(requests).toHaveLength(1);
});

test("silence is not sent", async () => {
  const { one } = recognizer();
  const before = server.requests.length;
  const text = await new Promise<string>((resolve, reject) => {
    const stream = one.open({ heard: (hypothesis) => resolve(hypothesis.text), lost: reject });
    for (let frame = 0; frame < 50; frame++) stream.push(new Uint8Array(160).fill(0xff));
    stream.finish();
  });
  expect(text).toBe("");
  expect(server.requests).toHaveLength(before);
  await one.close();
});

test.each<[Fault, boolean, number]>([
  ["refuse", true, 2],
  ["hang", true, 2],
  ["serverError", true, 2],
  ["dropInTheMiddle", true, 2],
  [{ tooMany: 0 }, true, 2],
  [{ stallAfterBytes: 5 }, true, 2],
  ["garbage", true, 1],
  ["unauthorized", false, 1],
])(
  "%j: the stream is lost, for another recognizer to go on; may it pass: %s, after %i requests",
  async (fault, retryable, count) => {
    server.setFault(fault);
    const { outcome, requests, heard } = await saying("yes please", { attemptMs: 200, clock: pacedClock() });
    expect(outcome).toMatchObject({ name: "WorldError", retryable });
    expect(heard).toEqual([]);
    expect(requests).toHaveLength(count);
  },
);

test("a wrong key: the stream is lost at once, and the error does not hold the key", async () => {
  const { outcome, telemetry } = await saying("yes please", { key: "hunter2" });
  expect(outcome).toMatchObject({ retryable: false, status: 401 });
  expect(`${(outcome as Error).stack} ${String((outcome as Error).cause)}`).not.toContain("hunter2");
  expect(JSON.stringify(telemetry.everything())).not.toContain("hunter2");
});
