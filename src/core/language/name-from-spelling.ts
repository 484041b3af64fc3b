import { hesitations } from "./en/hesitations-table.ts";
import { nameFillers, notNames } from "./en/names-table.ts";
import { natoWords } from "./en/spoken-characters-table.ts";
import { capitalName } from "./name-case.ts";
import { familyCommonness, givenCommonness, isFamilyName, isGivenName } from "./name-lexicon.ts";
import { nearestName, nearestNames } from "./name-spelling.ts";
import { lookUp } from "./numbers.ts";
import { type SpelledPart, spelledParts } from "./spelled-letters.ts";
import type { PersonName } from "./understanding.ts";
import type { Word } from "./words.ts";

/** A name with the words it comes from. */
export interface NameGuess {
  readonly value: PersonName;
  /** Word indices, `to` exclusive. */
  readonly from: number;
  readonly to: number;
  /** 0–1. */
  readonly sure: number;
  readonly spelled: boolean;
}

const FEWEST_LETTERS = 3;
/** More letters in a row are no name, however long the name and however often a letter was written twice. */
const MOST_LETTERS = 60;

/** Reads a name that is spelled wholly or in part; null when too little of it is letters, or it is less sure than `least`. */
export function nameFromSpelling(said: readonly Word[], asked: boolean, least = 0): NameGuess | null {
  const from = leadEnd(said);
  const guess = fromSpelling(said.slice(from, thanksBegin(said)), asked, least);
  return guess === null ? null : { ...guess, from: guess.from + from, to: guess.to + from };
}

function thanksBegin(words: readonly Word[]): number {
  const [beforeLast, last] = words.slice(-2).map(({ text }) => text);
  if (beforeLast === "thank" && last === "you") return words.length - 2;
  return /^(?:please|thanks)$/.test(words.at(-1)?.text ?? "") ? words.length - 1 : words.length;
}

/** "It is spelled …", "oh, uh, …": words before a spelling that are short enough to be taken for letters. */
function leadEnd(words: readonly Word[]): number {
  // "Oh, Marcus …" hesitates; "oh l i v i a" spells.
  const isLead = ({ text }: Word, at: number): boolean =>
    LEADS.has(text) || (text === "oh" && (words[at + 1]?.text.length ?? 0) > 1);
  return Math.max(
    0,
    words.findIndex((word, at) => !isLead(word, at)),
  );
}

const LEADS: ReadonlySet<string> = new Set([
  ...hesitations,
  ..."it is it's that that's spelled spelt my name well so hi hello okay yes yeah sure".split(" "),
]);

function fromSpelling(words: readonly Word[], asked: boolean, least: number): NameGuess | null {
  const parts = spelledParts(words);
  const letters = parts.reduce((sum, part) => sum + (part.kind === "letters" ? part.text.length : 0), 0);
  const wordCount = parts.filter((part) => part.kind === "word").length;
  if (letters < FEWEST_LETTERS || (!asked && letters <= wordCount * 2)) return null;
  if (!isSpelt(words, parts, asked) || (!asked && holdsOtherWords(parts))) return null;
  const value = fromParts(parts, least);
  if (value === null) return null;
  return { ...value, from: parts[0]?.from ?? 0, to: parts.at(-1)?.to ?? words.length, spelled: true };
}

/**
 * Whether an answer is spelled although nobody asked for it: mostly single letters, words of the telephone alphabet, and scraps
 * that are neither words of speech nor names.
 */
export function looksSpelled(words: readonly Word[]): boolean {
  let letters = 0;
  for (const { text } of words) {
    const scrap = text.length <= 3 && !notNames.has(text) && !isKnownName(text) && !nameFillers.has(text);
    if (/^[b-hj-z]$/.test(text) || lookUp(natoWords, text) !== null || (scrap && text.length > 1))
      letters += 1;
    else if (text === "a" || text === "i") letters += 0.5;
  }
  const spoken = words.filter(({ text }) => !nameFillers.has(text)).length;
  return letters >= 2.5 && letters * 2 >= spoken;
}

/** Short names ("Jo Lee") look like letters to the eye; only single letters and telephone alphabets are a spelling. */
function isSpelt(words: readonly Word[], parts: readonly SpelledPart[], asked: boolean): boolean {
  const single = words.filter((word) => word.text.length === 1).length;
  const clean = parts.some((part) => part.kind === "letters" && part.clean && part.text.length >= 3);
  return clean || single >= 2 || (asked && words.length >= 3);
}

