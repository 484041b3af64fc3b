import { expect, test } from "vitest";
import { silentFrame } from "../core/audio/audio-frame.ts";
import { levelDb } from "../core/audio/level.ts";
import { cleanLine, poorLine } from "./line-effects.ts";

const frames = 500;

test("noise has the level that was asked for", () => {
  const line = poorLine({ ...cleanLine, noiseDb: 15 });
  const levels = Array.from({ length: frames }, (_, index) =>
    levelDb(line.spoil(silentFrame(), index, null) ?? silentFrame()),
  );
  const mean = levels.reduce((sum, level) => sum + level, 0) / frames;
  expect(Math.abs(mean - (-20 - 15))).toBeLessThan(1.5);
});

test("so many frames are lost, the same ones from the same seed", () => {
  const lost = (seed: number) => {
    const line = poorLine({ ...cleanLine, lossPercent: 5, seed });
    return Array.from({ length: frames }, (_, index) => line.spoil(silentFrame(), index, null) === null);
  };
  const count = lost(3).filter(Boolean).length;
  expect(count).toBeGreaterThan(frames * 0.02);
  expect(count).toBeLessThan(frames * 0.09);
  expect(lost(3)).toEqual(lost(3));
  expect(lost(4)).not.toEqual(lost(3));
});

test("our own sound comes back weaker by what was asked for", () => {
  const loud = () => new Uint8Array(160).map((_, index) => (index % 8 < 4 ? 0x20 : 0xa0));
  const echo = poorLine({ ...cleanLine, echoDb: 20 }).spoil(silentFrame(), 0, loud()) ?? silentFrame();
  expect(Math.abs(levelDb(loud()) - levelDb(echo) - 20)).toBeLessThan(1);
});

test("frames are late by up to the jitter", () => {
  const { delayMs } = poorLine({ ...cleanLine, jitterMs: 100 });
  const delays = Array.from({ length: frames }, (_, index) => delayMs(index));
  expect(Math.max(...delays)).toBeGreaterThan(80);
  expect(Math.max(...delays)).toBeLessThanOrEqual(100);
  expect(Math.min(...delays)).toBeGreaterThanOrEqual(0);
});
