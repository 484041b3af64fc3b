import { isExcluded } from "./day-limits.ts";
import { sameWhenPhrases } from "./en/previous-table.ts";
import type { Found } from "./found.ts";
import { type PhraseMatch, phraseBook } from "./phrases.ts";
import type { ReadingValue } from "./understanding.ts";
import type { Word } from "./words.ts";

export interface SameWhen {
  readonly what: "day" | "time";
  readonly weeksLater: number;
}

const book = phraseBook<SameWhen>(sameWhenPhrases);

/**
 * "That day", "the same time": the one day or time that the agent spoke of last. `told` is what they name themselves;
 * `spokenOf` reads the agent's words and is only called when the caller's point to them; where it names several days, none is
 * meant for sure.
 */
export function sameWhen(
  plain: readonly Word[],
  told: readonly Found[],
  spokenOf: () => readonly ReadingValue[],
): readonly Found[] {
  const matches = longestOf(book.find(plain)).filter(
    ({ from, to }) => !isExcluded(plain, { from, next: to }),
  );
  if (matches.length === 0) return [];
  const values = spokenOf();
  return matches.flatMap((match) => {
    // "That day works" only agrees; "that day at ten" says when.
    const agrees = !plain.slice(match.from, match.to).some(({ text }) => text === "same" || text === "week");
    if (agrees && !told.some(({ value }) => value.kind === (match.value.what === "day" ? "time" : "date")))
      return [];
    const value = match.value.what === "day" ? theDay(values, match.value.weeksLater) : theTime(values);
    return value === null ? [] : [{ value, from: match.from, next: match.to, confidence: 0.85 }];
  });
}

function longestOf(matches: readonly PhraseMatch<SameWhen>[]): readonly PhraseMatch<SameWhen>[] {
  return matches.filter(
    (match) =>
      !matches.some(
        (other) =>
          other !== match &&
          other.value.what === match.value.what &&
          other.from <= match.from &&
          match.to <= other.to &&
          (other.to - other.from > match.to - match.from || matches.indexOf(other) < matches.indexOf(match)),
      ),
  );
}

function theDay(values: readonly ReadingValue[], weeksLater: number): ReadingValue | null {
  const days = values.flatMap((value) => (value.kind === "date" ? [value.value] : []));
  const [day] = days;
  if (day === undefined || days.some((other) => !other.equals(day))) return null;
  return { kind: "date", value: day.add({ weeks: weeksLater }) };
}

function theTime(values: readonly ReadingValue[]): ReadingValue | null {
  const times = values.flatMap((value) => (value.kind === "time" ? [value.value] : []));
  const [time] = times;
  return time === undefined || times.some((other) => !other.equals(time))
    ? null
    : { kind: "time", value: time };
}
