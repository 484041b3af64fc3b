// Goal: a recognizer that dies in the middle of an utterance costs neither a word nor a moment, and nothing is answered twice. Method:
// recognizers that answer when they are told to, on a clock that stands still unless it is moved.
import { describe, expect, test } from "vitest";
import { recognizerContract } from "../ports/recognizer.contract.ts";
import type { Hypothesis, Recognizer, RecognizerHandler } from "../ports/recognizer.ts";
import { countingTelemetry } from "../ports/testing/counting-telemetry.ts";
import { VirtualClock } from "../ports/testing/virtual-clock.ts";
import { hotStandbyRecognizer } from "./hot-standby-recognizer.ts";
import { silentRecognizer } from "./silent-recognizer.ts";

function besideEachOther(first: Recognizer, second: Recognizer) {
  const clock = new VirtualClock();
  const telemetry = countingTelemetry();
  const recognizer = hotStandbyRecognizer({
    first: { name: "vendor", recognizer: first },
    second: { name: "embedded", recognizer: second },
    clock,
    telemetry,
  });
  return { clock, telemetry, recognizer };
}

/** Is lost as soon as it is opened. */
const losing: Recognizer = {
  ...silentRecognizer(),
  open(handler) {
    queueMicrotask(() => handler.lost(new Error("gone")));
    return silentRecognizer().open({ heard: () => undefined, lost: () => undefined });
  },
};

describe.each([
  ["both listen", silentRecognizer(), silentRecognizer()],
  ["the first is lost", losing, silentRecognizer()],
  ["the second is lost", silentRecognizer(), losing],
])("%s", (_name, first, second) => {
  recognizerContract({ open: async () => besideEachOther(first, second).recognizer, say: null });
});

/** A call that is listened to by two recognizers which say what the test has them say. */
function call() {
  const handlers: RecognizerHandler[] = [];
  const done: string[][] = [[], []];
  const ear = (index: number): Recognizer => ({
    open(handler) {
      handlers[index] = handler;
      const note = (what: string) => () => void done[index]?.push(what);
      return {
        listenFor: note("listenFor"),
        push: note("push"),
        speechStarted: note("speechStarted"),
        finish: note("finish"),
        close: note("close"),
      };
    },
    close: async () => undefined,
  });
  const parts = besideEachOther(ear(0), ear(1));
  const heard: string[] = [];
  const stream = parts.recognizer.open({
    heard: ({ utterance, text, final }) => heard.push(`${utterance}${final ? "." : "?"} ${text}`),
    lost: () => heard.push("lost"),
  });
  const says =
    (index: number) =>
    (text: string, more: Partial<Hypothesis> = {}) =>
      handlers[index]?.heard({
        utterance: 1,
        text,
        final: true,
        confidence: 0.9,
        alternatives: [text],
        ...more,
      });
  const [first, second] = [says(0), says(1)];
  const lose = (index: number) => handlers[index]?.lost(new Error("gone"));
  const answers = (source: string) => parts.telemetry.counted("recognizer_answers_total", { source });
  return { ...parts, stream, heard, done, first, second, lose, answers };
}

const guess = { final: false } as const;

test("both hear the same sound and orders", () => {
  const { stream, done } = call();
  stream.push(new Uint8Array(160));
  stream.speechStarted();
  stream.finish();
  stream.close();
  expect(done).toEqual([0, 1].map(() => ["push", "speechStarted", "finish", "close"]));
});

test("first answers, second answers: the first's words, once and at once", () => {
  const { first, second, heard, answers } = call();
  first("yes please");
  second("yes peas");
  expect(heard).toEqual(["1. yes please"]);
  expect([answers("vendor"), answers("embedded")]).toEqual([1, 0]);
});

test("second answers, first answers in time: the first's words", () => {
  const { first, second, heard, clock } = call();
  second("yes peas");
  clock.advance(399);
  first("yes please");
  clock.advance(1_000);
  expect(heard).toEqual(["1. yes please"]);
});

test("second answers, first is late: the second's words, and the first's are too late", () => {
  const { first, second, heard, clock, answers } = call();
  second("yes");
  clock.advance(400);
  first("yes please");
  expect(heard).toEqual(["1. yes"]);
  expect(answers("embedded")).toBe(1);
});

test("first hears nothing where second surely hears a short word", () => {
  const { first, second, heard } = call();
  first("", { confidence: 0 });
  second("yes");
  expect(heard).toEqual(["1. yes"]);
});

test("first hears nothing, and second is not sure: nothing was said", () => {
  const { first, second, heard } = call();
  second("fish", { confidence: 0.3 });
  first("", { confidence: 0 });
  expect(heard).toEqual(["1. "]);
});

test("first is lost in the middle of an utterance: the second has heard all of it and answers at once", () => {
  const { first, second, lose, heard, stream, done, telemetry } = call();
  first("my number is", guess);
  lose(0);
  stream.push(new Uint8Array(160));
  second("my number is five", guess);
  second("my number is five oh three");
  expect(heard).toEqual(["1? my number is", "1? my number is five", "1. my number is five oh three"]);
  expect(done).toEqual([["close"], ["push"]]);
  expect(telemetry.counted("recognizer_switches_total")).toBe(1);
});

test("first is lost after the second has answered: nothing is waited for", () => {
  const { second, lose, heard } = call();
  second("yes");
  lose(0);
  expect(heard).toEqual(["1. yes"]);
});

test("both are lost: the call is told, once", () => {
  const { lose, heard } = call();
  lose(1);
  lose(0);
  lose(0);
  expect(heard).toEqual(["lost"]);
});

test("answers come in the order of the utterances", () => {
  const { first, second, heard, clock } = call();
  second("two", { utterance: 2 });
  first("one");
  second("one");
  clock.advance(400);
  expect(heard).toEqual(["1. one", "2. two"]);
});

test("guesses are the first's; where it has none, the second's; and none after the answer", () => {
  const { first, second, heard } = call();
  second("yes", guess);
  first("yes please", guess);
  second("yes peas", guess);
  first("yes please");
  second("late", guess);
  second("no", { ...guess, utterance: 2 });
  expect(heard).toEqual(["1? yes", "1? yes please", "1. yes please", "2? no"]);
});

test("closed: nothing more is said, and no alarm is left", () => {
  const { second, heard, stream, clock } = call();
  second("yes");
  stream.close();
  clock.advance(1_000);
  expect(heard).toEqual([]);
  expect(clock.pending).toBe(0);
});
