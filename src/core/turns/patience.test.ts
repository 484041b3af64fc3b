import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Expectation } from "../language/expectation.ts";
import { heedRecognizer, patienceMs } from "./patience.ts";
import { circumstancesOf } from "./testing/turn-script.ts";

function patience(
  text: string | null,
  asked: Partial<Expectation> = { asked: ["yesNo"] },
  paceMs = 0,
): number {
  const heard = text === null ? null : { text, alternatives: [text] };
  return patienceMs({ heard, voicedMs: 800, circumstances: circumstancesOf(asked), paceMs });
}

test.each(["yes", "no", "Yes, please."])('hardly anybody waits after "%s"', (text) => {
  expect(patience(text)).toBeLessThanOrEqual(400);
});

test.each(["um", "yes but", "it's um", "well, let me see", "my back hurts and", "it's at the", "Yes, uh..."])(
  '"%s" is waited for',
  (text) => {
    expect(patience(text)).toBeGreaterThanOrEqual(2000);
  },
);

test("without words it depends on the question and on how long the sound was", () => {
  expect(patience(null)).toBe(420);
  expect(patience(null, { asked: ["phone"] })).toBe(700);
  expect(patienceMs({ heard: null, voicedMs: 150, circumstances: null, paceMs: 0 })).toBe(400);
});

test("always between a fifth of a second and five seconds", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), (text) => {
      expect(patience(text)).toBeGreaterThanOrEqual(200);
      expect(patience(text)).toBeLessThanOrEqual(5000);
    }),
  );
});

test("a name that is spelled out after it was said is as good as over", () => {
  const name = { asked: ["name" as const] };
  expect(patience("alice moreno m o r e n o", name)).toBe(600);
  expect(patience("alice moreno m o r e n", name)).toBeGreaterThan(1600);
});

test("letters that are spelled one by one are waited for", () => {
  const spelling = { asked: ["name" as const], spelling: true };
  expect(patience("m o", spelling)).toBeGreaterThan(1600);
  expect(patience("m o r e n o", spelling)).toBeGreaterThan(1600);
});

const memberId = { name: "memberId", minLength: 6, maxLength: 14, masks: [] };
const plate = { name: "plate", minLength: 4, maxLength: 8, masks: [] };

describe("what is read out in parts is waited for through a pause of a second and a half until it is whole", () => {
  const parts: readonly (readonly [asked: Partial<Expectation>, words: readonly string[]])[] = [
    [
      { asked: ["phone"] },
      ["five oh three", "five oh three five five five", "five oh three five five five oh one"],
    ],
    [
      { asked: ["identifier"], shape: memberId },
      [
        "four eight two",
        "four eight two nine one three",
        "the number is w one two three four five",
        "x y z one two three",
      ],
    ],
    [{ asked: ["identifier"], shape: plate }, ["a b c", "a b c one"]],
    [
      { asked: ["email"] },
      [
        "david",
        "david dot",
        "david dot miller",
        "david dot miller at",
        "david miller at example",
        "d m four four",
      ],
    ],
    [
      { asked: ["address"] },
      ["twelve oh eight", "twelve oh eight park avenue", "twelve oh eight park avenue portland oregon"],
    ],
    [{ asked: ["name"] }, ["sarah j o h n", "it's sarah j o h n s o n"]],
  ];
  test.each(parts.flatMap(([asked, words]) => words.map((text) => [text, asked] as const)))(
    "%s",
    (text, asked) => {
      expect(patience(text, asked)).toBeGreaterThan(1600);
    },
  );
});

describe("when it is whole by count, or is no value, nobody waits", () => {
  const whole: readonly (readonly [asked: Partial<Expectation>, words: readonly string[]])[] = [
    [{ asked: ["phone"] }, ["five oh three five five five oh one two three", "the one i'm calling from"]],
    [{ asked: ["email"] }, ["david dot miller at example dot com", "i don't have one"]],
    [
      { asked: ["address"] },
      ["twelve oh eight park avenue portland oregon nine seven two zero five", "can you say that again"],
    ],
    [{ asked: ["identifier"], shape: memberId }, ["i don't have it with me"]],
    [{ asked: ["yesNo", "phone"] }, ["yes", "no"]],
  ];
  test.each(whole.flatMap(([asked, words]) => words.map((text) => [text, asked] as const)))(
    "%s",
    (text, asked) => {
      expect(patience(text, asked)).toBeLessThan(450);
    },
  );
});

test("a number whose length nobody knows is waited for as long as the caller pauses between its parts", () => {
  const id = "four eight two nine one three zero seven five";
  const asked: Partial<Expectation> = { asked: ["identifier"], shape: memberId };
  expect(patience(id, asked)).toBeLessThan(700);
  expect(patience(id, asked, 900)).toBe(1170);
  expect(patience(id, asked, 2000)).toBe(1700);
});

test.each([
  ["email", "i don't have one"],
  ["email", "i don't have that"],
  ["email", "skip"],
  ["identifier", "i don't have it with me"],
] as const)("who pauses between the parts of a value does not when there is none: %s, %s", (asked, text) => {
  expect(patience(text, { asked: [asked], shape: memberId }, 1200)).toBeLessThan(450);
});

test("what is said in the telephone's alphabet is mostly said in one go", () => {
  const asked = { asked: ["identifier" as const], shape: plate };
  expect(patience("my plate is three zero five bravo delta foxtrot", asked)).toBeLessThanOrEqual(900);
  const name = { asked: ["name" as const], spelling: true };
  expect(
    patience("alpha lima india charlie echo charlie oscar oscar papa echo romeo", name),
  ).toBeLessThanOrEqual(900);
  // In which "november" is a letter and no month.
  expect(
    patience("mike india charlie hotel alpha echo lima bravo romeo oscar whiskey november", name),
  ).toBeLessThanOrEqual(900);
});

describe("the recognizer's own opinion", () => {
  const rows: readonly (readonly [
    ownMs: number,
    endOfTurn: number | null,
    atLeast: number,
    atMost: number,
  ])[] = [
    // It has none, or is not sure.
    [900, null, 900, 900],
    [900, 0.5, 900, 900],
    // It shortens what is only likely to go on, and lengthens what only seems to be over.
    [900, 0.9, 250, 250],
    [220, 0.1, 500, 700],
    // It neither cuts a number in half nor holds up a clear answer.
    [3200, 0.95, 1500, 2000],
    [200, 0.9, 200, 200],
    [3200, 0.1, 3200, 3200],
  ];
  test.each(rows)("%s ms and %s", (ownMs, endOfTurn, atLeast, atMost) => {
    expect(heedRecognizer(ownMs, endOfTurn)).toBeGreaterThanOrEqual(atLeast);
    expect(heedRecognizer(ownMs, endOfTurn)).toBeLessThanOrEqual(atMost);
  });
});
