import { expect, test } from "vitest";
import { FRAME_BYTES } from "../core/audio/audio-frame.ts";
import { hide } from "../core/values/private.ts";
import type { Prompt } from "../core/wording/prompt.ts";
import { countingTelemetry } from "../ports/testing/counting-telemetry.ts";
import { settled, VirtualClock } from "../ports/testing/virtual-clock.ts";
import { PlaybackTicker } from "./playback-ticker.ts";
import { Player } from "./player.ts";
import { RecordedLine } from "./testing/recorded-line.ts";
import { ScriptedSynthesizer } from "./testing/scripted-speech.ts";

function setUp(options: { echoesMarks?: boolean } = {}) {
  const clock = new VirtualClock();
  const telemetry = countingTelemetry();
  const line = new RecordedLine(options);
  const synthesizer = new ScriptedSynthesizer();
  const told: string[] = [];
  const sent: [fromMs: number, frames: number][] = [];
  const player = new Player({
    line,
    synthesizer,
    clock,
    telemetry,
    ticker: new PlaybackTicker(clock, telemetry.meter),
    events: {
      heard: ({ prompt, upTo, finished }) =>
        told.push(`${clock.monotonicMs()} ${prompt}:${upTo}${finished ? "." : ""}`),
      failed: ({ prompt, upTo }) => told.push(`${clock.monotonicMs()} ${prompt}:${upTo}!`),
      sent: (frames, fromMs) => sent.push([fromMs, frames.length / FRAME_BYTES]),
      began: (prompt) => told.push(`${clock.monotonicMs()} ${prompt}>`),
      idle: () => told.push(`${clock.monotonicMs()} idle`),
    },
  });
  return { clock, telemetry, line, synthesizer, told, sent, player };
}

/** Pieces of a prompt are divided by bars. */
function prompt(id: number, text: string, playback = 0): Prompt {
  const pieces = text.split("|").map((piece) => ({ text: hide(piece), fixed: true }));
  return { id, playback, pieces, bargeIn: true, purpose: "test" };
}

test("the first frames of a cached prompt leave before speak returns, and no more than the lead", () => {
  const { line, player, told } = setUp();
  player.speak(prompt(1, "good morning"));
  expect(line.frames).toHaveLength(8);
  expect(told).toEqual(["0 1>"]);
});

test("what leaves is told with the time at which it is heard, one after the other", () => {
  const { player, clock, sent } = setUp();
  clock.advance(50);
  player.speak(prompt(1, "good morning"));
  clock.advance(400);
  expect(sent[0]).toEqual([50, 8]);
  for (const [index, [fromMs]] of sent.entries()) {
    const before = sent.slice(0, index).reduce((sum, [, frames]) => sum + frames, 0);
    expect(fromMs).toBe(50 + before * 20);
  }
});

test("we sound until the last frame has been heard, or was cleared", () => {
  const { player, clock } = setUp();
  expect(player.sounds).toBe(false);
  player.speak(prompt(1, "good morning"));
  clock.advance(700);
  expect(player.sounds).toBe(true);
  clock.advance(100);
  expect(player.sounds).toBe(false);
  player.speak(prompt(2, "good morning"));
  expect(player.sounds).toBe(true);
  player.clear(1);
  expect(player.sounds).toBe(false);
});

test("frames are paced at 20 ms, none too many and none too few after any time", () => {
  const { line, player, clock } = setUp();
  player.speak(prompt(1, "a sentence of forty characters, no less!"));
  for (let ms = 0; ms < 2400; ms += 7) {
    clock.advance(7);
    const due = clock.monotonicMs() / 20;
    expect(line.frames.length).toBeGreaterThanOrEqual(Math.min(120, Math.floor(due)));
    expect(line.frames.length).toBeLessThanOrEqual(Math.min(120, Math.ceil(due) + 8));
  }
});

test("a process that was busy sends what the far end is missing", () => {
  const { line, player, clock } = setUp();
  player.speak(prompt(1, "a sentence of forty characters, no less!"));
  clock.advance(200);
  expect(line.frames).toHaveLength(10 + 8);
  clock.stall(195);
  // 395 ms have passed; 35 ms of them were silence at the far end, after which the lead is whole again.
  expect(line.frames).toHaveLength(18 + 8);
  clock.advance(5);
  expect(line.frames).toHaveLength(18 + 8 + 1);
});

test("positions are told at least every 300 ms, in characters, and the end once", () => {
  const { player, clock, told } = setUp();
  player.speak(prompt(1, "ten chars!|and ten mor"));
  clock.advance(2000);
  const positions = told.filter((line) => line.includes(":"));
  expect(positions).toEqual(["300 1:5", "600 1:11", "900 1:16", "1200 1:21", "1300 1:22."]);
  expect(told.at(-1)).toBe("1300 idle");
});

test("prompts play in order and without a gap", () => {
  const { line, player, clock } = setUp();
  player.speak(prompt(1, "one"));
  player.speak(prompt(2, "three"));
  clock.advance(1000);
  expect(line.frames.map((frame) => frame[0])).toEqual([...Array(9).fill(3), ...Array(15).fill(5)]);
});

test("clear drops what is queued, tells the far end, and ends synthesis", async () => {
  const { line, player, clock, synthesizer, told } = setUp();
  synthesizer.hold("slow words");
  player.speak(prompt(1, "a long beginning|slow words"));
  await settled();
  clock.advance(100);
  player.clear(1);
  expect(line.clears).toBe(1);
  expect(synthesizer.aborted).toBe(1);
  const sent = line.frames.length;
  synthesizer.slow.get("slow words")?.();
  await clock.run(2000, 100);
  expect(line.frames).toHaveLength(sent);
  expect(told.some((line) => line.endsWith("."))).toBe(false);
  expect(clock.pending).toBe(0);
});

