import fc from "fast-check";
import { expect, test } from "vitest";
import { SAMPLE_RATE_HZ } from "./audio-frame.ts";
import { BLOCK_SAMPLES, samplesOf, spectrumOf } from "./fourier.ts";
import { applyGains, BANDS, bandPowers } from "./mel-bands.ts";

function tone(hertz: number): Float64Array {
  return Float64Array.from({ length: BLOCK_SAMPLES }, (_, at) =>
    Math.sin((2 * Math.PI * hertz * at) / SAMPLE_RATE_HZ),
  );
}

function loudestBand(hertz: number): number {
  const powers = bandPowers(spectrumOf(tone(hertz)));
  return powers.indexOf(Math.max(...powers));
}

test("low tones lie in low bands, which are narrower than high ones", () => {
  expect(loudestBand(62.5)).toBe(0);
  expect(loudestBand(3_875)).toBe(BANDS - 1);
  expect(loudestBand(1_000)).toBeGreaterThan(loudestBand(750) + 2);
  expect(loudestBand(3_500)).toBeLessThanOrEqual(loudestBand(3_250) + 2);
});

test("noise with the same power at all frequencies has the same power in all bands", () => {
  const click = new Float64Array(BLOCK_SAMPLES);
  click[0] = 1;
  for (const power of bandPowers(spectrumOf(click))) expect(power).toBeCloseTo(1, 9);
});

test("one gain for all bands makes the sound so much weaker and changes nothing else", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.integer({ min: 60, max: 3_900 }),
      (gain, hertz) => {
        const sound = tone(hertz);
        const spectrum = spectrumOf(sound);
        applyGains(spectrum, new Float64Array(BANDS).fill(gain));
        const weaker = samplesOf(spectrum);
        expect(
          Math.max(...sound.map((sample, at) => Math.abs(gain * sample - (weaker[at] ?? 0)))),
        ).toBeLessThan(1e-9);
      },
    ),
  );
});
