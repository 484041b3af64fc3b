import fc from "fast-check";
import { expect, test } from "vitest";
import { Allowance } from "./allowance.ts";

test("what was spent comes back a window later", () => {
  const allowance = new Allowance(20, 60_000);
  allowance.spend(15, 0);
  allowance.spend(5, 10_000);
  expect(allowance.left(10_000)).toBe(0);
  expect(allowance.roomAtMs(15, 10_000)).toBe(60_000);
  expect(allowance.roomAtMs(16, 10_000)).toBe(70_000);
  expect(allowance.left(60_000)).toBe(15);
});

test("more than the limit is never allowed", () => {
  expect(new Allowance(20, 60_000).roomAtMs(21, 0)).toBe(Infinity);
});

test("who spends only when there is room stays within the limit in every window", () => {
  const amounts = fc.array(fc.record({ amount: fc.integer({ min: 1, max: 10 }), afterMs: fc.nat(30_000) }));
  fc.assert(
    fc.property(amounts, (wishes) => {
      const allowance = new Allowance(20, 60_000);
      const spent: { atMs: number; amount: number }[] = [];
      let nowMs = 0;
      for (const { amount, afterMs } of wishes) {
        nowMs = allowance.roomAtMs(amount, nowMs + afterMs);
        allowance.spend(amount, nowMs);
        spent.push({ atMs: nowMs, amount });
      }
      for (const { atMs } of spent) {
        const window = spent.filter((one) => one.atMs >= atMs && one.atMs < atMs + 60_000);
        expect(window.reduce((sum, { amount }) => sum + amount, 0)).toBeLessThanOrEqual(20);
      }
    }),
  );
});
