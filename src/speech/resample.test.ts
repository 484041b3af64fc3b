import fc from "fast-check";
import { expect, test } from "vitest";
import { openResampler, openStreamResampler } from "./resample.ts";

const resample = await openResampler();
const streams = await openStreamResampler({ fromRate: 24_000, toRate: 8_000 });

/** A tone of 400 Hz. */
function tone(length: number): Int16Array {
  return Int16Array.from({ length }, (_, at) =>
    Math.round(8_000 * Math.sin((2 * Math.PI * 400 * at) / 24_000)),
  );
}

function joined(parts: readonly Int16Array[]): number[] {
  return parts.flatMap((part) => [...part]);
}

test("a sound in pieces, however it is cut, becomes what it becomes as a whole", () => {
  const cuts = fc.array(fc.integer({ min: 0, max: 2_400 }), { maxLength: 8 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2_400 }), cuts, (length, places) => {
      const whole = tone(length);
      using stream = streams();
      const ends = [...places.filter((place) => place < length).sort((a, b) => a - b), length];
      const parts = ends.map((end, index) => stream.push(whole.subarray(ends[index - 1] ?? 0, end)));
      expect(joined([...parts, stream.end()])).toEqual([
        ...resample({ samples: whole, sampleRate: 24_000 }, 8_000),
      ]);
    }),
    { numRuns: 50 },
  );
});

test("a sound lasts as long as before", () => {
  expect(resample({ samples: tone(24_000), sampleRate: 24_000 }, 8_000)).toHaveLength(8_000);
});

test("a tone keeps its strength", () => {
  const samples = resample({ samples: tone(24_000), sampleRate: 24_000 }, 8_000).subarray(100, -100);
  const peak = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  expect(peak).toBeGreaterThan(7_900);
  expect(peak).toBeLessThan(8_100);
});
