import { expect, test } from "vitest";
import { Resampler } from "./resampler.ts";

const tone = (hz: number, rateHz: number, count: number) =>
  Float32Array.from({ length: count }, (_, i) => Math.sin((2 * Math.PI * hz * i) / rateHz));
const rms = (samples: Float32Array) => Math.sqrt(samples.reduce((sum, x) => sum + x * x, 0) / samples.length);

for (const rateHz of [44_100, 48_000]) {
  test(`a 1 kHz tone keeps its level from ${rateHz} Hz to the line and back`, () => {
    const line = new Resampler(rateHz, 8000).push(tone(1000, rateHz, rateHz));
    expect(line.length).toBeGreaterThan(7950);
    expect(rms(line.subarray(100))).toBeCloseTo(Math.SQRT1_2, 1);
    const ear = new Resampler(8000, rateHz).push(line);
    expect(rms(ear.subarray(1000))).toBeCloseTo(Math.SQRT1_2, 1);
  });

  test(`a 6 kHz tone at ${rateHz} Hz does not fold back into the line's band`, () => {
    expect(rms(new Resampler(rateHz, 8000).push(tone(6000, rateHz, rateHz)).subarray(100))).toBeLessThan(
      0.02,
    );
  });
}

test("the result does not depend on how the input was chunked", () => {
  const input = tone(440, 48_000, 4800);
  const whole = new Resampler(48_000, 8000).push(input);
  const pieces = new Resampler(48_000, 8000);
  const parts: number[] = [];
  for (let i = 0; i < input.length; i += 128) parts.push(...pieces.push(input.subarray(i, i + 128)));
  const common = Math.min(parts.length, whole.length);
  expect(common).toBeGreaterThan(780);
  for (let i = 0; i < common; i++) expect(parts[i]).toBeCloseTo(whole[i] as number, 4);
});
