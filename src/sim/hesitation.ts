import type { Ms } from "../core/values/ids.ts";
import type { Random } from "./random.ts";

/** Words said in one go, with the pause after them. */
export interface Phrase {
  readonly words: string;
  readonly pauseMs: Ms;
}

const PAUSE_MS = [150, 1_500] as const;
/** Share of pauses that begin with a sound. */
const UM = 0.3;

/** Breaks a sentence where its speaker stops to think: `rate` is the share of the places between two words, 0-1. */
export function hesitate(sentence: string, rate: number, random: Random): readonly Phrase[] {
  const words = sentence.split(/\s+/);
  const phrases: Phrase[] = [];
  let phrase: string[] = [];
  for (const [index, word] of words.entries()) {
    phrase.push(word);
    if (index === words.length - 1 || !random.chance(rate)) continue;
    if (random.chance(UM)) phrase.push("um");
    phrases.push({ words: phrase.join(" "), pauseMs: random.between(...PAUSE_MS) });
    phrase = [];
  }
  return [...phrases, { words: phrase.join(" "), pauseMs: 0 }];
}

/** Where those who read something out pause: at the commas of a number, and at the signs of an e-mail address. */
const PARTS = /(?<=,) | (?=at [a-z]+ dot )/g;
const SHORTEST_PART_PAUSE_MS = 300;
/** A figure, or the name before an at sign. */
const READ_OUT = /\b(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|\w+teen|\w+ty|dot)\b|^at /i;

/**
 * Reads numbers and e-mail addresses out part by part, with pauses up to `mostMs`; other sentences stay whole, and so does what
 * comes before the first figure: whoever says "no" and what is right does not wait between the two.
 */
export function readInParts(sentence: string, mostMs: Ms, random: Random): readonly Phrase[] {
  const [first = "", ...others] = sentence.split(PARTS);
  const begins = [first, ...others].findIndex((part) => READ_OUT.test(part));
  const parts = [
    [first, ...others.slice(0, Math.max(0, begins))].join(" "),
    ...others.slice(Math.max(0, begins)),
  ];
  const last = parts.length - 1;
  return parts.map((words, index) => ({
    words,
    pauseMs: index === last ? 0 : random.between(SHORTEST_PART_PAUSE_MS, mostMs),
  }));
}

/** Whether a sentence is read out in parts: a number of several groups, or an e-mail address. */
export function isReadOut(sentence: string): boolean {
  return (
    /(?:zero|one|two|three|four|five|six|seven|eight|nine) \w+[ ,].*,/.test(sentence) ||
    / at \w+ dot /.test(sentence)
  );
}
