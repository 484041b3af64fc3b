import { expect, test } from "vitest";
import { hear } from "./testing/hear.ts";

// Days that stand beside each other are one day said twice, or tell that something was misheard.

function sureDates(text: string): readonly string[] {
  return hear(text, { asked: ["date"] }).readings.flatMap((reading) =>
    reading.kind === "date" && reading.confidence > 0.5 ? [reading.value.toString()] : [],
  );
}

test("a weekday beside a day is the same day said twice", () => {
  for (const text of [
    "march tenth tuesday",
    "the tenth a tuesday",
    "march tenth which is a tuesday",
    "tuesday um march tenth",
  ]) {
    const dates = hear(text, { asked: ["date"] }).readings.filter(({ kind }) => kind === "date");
    expect([text, ...dates.map(({ value }) => String(value))]).toEqual([text, "2026-03-10"]);
  }
});

test.each([
  "march fourteenth a wednesday",
  "today march third",
  "thursday march",
  "thursday the",
  "thursday the um of march",
  "thursday apron second",
  "march twenty um a sunday",
])('"%s" wants confirming: something in it was misheard', (text) => {
  expect(sureDates(text)).toEqual([]);
});

test.each([
  ["tuesday or march twelfth", 2],
  ["friday may work", 1],
  ["thursday the earlier the better", 1],
  ["friday first thing", 1],
])('"%s" leaves no doubt', (text, count) => {
  expect(sureDates(text)).toHaveLength(count);
});
