import { understand } from "../language/understand.ts";
import type { Circumstances, Heard } from "../language/understanding.ts";
import type { Ms } from "../values/ids.ts";
import { hesitations, joiners, openEnds } from "./en/unfinished-table.ts";

type Row = readonly [complete: number, patienceMs: Ms];

/** How long to wait after the last sound, by how complete the words are: nobody waits after a clear "yes". */
const BY_COMPLETENESS: readonly [Row, ...Row[]] = [
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
  return Math.max(byCompleteness(complete), byEnding(words, complete));
}

function byEnding(words: string, complete: number): Ms {
  if (endsWith(words, hesitations)) return HESITATING_MS;
  // The last of several letters is no article.
  if (/\b\w \w$/.test(words)) return 0;
  if (endsWith(words, joiners)) return OPEN_END_MS;
  return complete < COMPLETE && endsWith(words, openEnds) ? OPEN_END_MS : 0;
}

/** Between two rows of the table in proportion. */
function byCompleteness(complete: number): Ms {
  let [below, belowMs] = BY_COMPLETENESS[0];
  for (const [above, aboveMs] of BY_COMPLETENESS) {
    if (complete <= above) {
      const share = above === below ? 1 : (complete - below) / (above - below);
      return Math.round(belowMs + Math.max(0, share) * (aboveMs - belowMs));
    }
    [below, belowMs] = [above, aboveMs];
  }
  return belowMs;
}

function endsWith(words: string, phrases: readonly string[]): boolean {
  return phrases.some((phrase) => words === phrase || words.endsWith(` ${phrase}`));
}