/** Unasked, words that would have to be letters run together ("can I speak to a person") are no spelling. */
function holdsOtherWords(parts: readonly SpelledPart[]): boolean {
  return parts.some((part) =>
    part.kind === "letters"
      ? !part.clean && part.text.length > 1
      : part.kind === "word" && notNames.has(part.text),
  );
}

type Spelt = { readonly value: PersonName; readonly sure: number };

function fromParts(parts: readonly SpelledPart[], least: number): Spelt | null {
  const groups = groupsOf(parts);
  if (groups.length === 1) return oneGroup(groups[0] ?? [], least);
  const [first, second] = groups;
  if (first === undefined || second === undefined) return null;
  const given = half(first, "given");
  const family = half(second, "family");
  if (given === null || family === null) return oneGroup([...first, ...second], least);
  return { value: named(given.text, family.text), sure: Math.min(given.sure, family.sure) };
}

function groupsOf(parts: readonly SpelledPart[]): readonly (readonly SpelledPart[])[] {
  const groups: SpelledPart[][] = [[]];
  for (const part of parts) {
    if (part.kind !== "break") groups.at(-1)?.push(part);
    else if ((groups.at(-1)?.length ?? 0) > 0) groups.push([]);
  }
  return groups.filter((group) => group.length > 0);
}

/** Letters of both halves in a row, or words with the spelling of one of them behind. */
function oneGroup(group: readonly SpelledPart[], least: number): Spelt | null {
  const letters = group.filter((part) => part.kind === "letters");
  if (letters.length === 0) return null;
  const clean = letters.every((part) => part.clean);
  if (letters.length === group.length) return wholeName(runTogether(letters), clean, least);
  const apart = wordsAndLetters(group);
  const known = group.filter((part) => part.kind === "word" && isKnownName(part.text)).length;
  const behind = runTogether(afterLastWord(group));
  const texts = known === 0 ? [runTogether(group)] : [];
  if (behind.length >= WHOLE_NAME_LETTERS || known === 0) texts.push(behind);
  const candidates = texts
    .filter((text) => text.length >= FEWEST_LETTERS)
    .flatMap((text) => wholeName(text, false, least) ?? []);
  if (apart !== null) candidates.push({ ...apart, sure: apart.sure - (known > 0 ? KNOWN_DOUBT : 0.45) });
  return candidates.sort((one, other) => other.sure - one.sure)[0] ?? null;
}

/** So many letters behind a name are likelier the whole name spelled than its second half. */
const WHOLE_NAME_LETTERS = 9;
const KNOWN_DOUBT = 0.2;

function isKnownName(word: string): boolean {
  const lower = word.toLowerCase();
  return isGivenName(lower) || isFamilyName(lower);
}

function runTogether(group: readonly SpelledPart[]): string {
  return group
    .map((part) => (part.kind === "break" ? "" : part.text.toUpperCase().replace(/[^A-Z?]/g, "")))
    .join("");
}

function afterLastWord(group: readonly SpelledPart[]): readonly SpelledPart[] {
  const last = group.findLastIndex((part) => part.kind === "word" && isKnownName(part.text));
  return last < 0 || last >= group.length - 1 ? [] : group.slice(last + 1);
}

function wholeName(text: string, clean: boolean, least: number): Spelt | null {
  const lower = text.toLowerCase();
  if (text.length > MOST_LETTERS) return null;
  // Mostly not understood: every name would be near.
  if (text.replaceAll("?", "").length * 2 <= text.length) return null;
  if (clean && isGivenName(lower)) return { value: named(lower, null), sure: 0.8 };
  if (clean && isFamilyName(lower)) return { value: named(null, lower), sure: 0.8 };
  const literal =
    clean && !text.includes("?") ? 2.2 + text.length * 0.05 + Math.max(0, text.length - 10) * 0.3 : 9;
  const reach = costOf(least, text.length);
  const { pair, given: single } = nearestNames(
    text,
    Math.min(literal, reach, FARTHEST, 1 + text.length * 0.3),
  );
  const family =
    text.length > 11 ? null : nearestName(text, "family", Math.min(single?.cost ?? reach, reach));
  const alone = family ?? single;
  const best = Math.min(pair?.cost ?? 9, alone?.cost ?? 9, literal);
  if (pair !== null && pair.cost === best)
    return { value: named(pair.given, pair.family), sure: sureOf(pair.cost, text.length) };
  if (alone !== null && alone.cost === best) {
    const value = alone === single ? named(alone.given, null) : named(null, alone.given);
    return { value, sure: sureOf(alone.cost, text.length) - 0.1 };
  }
  // A name that is farther than `reach` may still be nearer than the letters as they are.
  if (text.includes("?") || (!clean && text.length > 12) || reach < literal) return null;
  return { value: named(null, lower), sure: clean ? 0.6 : 0.25 };
}

