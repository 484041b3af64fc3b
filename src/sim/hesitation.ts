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
