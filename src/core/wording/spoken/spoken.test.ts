import { describe, expect, test } from "vitest";
import {
  spelled,
  spelledWithCare,
  spokenDigits,
  spokenEmail,
  spokenPhone,
  spokenPhoneEnd,
} from "./characters.ts";
import { spokenDateFrom, spokenDateWithYear, spokenDuration, spokenTime } from "./dates.ts";
import { cardinal, ordinal, spokenMoney, spokenYear } from "./numbers.ts";

const today = Temporal.PlainDate.from("2026-03-02"); // a Monday
const date = (iso: string) => Temporal.PlainDate.from(iso);
const lasting = (iso: string) => ({ iso, since: null, intermittent: false });

function table(name: string, rows: readonly (readonly [given: string, said: string, expected: string])[]) {
  describe(name, () => {
    for (const [given, said, expected] of rows)
      test(`${given} is "${expected}"`, () => expect(said).toBe(expected));
  });
}

table("numbers", [
  ["0", cardinal(0), "zero"],
  ["21", cardinal(21), "twenty-one"],
  ["115", cardinal(115), "one hundred fifteen"],
  ["4,007", cardinal(4007), "four thousand seven"],
  ["1st", ordinal(1), "first"],
  ["12th", ordinal(12), "twelfth"],
  ["20th", ordinal(20), "twentieth"],
  ["31st", ordinal(31), "thirty-first"],
]);

table("years", [
  ["1985", spokenYear(1985), "nineteen eighty-five"],
  ["1905", spokenYear(1905), "nineteen oh five"],
  ["1900", spokenYear(1900), "nineteen hundred"],
  ["2000", spokenYear(2000), "two thousand"],
  ["2004", spokenYear(2004), "two thousand four"],
  ["2026", spokenYear(2026), "twenty twenty-six"],
]);

table("money", [
  ["$120", spokenMoney(12_000), "one hundred twenty dollars"],
  ["$1.01", spokenMoney(101), "one dollar and one cent"],
  ["$0.99", spokenMoney(99), "ninety-nine cents"],
]);

table("dates", [
  ["a birthday", spokenDateWithYear(date("1985-03-05")), "March fifth, nineteen eighty-five"],
  ["today", spokenDateFrom(today, today), "today, Monday, March second"],
  ["tomorrow", spokenDateFrom(date("2026-03-03"), today), "tomorrow, Tuesday, March third"],
  ["in a week", spokenDateFrom(date("2026-03-09"), today), "Monday, March ninth"],
  ["next year", spokenDateFrom(date("2027-01-04"), today), "Monday, January fourth, twenty twenty-seven"],
  ["new year soon", spokenDateFrom(date("2027-01-04"), date("2026-12-28")), "Monday, January fourth"],
]);

table("times", [
  ["9:00", spokenTime(Temporal.PlainTime.from("09:00")), "nine in the morning"],
  ["9:05", spokenTime(Temporal.PlainTime.from("09:05")), "nine oh five in the morning"],
  ["12:00", spokenTime(Temporal.PlainTime.from("12:00")), "noon"],
  ["12:30", spokenTime(Temporal.PlainTime.from("12:30")), "twelve thirty in the afternoon"],
  ["14:15", spokenTime(Temporal.PlainTime.from("14:15")), "two fifteen in the afternoon"],
  ["18:45", spokenTime(Temporal.PlainTime.from("18:45")), "six forty-five in the evening"],
  ["0:00", spokenTime(Temporal.PlainTime.from("00:00")), "midnight"],
]);

table("durations", [
  ["P2D", spokenDuration(lasting("P2D")), "two days"],
  ["P1W", spokenDuration(lasting("P1W")), "one week"],
  ["PT1H30M", spokenDuration(lasting("PT1H30M")), "one hour and thirty minutes"],
  ["P0D", spokenDuration(lasting("P0D")), "today"],
]);

table("characters", [
  ["a telephone number", spokenPhone("+15035550123"), "five zero three, five five five, zero one two three"],
  [
    "an extension",
    spokenPhone("+15035550123x45"),
    "five zero three, five five five, zero one two three, extension four five",
  ],
  ["the end of one", spokenPhoneEnd("+15035550123"), "zero one two three"],
  ["a foreign number", spokenPhone("+495550123"), "four nine five, five five zero, one two three"],
  ["four digits", spokenDigits("4471"), "four four seven one"],
  ["ten digits", spokenDigits("1234567890"), "one two three, four five six, seven eight nine zero"],
  ["a member ID", spelled("ABC12345"), "A B C, one two three, four five"],
  [
    "an e-mail address",
    spokenEmail("maria.lopez7@example.com"),
    "M A R I A, dot, L O P E Z, seven, at example dot com",
  ],
  ["a confirmation", spelledWithCare("K7M"), "K as in kilo, seven, M as in mike"],
]);
