import { describe, expect, test } from "vitest";
import { FRAME_BYTES, FRAME_MS } from "./audio-frame.ts";
import { EchoLevel } from "./echo-level.ts";
import { SILENCE_DB } from "./level.ts";
import { mulawOf } from "./mulaw.ts";

/** Levels of somebody who speaks, a frame each: syllables of different length and loudness, with pauses. */
function speech(frames: number, seed: number): number[] {
  let state = seed;
  const chance = () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
  const levels: number[] = [];
  while (levels.length < frames) {
    const loudDb = -14 - 14 * chance();
    const lasts = 4 + Math.floor(8 * chance());
    for (let at = 0; at < lasts; at++) levels.push(loudDb - 8 * Math.abs((2 * at) / lasts - 1));
    const pause = chance() < 0.2 ? 10 : Math.floor(3 * chance());
    for (let at = 0; at < pause; at++) levels.push(SILENCE_DB);
  }
  return levels.slice(0, frames);
}

function frameAt(db: number): Uint8Array {
  const amplitude = 32768 * 10 ** (db / 20);
  return Uint8Array.from({ length: FRAME_BYTES }, (_, i) =>
    mulawOf(Math.round(i % 2 === 0 ? amplitude : -amplitude)),
  );
}

/** Plays `ours` while `theirs` comes in, in levels; returns what may be echo, by frame. */
function expectedOver(ours: readonly number[], theirs: readonly number[]): number[] {
  const echo = new EchoLevel();
  return theirs.map((inDb, frame) => {
    const outDb = ours[frame];
    if (outDb !== undefined) echo.plays(frameAt(outDb), frame * FRAME_MS);
    return echo.push(frameAt(inDb), frame * FRAME_MS);
  });
}

function echoOf(levels: readonly number[], gainDb: number, lag: number): number[] {
  return levels.map((_, frame) => Math.max(-70, (levels[frame - lag] ?? SILENCE_DB) + gainDb));
}

const ours = speech(400, 3);

describe("an echo is known after two seconds, whatever its delay", () => {
  test.each([
    [-10, 8],
    [-18, 3],
    [-25, 30],
  ])("at %s dB, %s frames late", (gainDb, lag) => {
    const theirs = echoOf(ours, gainDb, lag);
    const expected = expectedOver(ours, theirs);
    const under = theirs.filter(
      (inDb, frame) => frame > 100 && inDb > -55 && inDb > (expected[frame] ?? 0) + 4,
    );
    expect(under).toEqual([]);
    expect(Math.max(...expected.slice(100))).toBeLessThan(Math.max(...theirs) + 4);
  });
});

test("a caller who speaks over it is louder than it", () => {
  const caller = speech(60, 9);
  const echo = echoOf(ours, -18, 8);
  const theirs = echo.map((db, frame) => Math.max(db, caller[frame - 300] ?? SILENCE_DB));
  const expected = expectedOver(ours, theirs);
  const over = theirs.slice(300, 360).filter((db, at) => db > (expected[300 + at] ?? 0) + 4);
  expect(over.length).toBeGreaterThan(15);
});

test.each([1, 2, 5, 6, 7])("two people who speak at once are no echo of each other (%i)", (seed) => {
  expect(new Set(expectedOver(ours, speech(400, 100 + seed)))).toEqual(new Set([SILENCE_DB]));
});

test("a steady line is none", () => {
  const noise = ours.map(() => -45);
  expect(new Set(expectedOver(ours, noise))).toEqual(new Set([SILENCE_DB]));
});

test("nothing is expected once our sound has died away, nor of what was dropped before it was heard", () => {
  const echo = new EchoLevel();
  const theirs = echoOf(ours, -18, 8);
  for (const [frame, inDb] of theirs.entries()) {
    echo.plays(frameAt(ours[frame] ?? SILENCE_DB), frame * FRAME_MS);
    echo.push(frameAt(inDb), frame * FRAME_MS);
  }
  const end = theirs.length * FRAME_MS;
  for (let ahead = 0; ahead < 10; ahead++) echo.plays(frameAt(-14), end + ahead * FRAME_MS);
  echo.cleared(end - FRAME_MS);
  expect(echo.push(frameAt(-60), end + 14 * FRAME_MS)).toBe(SILENCE_DB);
  expect(echo.push(frameAt(-60), end + 100 * FRAME_MS)).toBe(SILENCE_DB);
});
