import { repeatWords } from "./en/numbers-table.ts";
import {
  characterFillers,
  commonConfusions,
  confusableCharacters,
  explainers,
  figureSounds,
  letterNames,
  natoWords,
  otherAlphabetWords,
} from "./en/spoken-characters-table.ts";
import { lookUp, numberAt } from "./numbers.ts";
import type { Word } from "./words.ts";

/** One way to take the words from some place as characters: upper case, `to` the word index behind, cost 0 = certain. */
export interface Characters {
  readonly text: string;
  readonly to: number;
  /** About the negative logarithm of how likely it is; 0.5 is a common homophone, 1 is far-fetched. */
  readonly cost: number;
}

/** Another character that may have been said, with the cost of believing it. */
export interface Confusion {
  readonly said: string;
  readonly cost: number;
}

const RARE_CONFUSION = 1.7;
const LETTER = /^[a-z]$/;
const WRITTEN = /^[a-z\d]+(?:[-./][a-z\d]+)*$/;
const alphabet = new Set([...otherAlphabetWords, ...Object.keys(natoWords)]);
const explainerWords = explainers.map((phrase) => phrase.split(" "));

/**
 * Every way to take the words that begin at `index` as letters and figures: "b", "bee", "bravo", "b as in boy", "double five",
 * "twenty three", "tw6". The cheapest comes first. Empty when the word stands for no character.
 */
export function charactersAt(words: readonly Word[], index: number): readonly Characters[] {
  const text = words[index]?.text;
  if (text === undefined) return [];
  const found: Characters[] = [];
  addRepeated(words, index, found);
  addLetter(words, index, text, found);
  addFigures(words, index, found);
  addWritten(text, index, found);
  return found.length > 1 ? found.sort((a, b) => a.cost - b.cost || b.to - a.to) : found;
}

function addRepeated(words: readonly Word[], index: number, found: Characters[]): void {
  const times = lookUp(repeatWords, words[index]?.text);
  if (times === null) return;
  const following = words[index + 1]?.text;
  if (times === 2 && (following === "u" || following === "you" || following === "ewe")) {
    found.push({ text: "W", to: index + 2, cost: 0 });
    return;
  }
  // "Double double …" says nothing, and would be followed to its end from every place.
  if (lookUp(repeatWords, following) !== null) return;
  for (const inner of charactersAt(words, index + 1)) {
    if (inner.text.length === 1)
      found.push({ text: inner.text.repeat(times), to: inner.to, cost: inner.cost });
  }
}

function addLetter(words: readonly Word[], index: number, text: string, found: Characters[]): void {
  const nato = lookUp(natoWords, text);
  if (nato !== null) found.push({ text: nato, to: index + 1, cost: 0 });
  const names = LETTER.test(text) ? [[text.toUpperCase(), 0] as const] : (lookUp(letterNames, text) ?? []);
  for (const [letter, cost] of names) {
    const explained = explainedAt(words, index + 1, letter);
    if (explained !== null) found.push(explained);
    // A word that was given to explain the letter leaves little doubt.
    const alone = explained === null ? cost : cost + 1;
    if (text !== "o") found.push({ text: letter, to: index + 1, cost: alone });
  }
  if (text === "x" && words[index + 1]?.text === "ray") found.push({ text: "X", to: index + 2, cost: 0 });
}

/** "as in boy", "for bravo", "boy" behind a letter. The word is trusted more than the letter, which the line may garble. */
function explainedAt(words: readonly Word[], index: number, letter: string): Characters | null {
  for (const phrase of explainerWords) {
    if (!phrase.every((part, offset) => words[index + offset]?.text === part)) continue;
    const word = words[index + phrase.length]?.text;
    if (word === undefined || word.length < 2 || !/^[a-z]/.test(word)) continue;
    const initial = lookUp(natoWords, word) ?? word.charAt(0).toUpperCase();
    const certain = phrase.length > 1 || phrase[0] === "like";
    const to = index + phrase.length + 1;
    if (initial === letter && (certain || alphabet.has(word) || phrase[0] === "for"))
      return { text: letter, to, cost: 0 };
    const confusable = costOfConfusion(letter, initial) !== null;
    if (certain && (confusable || alphabet.has(word))) return { text: initial, to, cost: 0.1 };
    if (alphabet.has(word) && confusable) return { text: initial, to, cost: 0.2 };
  }
  const word = words[index]?.text;
  if (word === undefined || word.length < 3 || !alphabet.has(word)) return null;
  return word.charAt(0).toUpperCase() === letter ? { text: letter, to: index + 1, cost: 0 } : null;
}

