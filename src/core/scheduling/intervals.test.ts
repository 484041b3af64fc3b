import fc from "fast-check";
import { expect, test } from "vitest";
import { firstEndingAfter, type Interval, intersect, isFree, normalize, overlaps } from "./intervals.ts";

const interval = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 12 }))
  .map(([start, length]): Interval => ({ start, end: start + length }));
const intervals = fc.array(interval, { maxLength: 12 });

/** The minutes of a small day that lie in any of the intervals: the specification that the algebra is held against. */
function minutesIn(some: readonly Interval[]): Set<number> {
  return new Set(some.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, i) => start + i)));
}

function isSorted(some: readonly Interval[]): boolean {
  return some.every(({ start, end }, i) => start < end && (some[i - 1]?.end ?? -1) <= start);
}

test("normalising keeps every minute, sorts, and leaves no gap of nothing", () => {
  fc.assert(
    fc.property(intervals, (some) => {
      const normal = normalize(some);
      expect(minutesIn(normal)).toEqual(minutesIn(some));
      expect(normal.every(({ start }, i) => (normal[i - 1]?.end ?? -1) < start)).toBe(true);
    }),
  );
});

test("what is common is in both", () => {
  fc.assert(
    fc.property(intervals, intervals, (some, others) => {
      const common = intersect(normalize(some), normalize(others));
      expect(minutesIn(common)).toEqual(minutesIn(some).intersection(minutesIn(others)));
      expect(isSorted(common)).toBe(true);
    }),
  );
});

test("a stretch is free when it overlaps nothing", () => {
  fc.assert(
    fc.property(interval, intervals, (wanted, some) => {
      fc.pre(wanted.start < wanted.end);
      const taken = normalize(some);
      expect(isFree(wanted, taken)).toBe(!taken.some((one) => overlaps(one, wanted)));
    }),
  );
});

test("neighbours that touch do not overlap", () => {
  expect(overlaps({ start: 1, end: 2 }, { start: 2, end: 3 })).toBe(false);
  expect(firstEndingAfter([{ start: 1, end: 2 }], 2)).toBe(1);
});
