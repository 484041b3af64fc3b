import type { Circumstances } from "../language/understanding.ts";

/** Two letters begin too many words. */
const LEAST_LETTERS = 3;

/**
 * Whether the letters at the end spell the whole of a word that was said before: by the caller in the same breath, as their
 * name, or by us when we asked how it is spelled. `words` are lower case, without punctuation.
 */
export function isSpelledOut(words: string, { knownName, previous }: Circumstances): boolean {
  const run = /(?:^| )((?:[a-z] )+[a-z])$/.exec(words);
  const letters = run?.[1]?.replaceAll(" ", "") ?? "";
  if (letters.length < LEAST_LETTERS) return false;
  const saidBefore = words.slice(0, run?.index).split(" ").at(-1);
  const names = [knownName?.given, knownName?.family].flatMap((name) => name?.split(/[ -]/) ?? []);
  return [saidBefore, ...names, ...previous.split(" ")].some((word) => lettersOf(word) === letters);
}

function lettersOf(word: string | undefined): string {
  return (word ?? "").toLowerCase().replace(/[^a-z]/g, "");
}