test("a prompt of an older playback is dropped on sight, a new one plays at once", () => {
  const { line, player } = setUp();
  player.speak(prompt(1, "first"));
  player.clear(1);
  const sent = line.frames.length;
  player.speak(prompt(2, "old", 0));
  expect(line.frames).toHaveLength(sent);
  player.speak(prompt(3, "new words", 1));
  expect(line.frames.length).toBeGreaterThan(sent);
});

test("where marks are echoed the mark is the end, and not the clock", () => {
  const { line, player, clock, told } = setUp({ echoesMarks: true });
  player.speak(prompt(1, "words"));
  clock.advance(600);
  expect(told.some((line) => line.endsWith("."))).toBe(false);
  player.marked(line.marks[0] as string);
  expect(told.slice(-2)).toEqual(["600 1:5.", "600 idle"]);
});

test("a mark that stays out for a second ends the trust in marks, and nothing hangs", () => {
  const { player, clock, told, telemetry } = setUp({ echoesMarks: true });
  player.speak(prompt(1, "words"));
  clock.advance(1400);
  expect(told.at(-1)).toBe("1300 idle");
  expect(telemetry.counted("audio_errors_total", { reason: "marksMissing" })).toBe(1);
  player.speak(prompt(2, "more"));
  clock.advance(400);
  expect(told.slice(-2)).toEqual(["1700 2:4.", "1700 idle"]);
});

test("marks that come back unasked are trusted from then on", () => {
  const { player, clock, line, told } = setUp();
  player.speak(prompt(1, "words"));
  clock.advance(260);
  player.marked(line.marks[0] as string);
  expect(told.at(-2)).toBe("260 1:5.");
});

test("marks of cleared audio count for nothing", () => {
  const { player, clock, line, told } = setUp({ echoesMarks: true });
  player.speak(prompt(1, "words"));
  clock.advance(280);
  const stale = line.marks[0] as string;
  player.clear(1);
  player.speak(prompt(2, "other words", 1));
  player.marked(stale);
  expect(told.some((line) => line.endsWith("."))).toBe(false);
});

test("the next piece is synthesised while the current one plays", async () => {
  const { player, clock, synthesizer, line } = setUp();
  synthesizer.hold("slow");
  player.speak(prompt(1, "ten chars!|slow"));
  await settled();
  expect([...synthesizer.slow.keys()]).toEqual(["slow"]);
  await clock.run(300);
  synthesizer.slow.get("slow")?.();
  await clock.run(1000);
  expect(line.frames.map((frame) => frame[0])).toEqual([...Array(30).fill(10), ...Array(12).fill(4)]);
});

test("sound that comes late plays when it comes, and its position counts from then", async () => {
  const { player, clock, synthesizer, told } = setUp();
  synthesizer.hold("late words");
  player.speak(prompt(1, "late words"));
  await clock.run(1000);
  expect(told).toEqual([]);
  synthesizer.slow.get("late words")?.();
  await settled();
  expect(told).toEqual(["1000 1>"]);
  await clock.run(300);
  expect(told).toContain("1100 1:1");
  await clock.run(400);
  expect(told.at(-2)).toBe("1600 1:10.");
});

test("a piece whose synthesis fails ends its prompt there, once what came before it was heard", async () => {
  const { player, clock, synthesizer, telemetry, line, told } = setUp();
  synthesizer.failing.add("broken");
  player.speak(prompt(1, "good|broken|fine words"));
  player.speak(prompt(2, "ok"));
  await clock.run(1500);
  expect(line.frames).toHaveLength(12 + 6);
  expect(told.map((line) => line.replace(/^\d+ /, ""))).toEqual(["1>", "1:5!", "2>", "2:1", "2:2.", "idle"]);
  expect(telemetry.counted("audio_errors_total", { reason: "synthesis_failed" })).toBe(1);
});

test("a synthesizer that gives nothing is given up after four seconds", async () => {
  const { player, clock, synthesizer, telemetry, told } = setUp();
  synthesizer.mute.add("silence");
  player.speak(prompt(1, "silence"));
  await clock.run(3900, 100);
  expect(told).toEqual([]);
  await clock.run(200, 100);
  expect(told.slice(-2).map((line) => line.replace(/^\d+ /, ""))).toEqual(["1:0!", "idle"]);
  expect(telemetry.counted("audio_errors_total", { reason: "synthesis_stalled" })).toBe(1);
  expect(clock.pending).toBe(0);
});

test("all players share one ticker, which stops when nobody plays", () => {
  const clock = new VirtualClock();
  const telemetry = countingTelemetry();
  const ticker = new PlaybackTicker(clock, telemetry.meter);
  const synthesizer = new ScriptedSynthesizer();
  const events = { heard: () => {}, failed: () => {}, sent: () => {}, began: () => {}, idle: () => {} };
  const lines = [1, 2, 3].map(() => new RecordedLine());
  for (const line of lines)
    new Player({ line, synthesizer, clock, telemetry, ticker, events }).speak(prompt(1, "hello"));
  expect(clock.pending).toBe(1);
  clock.advance(1000);
  expect(lines.map((line) => line.frames.length)).toEqual([15, 15, 15]);
  expect(clock.pending).toBe(0);
});
