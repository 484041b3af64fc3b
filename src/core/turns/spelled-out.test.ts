import { expect, test } from "vitest";
import { isSpelledOut, spelledRun } from "./spelled-out.ts";
import { circumstancesOf } from "./testing/turn-script.ts";

const circumstances = {
  ...circumstancesOf({ asked: ["name"], spelling: true }),
  knownName: { given: "Alice", family: "Moreno" },
  previous: "Thank you. How do you spell O'Brien?",
};

const corpus: readonly (readonly [words: string, whole: boolean])[] = [
  ["m o r e n o", true],
  ["it's m o r e n o", true],
  ["o b r i e n", true],
  ["alice moreau m o r e a u", true],
  // Both are asked for.
  ["a l i c e", false],
  ["m o r e n", false],
  ["m o r e n o s", false],
  ["moreau m o r e", false],
  // Whoever spells one name first has said the other one before.
  ["alice moreau a l i c", false],
  // The telephone's alphabet.
  ["mike oscar romeo echo november oscar", true],
  ["mike oscar romeo echo november", false],
  // Both names in one go: the family name is the end of it.
  ["a l i c i a m o r e n o", true],
  ["alpha lima india charlie india alpha mike oscar romeo echo november oscar", true],
  ["a l i c i a m o r e n", false],
  ["moreno", false],
  ["a l", false],
  ["", false],
];
test.each(corpus)('"%s"', (words, whole) => {
  const run = spelledRun(words);
  expect(run !== null && isSpelledOut(run, circumstances)).toBe(whole);
});

test("whoever was not asked to spell both names may spell the first one alone", () => {
  const unasked = { ...circumstances, expectation: { ...circumstances.expectation, spelling: false } };
  const run = spelledRun("a l i c e");
  expect(run !== null && isSpelledOut(run, unasked)).toBe(true);
});

test.each(["moreno", "it's me", "jay", "anna lee", ""])('"%s" is no spelling', (words) => {
  expect(spelledRun(words)).toBeNull();
});
