import { britishNames } from "./en/british-names.data.ts";
import {
  familyCues,
  givenCues,
  nameCorrections,
  nameCues,
  particles,
  strongNameCues,
} from "./en/names-table.ts";
import { natoWords } from "./en/spoken-characters-table.ts";
import { capitalName } from "./name-case.ts";
import { looksSpelled, type NameGuess, nameFromSpelling } from "./name-from-spelling.ts";
import { familyCommonness, givenCommonness, isFamilyName, isGivenName } from "./name-lexicon.ts";
import { divided, isMonth, type NameWords, nameWords } from "./name-words.ts";
import { lookUp } from "./numbers.ts";
import { soundDistance, soundOf } from "./sounds-like.ts";
import { tablePhrases } from "./table-phrases.ts";
import type { Circumstances, Heard, PersonName, Reading } from "./understanding.ts";
import { splitWords, type Word } from "./words.ts";

const cues = tablePhrases([
  ["given", givenCues],
  ["family", familyCues],
  ["name", nameCues],
]);
const corrections = tablePhrases([["correction", nameCorrections]]);
const ALTERNATIVES = 10;
/** Spellings cost more time, and their guesses differ in noise only. */
const SPELLED_ALTERNATIVES = 3;

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
  let heardFirst: NameGuess | null = null;
  for (const [rank, text] of texts.slice(0, ALTERNATIVES).entries()) {
    if (rank >= SPELLED_ALTERNATIVES && best?.spelled === true) break;
    const split = rank === 0 ? words : splitWords(text);
    const least = best === null ? 0 : best.sure + rankCost(rank);
    const guess = guessName(split, { asked, spelling: expectation.spelling, known, british, least });
    if (rank === 0) heardFirst = guess;
    if (guess === null) continue;
    const most = guess.sure - rankCost(rank);
    if (best !== null && most <= best.sure) continue;
    const sure = most - (rank === 0 ? 0 : strangeness(guess, heardFirst));
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

/**
 * Where the best hypothesis is a whole name of known parts, its spelling may be another ("Louis" for "Lewis"), but a name that
 * sounds otherwise is less likely the farther it is.
 */
function strangeness(guess: NameGuess, heardFirst: NameGuess | null): number {
  const [given, family] = [heardFirst?.value.given, heardFirst?.value.family];
  if (given == null || family == null || guess.value.given === null || guess.value.family === null) return 0;
  if (!isGivenName(given.toLowerCase()) || !isFamilyName(family.toLowerCase())) return 0;
  const apart =
    soundDistance(soundOf(given), soundOf(guess.value.given)) +
    soundDistance(soundOf(family), soundOf(guess.value.family));
  return apart * STRANGE_SOUND;
}

const STRANGE_SOUND = 0.085;

interface NameContext {
  readonly asked: boolean;
  readonly spelling: boolean;
  readonly known: ReadonlySet<string>;
  /** British spellings are likelier than American ones. */
  readonly british: boolean;
  /** What a guess has to be surer than to be of use. */
  readonly least: number;
}

function guessName(words: readonly Word[], context: NameContext): NameGuess | null {
  const spelling = context.spelling || looksSpelled(words);
  const inHalves = context.asked ? bothHalves(words) : null;
  if (inHalves !== null) return inHalves;
  const spelled = context.asked ? nameFromSpelling(words, spelling, context.least) : null;
  if (spelled !== null)
    return cues.find(words).some(({ id }) => id === "family") ? asFamily(spelled) : spelled;

  // "charlie alpha" in answer to "please spell" is the beginning of a spelling, not a person.
  if (spelling && words.every(({ text }) => lookUp(natoWords, text) !== null)) return null;
  return byHalves(words) ?? plainName(words, context);
}

/** "Smyth, S M Y T H, first name John": the halves are told apart by their names, whatever is spelled in them. */
function bothHalves(words: readonly Word[]): NameGuess | null {
  const guess = byHalves(words);
  return guess?.value.given != null && guess.value.family !== null ? guess : null;
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
    const text = halfOf(words, cue.to, until);
    if (text === null) continue;
    if (cue.id === "given") given = text;
    else family = text;
  }
  const first = halves[0];
  if (first !== undefined && given === null) given = halfOf(words, 0, first.from);
  else if (first !== undefined && family === null) family = halfOf(words, leadEnd(words), first.from);
  if (given === null && family === null) return null;
  return {
    value: cased(given, family),
    from: first?.from ?? 0,
    to: words.length,
    sure: 0.88,
    spelled: false,
  };
}

/** One half of a name between two places, said or said and spelled. */
function halfOf(words: readonly Word[], from: number, until: number): string | null {
  const segment = words.slice(from, until);
  const spelled = segment.length > 2 ? nameFromSpelling(segment, looksSpelled(segment)) : null;
  if (spelled !== null) return (spelled.value.given ?? spelled.value.family)?.toLowerCase() ?? null;
  const part = nameWords(words, from, until);
  return part === null || part.texts.length === 0 ? null : part.texts.join(" ");
}

/** Behind "it's" or "my name is" at the beginning. */
function leadEnd(words: readonly Word[]): number {
  return cues.at(words, 0)?.to ?? 0;
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
  const part = withCorrection(words, cue?.to ?? 0);
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

/** "Alex, no, Alec Baldwin", "Jennifer Walsh, sorry, Welsh": what is said anew stands, for the whole or for its half. */
function withCorrection(words: readonly Word[], from: number): NameWords | null {
  const mark = corrections.find(words).findLast((match) => match.from > from && match.to < words.length);
  const anew = mark === undefined ? null : nameWords(words, mark.to, words.length);
  const whole = nameWords(words, from, words.length);
  const [only, ...more] = anew?.texts ?? [];
  if (mark === undefined || anew === null || only === undefined) return whole;
  const before = nameWords(words, from, mark.from);
  if (before === null || before.texts.length === 0) return whole;
  if (more.length > 0 || before.texts.length === 1) return anew;
  const family = !isGivenName(only) || isFamilyName(only);
  const texts = family ? [...before.texts.slice(0, -1), only] : [only, ...before.texts.slice(1)];
  return { texts, from: before.from, to: anew.to };
}

/** "Wilson, James": the family name first, as on a form. */
function isReversed([first = "", second = ""]: readonly string[]): boolean {
  return isFamilyName(first) && givenCommonness(second) > givenCommonness(first);
}

const britishZones: ReadonlySet<string> = new Set(["Europe/London", "Europe/Belfast"]);
const LOCAL_SURE = 0.12;
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
  const last = words.at(-1)?.text ?? "";
  // "Thomas Miller, um, March": a birthday has begun. In the telephone's alphabet November is a letter.
  if (expectation.spelling || looksSpelled(words)) return whole ? 0.6 : 0.3;
  if (whole && isMonth(last) && last !== name.family?.toLowerCase()) return 0.3;
  return whole ? 0.92 : 0.45;
}