function addFigures(words: readonly Word[], index: number, found: Characters[]): void {
  const text = words[index]?.text ?? "";
  const number = numberAt(words, index);
  if (number !== null && !number.ordinal && lookUp(repeatWords, text) === null) {
    const digits = number.digits ?? String(number.value);
    if (
      !found.some((other) => other.text === digits && other.to === number.next) &&
      text !== "o" &&
      text !== "oh"
    )
      found.push({ text: digits, to: number.next, cost: 0 });
    if (number.next > index + 1) addShorterNumber(words, index, found);
  }
  for (const [figure, cost] of lookUp(figureSounds, text) ?? []) {
    found.push({ text: figure, to: index + 1, cost });
  }
}

/** "twenty three" may also be 20 and 3, "one hundred five" 100 and 5. */
function addShorterNumber(words: readonly Word[], index: number, found: Characters[]): void {
  const alone = numberAt(words.slice(index, index + 1), 0);
  if (alone === null || alone.ordinal) return;
  found.push({ text: alone.digits ?? String(alone.value), to: index + 1, cost: 0.6 });
}

/** Tokens as a recognizer or a keyboard writes them: `tw6`, `abc123`, `1zv`, `ht`. */
function addWritten(text: string, index: number, found: Characters[]): void {
  if (text.length < 2 || !WRITTEN.test(text) || text.length > 24) return;
  const plain = text.replace(/[-./]/g, "").toUpperCase();
  if (/\d/.test(plain)) {
    if (!/^\d+$/.test(text)) found.push({ text: plain, to: index + 1, cost: 0 });
    return;
  }
  const short = plain.length <= 3;
  const unspeakable = !/[AEIOUY]/.test(plain);
  if (short) found.push({ text: plain, to: index + 1, cost: unspeakable ? 0.1 : 0.7 });
  else if (unspeakable && plain.length <= 6) found.push({ text: plain, to: index + 1, cost: 0.2 });
}

const confusions = confusionTable();

function confusionTable(): ReadonlyMap<string, readonly Confusion[]> {
  const table = new Map<string, Map<string, number>>();
  const note = (heard: string, said: string, cost: number): void => {
    const row = table.get(heard) ?? new Map<string, number>();
    row.set(said, Math.min(cost, row.get(said) ?? cost));
    table.set(heard, row);
  };
  for (const family of confusableCharacters)
    for (const heard of family)
      for (const said of family) if (heard !== said) note(heard, said, RARE_CONFUSION);
  for (const [pair, cost] of Object.entries(commonConfusions)) note(pair.charAt(0), pair.charAt(1), cost);
  return new Map([...table].map(([heard, row]) => [heard, [...row].map(([said, cost]) => ({ said, cost }))]));
}

/** What may have been said when `heard` was recognised. */
export function confusedWith(heard: string): readonly Confusion[] {
  return confusions.get(heard) ?? [];
}

/** The cost of hearing one character for another, or null when they sound nothing alike. */
export function costOfConfusion(heard: string, said: string): number | null {
  if (heard === said) return 0;
  return confusedWith(heard).find((confusion) => confusion.said === said)?.cost ?? null;
}

/** Whether a word explains a letter in one of the alphabets that callers use. */
export function isAlphabetWord(text: string): boolean {
  return alphabet.has(text);
}

/** Words that callers put between characters and that stand for none. */
export function isCharacterFiller(text: string): boolean {
  return characterFillers.has(text);
}
