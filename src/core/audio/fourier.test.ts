import fc from "fast-check";
import { expect, test } from "vitest";
import { BLOCK_SAMPLES, samplesOf, spectrumOf } from "./fourier.ts";

const block = fc
  .array(fc.double({ min: -1, max: 1, noNaN: true }), {
    minLength: BLOCK_SAMPLES,
    maxLength: BLOCK_SAMPLES,
  })
  .map((samples) => Float64Array.from(samples));

function tone(cycles: number): Float64Array {
  return Float64Array.from({ length: BLOCK_SAMPLES }, (_, at) =>
    Math.sin((2 * Math.PI * cycles * at) / BLOCK_SAMPLES),
  );
}

test("a tone stands at its own frequency and nowhere else", () => {
  const { real, imaginary } = spectrumOf(tone(32));
  const powers = Array.from(
    { length: BLOCK_SAMPLES / 2 },
    (_, bin) => (real[bin] ?? 0) ** 2 + (imaginary[bin] ?? 0) ** 2,
  );
  expect(powers[32]).toBeCloseTo((BLOCK_SAMPLES / 2) ** 2, 3);
  expect(powers.filter((power) => power > 1e-9)).toHaveLength(1);
});

test("a block and its spectrum have the same energy", () => {
  fc.assert(
    fc.property(block, (samples) => {
      const { real, imaginary } = spectrumOf(samples);
      const energy = samples.reduce((sum, sample) => sum + sample ** 2, 0);
      const spectral = real.reduce((sum, value, bin) => sum + value ** 2 + (imaginary[bin] ?? 0) ** 2, 0);
      expect(spectral / BLOCK_SAMPLES).toBeCloseTo(energy, 6);
    }),
  );
});

test("what is taken apart can be put together again", () => {
  fc.assert(
    fc.property(block, (samples) => {
      const back = samplesOf(spectrumOf(samples));
      expect(Math.max(...samples.map((sample, at) => Math.abs(sample - (back[at] ?? 0))))).toBeLessThan(1e-9);
    }),
  );
});
