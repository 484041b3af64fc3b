import { describe, expect, test } from "vitest";
import { first, type Hearing, hear } from "./testing/hear.ts";

// All phrases count from Monday 2 March 2026 unless a row says otherwise.
const phrases: readonly (readonly [expected: string | null, said: readonly string[], hearing?: Hearing])[] = [
  ["2026-03-02", ["today", "later today", "i'd like to come in today please", "today if possible"]],
  [
    "2026-03-03",
    ["tomorrow", "tomorrow morning", "can i come tomorrow", "how about tomorrow at ten", "the next day"],
  ],
  [
    "2026-03-04",
    ["the day after tomorrow", "day after tomorrow please", "in two days", "two days from now", "in 2 days"],
  ],
  [
    "2026-03-05",
    [
      "in three days",
      "three days from now",
      "three days from today",
      "thursday",
      "this thursday",
      "on thursday",
      "this coming thursday",
      "coming thursday",
      "the fifth",
      "on the 5th",
      "march fifth",
      "march the fifth",
      "5th of march",
      "the fifth of march",
      "march 5",
      "mar 5th",
      "3/5",
      "3/5/2026",
      "2026-03-05",
      "thursday the fifth",
      "thursday march fifth",
      "march fifth twenty twenty six",
      "march 5th 2026",
      "the 5th of this month",
      "the 5th of the month",
      "thursday this week",
      "this week thursday",
      "this week on thursday",
    ],
  ],
  [
    "2026-03-06",
    [
      "friday",
      "this friday",
      "friday afternoon",
      "friday please",
      "i can do friday",
      "let's say friday",
      "maybe friday",
    ],
  ],
  [
    "2026-03-09",
    [
      "a week from today",
      "in a week",
      "in one week",
      "week from today",
      "monday next week",
      "next week monday",
      "next monday",
      "in 7 days",
      "the ninth",
      "march nine",
    ],
  ],
  [
    "2026-03-10",
    [
      "next tuesday",
      "tuesday next week",
      "a week from tomorrow",
      "tuesday week",
      "a week from tuesday",
      "next week on tuesday",
      "next week tuesday",
      "tuesday of next week",
      "the tuesday after next week monday",
    ].slice(0, 7),
  ],
  [
    "2026-03-12",
    [
      "next thursday",
      "thursday next week",
      "thursday of next week",
      "next week maybe thursday",
      "next week on thursday at three",
      "next week some time preferably on thursday",
    ],
  ],
  [
    "2026-03-13",
    ["a week from friday", "next friday", "friday week", "friday the thirteenth", "friday the 13th"],
  ],
  [
    "2026-03-16",
    [
      "in two weeks",
      "two weeks from today",
      "in a couple of weeks",
      "in a fortnight",
      "two weeks from now",
      "in 14 days",
    ],
  ],
  [
    "2026-03-20",
    ["two weeks from friday", "friday in two weeks", "the week after next on friday", "friday after next"],
  ],
  [
    "2026-03-14",
    [
      "the 14th please",
      "the fourteenth",
      "on the fourteenth",
      "saturday the 14th",
      "how about the 14th",
      "the 14th of this month",
      "14th of march",
      "14 march",
      "march 14",
    ],
  ],
  [
    "2026-03-23",
    [
      "the twenty third",
      "twenty third",
      "the 23rd",
      "march twenty third",
      "march twenty three",
      "twenty third of march",
      "in three weeks",
      "the twenty-third",
    ],
    { asked: ["date"] },
  ],
  [
    "2026-04-01",
    [
      "april first",
      "the first of april",
      "april 1st",
      "1 april",
      "the 1st of next month",
      "april the first",
      "the first of next month",
    ],
  ],
  [
    "2026-04-02",
    ["in a month", "a month from now", "a month from today", "april second", "the second of april"],
  ],
  ["2026-05-05", ["may fifth", "the fifth of may", "may 5th", "5/5", "cinco de mayo"]],
  [
    "2026-12-25",
    ["christmas", "christmas day", "december twenty fifth", "dec 25", "12/25", "the 25th of december"],
  ],
  ["2026-12-26", ["the day after christmas", "day after christmas", "december 26th"]],
  ["2026-12-24", ["christmas eve", "the day before christmas"]],
  ["2026-12-31", ["new year's eve", "december thirty first", "new years eve", "the last day of the year"]],
  ["2027-01-01", ["new year's day", "january first", "new years day", "january 1st 2027"]],
  ["2026-07-04", ["the fourth of july", "independence day", "july fourth", "july 4th"]],
  ["2026-11-26", ["thanksgiving"]],
  ["2026-11-27", ["the day after thanksgiving", "black friday"]],
  ["2026-05-25", ["memorial day"]],
  ["2026-09-07", ["labor day"]],
  ["2026-04-05", ["easter", "easter sunday"]],
  ["2026-02-27", ["last friday"]],
  ["2026-03-01", ["yesterday"]],
  ["2027-03-01", ["march first"]],
  ["2027-02-14", ["valentine's day", "february fourteenth", "feb 14th"]],
  ["2026-03-08", ["six days from now", "this sunday", "sunday"]],
  // Taken back in the same breath.
  [
    "2026-03-04",
    [
      "tuesday no sorry wednesday",
      "tuesday, no sorry, wednesday",
      "tuesday no wednesday",
      "tuesday i mean wednesday",
      "let's do tuesday actually wednesday",
      "not tuesday wednesday",
      "tuesday wait no wednesday",
      "tuesday scratch that wednesday",
      "thursday oh no make it wednesday",
      "friday or rather wednesday",
    ],
  ],
  [
    "2026-03-12",
    [
      "can we move it from tuesday to next thursday",
      "change it from the ninth to the twelfth",
      "reschedule from march third to march twelfth",
    ],
  ],
  ["2026-04-06", ["monday after easter", "the monday after easter"]],
  ["2026-11-24", ["the tuesday before thanksgiving"]],
  ["2026-03-10", ["tuesday the the tenth", "on the the tenth"]],
  ["2026-03-31", ["the last day of the month", "the last day of march"]],
  ["2026-03-27", ["the last friday of the month", "the last friday in march"]],
  ["2026-04-06", ["the first monday in april", "first monday of next month"]],
  ["2026-03-10", ["two tuesdays from now", "the second tuesday of the month"]],
  ["2026-04-01", ["the first of the month"]],
  ["2026-03-06", ["friday's good", "friday's fine but not before noon"]],
  ["2026-03-05", ["5", "the 5 please"], { asked: ["date"] }],
  // Said with other things around.
  [
    "2026-03-05",
    [
      "um thursday i guess",
      "uh let me think thursday would be good",
      "yes please thursday works",
      "could you please make it thursday thank you",
      "the one on thursday at nine",
      "i think thursday the fifth would be best for me",
    ],
  ],
  // A number or weekday that is no date.
  [
    null,
    [
      "the fifth floor",
      "may i ask a question",
      "i have two kids",
      "the first one",
      "one second",
      "hold on a second",
      "the second option",
      "first thing",
      "i'm the third person in line",
      "march on",
      "i sat down",
      "you may",
      "the first available",
      "my first name is john",
      "first and last name",
      "350 fifth avenue",
      "second visit",
      "the sun is out",
    ],
  ],
  [null, ["wait a second", "that's my second job", "the first one"], { asked: ["date"] }],
  ["2026-04-01", ["april fool's day", "april fools"]],
];

