import { britishNames } from "./en/british-names.data.ts";
import { monthWords } from "./en/calendar-table.ts";
import {
  doubleGiven,
  familyCues,
  givenCues,
  hesitations,
  nameCues,
  nameEnds,
  nameFillers,
  nameSuffixes,
  notNames,
  particles,
  strongNameCues,
  titles,
} from "./en/names-table.ts";
import { natoWords } from "./en/spoken-characters-table.ts";
import { capitalName } from "./name-case.ts";
import { looksSpelled, type NameGuess, nameFromSpelling } from "./name-from-spelling.ts";
import { letterHintAt, withLetter } from "./name-letter-hints.ts";
import { familyCommonness, givenCommonness, isFamilyName, isGivenName } from "./name-lexicon.ts";
import { isNumberWord, lookUp } from "./numbers.ts";
import { tablePhrases } from "./table-phrases.ts";
import type { Circumstances, Heard, PersonName, Reading } from "./understanding.ts";
import { splitWords, type Word } from "./words.ts";

const cues = tablePhrases([
  ["given", givenCues],
  ["family", familyCues],
  ["name", nameCues],
]);
const ends = tablePhrases([["end", nameEnds]]);
const ALTERNATIVES = 10;
/** Spellings cost more time, and their guesses differ in noise only. */
const SPELLED_ALTERNATIVES = 2;
const MOST_WORDS = 6;

/**
 * Names of people: said, spelled, or both. Asked for, any words may be a name, and the recognizer's other guesses are used;
 * otherwise only behind "my name is" and the like. `words` are those of `splitWords(heard.text)`.
 */
export function readNames(
  words: readonly Word[],
  circumstances: Circumstances,
  heard: Heard,
): readonly Reading[] {
  const { expectation } = circumstances;
  const asked = expectation.asked.includes("name");
  if (words.length === 0 && heard.alternatives.length === 0) return [];
  const british = britishZones.has(circumstances.timeZone);
  const known = new Set(expectation.hints.flatMap((hint) => hint.toLowerCase().split(" ")));
  const texts = asked
    ? [heard.text, ...heard.alternatives.filter((text) => text !== heard.text)]
    : [heard.text];
  let best: NameGuess | null = null;
  for (const [rank, text] of texts.slice(0, ALTERNATIVES).entries()) {
    if (rank >= SPELLED_ALTERNATIVES && best?.spelled === true) break;
    const split = rank === 0 ? words : splitWords(text);
    const guess = guessName(split, { asked, spelling: expectation.spelling, known, british });
    if (guess === null) continue;
    const sure = guess.sure - rankCost(rank);
    if (best === null || sure > best.sure + 0.001)
      best = { ...guess, sure, ...(rank === 0 ? {} : { from: 0, to: words.length }) };
  }
  if (best === null) return [];
  const span = { start: words[best.from]?.start ?? 0, end: words[best.to - 1]?.end ?? heard.text.length };
  return [{ kind: "name", value: best.value, span, confidence: Math.min(0.97, Math.max(0.2, best.sure)) }];
}

/** The recognizer's second guess is much less likely than its first, its tenth hardly less than its ninth. */
function rankCost(rank: number): number {
  return rank === 0 ? 0 : 0.03 + 0.012 * rank;
}

interface NameContext {
  readonly asked: boolean;
  readonly spelling: boolean;
  readonly known: ReadonlySet<string>;
  /** British spellings are likelier than American ones. */
  readonly british: boolean;
}

function guessName(words: readonly Word[], context: NameContext): NameGuess | null {
  const spelling = context.spelling || looksSpelled(words);
  const spelled = context.asked ? nameFromSpelling(words, spelling) : null;
  if (spelled !== null)
    return cues.find(words).some(({ id }) => id === "family") ? asFamily(spelled) : spelled;

  // "charlie alpha" in answer to "please spell" is the beginning of a spelling, not a person.
  if (spelling && words.every(({ text }) => lookUp(natoWords, text) !== null)) return null;
  return byHalves(words) ?? plainName(words, context);
}

/** "last name is G A R C I A": what is spelled alone is the half that was announced. */
function asFamily(guess: NameGuess): NameGuess {
  const { given, family } = guess.value;
  return family === null ? { ...guess, value: { given: null, family: given } } : guess;
}

/** "first name Sarah, last name Johnson", in either order. */
function byHalves(words: readonly Word[]): NameGuess | null {
  const halves = cues.find(words).filter((cue) => cue.id !== "name");
  if (halves.length === 0) return null;
  let given: string | null = null;
  let family: string | null = null;
  for (const [index, cue] of halves.entries()) {
    const until = halves[index + 1]?.from ?? words.length;
    const part = nameWords(words, cue.to, until);
    if (part === null || part.texts.length === 0) continue;
    if (cue.id === "given") given = part.texts.join(" ");
    else family = part.texts.join(" ");
  }
  const first = halves[0];
  if (first !== undefined && given === null && family !== null) {
    const before = nameWords(words, 0, first.from);
    if (before !== null && before.texts.length > 0) given = before.texts.join(" ");
  }
  if (given === null && family === null) return null;
  return {
    value: cased(given, family),
    from: first?.from ?? 0,
    to: words.length,
    sure: 0.88,
    spelled: false,
  };
}

