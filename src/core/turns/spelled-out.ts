import { spelledParts } from "../language/spelled-letters.ts";
import type { Circumstances } from "../language/understanding.ts";
import { splitWords } from "../language/words.ts";

/** Two letters begin too many words. */
const LEAST_LETTERS = 3;
/** Fewer letters may be the end of a longer name. */
const LEAST_LAST_LETTERS = 4;

/** Letters one by one at the end of what was said, by themselves or as words that stand for them ("romeo"). */
interface Run {
  /** Lower case. */
  readonly letters: string;
  /** The word before the run; empty when there is none. */
  readonly behind: string;
}

/** The run of two or more letters in which the words end; null if they do not. */
export function spelledRun(words: string): Run | null {
  const split = splitWords(words);
  const run = spelledParts(split).at(-1);
  if (run?.kind !== "letters" || !run.clean || run.to < split.length || run.to - run.from < 2) return null;
  return { letters: run.text.toLowerCase(), behind: split[run.from - 1]?.text ?? "" };
}

/**
 * Whether the letters spell the whole of a word that was said before: by the caller in the same breath, as their name, or by us
 * when we asked how it is spelled. Whoever spells both names, as they are asked to, ends with the family name.
 */
export function isSpelledOut(
  { letters, behind }: Run,
  { knownName, previous, expectation }: Circumstances,
): boolean {
  if (letters.length < LEAST_LETTERS) return false;
  const ends = [expectation.spelling ? null : knownName?.given, knownName?.family];
  const names = ends.flatMap((name) => name?.split(/[ -]/) ?? []);
  if ([behind, ...names, ...previous.split(" ")].some((word) => lettersOf(word) === letters)) return true;
  const family = lettersOf(knownName?.family ?? "");
  return family.length >= LEAST_LAST_LETTERS && letters.endsWith(family);
}

function lettersOf(word: string): string {
  return word.toLowerCase().replace(/[^a-z]/g, "");
}
