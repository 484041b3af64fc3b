import { understand } from "../language/understand.ts";
import type { Circumstances, Heard } from "../language/understanding.ts";
import type { Ms } from "../values/ids.ts";

/** A murmur is over by then: two syllables. */
const LONGEST_MS = 420;
/**
 * The fastest sentences come to twenty-three letters a second, single words to seventeen; the edges of the sound are not always
 * noticed.
 */
const LETTERS_PER_SECOND = 24;
const SHORT_LETTERS_PER_SECOND = 22;
const UNNOTICED_MS = 80;
/** Words that a recognizer is less sure of than this are as well a murmur. */
const SURE = 0.7;

export interface SaidOverPrompt {
  readonly heard: Heard;
  /** The recognizer's, 0 to 1. */
  readonly confidence: number;
  readonly lastedMs: Ms;
  /** All of it was hummed. */
  readonly hummed: boolean;
  readonly circumstances: Circumstances;
}

/**
 * Whether words over a prompt are rather what a recognizer made of an "mm-hm": what was hummed; more than can be said in so
 * short a time; or short, and a value that it is not sure of. "No", "what?" and "help" are as short, and never are, unless they
 * were hummed; nor is what alarms.
 */
export function isMurmur({ heard, confidence, lastedMs, hummed, circumstances }: SaidOverPrompt): boolean {
  const letters = heard.text.replace(/[^a-z0-9]/gi, "").length;
  const short = lastedMs <= LONGEST_MS;
  const perSecond = short ? SHORT_LETTERS_PER_SECOND : LETTERS_PER_SECOND;
  const impossible = hummed || letters > (perSecond * (lastedMs + UNNOTICED_MS)) / 1000;
  if (!impossible && !(short && confidence < SURE)) return false;
  const { acts, reply, redFlag } = understand(heard, circumstances);
  return redFlag === null && (impossible || (acts.length === 0 && reply === null));
}
