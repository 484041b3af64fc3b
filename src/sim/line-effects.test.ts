import { expect, test } from "vitest";
import { silentFrame } from "../core/audio/audio-frame.ts";
import { levelDb } from "../core/audio/level.ts";
import { poorLine } from "./line-effects.ts";

const frames = 500;

test("noise has the level that was asked for", () => {
  const line = poorLine({ noiseDb: 15, lossPercent: 0, seed: 1 });
  const levels = Array.from({ length: frames }, (_, index) =>
    levelDb(line.spoil(silentFrame(), index) ?? silentFrame()),
  );
  const mean = levels.reduce((sum, level) => sum + level, 0) / frames;
  expect(Math.abs(mean - (-20 - 15))).toBeLessThan(1.5);
});

test("so many frames are lost, the same ones from the same seed", () => {
  const lost = (seed: number) => {
    const line = poorLine({ noiseDb: null, lossPercent: 5, seed });
    return Array.from({ length: frames }, (_, index) => line.spoil(silentFrame(), index) === null);
  };
  const count = lost(3).filter(Boolean).length;
  expect(count).toBeGreaterThan(frames * 0.02);
  expect(count).toBeLessThan(frames * 0.09);
  expect(lost(3)).toEqual(lost(3));
  expect(lost(4)).not.toEqual(lost(3));
});
