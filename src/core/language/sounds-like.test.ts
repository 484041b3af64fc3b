import { expect, test } from "vitest";
import { soundDistance, soundOf } from "./sounds-like.ts";

const apart = (one: string, other: string): number => soundDistance(soundOf(one), soundOf(other));

test.each([
  ["Gail", "Gale"],
  ["Smith", "Smyth"],
  ["Phillip", "Filip"],
  ["Jordan", "Jordan"],
])("%s and %s sound alike", (one, other) => {
  expect(apart(one, other)).toBe(0);
});

test.each([
  ["Louis", "Lewis"],
  ["Geoffrey", "Jeffrey"],
  ["Dean", "Jean"],
  ["Carter", "Cotta"],
  ["Shane", "Shame"],
])("%s and %s are easily confused", (one, other) => {
  expect(apart(one, other)).toBeGreaterThan(0);
  expect(apart(one, other)).toBeLessThanOrEqual(0.85);
});

test.each([
  ["Turner", "Taylor"],
  ["Wilkins", "Wilkinson"],
  ["Ellis", "Harris"],
  ["Molly", "Maureen"],
])("%s and %s sound otherwise", (one, other) => {
  expect(apart(one, other)).toBeGreaterThanOrEqual(1.2);
  expect(apart(one, other)).toBe(apart(other, one));
});
