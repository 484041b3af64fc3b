// Goal: waits that neither hammer a service nor outlast a caller. Method: properties over all limits, attempts and chances.
import fc from "fast-check";
import { expect, test } from "vitest";
import { backOffMs } from "./back-off.ts";

const limits = fc.record({
  firstMs: fc.integer({ min: 1, max: 5_000 }),
  capMs: fc.integer({ min: 1, max: 60_000 }),
});
const attempt = fc.integer({ min: 1, max: 2_000 });
const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

test("a wait of our own choice lies between nothing and the cap", () => {
  fc.assert(
    fc.property(limits, attempt, chance, (backOff, number, drawn) => {
      const waitMs = backOffMs(backOff, number, null, () => drawn);
      expect(waitMs).toBeGreaterThanOrEqual(0);
      expect(waitMs).toBeLessThanOrEqual(backOff.capMs);
    }),
  );
});

test("with equal luck a later wait is no shorter", () => {
  fc.assert(
    fc.property(limits, attempt, chance, (backOff, number, drawn) => {
      const waitMs = (one: number) => backOffMs(backOff, one, null, () => drawn);
      expect(waitMs(number + 1)).toBeGreaterThanOrEqual(waitMs(number));
    }),
  );
});

test("what the service asks for is waited for, however long", () => {
  fc.assert(
    fc.property(
      limits,
      attempt,
      chance,
      fc.integer({ min: 0, max: 600_000 }),
      (backOff, number, drawn, asked) => {
        expect(backOffMs(backOff, number, asked, () => drawn)).toBeGreaterThanOrEqual(asked);
      },
    ),
  );
});

test.each([
  [1, 200],
  [2, 400],
  [3, 800],
  [4, 1_000],
])("before the attempt after number %i the wait is at most %i ms", (number, longest) => {
  const backOff = { firstMs: 200, capMs: 1_000 };
  expect(backOffMs(backOff, number, null, () => 1 - Number.EPSILON)).toBeCloseTo(longest, 6);
});
