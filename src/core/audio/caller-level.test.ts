import { expect, test } from "vitest";
import { CallerLevel } from "./caller-level.ts";

function levelAfter(...stretches: number[]): number {
  const level = new CallerLevel();
  for (const loudestDb of stretches) level.learn(loudestDb);
  return level.leastDb;
}

test("before the caller was heard, anybody is let in", () => {
  expect(levelAfter()).toBe(Number.NEGATIVE_INFINITY);
});

test("afterwards a voice over a prompt must come within nine decibels of theirs", () => {
  expect(levelAfter(-20)).toBe(-29);
});

test("a louder caller is believed sooner than a quieter one", () => {
  expect(levelAfter(-30, -20)).toBeCloseTo(-32);
  expect(levelAfter(-20, -24)).toBeCloseTo(-29.4);
});

test("a television behind the caller hardly moves the level, and the caller's next words put it right", () => {
  expect(levelAfter(-20, -38, -38, -38)).toBe(-32);
  expect(levelAfter(-20, -38, -38, -38, -20)).toBeCloseTo(-29.9);
});

test("a caller who has moved away is followed in the end", () => {
  expect(levelAfter(-20, ...Array.from({ length: 60 }, () => -38))).toBeLessThan(-40);
});
