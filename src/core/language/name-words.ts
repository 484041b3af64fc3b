import { monthWords } from "./en/calendar-table.ts";
import {
  doubleGiven,
  nameEnds,
  nameFillers,
  nameSuffixes,
  notNames,
  particles,
  thinkingSounds,
  titles,
} from "./en/names-table.ts";
import { letterHintAt, withLetter } from "./name-letter-hints.ts";
import { familyCommonness, givenCommonness, isFamilyName, isGivenName } from "./name-lexicon.ts";
import { isNumberWord, lookUp } from "./numbers.ts";
import { tablePhrases } from "./table-phrases.ts";
import type { PersonName } from "./understanding.ts";
import type { Word } from "./words.ts";

const ends = tablePhrases([["end", nameEnds]]);
const MOST_WORDS = 6;

export interface NameWords {
  readonly texts: readonly string[];
  readonly from: number;
  readonly to: number;
}

/** The words of a name between two places; null when something there is no name. */
export function nameWords(words: readonly Word[], from: number, until: number): NameWords | null {
  const texts: string[] = [];
  let first = until;
  let to = from;
  for (let at = from; at < until; at += 1) {
    const text = words[at]?.text ?? "";
    if (ends.at(words, at) !== null && texts.length > 0) break;
    const hint = texts.length === 0 ? null : letterHintAt(words, at);
    if (hint !== null) {
      texts.push(withLetter(texts.pop() ?? "", hint));
      at = hint.next - 1;
      to = hint.next;
      continue;
    }
    if (texts.length > 0 && (/^(?:with|spelled|spelt|that's|that)$/.test(text) || beginsDate(words, at)))
      break;
    if (isMonth(text) && hesitates(words, at) && isWhole(texts)) break;
    if (nameFillers.has(text) || titles.has(text)) continue;
    if (texts.length > 0 && nameSuffixes.has(text)) continue;
    if (text === "hyphen" || text === "dash") {
      joinHyphen(texts, words[at + 1]?.text);
      at += 1;
      to = at + 1;
      continue;
    }
    if (words[at + 1]?.text === "apostrophe" && at + 2 < until) {
      texts.push(`${text}'${words[at + 2]?.text ?? ""}`);
      first = Math.min(first, at);
      at += 2;
      to = at + 1;
      continue;
    }
    if ((notNames.has(text) && !isNameAsWell(words, at, texts)) || !/^[\p{L}][\p{L}'-]*$/u.test(text))
      return null;
    texts.push(text.replace(/'s$/, "s").replace(/-+$/, ""));
    first = Math.min(first, at);
    to = at + 1;
  }
  return texts.length > MOST_WORDS ? null : { texts, from: first, to };
}

/** "Will Murphy", "Susan May": everyday words that are common names in their place. */
function isNameAsWell(words: readonly Word[], at: number, before: readonly string[]): boolean {
  const { text = "" } = words[at] ?? {};
  const last = before.at(-1);
  if (last !== undefined) return familyCommonness(text) >= 2 && isGivenName(last);
  const next = words.slice(at + 1).find((word) => !nameFillers.has(word.text));
  return givenCommonness(text) >= 2 && isFamilyName(next?.text ?? "");
}

/** "Thomas Miller, um, March …": whoever stops to think behind a whole name begins with their birthday. */
function hesitates(words: readonly Word[], at: number): boolean {
  const { text = "", pause = false } = words[at - 1] ?? {};
  return pause || thinkingSounds.has(text);
}

function isWhole(texts: readonly string[]): boolean {
  return (divided(texts)?.family ?? null) !== null;
}

export function isMonth(text: string): boolean {
  return lookUp(monthWords, text) !== null;
}

/** "Sarah Johnson, November 21st": a date of birth in the same breath. "Amanda May" is none. */
function beginsDate(words: readonly Word[], at: number): boolean {
  const { text = "" } = words[at] ?? {};
  if (!isMonth(text)) return isNumberWord(text) && text !== "o";
  const next = words[at + 1]?.text === "the" ? at + 2 : at + 1;
  return isNumberWord(words[next]?.text ?? "");
}

function joinHyphen(texts: string[], following: string | undefined): void {
  const last = texts.pop();
  if (last !== undefined) texts.push(following === undefined ? last : `${last}-${following}`);
}

/** "O'Hara Maureen": each can only be the other half. */
function isReversed(first: string, second: string): boolean {
  return isFamilyName(first) && !isGivenName(first) && isGivenName(second) && !isFamilyName(second);
}

/** Given name first; middle names are left out, particles and double family names stay together. */
export function divided(texts: readonly string[]): PersonName | null {
  const [first, second] = texts;
  if (first === undefined) return null;
  if (second === undefined) {
    return first.split("-").every((part) => isFamilyName(part) && !isGivenName(part))
      ? { given: null, family: first }
      : { given: first, family: null };
  }
  if (texts.length === 2 && isReversed(first, second)) return { given: second, family: first };
  if (texts.length === 2)
    return doubleGiven.has(`${first} ${second}`)
      ? { given: `${first} ${second}`, family: null }
      : { given: first, family: second };
  const particle = texts.findIndex((text, index) => index > 0 && particles.has(text) && text.length > 1);
  if (particle > 0) return { given: first, family: texts.slice(particle).join(" ") };
  // "Bond, James Bond."
  if (texts.length === 3 && texts[2] === first) return { given: second, family: first };
  const pair = `${first} ${second}`;
  const given = doubleGiven.has(pair) ? pair : first;
  const rest = texts.slice(given === pair ? 2 : 1);
  const last = rest.at(-1) ?? "";
  const beforeLast = rest.at(-2);
  const double =
    beforeLast !== undefined && isFamilyName(beforeLast) && !isGivenName(beforeLast) && isFamilyName(last);
  return { given, family: double ? `${beforeLast} ${last}` : last };
}
