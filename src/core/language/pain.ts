import type { Circumstances, Heard, Reading } from "./understanding.ts";
import type { Word } from "./words.ts";

/** `words` are those of `splitWords(heard.text)`. */
export function readPains(
  _words: readonly Word[],
  _circumstances: Circumstances,
  _heard: Heard,
): readonly Reading[] {
  return [];
}
