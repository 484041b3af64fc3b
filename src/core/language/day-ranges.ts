import { dayOf, monthEnd, weekStart } from "./calendar.ts";
import { countAt, shift } from "./day-count.ts";
import type { DayContext } from "./day-found.ts";
import { ambiguousMonths, monthWords, weekdayPlurals, weekdayWords } from "./en/calendar-table.ts";
import { type DayStretch, dayStretchPhrases, type StretchPart } from "./en/day-ranges-table.ts";
import { monthThenDay } from "./month-day-at.ts";
import { lookUp } from "./numbers.ts";
import { type PhraseMatch, phraseBook } from "./phrases.ts";
import { quantityAt } from "./quantity-at.ts";
import type { DayRange } from "./understanding.ts";
import type { Word } from "./words.ts";

type Day = Temporal.PlainDate;

export interface RangeFound {
  readonly range: DayRange;
  readonly from: number;
  readonly next: number;
  readonly confidence: number;
  /** Monday of the one week meant; a bare weekday elsewhere lies in it. */
  readonly week: Day | null;
  /** First day of the one month meant; a bare day of the month elsewhere lies in it. */
  readonly month: Day | null;
}

const book = phraseBook<DayStretch>(dayStretchPhrases);

/** Stretches of days named by tables; computed once per utterance. */
export function stretchPhrases(words: readonly Word[]): readonly PhraseMatch<DayStretch>[] {
  return book.find(words);
}

/** Reads the stretch of days that begins at `index`: "next week", "early in March", "Mondays", "any Tuesday". */
export function daysAt(
  words: readonly Word[],
  index: number,
  context: DayContext,
  phrases: readonly PhraseMatch<DayStretch>[],
): RangeFound | null {
  let best: PhraseMatch<DayStretch> | null = null;
  for (const match of phrases) {
    if (match.from === index && (best === null || match.to > best.to)) best = match;
  }
  const stretch =
    best === null ? null : { ...stretchDays(best.value, context.today), from: index, next: best.to };
  return (
    stretch ??
    countedStretch(words, index, context) ??
    monthStretch(words, index, context) ??
    everyWeekday(words, index)
  );
}

export function openRange(change: Partial<DayRange>): DayRange {
  return { from: null, to: null, weekdays: null, except: [], ...change };
}

/** "within three days", "in the next two weeks", "in two to three weeks". */
function countedStretch(words: readonly Word[], index: number, context: DayContext): RangeFound | null {
  const lead = words[index]?.text;
  if (lead !== "in" && lead !== "within" && lead !== "over" && lead !== "during") return null;
  const the = words[index + 1]?.text === "the" ? 1 : 0;
  const next = /^(?:next|coming|following)$/.test(words[index + 1 + the]?.text ?? "") ? 1 : 0;
  const plain = { from: index, confidence: 0.85, week: null, month: null };
  const count = countAt(words, index + 1 + the + next);
  if (count?.counted && (next === 1 || lead === "within")) {
    const to = shift(context.today, count, 1).date;
    return { ...plain, range: openRange({ from: context.today, to }), next: count.next };
  }
  const least = quantityAt(words, index + 1);
  if (least === null || lead !== "in" || !/^(?:to|or)$/.test(words[least.next]?.text ?? "")) return null;
  const most = countAt(words, least.next + 1);
  const amount = quantityAt(words, least.next + 1)?.value ?? 0;
  if (most === null || !most.counted || amount <= least.value) return null;
  const share = least.value / amount;
  const from = context.today.add({
    days: Math.round(most.days * share),
    months: Math.round(most.months * share),
  });
  return { ...plain, range: openRange({ from, to: shift(context.today, most, 1).date }), next: most.next };
}

type Stretch = Omit<RangeFound, "from" | "next">;

function stretchDays(stretch: DayStretch, today: Day): Stretch {
  const plain = { confidence: 0.9, week: null, month: null };
  switch (stretch.kind) {
    case "week": {
      const monday = weekStart(today).add({ days: 7 * stretch.offset });
      return { ...plain, range: weekPart(monday, stretch.part, today), week: monday };
    }
    case "weekend": {
      const saturday = weekStart(today).add({ days: 5 + 7 * stretch.offset });
      const range = openRange({
        from: latest(saturday, today),
        to: saturday.add({ days: 1 }),
        weekdays: [6, 7],
      });
      return { ...plain, range };
    }
    case "month": {
      const first = today.with({ day: 1 }).add({ months: stretch.offset });
      return { ...plain, range: monthPart(first, stretch.part, today), month: first };
    }
    case "year": {
      const year = today.year + stretch.offset;
      return { ...plain, range: openRange({ from: dayOf(year, 1, 1), to: dayOf(year, 12, 31) }) };
    }
    case "weekdays":
      return { ...plain, range: openRange({ weekdays: [1, 2, 3, 4, 5] }) };
    case "anyDay":
      return { ...plain, range: openRange({}), confidence: 0.8 };
    case "nextDays":
      return { ...plain, range: openRange({ from: today, to: today.add({ days: stretch.days }) }) };
  }
}

