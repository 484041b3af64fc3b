import * as fc from "fast-check";
import { expect, test } from "vitest";
import { phoneComplete } from "./phone.ts";
import { first, hear } from "./testing/hear.ts";
import { politeness, spokenDigits } from "./testing/spoken.ts";
import { splitWords } from "./words.ts";

const asked = { asked: ["phone"] } as const;
const phoneIn = (text: string, hearing = {}): string | undefined =>
  first(hear(text, hearing), "phone")?.value;

const table: [expected: string | null, texts: string[]][] = [
  [
    "+15035550123",
    [
      "five oh three five five five oh one two three",
      "five zero three five five five zero one two three",
      "5 0 3 5 5 5 0 1 2 3",
      "503 555 0123",
      "503-555-0123",
      "(503) 555-0123",
      "503.555.0123",
      "5035550123",
      "+1 503 555 0123",
      "+15035550123",
      "1 503 555 0123",
      "one five oh three five five five oh one two three",
      "my number is five oh three triple five oh one two three",
      "it's five oh three, five double five, oh one twenty three",
      "you can reach me at 503 555 01 23",
      "area code five oh three and then five five five oh one two three",
      "area code 503 555 0123",
      "555 0123 area code 503",
      "my cell is uh 503 um 555 0123 please",
      "503 555 0123 that's 503 555 0123",
      "sure it's five o three five five five o one two three thanks",
      "five oh three dash five five five dash oh one two three",
      "call me at 503 555 0123 in the morning",
      "five oh three five five five oh one two tree",
    ],
  ],
  [
    "+18005550199",
    [
      "eight hundred five five five oh one ninety nine",
      "one eight hundred 555 0199",
      "1 800 555 0199",
      "eight hundred 555 oh one double nine",
    ],
  ],
  [
    "+17705550188",
    [
      "1 770 555 0188",
      "one seven seven oh five five five oh one eight eight",
      "17705550188",
      "double seven oh five double five oh one double eight",
    ],
  ],
  [
    "+15415550100",
    [
      "five four one five five five oh one hundred",
      "five forty one five five five oh one zero zero",
      "541 555 0 1 0 0",
    ],
  ],
  // Corrections in the middle: the new group takes the place of the old one.
  [
    "+15035550123",
    [
      "five oh three five five six no five five five oh one two three",
      "503 556 no wait 555 0123",
      "503 555 0124 no sorry 0123",
      "503 555 0122 sorry three",
      "504 no 503 555 0123",
      "541 555 0123 no sorry it's 503 555 0123",
      "five oh three five five five oh one two four I mean three",
    ],
  ],
  [
    "+15035550123x45",
    [
      "503 555 0123 extension 45",
      "503 555 0123 ext 45",
      "five oh three five five five oh one two three extension four five",
      "503 555 0123 x 45",
    ],
  ],
  ["+442079460958", ["plus 44 20 7946 0958", "+442079460958"]],
  // Not whole, not possible, or not a telephone number.
  [
    null,
    [
      "five oh three",
      "503 555",
      "555 0123",
      "five oh three five five five oh one two",
      "five oh three five five five oh one two three four",
      "103 555 0123",
      "503 155 0123",
      "my number is",
      "hold on",
      "I don't have one",
      "one moment please",
      "my member ID is 503 555 01",
      "two",
      "march fifth nineteen eighty two",
    ],
  ],
];
for (const [expected, texts] of table)
  test.each(texts)(`"%s" is ${expected ?? "no number"}`, (text) => {
    expect(phoneIn(text, asked) ?? null).toBe(expected);
  });

test("a number nobody asked for is heard", () => {
  expect(phoneIn("I'd like a call back at 503 555 0123")).toBe("+15035550123");
});

test.each([
  "the number I'm calling from",
  "same as the number I'm calling from",
  "use this number",
  "this one is fine",
  "the same one",
  "the number you have on your screen",
  "just use my caller ID",
  "the one I'm calling on",
  "this phone",
])('"%s" is the calling number', (text) => {
  expect(hear(text, asked).readings.map(({ kind }) => kind)).toContain("sameNumber");
});

test.each([
  "not the number I'm calling from",
  "a different number than this one",
  "no",
  "yes",
  "use my other number",
])('"%s" is not the calling number', (text) => {
  expect(hear(text, asked).readings.map(({ kind }) => kind)).not.toContain("sameNumber");
});

const completeness: [text: string, least: number, most: number][] = [
  ["my number is", 0, 0.1],
  ["area code", 0, 0.1],
  ["five oh three", 0, 0.2],
  ["five oh three five five five", 0, 0.3],
  ["five oh three five five five oh one double", 0, 0.1],
  ["five five five oh one two three", 0.2, 0.6],
  ["five oh three five five five oh one two three", 0.95, 1],
  ["five oh three five five five oh one two three extension", 0, 0.1],
  ["one five oh three five five five oh one two", 0, 0.7],
];
test.each(completeness)('"%s" is complete by %d to %d', (text, least, most) => {
  const complete = phoneComplete(splitWords(text));
  expect(complete).toBeGreaterThanOrEqual(least);
  expect(complete).toBeLessThanOrEqual(most);
});

const national = fc
  .tuple(
    fc.integer({ min: 201, max: 989 }),
    fc.integer({ min: 200, max: 999 }),
    fc.integer({ min: 0, max: 9999 }),
  )
  .map(([area, exchange, line]) => `${area}${exchange}${String(line).padStart(4, "0")}`);

test("every number comes back from every way of saying it", () => {
  const spoken = national.chain((number) =>
    fc
      .tuple(
        spokenDigits(number.slice(0, 3)),
        spokenDigits(number.slice(3, 6)),
        spokenDigits(number.slice(6)),
        fc.constantFrom(" ", ", ", " uh "),
        politeness,
        fc.constantFrom("", "one "),
      )
      .map(([area, exchange, line, pause, [before, after], country]) => ({
        number,
        text: `${before}${country}${area}${pause}${exchange}${pause}${line}${after}`,
      })),
  );
  fc.assert(
    fc.property(spoken, ({ number, text }) => {
      expect(phoneIn(text, asked), text).toBe(`+1${number}`);
    }),
  );
});

test("a dropped or doubled figure never gives a confident wrong number", () => {
  const digit = fc.tuple(national, fc.nat({ max: 9 }), fc.constantFrom("drop", "double", "garble"));
  fc.assert(
    fc.property(digit, ([number, at, fault]) => {
      const words = [...number].map(
        (figure) => "zero one two three four five six seven eight nine".split(" ")[Number(figure)],
      );
      const changed = { drop: [], double: [words[at], words[at]], garble: ["mumble"] }[fault] ?? [];
      const text = [...words.slice(0, at), ...changed, ...words.slice(at + 1)].join(" ");
      const found = first(hear(text, asked), "phone");
      expect(found === undefined || found.value === `+1${number}` || found.confidence <= 0.5, text).toBe(
        true,
      );
    }),
  );
});
