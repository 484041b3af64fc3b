import type { FieldKind } from "../language/expectation.ts";
import { understand } from "../language/understand.ts";
import type { ActReading, Circumstances, Heard } from "../language/understanding.ts";
import type { Ms } from "../values/ids.ts";

/** A murmur is over by then: two syllables, and two drawn ones. */
const LONGEST_MS = 420;
const LONGEST_ASIDE_MS = 600;
/**
 * The fastest sentences come to twenty-three letters a second, single words to seventeen; the edges of the sound are not always
 * noticed.
 */
const LETTERS_PER_SECOND = 24;
const SHORT_LETTERS_PER_SECOND = 22;
const UNNOTICED_MS = 80;
/** Words that a recognizer is less sure of than this are as well a murmur; in longer sound they have to be as good as guessed. */
const SURE = 0.7;
const GUESSED = 0.5;
/** Numbers from 0 to 10 are short and hissed, so that a recognizer is seldom sure of them. */
const unsureKinds: readonly FieldKind[] = ["pain"];

export interface SaidOverPrompt {
  readonly heard: Heard;
  /** The recognizer's, 0 to 1. */
  readonly confidence: number;
  readonly lastedMs: Ms;
  /** Voice before it whose words may be among these. */
  readonly wordlessMs: Ms;
  /** All of it was hummed. */
  readonly hummed: boolean;
  /** The recognizer might as well have heard words by which a listener says "go on". */
  readonly alsoAside: boolean;
  readonly circumstances: Circumstances;
}

/**
 * Whether words over a prompt are rather what a recognizer made of an "mm-hm": what was hummed; more than can be said in so
 * short a time; what may as well be a listener's word; or short, and a value that it is not sure of. "No", "what?" and "help"
 * are as short, and never are for that alone; nor is what alarms.
 */
export function isMurmur(said: SaidOverPrompt): boolean {
  const impossible = said.hummed || isTooMuch(said);
  const aside = said.alsoAside && said.lastedMs <= LONGEST_ASIDE_MS;
  const unsure = isUnsure(said);
  if (!impossible && !aside && !unsure) return false;
  const { acts, reply, redFlag } = understand(said.heard, said.circumstances);
  if (redFlag !== null) return false;
  if (impossible) return true;
  return aside ? acts.every(isHeardInMurmurs) : acts.length === 0 && reply === null;
}

function isUnsure({ lastedMs, confidence, circumstances }: SaidOverPrompt): boolean {
  if (lastedMs > LONGEST_ASIDE_MS || isUnsureKind(circumstances)) return false;
  return confidence < (lastedMs <= LONGEST_MS ? SURE : GUESSED);
}

function isUnsureKind({ expectation: { asked } }: Circumstances): boolean {
  const [likeliest] = asked;
  return likeliest !== undefined && unsureKinds.includes(likeliest);
}

/** What is as short as a murmur, and heard in one. */
function isHeardInMurmurs({ kind }: ActReading): boolean {
  return kind === "affirm" || kind === "deny" || kind === "dontKnow";
}

function isTooMuch({ heard, lastedMs, wordlessMs }: SaidOverPrompt): boolean {
  const letters = heard.text.replace(/[^a-z0-9]/gi, "").length;
  const perSecond = lastedMs <= LONGEST_MS ? SHORT_LETTERS_PER_SECOND : LETTERS_PER_SECOND;
  return letters > (perSecond * (wordlessMs + lastedMs + UNNOTICED_MS)) / 1000;
}
