import { expect, test } from "vitest";
import { first, hear } from "./testing/hear.ts";

const offered = { asked: ["date", "time"], previous: "I have Tuesday, March tenth at 2 p.m." } as const;
test.each([
  ["the same time", undefined, "14:00"],
  ["the same day at ten", "2026-03-10", "10:00"],
  ["that day at four", "2026-03-10", "16:00"],
  ["the same day next week", "2026-03-17", undefined],
  ["that day works", undefined, undefined],
  ["not the same day", undefined, undefined],
])('"%s" points to what was said before', (text, date, time) => {
  const told = hear(text, offered);
  expect([first(told, "date")?.value.toString(), first(told, "time")?.value.toString().slice(0, 5)]).toEqual([
    date,
    time,
  ]);
});
