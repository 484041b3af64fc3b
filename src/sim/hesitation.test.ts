import { expect, test } from "vitest";
import { hesitate, isReadOut, readInParts } from "./hesitation.ts";
import { seededRandom } from "./random.ts";

const words = (phrases: ReturnType<typeof hesitate>) => phrases.map((phrase) => phrase.words);

test("whoever never hesitates speaks in one go", () => {
  expect(hesitate("my name is David Miller", 0, seededRandom(1))).toEqual([
    { words: "my name is David Miller", pauseMs: 0 },
  ]);
});

test("whoever always hesitates pauses after every word, and not after the last", () => {
  const phrases = hesitate("my name is David", 1, seededRandom(1));
  expect(phrases.length).toBe(4);
  expect(phrases.at(-1)?.pauseMs).toBe(0);
  const spoken = words(phrases).join(" ").replaceAll(" um", "");
  expect(spoken).toBe("my name is David");
});

const readOut: readonly (readonly [string, readonly string[]])[] = [
  [
    "Five zero three, five five five, zero one two three.",
    ["Five zero three,", "five five five,", "zero one two three."],
  ],
  ["David dot miller at example dot com.", ["David dot miller", "at example dot com."]],
  [
    "No, my address is three five zero Maple Avenue, Portland, Oregon.",
    ["No, my address is three five zero Maple Avenue,", "Portland,", "Oregon."],
  ],
];
test.for(readOut)("%s is read out in parts", ([sentence, parts]) => {
  expect(isReadOut(sentence)).toBe(true);
  const phrases = readInParts(sentence, 1_500, seededRandom(1));
  expect(words(phrases)).toEqual(parts);
  for (const { pauseMs } of phrases.slice(0, -1)) expect(pauseMs).toBeGreaterThanOrEqual(300);
});

test.for(["Yes, that's right.", "I have a sore throat.", "March fifth, nineteen eighty five."])(
  "%s is said in one go",
  (sentence) => {
    expect(isReadOut(sentence)).toBe(false);
  },
);
