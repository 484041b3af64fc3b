import { expect, test } from "vitest";
import { testPractice } from "../core/practice/testing/test-practice.ts";
import { HolidayCalendar } from "./holidays.ts";

const calendar = new HolidayCalendar();
const on = (date: string) =>
  Temporal.ZonedDateTime.from(`${date}T12:00[America/Los_Angeles]`).epochMilliseconds;

test("public holidays of this year and the next are known by date", () => {
  const dates = calendar.around(testPractice, on("2026-11-22"));
  for (const date of ["2026-07-04", "2026-11-26", "2026-12-25", "2027-01-01"]) expect(dates).toContain(date);
  for (const date of ["2026-11-25", "2026-03-03", "2026-02-14"]) expect(dates).not.toContain(date);
});

test("regions have their own", () => {
  const bavaria = { ...testPractice, holidays: { country: "DE", region: "BY" } };
  expect(calendar.around(bavaria, on("2026-03-02"))).toContain("2026-01-06");
  const berlin = { ...testPractice, holidays: { country: "DE", region: "BE" } };
  expect(calendar.around(berlin, on("2026-03-02"))).not.toContain("2026-01-06");
});
