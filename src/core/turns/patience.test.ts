import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { heedRecognizer, patienceMs } from "./patience.ts";
import { circumstancesOf } from "./testing/turn-script.ts";

function patience(
  text: string | null,
  asked: Parameters<typeof circumstancesOf>[0] = { asked: ["yesNo"] },
): number {
  const heard = text === null ? null : { text, alternatives: [text] };
  return patienceMs({ heard, voicedMs: 800, circumstances: circumstancesOf(asked) });
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
  expect(patienceMs({ heard: null, voicedMs: 150, circumstances: null })).toBe(400);
});

test("always between a fifth of a second and five seconds", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), (text) => {
      expect(patience(text)).toBeGreaterThanOrEqual(200);
      expect(patience(text)).toBeLessThanOrEqual(5000);
    }),
  );
});

test("letters that are spelled one by one are waited for", () => {
  const spelling = { asked: ["name" as const], spelling: true };
  expect(patience("m o", spelling)).toBeGreaterThanOrEqual(1200);
  expect(patience("m o r e n o", spelling)).toBeGreaterThanOrEqual(1200);
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
