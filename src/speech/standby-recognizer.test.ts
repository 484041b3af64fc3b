// Goal: a vendor that fails in the middle of a call costs no turn. Method: recognizers that answer by a script and can be lost.
import { expect, test } from "vitest";
import { nothingExpected } from "../core/language/expectation.ts";
import { recognizerContract } from "../ports/recognizer.contract.ts";
import type { Recognizer, RecognizerHandler, RecognizerStream } from "../ports/recognizer.ts";
import { countingTelemetry } from "../ports/testing/counting-telemetry.ts";
import { silentRecognizer } from "./silent-recognizer.ts";
import { standbyRecognizer } from "./standby-recognizer.ts";
import { quietTelemetry } from "./testing/quiet-telemetry.ts";

const frame = new Uint8Array(160).fill(0xff);

recognizerContract({
  open: async () =>
    standbyRecognizer({ first: silentRecognizer(), second: silentRecognizer(), telemetry: quietTelemetry }),
  say: null,
});

recognizerContract({
  open: async () =>
    standbyRecognizer({ first: losing(), second: silentRecognizer(), telemetry: quietTelemetry }),
  say: null,
});

/** Loses every stream as soon as it is used. */
function losing(): Recognizer {
  return { ...silentRecognizer(), open: (handler) => mortal(handler, 0) };
}

/** Answers `finish` so many times and is lost with the next one. */
function mortal(handler: RecognizerHandler, answers: number): RecognizerStream {
  const inner = silentRecognizer((utterance) => `first ${utterance}`).open(handler);
  let finishes = 0;
  return {
    ...inner,
    finish() {
      finishes += 1;
      if (finishes <= answers) inner.finish();
      else queueMicrotask(() => handler.lost(new Error("gone")));
    },
  };
}

test("answers twice → lost with the third turn: the second recognizer hears that turn's sound and answers it", async () => {
  const pushed: string[] = [];
  const telemetry = countingTelemetry();
  const second: Recognizer = {
    ...silentRecognizer(),
    open(handler) {
      const inner = silentRecognizer((utterance) => `second ${utterance}`).open(handler);
      return {
        ...inner,
        listenFor: (expectation) => pushed.push(`listen for ${expectation.asked[0]}`),
        push: () => pushed.push("sound"),
        speechStarted: () => pushed.push("speech"),
      };
    },
  };
  const recognizer = standbyRecognizer({
    first: { ...silentRecognizer(), open: (handler) => mortal(handler, 2) },
    second,
    telemetry,
  });
  const heard: string[] = [];
  const stream = recognizer.open({
    heard: ({ utterance, text }) => heard.push(`${utterance}: ${text}`),
    lost: () => expect.unreachable(),
  });
  stream.listenFor({ ...nothingExpected, asked: ["phone"] });
  for (let turn = 0; turn < 2; turn++) {
    stream.push(frame);
    stream.finish();
    await expect.poll(() => heard.length).toBe(turn + 1);
  }
  stream.push(frame);
  stream.speechStarted();
  stream.push(frame);
  stream.finish();
  await expect.poll(() => heard).toEqual(["1: first 1", "2: first 2", "3: second 1"]);
  expect(pushed).toEqual(["listen for phone", "sound", "speech", "sound"]);
  stream.push(frame);
  stream.finish();
  await expect.poll(() => heard.at(-1)).toBe("4: second 2");
  expect(telemetry.counted("recognizer_switches_total")).toBe(1);
});

test("both are lost: the call is told", async () => {
  const recognizer = standbyRecognizer({ first: losing(), second: losing(), telemetry: quietTelemetry });
  const lost: Error[] = [];
  const stream = recognizer.open({ heard: () => {}, lost: (error) => lost.push(error) });
  stream.finish();
  await expect.poll(() => lost.length).toBe(1);
});

test("closed while it is being lost: nothing more is said or opened", async () => {
  const telemetry = countingTelemetry();
  const recognizer = standbyRecognizer({ first: losing(), second: silentRecognizer(), telemetry });
  const heard: unknown[] = [];
  const stream = recognizer.open({ heard: (one) => heard.push(one), lost: () => expect.unreachable() });
  stream.finish();
  stream.close();
  await Promise.resolve();
  await Promise.resolve();
  expect([heard, telemetry.counted("recognizer_switches_total")]).toEqual([[], 0]);
});
