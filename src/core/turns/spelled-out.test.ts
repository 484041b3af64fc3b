import { expect, test } from "vitest";
import { isSpelledOut } from "./spelled-out.ts";
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
  ["a l i c e", true],
  ["m o r e n", false],
  ["m o r e n o s", false],
  ["moreau m o r e", false],
  // Whoever spells one name first has said the other one before.
  ["alice moreau a l i c", false],
  ["moreno", false],
  ["a l", false],
  ["", false],
];
test.each(corpus)('"%s"', (words, whole) => {
  expect(isSpelledOut(words, circumstances)).toBe(whole);
});
