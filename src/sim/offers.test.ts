import { expect, test } from "vitest";
import { isNextWeek, offeredDays } from "./offers.ts";

const saturday = Temporal.PlainDate.from("2026-03-07");

const table: readonly (readonly [text: string, days: readonly string[]])[] = [
  [
    "I have today, Saturday, March seventh, at ten in the morning with Dr. Priya Patel; Monday, March ninth, at noon.",
    ["2026-03-07", "2026-03-09"],
  ],
  [
    "There is Tuesday, March twenty-first, at one, or Thursday, March 31st at 5.",
    ["2026-03-21", "2026-03-31"],
  ],
  [
    "There is today, Saturday, March seventh, at noon with Tom; at two with Tom; or Monday, March ninth, at one. Which one suits you?",
    ["2026-03-07", "2026-03-07", "2026-03-09"],
  ],
  [
    "April seventeenth, nineteen eighty-eight, thank you. There is today, Saturday, March seventh, at one with Dr. Elena Garcia; at two.",
    ["2026-03-07", "2026-03-07"],
  ],
  ["The first free day is January second.", ["2027-01-02"]],
  ["Which one would you like?", []],
];
for (const [text, days] of table)
  test(`"${text.slice(0, 40)}…" offers ${days.length} days`, () =>
    expect(offeredDays(text, saturday).map(String)).toEqual(days));

test("next week begins on Monday", () => {
  const days = ["2026-03-08", "2026-03-09", "2026-03-15", "2026-03-16"];
  const next = days.map((day) => isNextWeek(Temporal.PlainDate.from(day), saturday));
  expect(next).toEqual([false, true, true, false]);
});
