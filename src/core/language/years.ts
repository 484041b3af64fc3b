import { digitWords, teenWords, tensWords } from "./en/numbers-table.ts";
import { digitRunAt, lookUp, numberAt } from "./numbers.ts";
import type { Word } from "./words.ts";

export interface SpokenYear {
  readonly year: number;
  readonly next: number;
  /** Only the last two figures were said: "eighty two". */
  readonly short: boolean;
}

/**
 * Reads a year: "1982", "nineteen eighty two", "nineteen oh five", "two thousand and six", "twenty twenty six",
 * "one nine eight two", "19 82", "'82". Two figures alone (`short`) are left to the caller to place in a century.
 */
export function yearAt(words: readonly Word[], index: number): SpokenYear | null {
  const word = words[index]?.text;
  if (word === undefined) return null;
  if (/^(?:1[89]|20)\d\d$/.test(word)) return { year: Number(word), next: index + 1, short: false };
  return (
    centuryAt(words, index) ?? thousandsAt(words, index) ?? figuresAt(words, index) ?? shortAt(words, index)
  );
}

/** "nineteen" or "twenty" with two more figures behind it. */
function centuryAt(words: readonly Word[], index: number): SpokenYear | null {
  const text = words[index]?.text;
  const century = text === "19" || text === "20" || text === "18" ? Number(text) : centuryWord(text);
  if (century === null) return null;
  let at = index + 1;
  if (words[at]?.text === "hundred") at += 1;
  if (words[at]?.text === "and") at += 1;
  const pair = twoFigures(words, at);
  if (pair !== null) return { year: century * 100 + pair.value, next: pair.next, short: false };
  return words[index + 1]?.text === "hundred" ? { year: century * 100, next: index + 2, short: false } : null;
}

function centuryWord(text: string | undefined): number | null {
  if (text === "nineteen") return 19;
  if (text === "eighteen") return 18;
  return text === "twenty" ? 20 : null;
}

/** "oh five", "05", "eleven", "eighty two", "eighty". */
function twoFigures(words: readonly Word[], index: number): { value: number; next: number } | null {
  const text = words[index]?.text;
  if (text === undefined) return null;
  if (/^\d\d$/.test(text)) return { value: Number(text), next: index + 1 };
  const digit = lookUp(digitWords, text);
  if (digit === 0) {
    const second = lookUp(digitWords, words[index + 1]?.text) ?? oneFigure(words[index + 1]?.text);
    return second === null ? null : { value: second, next: index + 2 };
  }
  const teen = lookUp(teenWords, text);
  if (teen !== null) return { value: teen, next: index + 1 };
  if (lookUp(tensWords, text.split("-")[0]) === null) return null;
  const number = numberAt(words, index);
  return number === null || number.ordinal || number.value > 99
    ? null
    : { value: number.value, next: number.next };
}

function oneFigure(text: string | undefined): number | null {
  return text !== undefined && /^\d$/.test(text) ? Number(text) : null;
}

/** "two thousand", "two thousand and six", "2000 and 6", "two thousand nineteen". */
function thousandsAt(words: readonly Word[], index: number): SpokenYear | null {
  const text = words[index]?.text;
  if (text !== "two" && text !== "2" && text !== "one") return null;
  if (words[index + 1]?.text !== "thousand") return null;
  const number = numberAt(words, index);
  if (number === null || number.ordinal || number.value < 1800 || number.value > 2099) return null;
  return { year: number.value, next: number.next, short: false };
}

/** "one nine eight two", "1 9 8 2". */
function figuresAt(words: readonly Word[], index: number): SpokenYear | null {
  const run = digitRunAt(words, index);
  if (run === null || run.digits.length !== 4 || run.next - index < 3) return null;
  return /^(?:19|20)/.test(run.digits) ? { year: Number(run.digits), next: run.next, short: false } : null;
}

function shortAt(words: readonly Word[], index: number): SpokenYear | null {
  const pair = twoFigures(words, index);
  return pair === null ? null : { year: pair.value, next: pair.next, short: true };
}

/** Puts a two-figure year into the century that makes it a birth year: never in the future, at most 99 years back. */
export function birthCentury(short: number, currentYear: number): number {
  const inThis = Math.floor(currentYear / 100) * 100 + short;
  return inThis <= currentYear ? inThis : inThis - 100;
}
