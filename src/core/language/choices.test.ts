import { describe, expect, test } from "vitest";
import { hear } from "./testing/hear.ts";

const times = [
  "Tuesday, March 3rd at 9 a.m.",
  "Tuesday, March 3rd at 2 p.m.",
  "Thursday, March 5th at 3:30 p.m.",
];
const doctors = ["Dr. Elena Garcia", "Dr. James Smith", "Dr. Amy Wong"];

function chosen(text: string, choices: readonly string[]): number | "none" | undefined {
  for (const reading of hear(text, { asked: ["choice"], choices }).readings) {
    if (reading.kind === "choiceNone") return "none";
    if (reading.kind === "choice" && reading.confidence > 0.5) return reading.value;
  }
  return undefined;
}

const ofTimes: readonly (readonly [expected: number | "none" | undefined, said: readonly string[]])[] = [
  [
    0,
    [
      "the first one",
      "first",
      "one",
      "number one",
      "option one",
      "the earliest one",
      "the first",
      "tuesday at nine",
      "the nine o'clock",
      "nine",
      "9 am",
      "the one in the morning",
      "tuesday morning",
      "the morning one",
      "i'll take the first one please",
      "let's do the first",
    ],
  ],
  [
    1,
    [
      "the second one",
      "number 2",
      "option 2",
      "the second",
      "two o'clock",
      "2 pm",
      "at two",
      "tuesday at two",
      "tuesday afternoon",
      "the middle one",
      "um the second one i guess",
      "the 2 pm one",
    ],
  ],
  [
    2,
    [
      "the third one",
      "three thirty",
      "the last one",
      "the latest one",
      "thursday",
      "the thursday one",
      "on thursday please",
      "3:30",
      "number three",
      "the fifth",
      "march fifth",
      "third",
    ],
  ],
  [
    "none",
    [
      "none of those",
      "none of those work",
      "neither",
      "something else",
      "do you have anything else",
      "those don't work",
      "none of them",
      "another day",
      "a different time please",
      "what else do you have",
      "any other times",
    ],
  ],
  [
    0,
    [
      "either",
      "any of them",
      "it doesn't matter",
      "whichever",
      "you choose",
      "no preference",
      "either one is fine",
    ],
  ],
  [
    undefined,
    [
      "um",
      "hold on",
      "what was that",
      "tuesday",
      "no cancel",
      "friday",
      "i'm not sure",
      "can you repeat those",
    ],
  ],
];

describe("of three times", () => {
  for (const [expected, said] of ofTimes) {
    for (const text of said)
      test(`"${text}" is ${expected ?? "none that can be told"}`, () =>
        expect(chosen(text, times)).toBe(expected));
  }
});

test.each([
  ["garcia", 0],
  ["dr garcia", 0],
  ["doctor garcia please", 0],
  ["elena", 0],
  ["the second one", 1],
  ["doctor smith", 1],
  ["two", 1],
  ["i'd like to see doctor wong", 2],
  ["amy wong", 2],
  ["dr garsia", 0],
  ["not smith wong", 2],
  ["not garcia not smith", 2],
  ["any doctor is fine", 0],
  ["someone else", "none"],
])("of three doctors, %s is %s", (said, expected) => {
  expect(chosen(said, doctors)).toBe(expected);
});

test("of two Garcias the family name alone is ambiguous", () => {
  const readings = hear("garcia", {
    asked: ["choice"],
    choices: ["Dr. Elena Garcia", "Dr. Juan Garcia"],
  }).readings;
  const choices = readings.filter(({ kind }) => kind === "choice");
  expect(choices.map(({ value, confidence }) => [value, confidence])).toEqual([
    [0, 0.5],
    [1, 0.5],
  ]);
});

test("of two times the earlier and the later are told by the clock, not by the order said", () => {
  const later = ["Thursday at 3 p.m.", "Tuesday at 9 a.m."];
  expect([chosen("the earlier one", later), chosen("the later one", later)]).toEqual([1, 0]);
});

test.each([
  ["anyone but garcia", 1],
  ["not doctor wong", 0],
])("of two doctors, %s leaves the other", (said, expected) => {
  expect(chosen(said, ["Dr. Elena Garcia", "Dr. Amy Wong"])).toBe(expected);
});

test("a yes to the one thing on offer chooses it; something later does not", () => {
  expect(chosen("yes that works", ["Monday at 9 a.m."])).toBe(0);
  expect(chosen("later in the day", ["Monday at 9 a.m.", "Tuesday at 9 a.m."])).toBeUndefined();
});

test("a.m. and p.m. tell times on offer apart, and nothing that only sounds so", () => {
  const halves = ["Tuesday at 9:00 AM", "Tuesday at 2:30 PM"];
  expect([chosen("the p.m. one", halves), chosen("the am one", halves)]).toEqual([1, 0]);
  expect(chosen("I'm not sure", halves)).toBeUndefined();
});

test.each([
  "what was the second one again",
  "who is the second one with",
  "what time was the first one",
  "is the first one with doctor lee",
])("%s asks and chooses nothing", (said) => expect(chosen(said, times)).toBeUndefined());

test.each(["what about the second one", "is the second one still available", "can i have the second"])(
  "%s chooses",
  (said) => expect(chosen(said, times)).toBe(1),
);

test("a name in two words is the name in one", () => {
  const places = ["Downtown clinic", "Northside clinic"];
  expect([chosen("the north side one", places), chosen("down town", places)]).toEqual([1, 0]);
  expect(chosen("the other side", places)).toBeUndefined();
});

test("a hyphen makes no other name", () => {
  expect(chosen("follow up", ["New patient visit", "Follow-up visit"])).toBe(1);
});
