import { expect, test } from "vitest";
import type { Expectation } from "../language/expectation.ts";
import type { Ms } from "../values/ids.ts";
import { isMurmur } from "./murmur.ts";
import { colour } from "./testing/run-scripts.ts";
import { circumstancesOf } from "./testing/turn-script.ts";

const complaint: Partial<Expectation> = { asked: ["complaint"] };
const name: Partial<Expectation> = { asked: ["name"] };
const yesNo: Partial<Expectation> = { asked: ["yesNo"] };

const corpus: readonly (readonly [
  words: string,
  lastedMs: Ms,
  confidence: number,
  asked: Partial<Expectation>,
  murmur: boolean,
])[] = [
  // More than can be said in the time.
  ["belly pain", 280, 0.9, complaint, true],
  ["belly pain", 560, 0.9, complaint, false],
  ["four eight two nine one three", 500, 1, { asked: ["identifier"] }, true],
  ["i can't breathe", 300, 0.9, complaint, false],
  // A short value that the recognizer is not sure of.
  ["wright", 300, 0.5, name, true],
  ["wright", 300, 0.9, name, false],
  ["wright", 600, 0.5, name, false],
  ["lopez", 520, 0.3, name, true],
  ["lopez", 700, 0.3, name, false],
  ["blue", 300, 0.9, colour, false],
  ["blue", 300, 0.4, colour, true],
  ["six", 300, 0.4, { asked: ["pain"] }, false],
  ["nine out of ten", 300, 0.4, { asked: ["pain"] }, true],
  // Short words that say something at any time.
  ["no", 220, 0.4, name, false],
  ["yes", 260, 0.4, yesNo, false],
  ["what", 240, 0.5, complaint, false],
  ["help", 300, 0.5, complaint, false],
  ["wait", 300, 0.5, name, false],
  ["chest pain", 420, 0.5, name, false],
];
test.each(corpus)('"%s" in %s ms, sure by %s', (words, lastedMs, confidence, asked, murmur) => {
  const heard = { text: words, alternatives: [words] };
  const circumstances = circumstancesOf(asked);
  expect(
    isMurmur({ heard, confidence, lastedMs, wordlessMs: 0, hummed: false, alsoAside: false, circumstances }),
  ).toBe(murmur);
});

const asides: readonly (readonly [words: string, lastedMs: Ms, murmur: boolean])[] = [
  ["the lump", 400, true],
  ["i'm flood", 460, true],
  // A recognizer of few words hears them in an "uh-huh" as well.
  ["uh no", 360, true],
  ["i don't know", 480, true],
  ["the lump", 700, false],
  ["help", 400, false],
  ["hold on", 500, false],
  ["chest pain", 400, false],
];
test.each(asides)('"%s" in %s ms that may as well be an "uh-huh"', (words, lastedMs, murmur) => {
  const heard = { text: words, alternatives: [words, "uh-huh"] };
  const circumstances = circumstancesOf(name);
  expect(
    isMurmur({
      heard,
      confidence: 0.9,
      lastedMs,
      wordlessMs: 0,
      hummed: false,
      alsoAside: true,
      circumstances,
    }),
  ).toBe(murmur);
});

test("what was hummed is a murmur, whatever words were made of it, but for what alarms", () => {
  const hummed = (words: string) => ({
    heard: { text: words, alternatives: [words] },
    confidence: 1,
    lastedMs: 340,
    wordlessMs: 0,
    hummed: true,
    alsoAside: false,
    circumstances: circumstancesOf(yesNo),
  });
  expect(["no", "four four", "school form"].map((words) => isMurmur(hummed(words)))).toEqual([
    true,
    true,
    true,
  ]);
  expect(isMurmur(hummed("chest pain"))).toBe(false);
});
