import { hesitations } from "./en/hesitations-table.ts";
import type { Word } from "./words.ts";

const sounds: ReadonlySet<string> = new Set(hesitations);

export function isHesitation(text: string | undefined): boolean {
  return text !== undefined && sounds.has(text);
}

/** People think in the middle of a number or a date, and its figures belong together all the same. */
export function withoutHesitations(words: readonly Word[]): readonly Word[] {
  return words.filter(({ text }) => !isHesitation(text));
}
