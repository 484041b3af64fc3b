import type { Circumstances, Heard, Reading } from "./understanding.ts";
import type { Word } from "./words.ts";

/** `words` are those of `splitWords(heard.text)`. */
export function readIdentifiers(
  _words: readonly Word[],
  _circumstances: Circumstances,
  _heard: Heard,
): readonly Reading[] {
  return [];
}

/** 0–1: how sure that nothing more is coming; null when the words hold nothing of this kind. */
export function identifierComplete(_words: readonly Word[], _circumstances: Circumstances): number | null {
  return null;
}
