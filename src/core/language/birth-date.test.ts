import { describe, expect, test } from "vitest";
import { first, type Hearing, hear } from "./testing/hear.ts";

function birth(text: string, hearing: Hearing = {}): string | undefined {
  return first(hear(text, { asked: ["dateOfBirth"], ...hearing }), "dateOfBirth")?.value.toString();
}

const phrases: readonly (readonly [expected: string | undefined, said: readonly string[]])[] = [
  [
    "1982-05-19",
    [
      "may nineteenth nineteen eighty two",
      "oh five nineteen eighty two",
      "five nineteen eighty two",
      "05 19 1982",
      "5/19/82",
      "05/19/1982",
      "0 5 1 9 1 9 8 2",
      "oh five one nine one nine eight two",
      "05191982",
      "the nineteenth of may nineteen eighty two",
      "may 19 1982",
      "19 may 1982",
      "nineteen eighty two may nineteenth",
      "1982-05-19",
      "it's may nineteenth nineteen eighty-two",
      "my date of birth is may 19th 1982",
      "may nineteenth eighty two",
      "five slash nineteen slash eighty two",
      "5 19 82",
    ],
  ],
  [
    "1982-03-05",
    [
      "nineteen eighty-two march fifth",
      "march fifth nineteen eighty two",
      "march the fifth nineteen eighty two",
      "3/5/82",
      "three five eighty two",
      "march 5 of 1982",
    ],
  ],
  [
    "2005-11-02",
    [
      "november second two thousand five",
      "november second two thousand and five",
      "november 2nd 2005",
      "the second of november two thousand and five",
      "november second twenty oh five",
      "eleven two two thousand five",
    ],
  ],
  ["1905-01-31", ["january thirty first nineteen oh five", "january 31st 1905"]],
  [
    "1970-08-13",
    ["august thirteenth nineteen seventy", "thirteen august nineteen seventy", "8/13/1970", "13/8/1970"],
  ],
  ["2014-12-24", ["december 24th 2014", "24th of december 2014", "december twenty fourth twenty fourteen"]],
  [
    undefined,
    [
      "march fifth",
      "i'd rather not say",
      "nineteen eighty two",
      "hold on",
      "five",
      "may nineteenth twenty ninety",
    ],
  ],
];

describe("dates of birth", () => {
  for (const [expected, said] of phrases) {
    for (const text of said)
      test(`"${text}" is ${expected ?? "none"}`, () => expect(birth(text)).toBe(expected));
  }
});

test("a name that is a month's belongs to the person", () => {
  const asked = { asked: ["name"], also: ["dateOfBirth"] } as const;
  for (const text of ["Susan May, March 3rd 1980", "april jones march third nineteen eighty"])
    expect(birth(text, asked)).toBe("1980-03-03");
  expect(birth("susan may march third nineteen eighty")).toBe("1980-03-03");
  expect(birth("Susan March, May 3rd 1980", asked)).toBe("1980-05-03");
});

test("in Britain figures begin with the day", () => {
  expect([
    birth("3/5/82", { timeZone: "Europe/London" }),
    birth("the third of the fifth 1982", { timeZone: "Europe/London" }),
  ]).toEqual(["1982-05-03", "1982-05-03"]);
});

test("another hypothesis of the recognizer helps, and wants confirming", () => {
  const heard = hear("made it nineteen eighty two", {
    asked: ["dateOfBirth"],
    nbest: ["may eighth nineteen eighty two"],
  });
  expect(first(heard, "dateOfBirth")?.value.toString()).toBe("1982-05-08");
  expect(first(heard, "dateOfBirth")?.confidence).toBeLessThanOrEqual(0.5);
});

