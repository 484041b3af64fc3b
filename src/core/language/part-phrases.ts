import { type TableMatch, tablePhrases } from "./table-phrases.ts";
import type { Word } from "./words.ts";

/** A thing and what is done to it or wrong with it; said some words apart, in either order, they mean `id`. */
export interface Part {
  readonly id: string;
  readonly things: readonly string[];
  readonly signs: readonly string[];
}

export interface PartPhrases {
  /** Every thing with the nearest sign after or before it. Pauses and words of `breaks` part them. */
  find(words: readonly Word[]): readonly TableMatch[];
}

/**
 * "the tires on my car need to be rotated", "it burns when I go to the bathroom": `words` are in the long form (`plainWords`).
 */
export function partPhrases(parts: readonly Part[], reach: number, breaks: ReadonlySet<string>): PartPhrases {
  const compiled = parts.map(({ id, things, signs }) => ({
    things: tablePhrases([[id, things]]),
    signs: new Set(signs),
  }));
  const near = (words: readonly Word[], thing: TableMatch, signs: ReadonlySet<string>): TableMatch | null => {
    const to = Math.min(words.length, thing.to + reach);
    for (let at = Math.max(0, thing.from - reach); at < to; at += 1) {
      const inside = at >= thing.from && at < thing.to;
      if (inside || !signs.has(words[at]?.text ?? "") || parted(words, thing, at, breaks)) continue;
      return { id: thing.id, from: Math.min(thing.from, at), to: Math.max(thing.to, at + 1) };
    }
    return null;
  };
  return {
    find: (words) =>
      compiled.flatMap(({ things, signs }) =>
        things.find(words).flatMap((thing) => near(words, thing, signs) ?? []),
      ),
  };
}

function parted(words: readonly Word[], thing: TableMatch, at: number, breaks: ReadonlySet<string>): boolean {
  const [from, to] = at < thing.from ? [at, thing.from] : [thing.to - 1, at];
  return words.slice(from, to).some(({ pause, text }) => pause || breaks.has(text));
}

export function overlap(one: TableMatch, other: TableMatch): boolean {
  return one.from < other.to && other.from < one.to;
}

/** Whether a phrase of a single word lies in a longer match, which then says more. */
export function saysMore(part: TableMatch, direct: TableMatch): boolean {
  return (
    direct.to - direct.from === 1 &&
    part.from <= direct.from &&
    part.to >= direct.to &&
    part.to - part.from > 1
  );
}
