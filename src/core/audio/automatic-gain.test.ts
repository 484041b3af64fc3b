import { expect, test } from "vitest";
import { automaticGain } from "./automatic-gain.ts";
import { mulawOf } from "./mulaw.ts";

/** 20 ms of a tone at this amplitude; 23,000 is about -6 dB. */
function frame(amplitude: number): Uint8Array {
  return Uint8Array.from({ length: 160 }, (_, index) => mulawOf(Math.round(amplitude * Math.sin(index / 3))));
}

function sound(...stretches: readonly (readonly [amplitude: number, frames: number])[]): Uint8Array {
  return Buffer.concat(stretches.flatMap(([amplitude, frames]) => Array(frames).fill(frame(amplitude))));
}

const decibels = (mulaw: Uint8Array) => 20 * Math.log10(automaticGain(mulaw));

test("a voice of usual loudness is left as it is, and so is a louder one", () => {
  expect(automaticGain(sound([3_000, 20]))).toBe(1);
  expect(automaticGain(sound([30_000, 20]))).toBe(1);
});

test("a quieter one is made as loud, with one factor for all of its words", () => {
  const quiet = decibels(sound([200, 20]));
  expect(quiet).toBeGreaterThan(18);
  expect(decibels(sound([0, 30], [20, 30], [200, 20]))).toBeCloseTo(quiet);
  expect(decibels(sound([100, 20])) - quiet).toBeCloseTo(6, 0);
});

test("a click in it does not hide it", () => {
  expect(decibels(sound([200, 20], [30_000, 2], [200, 20]))).toBeCloseTo(decibels(sound([200, 40])));
});

test("nothing stays nothing, and hardly anything is not made loud without bounds", () => {
  expect(automaticGain(sound([0, 20]))).toBe(1);
  expect(automaticGain(new Uint8Array())).toBe(1);
  expect(decibels(sound([4, 20]))).toBeLessThanOrEqual(40);
});
