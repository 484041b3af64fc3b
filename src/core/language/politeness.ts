import { hesitations } from "./en/hesitations-table.ts";
import type { PhraseBook, PhraseMatch } from "./phrases.ts";
import type { Word } from "./words.ts";

const prefaces: ReadonlySet<string> = new Set([...hesitations, "well", "so"]);
const courtesies: ReadonlySet<string> = new Set(["please", "thanks"]);

/** Where the answer itself stands: hesitations before it and thanks behind it neither begin nor end a phrase. */
export function withoutPoliteness(plain: readonly Word[]): { readonly from: number; readonly to: number } {
  let [from, to] = [0, plain.length];
  while (
    from < to - 1 &&
    prefaces.has(plain[from]?.text ?? "") &&
    !/^(?:huh|hm|hmm)$/.test(plain[from + 1]?.text ?? "")
  )
    from += 1;
  while (to > from + 1 && courtesies.has(plain[to - 1]?.text ?? "")) to -= 1;
  if (to > from + 2 && plain[to - 2]?.text === "thank" && plain[to - 1]?.text === "you") to -= 2;
  return { from, to };
}

/** Phrases of the answer itself, as if nothing stood before and behind it, and then those of all the words. */
export function findWithin<T>(book: PhraseBook<T>, plain: readonly Word[]): readonly PhraseMatch<T>[] {
  const { from, to } = withoutPoliteness(plain);
  if (from === 0 && to === plain.length) return book.find(plain);
  const inside = book.find(plain.slice(from, to));
  const shifted = inside.map((match) => ({ ...match, from: match.from + from, to: match.to + from }));
  return [...shifted, ...book.find(plain)];
}
