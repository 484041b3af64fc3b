import { expect, test } from "vitest";
import { mulawOf } from "../../core/audio/mulaw.ts";
import type { Automaton } from "../grammar/automaton.ts";
import { weightOf } from "./grammar-loader.ts";
import {
  isMurmured,
  mayBeMurmur,
  murmurOr,
  murmursFrom,
  nothingBut,
  wordsPrevail,
} from "./murmur-grammar.ts";

/** "uh" at will, then "two", "two pages" or "the moon"; likelier is more than unlikely. */
const grammar: Automaton = {
  arcs: [
    [
      { to: 0, logp: -2, word: "uh" },
      { to: 2, logp: -1, word: "two" },
      { to: 3, logp: -4, word: null },
    ],
    [],
    [
      { to: 1, logp: 0, word: null },
      { to: 1, logp: -3, word: "pages" },
    ],
    [{ to: 4, logp: 0, word: "the" }],
    [{ to: 1, logp: -1, word: "moon" }],
  ],
  final: 1,
};

const weights: readonly (readonly [words: string, weight: number])[] = [
  ["two", -1],
  ["uh two", -3],
  ["two pages", -4],
  ["the moon", -5],
  ["the", -4],
  ["moon", Number.NEGATIVE_INFINITY],
];
test.each(weights)('"%s" weighs %s', (words, weight) => {
  expect(weightOf(grammar, words.split(" "))).toBe(weight);
});

/** What the words of a path cost. */
function costOf(words: readonly string[], weight: number): number {
  const { arcs } = murmurOr(words, weight);
  return -(arcs[0]?.find(({ word }) => word === words[0])?.logp ?? 0);
}

test("unlikely words have to fit better than likely ones, up to a limit", () => {
  expect(costOf(["the", "moon"], -8)).toBeGreaterThan(costOf(["two"], -2));
  expect(costOf(["the", "moon"], -100)).toBe(costOf(["the", "moon"], -50));
  expect(costOf(["moon"], Number.NEGATIVE_INFINITY)).toBeLessThan(100);
});

test("the words are there as a whole only", () => {
  const { arcs, final } = murmurOr(["the", "moon"], -5);
  const the = arcs[0]?.find(({ word }) => word === "the");
  expect(arcs[the?.to ?? 0]).toEqual([{ to: final, logp: 0, word: "moon" }]);
  expect(arcs[0]?.some(({ word }) => word === "moon")).toBe(false);
});

const murmurs: readonly (readonly [text: string, murmured: boolean])[] = [
  ["uh-huh", true],
  ["mhm mhm", true],
  ["right", true],
  ["okay", true],
  ["uh-huh two", false],
  ["", false],
];
test.each(murmurs)('whether "%s" is murmured: %s', (text, murmured) => {
  expect(isMurmured(text)).toBe(murmured);
});

test("an okay is looked for behind unlikely words only", () => {
  expect(murmursFrom("so three", -10)).toEqual(["okay"]);
  expect(murmursFrom("mhm", -10)).toEqual(["mhm", "okay"]);
  expect(murmursFrom("mhm", -2.3)).toEqual(["mhm"]);
  expect(murmursFrom("no", -2.3)).toEqual([]);
});

test("words by themselves are all there is", () => {
  expect(nothingBut(["so", "three"])).toEqual({
    arcs: [[{ to: 1, logp: 0, word: "so" }], [{ to: 2, logp: 0, word: "three" }], []],
    final: 2,
  });
});

const rivals: readonly (readonly [
  words: string,
  fitsBetterBy: number,
  murmur: string,
  weight: number,
  prevails: boolean,
])[] = [
  ["so three", -20, "okay", -10, false],
  ["so three", 37, "okay", -10, false],
  ["no", 32, "okay", -2.3, true],
  ["seven", 60, "uh-huh", -6, true],
  ["the bump", 36, "uh-huh", -11, false],
  ["yes", 20, "mhm", -2.3, true],
];
test.each(rivals)(
  '"%s" that fits better by %s than "%s" and weighs %s prevails: %s',
  (_, better, murmur, weight, prevails) => {
    expect(wordsPrevail(better, murmur, weight)).toBe(prevails);
  },
);

/** Half of it a voice, the rest the line. */
function spoken(durationMs: number, noise: number): Uint8Array {
  const tone = (amplitude: number) => (_: number, at: number) =>
    mulawOf(at % 2 === 0 ? amplitude : -amplitude);
  const half = { length: durationMs * 4 };
  return Uint8Array.from([...Array.from(half, tone(noise)), ...Array.from(half, tone(8_000))]);
}

test("a second of sound with the quiet around it may be one, two may not, nor any of it in loud noise", () => {
  expect(mayBeMurmur(spoken(1_000, 20))).toBe(true);
  expect(mayBeMurmur(spoken(2_000, 20))).toBe(false);
  expect(mayBeMurmur(spoken(1_000, 800))).toBe(true);
  expect(mayBeMurmur(spoken(1_000, 3_000))).toBe(false);
});
