import { expect, test } from "vitest";
import { clauses } from "./clauses.ts";

const cuts: [text: string, pieces: string[]][] = [
  ["", []],
  ["Goodbye.", ["Goodbye."]],
  ["Thank you. What is your date of birth?", ["Thank you. What is your date of birth?"]],
  ["Dr. Garcia is free. Is that all right?", ["Dr. Garcia is free.", "Is that all right?"]],
  [
    "I have Tuesday at nine, Wednesday at half past ten, or Thursday at two in the afternoon with Dr. Patel.",
    [
      "I have Tuesday at nine, Wednesday at half past ten,",
      "or Thursday at two in the afternoon with Dr. Patel.",
    ],
  ],
];
for (const [text, pieces] of cuts)
  test(`"${text.slice(0, 40)}" is said in ${pieces.length} pieces`, () =>
    expect(clauses(text).map((clause) => clause.text)).toEqual(pieces));

test("no piece is lost, and only the last has no pause", () => {
  const text = "One, two.  Three; four: five, and a rather long end of the sentence that goes on. Six!";
  const parts = clauses(text);
  expect(parts.map((part) => part.text).join(" ")).toBe(text.replace(/\s+/g, " "));
  expect(parts.map((part) => part.pauseMs > 0)).toEqual(parts.map((_, index) => index < parts.length - 1));
});
