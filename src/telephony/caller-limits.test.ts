import { expect, test } from "vitest";
import { VirtualClock } from "../ports/testing/virtual-clock.ts";
import { CallerLimits } from "./caller-limits.ts";

const ADA = "+15035550123";
const BEA = "+15035550124";

function setUp() {
  const clock = new VirtualClock();
  return { clock, limits: new CallerLimits({ atOnce: 2, perMinute: 3 }, clock) };
}

test("a number may begin so many calls within a minute, and another number its own", () => {
  const { clock, limits } = setUp();
  expect([1, 2, 3, 4].map(() => limits.admit(ADA))).toEqual([true, true, true, false]);
  expect(limits.admit(BEA)).toBe(true);
  clock.advance(59_999);
  expect(limits.admit(ADA)).toBe(false);
  clock.advance(1);
  expect(limits.admit(ADA)).toBe(true);
});

test("calls that are refused do not keep a caller out for longer", () => {
  const { clock, limits } = setUp();
  for (let i = 0; i < 3; i++) limits.admit(ADA);
  for (let i = 0; i < 10; i++) {
    clock.advance(5000);
    limits.admit(ADA);
  }
  clock.advance(10_000);
  expect(limits.admit(ADA)).toBe(true);
});

test("a number may have so many lines at a time; one that closes makes room", () => {
  const { clock, limits } = setUp();
  for (let i = 0; i < 2; i++) {
    expect(limits.admit(ADA)).toBe(true);
    expect(limits.opened(ADA)).toBe(true);
  }
  clock.advance(60_000);
  expect(limits.admit(ADA)).toBe(false);
  expect(limits.opened(ADA)).toBe(false);
  limits.closed(ADA);
  expect(limits.admit(ADA)).toBe(true);
});

test("callers who withhold their number are not taken for one another", () => {
  const { limits } = setUp();
  for (let i = 0; i < 20; i++) expect(limits.admit(null) && limits.opened(null)).toBe(true);
  limits.closed(null);
});

test("a flood of numbers is forgotten, and those with a line are not", () => {
  const { clock, limits } = setUp();
  for (let i = 0; i < 2; i++) limits.opened(ADA);
  for (let i = 0; i < 20_000; i++) limits.admit(`+1503${String(5_550_100 + i)}`);
  clock.advance(60_000);
  expect(limits.admit(ADA)).toBe(false);
});
