import {
  digitWords,
  ordinalOnes,
  ordinalScales,
  ordinalTeens,
  ordinalTens,
  repeatWords,
  scaleWords,
  teenWords,
  tensWords,
} from "./en/numbers-table.ts";
import type { Word } from "./words.ts";

/** A whole number in words or figures. */
export interface SpokenNumber {
  readonly value: number;
  /** Index of the word behind it. */
  readonly next: number;
  /** "fifth", "5th", "twenty third". */
  readonly ordinal: boolean;
  /** The figures when it was said figure by figure or written: "double five" → `55`, "oh" → `0`, "0042" → `0042`. */
  readonly digits: string | null;
}

/** A run of single figures: "five oh five double one" → `505011`; written runs count as they stand. */
export interface DigitRun {
  readonly digits: string;
  readonly next: number;
}

const FIGURES = /^\d{1,15}$/;
const GROUPED = /^\d{1,3}(?:,\d{3})+$/;
const FIGURE_ORDINAL = /^(\d{1,4})(?:st|nd|rd|th)$/;

/**
 * Reads one whole number that begins at `index`, as long as English allows: "one hundred and five" is one number,
 * "five five" is two, "nineteen eighty two" is two (a year is for the date parser to join). Null when none begins there.
 */
export function numberAt(words: readonly Word[], index: number): SpokenNumber | null {
  const word = words[index]?.text;
  if (word === undefined || !isNumberWord(word)) return null;
  const scaled = /^\d/.test(word) && leadsScale(words, index + 1);
  return (scaled ? null : figuresAt(word, index)) ?? repeatedAt(words, index) ?? spokenAt(words, index);
}

const numberWords: ReadonlySet<string> = new Set(
  [
    digitWords,
    teenWords,
    tensWords,
    scaleWords,
    ordinalOnes,
    ordinalTeens,
    ordinalTens,
    ordinalScales,
    repeatWords,
  ].flatMap((table) => Object.keys(table)),
);

/** Whether a number can begin with the word; figures count. */
export function isNumberWord(text: string): boolean {
  const code = text.charCodeAt(0);
  if (code >= 48 && code <= 57) return true;
  return numberWords.has(text) || (text.includes("-") && numberWords.has(text.slice(0, text.indexOf("-"))));
}

function figuresAt(word: string, index: number): SpokenNumber | null {
  if (FIGURES.test(word)) return { value: Number(word), next: index + 1, ordinal: false, digits: word };
  if (GROUPED.test(word)) {
    const plain = word.replaceAll(",", "");
    return { value: Number(plain), next: index + 1, ordinal: false, digits: plain };
  }
  const ordinal = FIGURE_ORDINAL.exec(word);
  if (ordinal?.[1] === undefined) return null;
  return { value: Number(ordinal[1]), next: index + 1, ordinal: true, digits: ordinal[1] };
}

function repeatedAt(words: readonly Word[], index: number): SpokenNumber | null {
  const times = lookUp(repeatWords, words[index]?.text);
  const digit = digitOf(words[index + 1]?.text);
  if (times === null || digit === null) return null;
  const digits = digit.repeat(times);
  return { value: Number(digits), next: index + 2, ordinal: false, digits };
}

/** The single figure that a word stands for ("oh", "7", "seven"), or null. */
function digitOf(text: string | undefined): string | null {
  if (text === undefined) return null;
  if (/^\d$/.test(text)) return text;
  const value = lookUp(digitWords, text);
  return value === null ? null : String(value);
}

function spokenAt(words: readonly Word[], start: number): SpokenNumber | null {
  const first = below100At(words, start);
  if (first === null && !leadsScale(words, start)) return null;
  const said = {
    total: 0,
    group: first?.value ?? 1,
    next: first?.next ?? start,
    least: Number.POSITIVE_INFINITY,
  };
  if (first?.ordinal || first?.lone) return finish(said, first);
  let last: Below100 | null = first;
  while (!last?.ordinal) {
    const ordinalScale = lookUp(ordinalScales, words[said.next]?.text);
    if (ordinalScale !== null) {
      return {
        value: said.total + said.group * ordinalScale,
        next: said.next + 1,
        ordinal: true,
        digits: null,
      };
    }
    if (!takeScale(said, lookUp(scaleWords, words[said.next]?.text))) break;
    const and = words[said.next]?.text === "and" ? 1 : 0;
    last = below100At(words, said.next + and);
    if (last?.lone) last = null;
    if (last === null) continue;
    said.group += last.value;
    said.next = last.next;
  }
  return finish(said, said.next === first?.next ? first : null, last?.ordinal);
}

