import { FRAME_BYTES } from "../../core/audio/audio-frame.ts";
import { levelDb } from "../../core/audio/level.ts";
import type { Arc, Automaton } from "../grammar/automaton.ts";

/**
 * What a listener murmurs, as the dictionary has it, each by how far it has to fit better than the others: "right" is seldom heard
 * as anything else.
 */
const murmurs: Readonly<Record<string, number>> = { "uh-huh": 0, mhm: 0, right: 25, alright: 25 };

/** Not among them, as every "no" is near to it; it is looked for by itself, behind words that are unlikely. */
const okay = "okay";
const OKAY_BEHIND = -5;

/** Longer sound, with the quiet before and after it, is no murmur: so much speech is 560 ms. */
const LONGEST_MURMUR_BYTES = 1080 * 8;
/** In noise that is nearer to the loudest of the voice than this, suppressed as it is, nothing was tried. */
const CLEAR_DB = 12;
/** So much of the sound is quieter than the noise of the line is taken to be. */
const QUIET_SHARE = 0.1;

/**
 * By so much, in powers of e, words must fit the sound better than a murmur does; unlikely ones by more. Words that were said
 * come to 60 and mostly to more than 100, what a grammar makes of an "uh-huh" to less than 50 and, with strange names, to 80.
 */
const LEAST = 30;
const UNLIKELY_TIMES = 5;
const MOST = 100;
/**
 * By itself, a murmur that was said fits worse than unlikely words by no more than this for each power of e that makes them
 * unlikely: "so three", which noise makes of an "okay", mostly fits worse than it, and a "yes" that was said far better.
 */
const ALLOWED_TIMES = 6;
const OKAY_ALLOWED_TIMES = 5;

/** The loader counts the weights of grammars so many times. */
const LANGUAGE_WEIGHT = 6.5;

/** Whether the sound is short enough for a murmur, and clear enough to be told from one. */
export function mayBeMurmur(mulaw: Uint8Array): boolean {
  if (mulaw.length > LONGEST_MURMUR_BYTES) return false;
  const levels = Array.from({ length: Math.floor(mulaw.length / FRAME_BYTES) }, (_, index) =>
    levelDb(mulaw.subarray(index * FRAME_BYTES, (index + 1) * FRAME_BYTES)),
  ).sort((one, other) => one - other);
  const noiseDb = levels[Math.floor(levels.length * QUIET_SHARE)] ?? 0;
  return (levels.at(-1) ?? 0) - noiseDb >= CLEAR_DB;
}

/** A murmur, or these words, which have to fit better by far. Their weight in the grammar is a natural logarithm. */
export function murmurOr(words: readonly string[], weight: number): Automaton {
  const needed = Math.min(MOST, LEAST - UNLIKELY_TIMES * weight);
  const { arcs, final } = nothingBut(words);
  const [first = [], ...others] = arcs;
  const murmured = Object.entries(murmurs).map(([word, handicap]) => ({
    to: final,
    logp: -handicap / LANGUAGE_WEIGHT,
    word,
  }));
  const handicapped = first.map((arc) => ({ ...arc, logp: -needed / LANGUAGE_WEIGHT }));
  return { arcs: [[...murmured, ...handicapped], ...others], final };
}

/** What may have been murmured: what was heard beside the words, of this weight, and "okay". */
export function murmursFrom(heard: string, weight: number): readonly string[] {
  return [...(isMurmured(heard) ? [heard] : []), ...(weight < OKAY_BEHIND ? [okay] : [])];
}

/** The words alone, to see how well they fit. */
export function nothingBut(words: readonly string[]): Automaton {
  const arcs = words.map((word, index): Arc[] => [{ to: index + 1, logp: 0, word }]);
  return { arcs: [...arcs, []], final: words.length };
}

/** Whether words fit so much better than the murmur, in powers of e, that they were said. */
export function wordsPrevail(fitsBetterBy: number, murmur: string, weight: number): boolean {
  return fitsBetterBy > -weight * (murmur === okay ? OKAY_ALLOWED_TIMES : ALLOWED_TIMES);
}

/** Whether all that was heard is murmurs. */
export function isMurmured(text: string): boolean {
  return text !== "" && text.split(" ").every((word) => word === okay || word in murmurs);
}