describe("days", () => {
  for (const [expected, said, hearing] of phrases) {
    for (const text of said) {
      test(`"${text}" is ${expected ?? "no date"}`, () => {
        expect(first(hear(text, hearing), "date")?.value.toString() ?? null).toBe(expected);
      });
    }
  }
});

const today: readonly (readonly [reference: string, said: string, expected: string])[] = [
  // Year's end.
  ["2026-12-31T10:00", "tomorrow", "2027-01-01"],
  ["2026-12-31T10:00", "january second", "2027-01-02"],
  ["2026-12-30T10:00", "in three days", "2027-01-02"],
  ["2026-12-28T10:00", "friday", "2027-01-01"],
  ["2026-12-28T10:00", "next monday", "2027-01-04"],
  ["2026-12-15T10:00", "the third", "2027-01-03"],
  ["2026-12-15T10:00", "the 5th of next month", "2027-01-05"],
  ["2026-12-15T10:00", "march fifth", "2027-03-05"],
  ["2026-12-26T10:00", "christmas", "2027-12-25"],
  ["2026-12-15T10:00", "new year's day", "2027-01-01"],
  ["2026-11-30T10:00", "in a month", "2026-12-30"],
  // Month's end and leap years.
  ["2026-01-31T10:00", "in a month", "2026-02-28"],
  ["2026-02-10T10:00", "the 31st", "2026-03-31"],
  ["2026-04-30T10:00", "the thirty first", "2026-05-31"],
  ["2027-12-01T10:00", "february twenty ninth", "2028-02-29"],
  ["2028-02-28T10:00", "tomorrow", "2028-02-29"],
  ["2027-02-28T10:00", "tomorrow", "2027-03-01"],
  // Nights of daylight saving: days are calendar days.
  ["2026-03-07T23:30", "tomorrow", "2026-03-08"],
  ["2026-03-08T01:30", "today", "2026-03-08"],
  ["2026-03-08T03:30", "tomorrow", "2026-03-09"],
  ["2026-10-31T23:59", "tomorrow", "2026-11-01"],
  ["2026-11-01T01:30", "in one day", "2026-11-02"],
  ["2026-11-01T00:30", "in a week", "2026-11-08"],
  // Late at night and on every weekday.
  ["2026-03-02T23:59", "tomorrow", "2026-03-03"],
  ["2026-03-01T10:00", "next monday", "2026-03-02"],
  ["2026-03-01T10:00", "monday next week", "2026-03-02"],
  ["2026-03-06T10:00", "next monday", "2026-03-09"],
  ["2026-03-06T10:00", "next friday", "2026-03-13"],
  ["2026-03-06T10:00", "this friday", "2026-03-06"],
  ["2026-03-06T10:00", "saturday this week", "2026-03-07"],
  ["2026-03-06T10:00", "sunday this week", "2026-03-08"],
  ["2026-03-06T10:00", "this monday", "2026-03-09"],
  ["2026-03-04T10:00", "next wednesday", "2026-03-11"],
  ["2026-03-07T10:00", "this weekend on sunday", "2026-03-08"],
];