interface Saying {
  total: number;
  group: number;
  next: number;
  /** The smallest scale so far; a later one must be smaller. */
  least: number;
}

function takeScale(said: Saying, scale: number | null): boolean {
  if (scale === null || scale >= said.least) return false;
  if (scale === 100) {
    if (said.group === 0 || said.group >= 100) return false;
    said.group *= 100;
  } else {
    said.total += said.group * scale;
    said.group = 0;
    said.least = scale;
  }
  said.next += 1;
  return true;
}

function finish(said: Saying, only: Below100 | null, ordinal = only?.ordinal ?? false): SpokenNumber {
  const value = said.total + said.group;
  const digits = only !== null && !ordinal && value < 10 ? String(value) : null;
  return { value, next: said.next, ordinal, digits };
}

/** "a hundred", "hundred": a scale without a number before it. */
export function leadsScale(words: readonly Word[], index: number): boolean {
  const word = words[index]?.text;
  return lookUp(scaleWords, word) !== null || lookUp(ordinalScales, word) !== null;
}

interface Below100 {
  readonly value: number;
  readonly next: number;
  readonly ordinal: boolean;
  /** A nought, which starts no larger number. */
  readonly lone: boolean;
}

function below100At(words: readonly Word[], index: number): Below100 | null {
  const word = words[index]?.text;
  if (word === undefined) return null;
  const tens = lookUp(tensWords, word);
  if (tens !== null) return tensAt(words, index, tens);
  const cardinal = lookUp(digitWords, word) ?? lookUp(teenWords, word) ?? compound(word, false);
  if (cardinal !== null) return { value: cardinal, next: index + 1, ordinal: false, lone: cardinal === 0 };
  const small = /^\d{1,2}$/.test(word) ? Number(word) : null;
  if (small !== null) return { value: small, next: index + 1, ordinal: false, lone: false };
  const ordinal =
    lookUp(ordinalOnes, word) ??
    lookUp(ordinalTeens, word) ??
    lookUp(ordinalTens, word) ??
    compound(word, true);
  return ordinal === null ? null : { value: ordinal, next: index + 1, ordinal: true, lone: false };
}

function tensAt(words: readonly Word[], index: number, tens: number): Below100 {
  const following = words[index + 1]?.text;
  const pause = words[index]?.pause ?? false;
  const ordinal = lookUp(ordinalOnes, following);
  if (ordinal !== null && !pause)
    return { value: tens + ordinal, next: index + 2, ordinal: true, lone: false };
  const ones = lookUp(digitWords, following);
  if (ones !== null && ones > 0 && !pause)
    return { value: tens + ones, next: index + 2, ordinal: false, lone: false };
  return { value: tens, next: index + 1, ordinal: false, lone: false };
}

/** "twenty-three", "twenty-third". */
function compound(word: string, ordinal: boolean): number | null {
  const dash = word.indexOf("-");
  if (dash < 0) return null;
  const tens = lookUp(tensWords, word.slice(0, dash));
  const ones = lookUp(ordinal ? ordinalOnes : digitWords, word.slice(dash + 1));
  return tens === null || ones === null || ones === 0 ? null : tens + ones;
}

/**
 * Reads figures said one by one, doubled, or written in a row: "oh five", "5 0 3", "double two four". Stops at the first
 * word that is neither. Null when the word at `index` is not a figure.
 */
export function digitRunAt(words: readonly Word[], index: number): DigitRun | null {
  let at = index;
  let digits = "";
  for (;;) {
    const word = words[at]?.text;
    if (word === undefined) break;
    const repeated = repeatedAt(words, at);
    const single = repeated?.digits ?? digitOf(word) ?? (FIGURES.test(word) ? word : null);
    if (single === null) break;
    digits += single;
    at = repeated?.next ?? at + 1;
  }
  return digits === "" ? null : { digits, next: at };
}

/** Looks a word up without ever answering for `constructor` and the like. */
export function lookUp<T>(table: Readonly<Record<string, T>>, key: string | undefined): T | null {
  if (key === undefined) return null;
  const value = table[key];
  // Most look-ups miss, and a miss is told faster by the value than by `hasOwn`.
  return value !== undefined && Object.hasOwn(table, key) ? value : null;
}
