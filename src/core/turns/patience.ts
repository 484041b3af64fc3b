import { understand } from "../language/understand.ts";
import type { Circumstances, Heard } from "../language/understanding.ts";
import type { Ms } from "../values/ids.ts";
import { hesitations, openEnds } from "./en/unfinished-table.ts";

/** How long to wait after the last sound, by how complete the words are: nobody waits after a clear "yes". */
const BY_COMPLETENESS: readonly (readonly [complete: number, patienceMs: Ms])[] = [
  [0, 4500],
  [0.2, 3200],
  [0.4, 1700],
  [0.6, 900],
  [0.8, 420],
  [0.95, 220],
  [1, 200],
];
/** Nothing is known of the words: longer than a pause inside a sentence mostly is. */
const WORDLESS_MS = 700;
/** Sound as short as a cough is looked into sooner. */
const COUGH_MS = 240;
const COUGH_PATIENCE_MS = 400;
/** How complete words are taken to be without a question to measure them by. */
const UNASKED = 0.65;
/** From here on, the words answer the question whatever word is the last: "hold on" ends openly and is over. */
const COMPLETE = 0.9;
const HESITATING_MS = 2600;
const OPEN_END_MS = 2000;

/** What is known at a pause. `heard` is null when there is no hypothesis of the words. */
export interface Pause {
  readonly heard: Heard | null;
  readonly voicedMs: Ms;
  readonly circumstances: Circumstances | null;
}

/** How long the caller may be silent before the turn counts as over: 200 ms to 4.5 s from the last sound. */
export function patienceMs({ heard, voicedMs, circumstances }: Pause): Ms {
  if (heard === null || heard.text.trim() === "") {
    return voicedMs <= COUGH_MS ? COUGH_PATIENCE_MS : WORDLESS_MS;
  }
  const words = heard.text
    .toLowerCase()
    .replace(/[.,;:?!…]+/g, " ")
    .trim();
  const complete = circumstances === null ? UNASKED : understand(heard, circumstances).complete;
  const measuredMs = byCompleteness(complete);
  if (endsWith(words, hesitations)) return Math.max(measuredMs, HESITATING_MS);
  if (complete < COMPLETE && endsWith(words, openEnds)) return Math.max(measuredMs, OPEN_END_MS);
  return measuredMs;
}

function byCompleteness(complete: number): Ms {
  const upper = BY_COMPLETENESS.findIndex(([from]) => from >= complete);
  const [high, highMs] = BY_COMPLETENESS[upper === -1 ? BY_COMPLETENESS.length - 1 : upper] as [number, Ms];
  const [low, lowMs] = BY_COMPLETENESS[Math.max(0, upper - 1)] as [number, Ms];
  if (upper <= 0 || high === low) return highMs;
  return Math.round(lowMs + ((complete - low) / (high - low)) * (highMs - lowMs));
}

function endsWith(words: string, phrases: readonly string[]): boolean {
  return phrases.some((phrase) => words === phrase || words.endsWith(` ${phrase}`));
}