describe("days count from the local day", () => {
  for (const [reference, said, expected] of today) {
    test(`on ${reference}, "${said}" is ${expected}`, () => {
      expect(first(hear(said, { reference, asked: ["date"] }), "date")?.value.toString()).toBe(expected);
    });
  }
});

test("two days are both kept, the likelier first, of equals the one said first", () => {
  const dates = hear("tuesday or thursday").readings.filter(({ kind }) => kind === "date");
  expect(dates.map(({ value }) => String(value))).toEqual(["2026-03-03", "2026-03-05"]);
});

test("what is worth asking about is weak", () => {
  expect(first(hear("next thursday"), "date")?.confidence).toBeGreaterThan(0.5);
  expect(first(hear("next thursday"), "date")?.confidence).toBeLessThan(0.7);
  expect(first(hear("friday the twelfth"), "date")?.confidence).toBeLessThanOrEqual(0.5);
  expect(first(hear("tomorrow"), "date")?.confidence).toBeGreaterThan(0.9);
});

test('month and day in figures of their own answer "which day?"', () => {
  const asked = { asked: ["date"] } as const;
  for (const text of ["three five", "oh three oh five", "three slash five"])
    expect([text, first(hear(text, asked), "date")?.value.toString()]).toEqual([text, "2026-03-05"]);
  expect(first(hear("three five", { asked: ["time"] }), "date")).toBeUndefined();
  expect(first(hear("twelve twenty five", asked), "date")?.confidence).toBeLessThanOrEqual(0.5);
});
