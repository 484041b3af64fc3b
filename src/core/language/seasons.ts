import type { RangeFound } from "./day-ranges.ts";
import { type SeasonPart, seasonPhrases, seasons } from "./en/seasons-table.ts";
import { type PhraseMatch, phraseBook } from "./phrases.ts";
import type { DayRange } from "./understanding.ts";
import type { Word } from "./words.ts";

type Day = Temporal.PlainDate;

const book = phraseBook<SeasonPart>(seasonPhrases);

/** "in the spring", "late summer", "next fall"; computed once per utterance. */
export function seasonMatches(words: readonly Word[]): readonly PhraseMatch<SeasonPart>[] {
  return book.find(words);
}

/**
 * The days of the season that begins at `index`. Seasons are whole months of the northern year; one that is under way is meant
 * unless it is called the next.
 */
export function seasonAt(
  words: readonly Word[],
  index: number,
  today: Day,
  matches: readonly PhraseMatch<SeasonPart>[],
): RangeFound | null {
  const lead = matches.find(({ from }) => from === index);
  if (lead === undefined) return null;
  const firstMonth = seasons[words[lead.to - 1]?.text ?? ""];
  if (firstMonth === undefined) return null;
  const nextNamed = words
    .slice(lead.from, lead.to)
    .some(({ text }) => text === "next" || text === "following");
  const { first, running } = seasonFrom(today, firstMonth, nextNamed);
  return {
    range: seasonRange(first, lead.value, today),
    from: index,
    next: lead.to,
    // "Next summer" before the summer of this year: many mean the one after it.
    confidence: nextNamed && !running ? 0.6 : 0.8,
    week: null,
    month: null,
  };
}

function seasonFrom(today: Day, firstMonth: number, skipRunning: boolean): { first: Day; running: boolean } {
  const first = Temporal.PlainDate.from({ year: today.year, month: firstMonth, day: 1 });
  // A winter that began last year may be under way.
  for (const years of [-1, 0, 1, 2]) {
    const begin = first.add({ years });
    const running = Temporal.PlainDate.compare(begin, today) <= 0;
    if (Temporal.PlainDate.compare(begin.add({ months: 3 }), today) <= 0) continue;
    if (!running || !skipRunning) return { first: begin, running: false };
    return { first: begin.add({ years: 1 }), running: true };
  }
  return { first, running: false };
}

function seasonRange(first: Day, part: SeasonPart, today: Day): DayRange {
  const end = (months: number): Day => first.add({ months }).subtract({ days: 1 });
  const [from, to] =
    part === "early"
      ? [first, end(1)]
      : part === "middle"
        ? [first.add({ months: 1 }), end(2)]
        : part === "late"
          ? [first.add({ months: 2 }), end(3)]
          : [first, end(3)];
  const begins = Temporal.PlainDate.compare(from, today) < 0 ? today : from;
  return { from: begins, to, weekdays: null, except: [] };
}
