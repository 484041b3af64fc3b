import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SAMPLE_RATE_HZ } from "./audio-frame.ts";
import { suppressNoise } from "./noise-suppression.ts";

/** A linear congruential generator, uniform from -1 to 1. */
function noise(samples: number, amplitude: number, seed = 1): Float32Array {
  let state = seed;
  return Float32Array.from({ length: samples }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return amplitude * ((2 * state) / 0x7fffffff - 1);
  });
}

/** A second with a tone in its middle half: a vowel, as far as the filter is concerned. */
function vowel(amplitude: number): Float32Array {
  return Float32Array.from({ length: SAMPLE_RATE_HZ }, (_, at) =>
    at < 2_000 || at >= 6_000 ? 0 : amplitude * Math.sin((2 * Math.PI * 500 * at) / SAMPLE_RATE_HZ),
  );
}

function added(one: Float32Array, other: Float32Array): Float32Array {
  return one.map((sample, at) => sample + (other[at] ?? 0));
}

function levelDb(samples: Float32Array, from: number, to: number): number {
  const part = samples.subarray(from, to);
  return 10 * Math.log10(part.reduce((sum, sample) => sum + sample ** 2, 0) / part.length);
}

describe("a vowel in noise", () => {
  const noisy = added(vowel(0.2), noise(SAMPLE_RATE_HZ, 0.05));
  const clean = suppressNoise(noisy);

  test("keeps its level", () => {
    expect(levelDb(clean, 3_000, 5_000)).toBeCloseTo(levelDb(vowel(0.2), 3_000, 5_000), 0);
  });

  test("has less noise before and after it", () => {
    expect(levelDb(clean, 0, 1_500)).toBeLessThan(levelDb(noisy, 0, 1_500) - 12);
    expect(levelDb(clean, 6_500, 8_000)).toBeLessThan(levelDb(noisy, 6_500, 8_000) - 12);
  });

  test("has less noise beside it: what is left differs from the vowel by less", () => {
    const rest = added(
      clean,
      vowel(0.2).map((sample) => -sample),
    );
    expect(levelDb(rest, 3_000, 5_000)).toBeLessThan(levelDb(noise(SAMPLE_RATE_HZ, 0.05), 3_000, 5_000) - 6);
  });
});

test("sound with hardly any noise is left as it is", () => {
  const clear = added(vowel(0.2), noise(SAMPLE_RATE_HZ, 0.002));
  expect(suppressNoise(clear)).toBe(clear);
  expect(suppressNoise(vowel(0.2))).toEqual(vowel(0.2));
});

test("sound of any length comes back with that length, and no louder", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3_000 }), fc.integer({ min: 1, max: 1_000 }), (length, seed) => {
      const sound = noise(length, 0.1, seed);
      const clean = suppressNoise(sound);
      expect(clean).toHaveLength(length);
      expect(clean.every(Number.isFinite)).toBe(true);
      if (length > 256) expect(levelDb(clean, 0, length)).toBeLessThanOrEqual(levelDb(sound, 0, length));
    }),
    { numRuns: 50 },
  );
});