/** "paige p a i g e", "paige davies d a v i e s": letters replace the word before them that they spell, or stand for a half. */
function wordsAndLetters(group: readonly SpelledPart[]): Spelt | null {
  const said: { text: string; letters: string | null; clean: boolean }[] = [];
  for (const part of group) {
    if (part.kind === "word") said.push({ text: part.text.toLowerCase(), letters: null, clean: true });
    if (part.kind !== "letters") continue;
    const target = said.findLast((word) => word.letters === null && startsAlike(word.text, part.text));
    if (target !== undefined && part.text.length >= 3)
      Object.assign(target, { letters: part.text, clean: part.clean });
    else said.push({ text: "", letters: part.text, clean: part.clean });
  }
  const texts = said.flatMap((word, index) => spellOut(word, index === 0 ? "given" : "family"));
  const [given, ...rest] = texts;
  if (given === undefined) return null;
  const family = rest.at(-1) ?? null;
  const onlyFamily = family === null && familyCommonness(given) > givenCommonness(given);
  return {
    value: onlyFamily ? named(null, given) : named(given, family),
    sure: (family === null ? 0.6 : 0.75) + (isConfirmed(said) ? 0.2 : 0),
  };
}

/** A word whose letters were spelled just as it was heard. */
function isConfirmed(said: readonly { text: string; letters: string | null }[]): boolean {
  return said.some(({ text, letters }) => letters !== null && letters.toLowerCase() === text);
}

function spellOut(
  word: { text: string; letters: string | null; clean: boolean },
  kind: "given" | "family",
): string[] {
  if (word.letters === null) return [word.text];
  const lower = word.letters.toLowerCase();
  if (
    word.clean &&
    Math.abs(lower.length - word.text.length) <= 3 &&
    !lower.includes("?") &&
    lower.length > 2
  )
    return [lower];
  const near = nearestName(word.letters, kind);
  if (near !== null) return [near.given];
  return word.text === "" ? [lower.replaceAll("?", "")] : [word.text];
}

function startsAlike(word: string, letters: string): boolean {
  return (
    word.charAt(0).toUpperCase() === letters.charAt(0) ||
    word.slice(1, 3).toUpperCase() === letters.slice(1, 3)
  );
}

function half(
  group: readonly SpelledPart[],
  kind: "given" | "family",
): { text: string; sure: number } | null {
  const letters = group.flatMap((part) => (part.kind === "letters" ? [part] : []));
  const text = letters.map((part) => part.text).join("");
  if (text.length < 2) {
    const word = group.find((part) => part.kind === "word");
    return word?.kind === "word" ? { text: word.text.toLowerCase(), sure: 0.6 } : null;
  }
  const clean = letters.every((part) => part.clean) && !text.includes("?");
  const near = nearestName(text, kind);
  if (near !== null && (near.cost === 0 || !clean || near.cost < 1))
    return { text: near.given, sure: sureOf(near.cost, text.length) };
  return text.includes("?") ? null : { text: text.toLowerCase(), sure: clean ? 0.7 : 0.35 };
}

const FARTHEST = 4.8;
const EXACT = 0.92;
const UNSUREST = 0.3;

function sureOf(cost: number, length: number): number {
  return Math.max(UNSUREST, EXACT - (cost / length) * 2);
}

/** The other way round: what a name may cost to be as sure as that. */
function costOf(sure: number, length: number): number {
  return sure <= UNSUREST ? Number.POSITIVE_INFINITY : Math.max(0, ((EXACT - sure) * length) / 2);
}

function named(given: string | null, family: string | null): PersonName {
  return {
    given: given === null ? null : capitalName(given),
    family: family === null ? null : capitalName(family),
  };
}
