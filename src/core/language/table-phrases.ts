import { plainWords } from "./plain-words.ts";
import { splitWords, type Word } from "./words.ts";

/** A phrase of a table, found: word indices, `to` exclusive. */
export interface TableMatch {
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

export interface TablePhrases {
  /** The longest phrase at every place, leftmost first, without overlap. */
  find(words: readonly Word[]): readonly TableMatch[];
  /** The longest phrase that begins exactly at `index`, or null. */
  at(words: readonly Word[], index: number): TableMatch | null;
}

interface Step {
  /** Null where no phrase goes on, as behind most: tables are large, and a map for each end costs time at the start. */
  next: Map<string, Step> | null;
  id: string | null;
}

/** Compiles tables of literal phrases into one tree of words; short forms ("can't") match their long form and back. */
export function tablePhrases(
  rows: Iterable<readonly [id: string, phrases: readonly string[]]>,
): TablePhrases {
  const root: Step = { next: null, id: null };
  for (const [id, phrases] of rows) for (const phrase of phrases) add(root, id, phrase);
  return {
    find: (words) => findIn(root, words),
    at: (words, index) => longestAt(root, words, index),
  };
}

/** Both as written and with short forms written out, so that the finder may be given either kind of words. */
function add(root: Step, id: string, phrase: string): void {
  const written = literalWords(phrase);
  addWords(root, id, written);
  const plain = plainWords(written);
  if (plain.length !== written.length) addWords(root, id, plain);
}

const LITERAL = /^[a-z\d' ]+$/;

/** Tables are long and plain: most phrases need no more than a split at the blanks, which keeps loading quick. */
function literalWords(phrase: string): readonly Word[] {
  if (!LITERAL.test(phrase)) return splitWords(phrase);
  return phrase.split(" ").map((text) => ({ text, start: 0, end: 0, pause: false }));
}

function addWords(root: Step, id: string, words: readonly Word[]): void {
  let step = root;
  for (const { text } of words) {
    step.next ??= new Map();
    let next = step.next.get(text);
    if (next === undefined) {
      next = { next: null, id: null };
      step.next.set(text, next);
    }
    step = next;
  }
  step.id ??= id;
}

function findIn(root: Step, words: readonly Word[]): readonly TableMatch[] {
  const found: TableMatch[] = [];
  let from = 0;
  while (from < words.length) {
    const match = longestAt(root, words, from);
    if (match !== null) found.push(match);
    from = match?.to ?? from + 1;
  }
  return found;
}

function longestAt(root: Step, words: readonly Word[], from: number): TableMatch | null {
  let best: TableMatch | null = null;
  let step: Step | undefined = root;
  for (let at = from; at < words.length; at += 1) {
    step = step.next?.get(words[at]?.text ?? "");
    if (step === undefined) break;
    if (step.id !== null) best = { id: step.id, from, to: at + 1 };
  }
  return best;
}
