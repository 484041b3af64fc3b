import { understand } from "../language/understand.ts";
import type { Circumstances, Heard } from "../language/understanding.ts";
import type { Ms } from "../values/ids.ts";

/** A murmur is over by then: two syllables. */
const LONGEST_MS = 420;
/** The fastest speakers come to twenty letters a second; the edges of the sound are not always noticed. */
const LETTERS_PER_SECOND = 24;
const UNNOTICED_MS = 80;
/** Words that a recognizer is less sure of than this are as well a murmur. */
const SURE = 0.7;

export interface SaidOverPrompt {
  readonly heard: Heard;
  /** The recognizer's, 0 to 1. */
  readonly confidence: number;
  readonly lastedMs: Ms;
  readonly circumstances: Circumstances;
}

/**
 * Whether words over a prompt are rather what a recognizer made of an "mm-hm": more than can be said in so short a time; or
 * short, and a value that it is not sure of. "No", "what?" and "help" are as short, and never are; nor is what alarms.
 */
export function isMurmur({ heard, confidence, lastedMs, circumstances }: SaidOverPrompt): boolean {
  const letters = heard.text.replace(/[^a-z0-9]/gi, "").length;
  const tooMany = letters > (LETTERS_PER_SECOND * (lastedMs + UNNOTICED_MS)) / 1000;
  const doubtful = lastedMs <= LONGEST_MS && confidence < SURE;
  if (!tooMany && !doubtful) return false;
  const { acts, reply, redFlag } = understand(heard, circumstances);
  return redFlag === null && (tooMany || (acts.length === 0 && reply === null));
}
