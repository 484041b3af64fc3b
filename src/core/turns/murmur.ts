import { understand } from "../language/understand.ts";
import type { Circumstances, Heard } from "../language/understanding.ts";
import type { Ms } from "../values/ids.ts";
import type { AnswerHeard } from "./turn-io.ts";

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
  readonly answerHeard: AnswerHeard;
  readonly circumstances: Circumstances;
}

/**
 * Whether words over a prompt are rather what a recognizer made of an "mm-hm": more than can be said in so short a time; or
 * short, and a value that it is not sure of, or that nothing had been asked for yet. "No", "what?" and "help" are as short,
 * and never are; nor is what alarms.
 */
export function isMurmur({
  heard,
  confidence,
  lastedMs,
  answerHeard,
  circumstances,
}: SaidOverPrompt): boolean {
  const letters = heard.text.replace(/[^a-z0-9]/gi, "").length;
  const tooMany = letters > (LETTERS_PER_SECOND * (lastedMs + UNNOTICED_MS)) / 1000;
  const doubtful = lastedMs <= LONGEST_MS && (confidence < SURE || answerHeard === "part");
  if (!tooMany && !doubtful) return false;
  const { acts, reply, redFlag, readings } = understand(heard, circumstances);
  if (tooMany || redFlag !== null) return redFlag === null;
  // Of what is on offer, one may be chosen as soon as it was named.
  const chooses = confidence >= SURE && readings.some(({ kind }) => kind === "choice");
  return acts.length === 0 && reply === null && !chooses;
}