function plainName(words: readonly Word[], context: NameContext): NameGuess | null {
  const cue = cues
    .find(words)
    .filter(({ id }) => id === "name")
    .at(-1);
  const said =
    cue === undefined
      ? ""
      : words
          .slice(cue.from, cue.to)
          .map(({ text }) => text)
          .join(" ");
  if (!context.asked && !strongNameCues.has(said)) return null;
  const part = nameWords(words, cue?.to ?? 0, words.length);
  if (part === null || part.texts.length === 0) return null;
  if (
    !context.asked &&
    !part.texts.every((text) => isGivenName(text) || isFamilyName(text) || particles.has(text))
  )
    return null;
  const comma = part.texts.length === 2 && (words[part.from]?.pause ?? false);
  const value = divided(comma && isReversed(part.texts) ? part.texts.toReversed() : part.texts);
  if (value === null) return null;
  const sure = sureness(value, context) - (context.asked ? 0 : 0.08);
  return { value: cased(value.given, value.family), from: part.from, to: part.to, sure, spelled: false };
}

interface NameWords {
  readonly texts: readonly string[];
  readonly from: number;
  readonly to: number;
}

/** The words of a name between two places; null when something there is no name. */
function nameWords(words: readonly Word[], from: number, until: number): NameWords | null {
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
    if (isMonth(text) && hesitates(words, at) && (divided(texts)?.family ?? null) !== null) break;
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
  return pause || hesitations.has(text);
}

function isMonth(text: string): boolean {
  return lookUp(monthWords, text) !== null;
}

/** "Sarah Johnson, November 21st": a date of birth in the same breath. "Amanda May" is none. */
function beginsDate(words: readonly Word[], at: number): boolean {
  const { text = "" } = words[at] ?? {};
  if (!isMonth(text)) return isNumberWord(text) && text !== "o";
  return isNumberWord(words[at + 1]?.text ?? "");
}

/** "Wilson, James": the family name first, as on a form. */
function isReversed([first = "", second = ""]: readonly string[]): boolean {
  return isFamilyName(first) && givenCommonness(second) > givenCommonness(first);
}

function joinHyphen(texts: string[], following: string | undefined): void {
  const last = texts.pop();
  if (last !== undefined) texts.push(following === undefined ? last : `${last}-${following}`);
}

/** Given name first; middle names are left out, particles and double family names stay together. */
function divided(texts: readonly string[]): PersonName | null {
  const [first, second] = texts;
  if (first === undefined) return null;
  if (second === undefined) {
    return isFamilyName(first) && !isGivenName(first)
      ? { given: null, family: first }
      : { given: first, family: null };
  }
  if (texts.length === 2)
    return doubleGiven.has(`${first} ${second}`)
      ? { given: `${first} ${second}`, family: null }
      : { given: first, family: second };
  const particle = texts.findIndex((text, index) => index > 0 && particles.has(text) && text.length > 1);
  if (particle > 0) return { given: first, family: texts.slice(particle).join(" ") };
  const pair = `${first} ${second}`;
  const given = doubleGiven.has(pair) ? pair : first;
  const rest = texts.slice(given === pair ? 2 : 1);
  const last = rest.at(-1) ?? "";
  const beforeLast = rest.at(-2);
  const double =
    beforeLast !== undefined && isFamilyName(beforeLast) && !isGivenName(beforeLast) && isFamilyName(last);
  return { given, family: double ? `${beforeLast} ${last}` : last };
}

const britishZones: ReadonlySet<string> = new Set(["Europe/London", "Europe/Belfast"]);
const LOCAL_SURE = 0.1;
const GIVEN_SURE = [0.24, 0.41, 0.44, 0.465] as const;
const FAMILY_SURE = [0.26, 0.41, 0.44, 0.465] as const;

function sureness(name: PersonName, { known, british }: NameContext): number {
  const given = name.given?.split(" ")[0] ?? null;
  const family = name.family?.split(" ").at(-1) ?? null;
  const givenKnown = given === null ? 0 : known.has(given) ? 3 : givenCommonness(given);
  const familyKnown = family === null ? 0 : known.has(family) ? 3 : familyCommonness(family);
  if (given === null || family === null) return givenKnown + familyKnown > 0 ? 0.6 : 0.35;
  const local = [given, family].filter((part) => british && britishNames.has(part)).length;
  return GIVEN_SURE[givenKnown] + FAMILY_SURE[familyKnown] + local * LOCAL_SURE;
}

function cased(given: string | null, family: string | null): PersonName {
  return {
    given: given === null ? null : capitalName(given),
    family: family === null ? null : capitalName(family),
  };
}

/** 0–1: how sure that nothing more is coming behind the name that was read; null when there is none, nor its announcement. */
export function nameComplete(
  words: readonly Word[],
  { expectation }: Circumstances,
  name: PersonName | null,
): number | null {
  if (!expectation.asked.includes("name") || words.length === 0) return null;
  if (name === null) return cues.find(words).at(-1)?.to === words.length ? 0.05 : null;
  const whole = name.given !== null && name.family !== null;
  if (expectation.spelling || looksSpelled(words)) return whole ? 0.6 : 0.3;
  return whole ? 0.92 : 0.45;
}
