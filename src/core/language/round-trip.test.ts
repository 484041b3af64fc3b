import fc from "fast-check";
import { expect, test } from "vitest";
import { first, hear } from "./testing/hear.ts";
import { politeness } from "./testing/spoken.ts";

// Values that other tests do not take round: said in every usual way, they come back as they were.

const ones =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const tens = "- - twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const months = "january february march april may june july august september october november december".split(
  " ",
);
const ordinals =
  "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split(
    " ",
  );

function below100(value: number): string {
  if (value < 20) return ones[value] ?? "";
  return value % 10 === 0 ? (tens[value / 10] ?? "") : `${tens[Math.floor(value / 10)]} ${ones[value % 10]}`;
}

function ordinal(value: number): string {
  if (value < 20) return ordinals[value - 1] ?? "";
  if (value % 10 === 0) return value === 20 ? "twentieth" : "thirtieth";
  return `${tens[Math.floor(value / 10)]} ${ordinals[(value % 10) - 1]}`;
}

function year(value: number): string {
  const short = value % 100;
  if (value >= 2000)
    return short === 0 ? "two thousand" : `two thousand ${short < 10 ? "and " : ""}${below100(short)}`;
  const end = short === 0 ? "hundred" : short < 10 ? `oh ${below100(short)}` : below100(short);
  return `nineteen ${end}`;
}

const two = (value: number): string => String(value).padStart(2, "0");
const digitByDigit = (text: string): string =>
  [...text].map((digit) => (digit === "0" ? "oh" : ones[Number(digit)])).join(" ");

/** Ways to say a date of birth that mean one day only, whatever comes first in the country. */
const sayings: readonly ((date: Temporal.PlainDate, dayFirst: boolean) => string)[] = [
  ({ year: y, month, day }) => `${months[month - 1]} ${ordinal(day)} ${year(y)}`,
  ({ year: y, month, day }) => `the ${ordinal(day)} of ${months[month - 1]} ${year(y)}`,
  ({ year: y, month, day }) => `${year(y)} ${months[month - 1]} ${ordinal(day)}`,
  ({ year: y, month, day }) => `${months[month - 1]} ${day} ${y}`,
  ({ year: y, month, day }) => `${months[month - 1]} the ${ordinal(day)} ${digitByDigit(String(y))}`,
  (date) => date.toString(),
  ({ year: y, month, day }, dayFirst) => (dayFirst ? `${day}/${month}/${y}` : `${month}/${day}/${y}`),
  ({ year: y, month, day }, dayFirst) =>
    dayFirst ? `${two(day)} ${two(month)} ${y}` : `${two(month)} ${two(day)} ${y}`,
  ({ year: y, month, day }, dayFirst) =>
    digitByDigit(dayFirst ? `${two(day)}${two(month)}${y}` : `${two(month)}${two(day)}${y}`),
  ({ year: y, month, day }, dayFirst) =>
    dayFirst
      ? `${below100(day)} ${below100(month)} ${year(y)}`
      : `${below100(month)} ${below100(day)} ${year(y)}`,
];

test("dates of birth, with days and with months first", () => {
  const date = fc
    .record({
      year: fc.integer({ min: 1925, max: 2025 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
    })
    .map((fields) => Temporal.PlainDate.from(fields));
  fc.assert(
    fc.property(
      date,
      fc.constantFrom(...sayings),
      fc.boolean(),
      politeness,
      (day, say, dayFirst, [before, after]) => {
        // "Twenty | one nineteen …" may be the twenty-first of something, "twenty two thousand" a number.
        fc.pre(say !== sayings.at(-1) || day.day !== 20);
        const text = `${before}${say(day, dayFirst)}${after}`;
        const timeZone = dayFirst ? "Europe/London" : "America/New_York";
        const heard = hear(text, { asked: ["dateOfBirth"], timeZone });
        expect([text, first(heard, "dateOfBirth")?.value.toString()]).toEqual([text, day.toString()]);
      },
    ),
    { numRuns: 1000 },
  );
});

test("lengths of time", () => {
  const units = fc.constantFrom(
    ["minute", "PT", "M"],
    ["hour", "PT", "H"],
    ["day", "P", "D"],
    ["week", "P", "W"],
    ["month", "P", "M"],
    ["year", "P", "Y"],
  );
  const amount = fc.integer({ min: 1, max: 30 });
  const frames = fc.constantFrom("for # now", "about #", "#", "it's been # already", "the last #", "# ago");
  fc.assert(
    fc.property(amount, units, frames, fc.boolean(), (count, [unit, lead, letter], frame, figures) => {
      const said = `${figures ? count : below100(count)} ${unit}${count === 1 ? "" : "s"}`;
      const text = frame.replace("#", said);
      const heard = first(hear(text, { asked: ["duration"] }), "duration");
      expect([text, heard?.value.iso]).toEqual([text, `${lead}${count}${letter}`]);
    }),
    { numRuns: 500 },
  );
});

test("pain from nought to ten", () => {
  const frames = fc.constantFrom(
    "#",
    "about a #",
    "maybe # out of ten",
    "I'd say #",
    "it's a #",
    "um # I guess",
  );
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 }), frames, fc.boolean(), (value, frame, figures) => {
      const text = frame.replace("#", figures ? String(value) : below100(value));
      expect([text, first(hear(text, { asked: ["pain"] }), "pain")?.value]).toEqual([text, value]);
    }),
  );
});

test("choices by number, by ordinal and by what is on offer", () => {
  const choices = ["Dr. Elena Garcia", "Dr. Amy Wong", "Dr. Peter Novak", "Dr. Ruth Okafor"];
  const frames = fc.constantFrom("#", "# please", "um #", "I'd like #", "let's do #");
  fc.assert(
    fc.property(fc.nat(3), fc.nat(3), frames, (index, form, frame) => {
      const said = [
        `the ${ordinal(index + 1)} one`,
        `number ${below100(index + 1)}`,
        choices[index] ?? "",
        `doctor ${choices[index]?.split(" ").at(-1)}`,
      ][form];
      const text = frame.replace("#", said ?? "");
      expect([text, first(hear(text, { asked: ["choice"], choices }), "choice")?.value]).toEqual([
        text,
        index,
      ]);
    }),
  );
});
