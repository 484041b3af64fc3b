// Goal: a voice that fails costs the caller no sentence and no second of waiting more than promised. Method: voices that fail when they are told to,
// on a clock that stands still unless it is moved.
import { expect, test } from "vitest";
import { hide } from "../core/values/private.ts";
import { synthesizerContract } from "../ports/synthesizer.contract.ts";
import type { Synthesizer } from "../ports/synthesizer.ts";
import { countingTelemetry } from "../ports/testing/counting-telemetry.ts";
import { settled, VirtualClock } from "../ports/testing/virtual-clock.ts";
import { standbySynthesizer } from "./standby-synthesizer.ts";
import { type FrailVoice, frailVoice } from "./testing/frail-voice.ts";
import { toneSynthesizer } from "./tone-synthesizer.ts";

const never = new AbortController().signal;

function voices() {
  const [first, second] = [frailVoice(1), frailVoice(2)];
  return { ...speaking(first, second), first, second };
}

function speaking(first: Synthesizer, second: Synthesizer) {
  const clock = new VirtualClock();
  const telemetry = countingTelemetry();
  const recoveries: string[] = [];
  const named = [
    { name: "first", synthesizer: first, recovered: () => recoveries.push("first") },
    { name: "second", synthesizer: second },
  ] as const;
  const synthesizer = standbySynthesizer({ voices: [...named], clock, telemetry });
  /** The voices that are heard, each piece by its number and length; a breath is 0. */
  async function say(text: string, options: { fixed?: boolean; signal?: AbortSignal } = {}) {
    const heard: string[] = [];
    for await (const piece of synthesizer.speak(hide(text), { fixed: false, signal: never, ...options }))
      heard.push(piece[0] === 0xff ? "breath" : `${piece[0]}: ${piece.length}`);
    return heard;
  }
  return { clock, telemetry, recoveries, synthesizer, say };
}

function silent(): FrailVoice {
  const voice = frailVoice(1);
  voice.manner = "fails";
  return voice;
}

synthesizerContract(async () => speaking(toneSynthesizer(), toneSynthesizer()).synthesizer);
synthesizerContract(async () => speaking(silent(), toneSynthesizer()).synthesizer);

test("fails before its first sound: the next voice says the sentence, and nothing is heard twice", async () => {
  const { first, say, telemetry } = voices();
  first.manner = "fails";
  expect(await say("You are booked.")).toEqual(["2: 8", "2: 7"]);
  expect(telemetry.counted("synthesis_failures_total", { voice: "first", when: "before" })).toBe(1);
});

test("fails in the middle of the second sentence: that is said again whole after a breath, and the first is not", async () => {
  const { first, second, synthesizer } = voices();
  const heard: string[] = [];
  for await (const piece of synthesizer.speak(hide("You are booked. See you on Tuesday."), {
    fixed: false,
    signal: never,
  })) {
    heard.push(piece[0] === 0xff ? "breath" : `${piece[0]}: ${piece.length}`);
    if (heard.length === 2) first.manner = "failsInTheMiddle";
  }
  expect(heard).toEqual(["1: 8", "1: 7", "1: 10", "breath", "2: 10", "2: 9"]);
  expect(second.said).toEqual(["See you on Tuesday."]);
});

test.each(["hangs", "hangsInTheMiddle"] as const)(
  "%s: the next voice speaks a second and a half later",
  async (manner) => {
    const { first, say, clock } = voices();
    first.manner = manner;
    const heard = say("You are booked.");
    await settled();
    clock.advance(1_499);
    await settled();
    expect(first.said).toHaveLength(1);
    clock.advance(1);
    expect(await heard).toEqual([...(manner === "hangs" ? [] : ["1: 8", "breath"]), "2: 8", "2: 7"]);
  },
);

test("the last voice alone is given a text as a whole, or what is left of it", async () => {
  const { first, second, say } = voices();
  first.manner = "fails";
  await say("You are booked. See you on Tuesday. Goodbye for now.");
  await say("You are booked. See you on Tuesday.");
  expect(second.said).toEqual([
    "You are booked.",
    "See you on Tuesday. Goodbye for now.",
    "You are booked. See you on Tuesday.",
  ]);
});

test("a fixed text is one, however many sentences it has", async () => {
  const { first, say } = voices();
  await say("You are booked. See you on Tuesday.", { fixed: true });
  expect(first.said).toEqual(["You are booked. See you on Tuesday."]);
});

test("while a voice is out nobody waits for it; in the background it is tried ever more seldom until it works", async () => {
  const { first, say, clock, telemetry, recoveries } = voices();
  first.manner = "fails";
  await say("One.");
  await say("Two.");
  const trials = () => first.said.filter((text) => text === "One moment, please.").length;
  const afterSeconds: number[] = [];
  for (let second = 1; second <= 200; second++) {
    const before = trials();
    clock.advance(1_000);
    await settled();
    if (trials() > before) afterSeconds.push(second);
  }
  expect(first.said.filter((text) => text === "Two.")).toEqual([]);
  expect(afterSeconds).toEqual([5, 15, 35, 75, 135, 195]);
  first.manner = "speaks";
  await clock.run(60_000, 1_000);
  expect(await say("Three.")).toEqual(["1: 3", "1: 3"]);
  expect(recoveries).toEqual(["first"]);
  expect(telemetry.counted("voice_recoveries_total", { voice: "first" })).toBe(1);
});

test("the caller breaks in: that is no failure", async () => {
  const { first, say, telemetry } = voices();
  first.manner = "hangsInTheMiddle";
  const abort = new AbortController();
  const heard = say("You are booked.", { signal: abort.signal });
  await settled();
  abort.abort();
  expect(await heard).toEqual(["1: 8"]);
  expect(telemetry.counted("synthesis_failures_total")).toBe(0);
});

test("no voice works: the call is told", async () => {
  const { first, second, say } = voices();
  first.manner = "fails";
  second.manner = "fails";
  await expect(say("You are booked.")).rejects.toThrow("a voice fails");
});

test("what a voice has at hand is heard also while it is out; what the next has at hand only then", async () => {
  const [first, second] = [frailVoice(1), frailVoice(2)];
  const known = (text: string, mine: string) => (text === mine ? new Uint8Array(1) : null);
  first.ready = (text) => known(text.reveal(), "Goodbye.");
  second.ready = (text) => known(text.reveal(), "Welcome.");
  const { synthesizer, say } = speaking(first, second);
  expect([synthesizer.ready(hide("Goodbye.")), synthesizer.ready(hide("Welcome."))]).toEqual([
    new Uint8Array(1),
    null,
  ]);
  first.manner = "fails";
  await say("You are booked.");
  expect([synthesizer.ready(hide("Goodbye.")), synthesizer.ready(hide("Welcome."))]).toEqual([
    new Uint8Array(1),
    new Uint8Array(1),
  ]);
});

test("closed while a voice is out: nothing is tried any more", async () => {
  const { first, say, synthesizer, clock } = voices();
  first.manner = "fails";
  await say("You are booked.");
  await synthesizer.close();
  expect(clock.pending).toBe(0);
});