test.each([
  ["april 4th 1990", ["april 4th 1990s", "april 4th 1997"], "1997-04-04"],
  ["4th of april 1990", ["the 4th of april 1990", "4th of april 1993"], "1993-04-04"],
  ["april 4th 1990", ["april 4th 1990", "april 14th 1997"], "1990-04-04"],
  ["april 4th 1992", ["april 4th 1992", "april 4th 1997"], "1992-04-04"],
])("a year whose last figure was lost in %s is whole in one of %j", (text, nbest, expected) => {
  const found = first(hear(text, { asked: ["dateOfBirth"], nbest }), "dateOfBirth");
  expect(found?.value.toString()).toBe(expected);
  if (!text.endsWith(expected.slice(0, 4))) expect(found?.confidence).toBeLessThanOrEqual(0.5);
});

test.each([
  ["to 9th december 2018", "2018-12-29"],
  ["20 9th of december 2018", "2018-12-29"],
  ["on the 9th of december 2018", "2018-12-09"],
  ["the 5th 5th of may 1971", "1971-05-05"],
])("the rest of a twenty: %s is %s", (text, expected) => expect(birth(text)).toBe(expected));

test("day and month may have the same number", () => {
  const british = { timeZone: "Europe/London" };
  expect(birth("12th of the 12th 1930", british)).toBe("1930-12-12");
  expect(birth("the 4th the 4th of the 5th 1930", british)).toBe("1930-05-04");
});

test("a year that came apart in one hypothesis and stands in another gives no day", () => {
  const heard = hear("can june 1994", {
    asked: ["dateOfBirth"],
    timeZone: "Europe/London",
    nbest: ["can june 1994", "june 1990 4", "june 1990 4th"],
  });
  expect(first(heard, "dateOfBirth")?.value.toString()).toBe("1994-06-10");
  expect(birth("april third nineteen ninety no ninety one")).toBe("1991-04-03");
  expect(birth("march fifth 1982 sorry 1983")).toBe("1983-03-05");
});

test("without being asked, only what is announced is a date of birth", () => {
  expect(birth("i was born on may 19th 1982", { asked: ["name"] })).toBe("1982-05-19");
  expect(birth("may 19th 1982", { asked: ["name"] })).toBeUndefined();
});

const amongOthers: readonly string[] = [
  "I've had a sore throat for two days. My name is Maria Lopez, I was born March 5th 1985.",
  "it hurts seven out of ten, my date of birth is march fifth nineteen eighty five",
  "I can come at ten am and I was born march fifth nineteen eighty five",
  "I have two kids, my birthday is 3/5/1985",
];
for (const text of amongOthers)
  test(`of the figures in "${text}" only those of the birthday are taken`, () =>
    expect(birth(text)).toBe("1985-03-05"));

test.each([
  ["27 to 1995", "27 to 1 995"],
  ["170 201995", "17021995"],
  ["28 of 52003", "28 of 52003"],
])('figures are one date wherever the blanks stand: "%s"', (text, other) => {
  const heard = hear(text, { asked: ["dateOfBirth"], timeZone: "Europe/London", nbest: [text, other] });
  const expected = { "27 to 1995": "1995-02-27", "170 201995": "1995-02-17", "28 of 52003": "2003-05-28" }[
    text
  ];
  expect(first(heard, "dateOfBirth")?.value.toString()).toBe(expected);
});

test("the hypotheses speak together: one without strange words is believed before the first", () => {
  const heard = hear("20 seconds of the 11th 1927", {
    asked: ["dateOfBirth"],
    timeZone: "Europe/London",
    nbest: ["20 s of the 11th 1927", "22nd of the 11th 1927"],
  });
  expect(first(heard, "dateOfBirth")?.value.toString()).toBe("1927-11-22");
  expect(first(heard, "dateOfBirth")?.confidence).toBeLessThanOrEqual(0.5);
});

test.each([
  ["22nd of July 1979 I mean 3", "1973-07-22"],
  ["22nd, 27th of October 1986", "1986-10-27"],
  ["14th of May 19th 1970", "1970-05-14"],
  ["24th of August 1893", "1993-08-24"],
])('"%s" is %s', (text, expected) => {
  expect(birth(text, { timeZone: "Europe/London" })).toBe(expected);
});
