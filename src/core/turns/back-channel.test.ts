import { expect, test } from "vitest";
import { type Expectation, nothingExpected } from "../language/expectation.ts";
import { isBackChannel } from "./back-channel.ts";

const date: Expectation = { ...nothingExpected, asked: ["date"] };
const yesNo: Expectation = { ...nothingExpected, asked: ["yesNo"] };

/** Whether it only listens: while a date is asked, and while yes or no is, before and after the question was heard. */
const corpus: [phrase: string, date: boolean, yesNoEarly: boolean, yesNoHeard: boolean][] = [
  ["mm-hm", true, true, false],
  ["Uh-huh.", true, true, false],
  ["okay okay", true, true, false],
  ["oh, I see", true, true, false],
  ["all right", true, true, false],
  ["yeah", true, false, false],
  ["Yes, okay.", true, false, false],
  ["sure", true, false, false],
  ["no", false, false, false],
  ["okay but not then", false, false, false],
  ["right on Tuesday", false, false, false],
  ["rightly", false, false, false],
  ["help", false, false, false],
  ["", false, false, false],
];

test.each(corpus)('"%s"', (phrase, whileDate, whileYesNoEarly, whileYesNoHeard) => {
  expect(isBackChannel(phrase, date, false)).toBe(whileDate);
  expect(isBackChannel(phrase, yesNo, true)).toBe(whileYesNoEarly);
  expect(isBackChannel(phrase, yesNo, false)).toBe(whileYesNoHeard);
});

test("before anything was asked, agreement only listens", () => {
  expect(isBackChannel("yes", null, true)).toBe(true);
});
