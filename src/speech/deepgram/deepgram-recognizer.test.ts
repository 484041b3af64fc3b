// Goal: a call is heard through the service as through our own ears, whatever the network does. Method: the real client against
// a server that speaks the service's protocol and hears with the embedded recognizer.
import { afterAll, expect, test } from "vitest";
import { nothingExpected } from "../../core/language/expectation.ts";
import { resilience, usualLimits } from "../../partners/resilience/resilience.ts";
import { fixedSecret } from "../../partners/secrets/hidden-secret.ts";
import { recognizerContract } from "../../ports/recognizer.contract.ts";
import type { Hypothesis } from "../../ports/recognizer.ts";
import { countingTelemetry } from "../../ports/testing/counting-telemetry.ts";
import { VirtualClock } from "../../ports/testing/virtual-clock.ts";
import { startDeepgram } from "../../sim/emulators/deepgram.ts";
import type { Fault } from "../../sim/emulators/faults.ts";
import { openEmbeddedRecognizer } from "../embedded-recognizer.ts";
import { quietTelemetry } from "../testing/quiet-telemetry.ts";
import { openSpeaker } from "../testing/spoken-frames.ts";
import { toneSynthesizer } from "../tone-synthesizer.ts";
import { deepgramRecognizer } from "./deepgram-recognizer.ts";

const speaker = await openSpeaker();
const ears = await openEmbeddedRecognizer({ workers: 1, telemetry: quietTelemetry });
const server = await startDeepgram({ key: "a-key", hear, voice: toneSynthesizer() });

afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await ears.close();
});

recognizerContract({
  open: async () => recognizer().recognizer,
  say: (text) => speaker(text, { voice: "rms" }),
});

/** Time stands still unless a test moves it, so that turns wait for their words however busy the machine is. */
function recognizer(key = "a-key") {
  const clock = new VirtualClock();
  const telemetry = countingTelemetry();
  const limits = { ...usualLimits, backOff: { firstMs: 1, capMs: 1 }, attempts: 2 };
  const policy = resilience({ service: "deepgram", limits, clock, telemetry });
  return {
    clock,
    telemetry,
    recognizer: deepgramRecognizer({
      key: fixedSecret(key),
      model: "nova-3",
      address: server.address,
      terms: ["Garcia"],
      pieceMs: 40,
      clock,
      telemetry,
      resilience: policy,
    }),
  };
}

/** What the embedded recognizer makes of a stretch of sound. */
function hear(sound: Uint8Array): Promise<string> {
  return new Promise((resolve, reject) => {
    const stream = ears.open({
      heard({ text, final }) {
        if (!final) return;
        stream.close();
        resolve(text);
      },
      lost: reject,
    });
    stream.listenFor({ ...nothingExpected, asked: ["yesNo"] });
    for (let at = 0; at + 160 <= sound.length; at += 160) {
      stream.push(sound.slice(at, at + 160));
      if (at === 0) stream.speechStarted();
    }
    stream.finish();
  });
}

/** A stream with what it reports, and a way to wait for it. */
function listening(key?: string) {
  const { recognizer: one, telemetry, clock } = recognizer(key);
  const heard: Hypothesis[] = [];
  const lost: Error[] = [];
  const stream = one.open({
    heard: (hypothesis) => heard.push(hypothesis),
    lost: (error) => lost.push(error),
  });
  const until = (what: () => unknown) => expect.poll(what, { timeout: 8_000, interval: 5 });
  const finals = () => heard.filter(({ final }) => final).map(({ text }) => text);
  return { stream, telemetry, clock, heard, lost, finals, until, close: () => one.close() };
}

const yesPlease = speaker("yes please", { voice: "rms" });

test("the service is told what the sound is, and which names to expect", async () => {
  const { stream, until, finals, close } = listening();
  stream.finish();
  await until(() => finals()).toEqual([""]);
  const query = server.listen.visits.at(-1)?.query;
  expect(Object.fromEntries(query ?? [])).toMatchObject({
    model: "nova-3",
    encoding: "mulaw",
    sample_rate: "8000",
    interim_results: "true",
    keyterm: "Garcia",
  });
  await close();
});

test("speaks → the connection drops in the middle → speaks on: everything is heard, and once", async () => {
  const { stream, telemetry, until, finals, close } = listening();
  const connections = server.listen.visits.length;
  await until(() => server.listen.visits.length).toBe(connections + 1);
  const middle = Math.floor(yesPlease.length / 2);
  for (const frame of yesPlease.slice(0, middle)) stream.push(frame);
  await until(() => server.listen.visits.at(-1)?.bytes).toBeGreaterThan(0);
  server.listen.drop();
  await until(() => server.listen.visits.length).toBe(connections + 2);
  for (const frame of yesPlease.slice(middle)) stream.push(frame);
  stream.finish();
  await until(() => finals()).toEqual(["yes please"]);
  expect(telemetry.counted("recognizer_drops_total", { reason: "closed" })).toBe(1);
  await close();
});

test("finishes → drops before the answer: the question is asked again on the new connection", async () => {
  const { stream, until, finals, close } = listening();
  const connections = server.listen.visits.length;
  await until(() => server.listen.visits.length).toBe(connections + 1);
  for (const frame of yesPlease) stream.push(frame);
  stream.finish();
  server.listen.drop();
  await until(() => finals()).toEqual(["yes please"]);
  await close();
});

test("somebody speaks and nothing comes back: the connection is replaced, and the words are not lost", async () => {
  const { stream, telemetry, clock, until, finals, close } = listening();
  const connections = server.listen.visits.length;
  await until(() => server.listen.visits.length).toBe(connections + 1);
  server.listen.setFault("mute");
  for (const frame of yesPlease) stream.push(frame);
  stream.speechStarted();
  clock.advance(2_000);
  await until(() => telemetry.counted("recognizer_drops_total", { reason: "mute" })).toBe(1);
  server.listen.setFault(null);
  await until(() => server.listen.visits.length).toBe(connections + 2);
  stream.finish();
  await until(() => finals()).toEqual(["yes please"]);
  await close();
});

test("what makes no sense is left out, and the turn is answered all the same", async () => {
  const { stream, clock, lost, until, finals, close } = listening();
  const connections = server.listen.visits.length;
  await until(() => server.listen.visits.length).toBe(connections + 1);
  server.listen.setFault("garbage");
  for (const frame of yesPlease) stream.push(frame);
  stream.finish();
  clock.advance(700);
  await until(() => finals()).toEqual([""]);
  server.listen.setFault(null);
  expect(lost).toEqual([]);
  await close();
});

test("a wrong key: the stream is lost at once, and the error does not hold the key", async () => {
  const { lost, until, close } = listening("another-key");
  await until(() => lost.length).toBe(1);
  expect(lost[0]).toMatchObject({ name: "WorldError", retryable: false });
  expect(`${lost[0]?.stack} ${String(lost[0]?.cause)}`).not.toContain("another-key");
  await close();
});

test.each<Fault>(["refuse", { tooMany: 1 }, "serverError"])(
  "%j: tried again, then lost, for another recognizer to go on",
  async (fault) => {
    server.listen.setFault(fault);
    const { lost, until, telemetry, close } = listening();
    await until(() => lost.length).toBe(1);
    server.listen.setFault(null);
    expect(lost[0]).toMatchObject({ name: "WorldError", retryable: true });
    expect(telemetry.counted("partner_failures_total")).toBe(2);
    await close();
  },
);
