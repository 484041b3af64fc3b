import type { Word } from "./words.ts";

const HESITATIONS: ReadonlySet<string> = new Set(["um", "uh", "erm", "uhm"]);

/** People think in the middle of a number or a date, and its figures belong together all the same. */
export function withoutHesitations(words: readonly Word[]): readonly Word[] {
  return words.filter(({ text }) => !HESITATIONS.has(text));
}
