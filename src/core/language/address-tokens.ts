import { cities } from "./en/cities.data.ts";
import { directions } from "./en/streets.data.ts";
import type { Word } from "./words.ts";

/** A word of an address; parts that are understood are taken out of the list one after another. */
export interface Token {
  /** Lower case, without dots. */
  readonly text: string;
  /** As written. */
  readonly raw: string;
  /** A comma stands behind it. */
  readonly pause: boolean;
  readonly word: number;
}

/** Something found at `from`..`to` (exclusive) of a token list. */
export interface Found<T> {
  readonly value: T;
  readonly from: number;
  readonly to: number;
}

export function tokensOf(words: readonly Word[], original: string, first: number): Token[] {
  const tokens = words.slice(first).map((word, index) => ({
    text: word.text.replace(/\./g, ""),
    raw: original.slice(word.start, word.end),
    pause: word.pause && /^\.?\s?[,;]/.test(original.slice(word.end, word.end + 3)),
    word: first + index,
  }));
  return joinLetters(tokens);
}

const LETTER_PAIRS = new Set(["ne", "nw", "se", "sw", "us", "po", "rr", "dc"]);

/** "N. W.", "u s": letters of one abbreviation become one token. */
function joinLetters(tokens: readonly Token[]): Token[] {
  const joined: Token[] = [];
  for (const token of tokens) {
    const last = joined.at(-1);
    if (last !== undefined && !last.pause && LETTER_PAIRS.has(last.text + token.text)) {
      const raw = `${last.raw}${/^[a-z]+$/.test(last.raw) ? " " : ". "}${token.raw}`;
      joined[joined.length - 1] = { ...last, text: last.text + token.text, raw, pause: token.pause };
    } else {
      joined.push(token);
    }
  }
  return joined;
}

export function asWords(tokens: readonly Token[]): readonly Word[] {
  return tokens.map(({ text, pause }, index) => ({ text, pause, start: index, end: index }));
}

const knownCities = new Set(cities);
const compass = new Set(directions.flat());

/** A word of the compass; "no" and "so" are left out, which are words of speech more often. */
export function isDirection(token: Token | undefined): boolean {
  return token !== undefined && compass.has(token.text) && token.text !== "no" && token.text !== "so";
}

export function isKnownCity(text: string): boolean {
  return knownCities.has(text);
}

/** The tokens of something found are taken out; a comma behind it stays. */
export function without(tokens: readonly Token[], found: Found<string>): Token[] {
  const kept = [...tokens.slice(0, found.from), ...tokens.slice(found.to)];
  const before = kept[found.from - 1];
  if (before !== undefined && tokens[found.to - 1]?.pause) kept[found.from - 1] = { ...before, pause: true };
  return kept;
}

export function textOf(tokens: readonly Token[]): string {
  return tokens.map(({ text }) => text).join(" ");
}
