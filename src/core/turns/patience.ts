import { type Expectation, type FieldKind, nothingExpected } from "../language/expectation.ts";
import { understand } from "../language/understand.ts";
import type { Circumstances, Heard, ReadingValue, Understanding } from "../language/understanding.ts";
import type { Ms } from "../values/ids.ts";
import { thinkingAloud } from "./en/thinking-aloud-table.ts";
import { isSpelledOut, spelledRun } from "./spelled-out.ts";

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
/** Answers of one or two words have hardly any pauses in them. */
const SHORT_ANSWER_WORDLESS_MS = 420;
const shortAnswers: ReadonlySet<FieldKind> = new Set(["yesNo", "choice", "pain"]);
/** Sound as short as a cough is looked into sooner. */
const COUGH_MS = 240;
const COUGH_PATIENCE_MS = 400;
const THINKING_MS = 2600;
/** What is read out from a card or spelled comes in parts, with pauses of up to a second and a half between them. */
const BETWEEN_PARTS_MS = 1700;
/** The letters of a name are all there, unless the name itself is longer than it was heard. */
const SPELLED_OUT_MS = 600;
const SURELY_ALL = 0.95;
/** Kinds of what is asked, and of the values that are said to it. */
const readOutKinds: ReadonlySet<FieldKind | ReadingValue["kind"]> = new Set([
  "phone",
  "email",
  "identifier",
  "address",
  "vin",
]);
const spelledKinds: ReadonlySet<FieldKind> = new Set(["name", "email", "identifier", "vin"]);
/** Below, something is missing of what is read out; above, it may be all, or the next part may come as the last did. */
const MAY_BE_ALL = 0.7;
const PACE_MARGIN = 1.3;

/** Opinions of a recognizer that count, and what they come to. */
const SURELY_OVER = 0.8;
const SURELY_GOES_ON = 0.2;
const OVER_MS = 250;
const GOES_ON_MS = 600;
/** Who waits longer than this knows of something that is missing. */
const MORE_WANTED_MS = 1500;
const MORE_WANTED_SHARE = 0.6;

/** Without a question, only what every caller's words show is measured; the date does not matter to it. */
const unasked: Circumstances = {
  expectation: nothingExpected,
  previous: "",
  reference: Temporal.PlainDateTime.from("2000-01-01T12:00"),
  timeZone: "UTC",
  opening: null,
};

/** What is known at a pause. `heard` is null when there is no hypothesis of the words. */
export interface Pause {
  readonly heard: Heard | null;
  readonly voicedMs: Ms;
  readonly circumstances: Circumstances | null;
  /** How long this caller has paused and then spoken on. */
  readonly paceMs: Ms;
}

/** How long the caller may be silent before the turn counts as over: 200 ms to 4.5 s from the last sound. */
export function patienceMs({ heard, voicedMs, circumstances, paceMs }: Pause): Ms {
  const words = plain(heard?.text ?? "");
  if (heard === null || words === "") return wordlessMs(voicedMs, circumstances);
  const understood = understand(heard, circumstances ?? unasked);
  const { complete } = understood;
  const measuredMs = byCompleteness(complete);
  if (thinkingAloud.some((phrase) => ` ${words}`.endsWith(` ${phrase}`))) {
    return Math.max(measuredMs, THINKING_MS);
  }
  const expectation = circumstances?.expectation ?? nothingExpected;
  if (complete >= SURELY_ALL) return measuredMs;
  if (maySpell(expectation)) {
    const ofName = expectation.asked.includes("name");
    const run = ofName ? spelledRun(words) : null;
    if (run !== null && isSpelledOut(run, circumstances ?? unasked)) return SPELLED_OUT_MS;
    // Nothing else tells how long a name is, so that nothing is missing of it either.
    if (endsInLetters(words)) return ofName ? BETWEEN_PARTS_MS : Math.max(measuredMs, BETWEEN_PARTS_MS);
  }
  if (!isReadOut(expectation) || !isValueAlone(understood)) return measuredMs;
  if (complete < MAY_BE_ALL) return Math.max(measuredMs, BETWEEN_PARTS_MS);
  // "I don't have one" is no value, and has no further parts.
  if (!understood.readings.some(({ kind }) => readOutKinds.has(kind))) return measuredMs;
  return Math.max(measuredMs, Math.min(BETWEEN_PARTS_MS, paceMs * PACE_MARGIN));
}

function isReadOut({ asked }: Expectation): boolean {
  return asked.some((kind) => readOutKinds.has(kind));
}

/** Nothing is said but a value, or what may become one. */
function isValueAlone({ acts, reply, redFlag }: Understanding): boolean {
  return acts.length === 0 && reply === null && redFlag === null;
}

/**
 * What a recognizer thinks of the end of a turn, from its tone and its words, moves the patience but does not rule it: it
 * does not know how many digits are asked for, nor that a yes was all that was wanted.
 */
export function heedRecognizer(patienceMs: Ms, endOfTurn: number | null): Ms {
  if (endOfTurn === null) return patienceMs;
  if (endOfTurn >= SURELY_OVER)
    return patienceMs > MORE_WANTED_MS ? patienceMs * MORE_WANTED_SHARE : Math.min(patienceMs, OVER_MS);
  return endOfTurn <= SURELY_GOES_ON ? Math.max(patienceMs, GOES_ON_MS) : patienceMs;
}

function wordlessMs(voicedMs: Ms, circumstances: Circumstances | null): Ms {
  if (voicedMs <= COUGH_MS) return COUGH_PATIENCE_MS;
  return isShortAnswerWanted(circumstances?.expectation ?? nothingExpected)
    ? SHORT_ANSWER_WORDLESS_MS
    : WORDLESS_MS;
}

/** Whether the likeliest answer is a word or two. */
export function isShortAnswerWanted({ asked: [likeliest] }: Expectation): boolean {
  return likeliest !== undefined && shortAnswers.has(likeliest);
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[.,;:?!…]+/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** Words that stand for letters ("romeo") are slower to say, and mostly said in one go. */
function endsInLetters(words: string): boolean {
  return /(^| )[a-z] [a-z]$/.test(words);
}

function maySpell({ asked, spelling }: Expectation): boolean {
  return spelling || asked.some((kind) => spelledKinds.has(kind));
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
