import { expect, test } from "vitest";
import { type Expectation, nothingExpected } from "../language/expectation.ts";
import { isBackChannel } from "./back-channel.ts";

const date: Expectation = { ...nothingExpected, asked: ["date"] };
const yesNo: Expectation = { ...nothingExpected, asked: ["yesNo"] };

/** Whether it only listens: while a date is asked, and while yes or no is, when little, most or all of it was heard. */
const corpus: [phrase: string, date: boolean, little: boolean, most: boolean, all: boolean][] = [
  ["mm-hm", true, true, true, false],
  ["Uh-huh.", true, true, true, false],
  ["uh uh", true, true, true, false],
  ["okay okay", true, true, false, false],
  ["oh, I see", true, true, false, false],
  ["all right", true, true, false, false],
  ["yeah", true, false, false, false],
  ["Yes, okay.", true, false, false, false],
  ["sure", true, false, false, false],
  ["so please", true, false, false, false],
  ["Okay, go ahead.", true, false, false, false],
  ["so three", false, false, false, false],
  ["thank you", false, false, false, false],
  ["no", false, false, false, false],
  ["okay but not then", false, false, false, false],
  ["right on Tuesday", false, false, false, false],
  ["rightly", false, false, false, false],
  ["help", false, false, false, false],
  ["", false, false, false, false],
];

test.each(corpus)('"%s"', (phrase, whileDate, little, most, all) => {
  expect(isBackChannel(phrase, date, "most")).toBe(whileDate);
  expect([
    isBackChannel(phrase, yesNo, "little"),
    isBackChannel(phrase, yesNo, "most"),
    isBackChannel(phrase, yesNo, "all"),
  ]).toEqual([little, most, all]);
});

test("before anything was asked, agreement only listens", () => {
  expect(isBackChannel("yes", null, "little")).toBe(true);
});

test("where a yes may be said instead of the answer, it is one, and an okay is not", () => {
  const name: Expectation = { ...nothingExpected, asked: ["name"], also: ["yesNo"] };
  expect(isBackChannel("okay", name, "most")).toBe(true);
  expect(isBackChannel("yes", name, "most")).toBe(false);
  expect(isBackChannel("okay", { ...name, asked: ["choice"] }, "most")).toBe(false);
  expect(isBackChannel("okay", name, "all")).toBe(false);
});