function weekPart(monday: Day, part: StretchPart, today: Day): DayRange {
  const bounds: Record<StretchPart, readonly [number, number]> = {
    whole: [0, 6],
    rest: [0, 6],
    early: [0, 1],
    middle: [1, 3],
    late: [3, 4],
    end: [3, 4],
  };
  const [from, to] = bounds[part];
  return openRange({ from: latest(monday.add({ days: from }), today), to: monday.add({ days: to }) });
}

function monthPart(first: Day, part: StretchPart, today: Day): DayRange {
  const last = monthEnd(first);
  const bounds: Record<StretchPart, readonly [Day, Day]> = {
    whole: [first, last],
    rest: [first, last],
    early: [first, first.with({ day: 10 })],
    middle: [first.with({ day: 10 }), first.with({ day: 20 })],
    late: [first.with({ day: 20 }), last],
    end: [last.subtract({ days: 6 }), last],
  };
  const [from, to] = bounds[part];
  return openRange({ from: latest(from, today), to });
}

function latest(day: Day, other: Day): Day {
  return Temporal.PlainDate.compare(day, other) < 0 ? other : day;
}

const PARTS: Readonly<Record<string, StretchPart>> = {
  early: "early",
  beginning: "early",
  start: "early",
  mid: "middle",
  middle: "middle",
  late: "late",
  end: "end",
};

/** "in March", "early April", "the end of June", "the second week of May", "sometime in October". */
function monthStretch(words: readonly Word[], index: number, context: DayContext): RangeFound | null {
  let at = index;
  if (words[at]?.text === "the") at += 1;
  const nth = weekOfMonth(words[at]?.text, words[at + 1]?.text);
  const part = nth === null ? lookUp(PARTS, words[at]?.text) : null;
  if (part !== null) at += 1;
  if (nth !== null) at += 2;
  const led = part !== null || nth !== null;
  if (words[at]?.text === "in" || words[at]?.text === "of" || words[at]?.text === "during") at += 1;
  else if (!led && !/^(?:until|till|after|before|by|for|next|this)$/.test(words[at - 1]?.text ?? "")) {
    if (ambiguousMonths.includes(words[at]?.text ?? "")) return null;
  }
  const month = lookUp(monthWords, words[at]?.text);
  if (month === null) return null;
  if (monthThenDay(words, at, context) !== null) return null;
  const year = month < context.today.month ? context.today.year + 1 : context.today.year;
  const first = dayOf(year, month, 1);
  if (first === null) return null;
  const week = nth === null ? null : first.add({ days: 7 * (nth - 1) });
  const range =
    week === null
      ? monthPart(first, part ?? "whole", context.today)
      : openRange({ from: week, to: week.add({ days: 6 }) });
  return { range, from: index, next: at + 1, confidence: 0.85, week: null, month: first };
}

function weekOfMonth(ordinal: string | undefined, noun: string | undefined): number | null {
  if (noun !== "week") return null;
  return lookUp(
    { first: 1, "1st": 1, second: 2, "2nd": 2, third: 3, "3rd": 3, fourth: 4, "4th": 4, last: 4 },
    ordinal,
  );
}

/** "Mondays", "Mondays and Wednesdays", "Mondays, Wednesdays or Fridays". */
function pluralsAt(
  words: readonly Word[],
  index: number,
): { readonly weekdays: readonly number[]; readonly next: number } | null {
  const weekdays: number[] = [];
  let next = index;
  for (let at = index; ; ) {
    const weekday = lookUp(weekdayPlurals, words[at]?.text);
    if (weekday === null) break;
    weekdays.push(weekday);
    next = at + 1;
    at = /^(?:or|and)$/.test(words[next]?.text ?? "") ? next + 1 : next;
  }
  return weekdays.length === 0 ? null : { weekdays, next };
}

/** "Mondays", "any Tuesday", "every Wednesday". */
function everyWeekday(words: readonly Word[], index: number): RangeFound | null {
  const text = words[index]?.text;
  const plain = { from: index, confidence: 0.9, week: null, month: null };
  const plurals = pluralsAt(words, index);
  if (plurals !== null)
    return { ...plain, range: openRange({ weekdays: plurals.weekdays }), next: plurals.next };
  if (text !== "any" && text !== "every" && text !== "a" && text !== "some") return null;
  const weekday = lookUp(weekdayWords, words[index + 1]?.text);
  if (weekday === null) return null;
  return { ...plain, range: openRange({ weekdays: [weekday] }), next: index + 2 };
}
