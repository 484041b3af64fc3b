import { holidayIn, nextHoliday, weekdayAfter, weekdayBefore, weekStart } from "./calendar.ts";
import { countAt, type DayCount, shift } from "./day-count.ts";
import { type DayContext, type DayFound, FIXED } from "./day-found.ts";
import { monthWords, relativeDays, weekdayWords } from "./en/calendar-table.ts";
import { type HolidayRule, holidays } from "./en/holidays-table.ts";
import { dayThenMonth, monthThenDay, ordinalAlone, spokenFigures, writtenDay } from "./month-day-at.ts";
import { nthDayOfMonth } from "./nth-day-of-month.ts";
import { isNumberWord, lookUp, numberAt } from "./numbers.ts";
import { type PhraseMatch, phraseBook } from "./phrases.ts";
import { weekdayPhrase } from "./weekday-at.ts";
import type { Word } from "./words.ts";
import { yearAt } from "./years.ts";

type Day = Temporal.PlainDate;

const relativeBook = phraseBook<number>(relativeDays);
const holidayBook = phraseBook<HolidayRule>(holidays);

/** Phrases of the tables found once per utterance; the scan looks them up by their first word. */
export interface DayPhrases {
  readonly relative: readonly PhraseMatch<number>[];
  readonly holidays: readonly PhraseMatch<HolidayRule>[];
}

export function dayPhrases(words: readonly Word[]): DayPhrases {
  return { relative: relativeBook.find(words), holidays: holidayMatches(words) };
}

export function holidayMatches(words: readonly Word[]): readonly PhraseMatch<HolidayRule>[] {
  return holidayBook.find(words);
}

/** Reads the day that begins at `index`, or null. */
export function dayAt(
  words: readonly Word[],
  index: number,
  context: DayContext,
  phrases: DayPhrases,
  depth = 0,
): DayFound | null {
  if (!mayBegin(words[index]?.text ?? "", index, phrases)) return null;
  return (
    shiftedDay(words, index, context, phrases, depth) ??
    countedDay(words, index, context) ??
    nthDayOfMonth(words, index, context) ??
    weekdayAround(words, index, context, phrases, depth) ??
    relativeDay(words, index, context, phrases) ??
    holiday(words, index, context, phrases) ??
    weekdayPhrase(words, index, context) ??
    dayBeforeRange(words, index, context) ??
    monthThenDay(words, index, context) ??
    dayThenMonth(words, index, context) ??
    writtenDay(words, index, context) ??
    spokenFigures(words, index, context) ??
    ordinalAlone(words, index, context)
  );
}

function longestAt<T>(matches: readonly PhraseMatch<T>[], index: number): PhraseMatch<T> | null {
  let best: PhraseMatch<T> | null = null;
  for (const match of matches) {
    if (match.from === index && (best === null || match.to > best.to)) best = match;
  }
  return best;
}

const LEADING = new Set(
  "a an the in about exactly this next coming upcoming following last past nearest first tonight couple few several half quarter day week fortnight month year".split(
    " ",
  ),
);

/** Most words begin no day; this tells them apart before anything is tried. */
function mayBegin(text: string, index: number, phrases: DayPhrases): boolean {
  if (LEADING.has(text) || isNumberWord(text)) return true;
  if (lookUp(weekdayWords, text) !== null || lookUp(monthWords, text) !== null) return true;
  return (
    phrases.relative.some(({ from }) => from === index) || phrases.holidays.some(({ from }) => from === index)
  );
}

/** How often a day may be counted from another. */
const MOST_SHIFTS = 2;

/** "the day after Christmas", "two days before the 14th", "a week from Friday", "week after tomorrow". */
function shiftedDay(
  words: readonly Word[],
  index: number,
  context: DayContext,
  phrases: DayPhrases,
  depth: number,
): DayFound | null {
  const count = countAt(words, index);
  if (count === null) return null;
  const relation = words[count.next]?.text;
  if (relation === "on") return weeksOnWeekday(words, index, count, context);
  const sign =
    relation === "before" || relation === "prior" ? -1 : relation === "after" || relation === "from" ? 1 : 0;
  if (sign === 0) return null;
  const at = count.next + (words[count.next + 1]?.text === "to" ? 2 : 1);
  if (words[at]?.text === "now" || words[at]?.text === "today") {
    return sign < 0
      ? null
      : { ...shift(context.today, count, 1), from: index, next: at + 1, confidence: 0.95, basis: FIXED };
  }
  // "a week from a week from …" would nest without end.
  const anchor = depth >= MOST_SHIFTS ? null : dayAt(words, at, context, phrases, depth + 1);
  if (anchor === null) return null;
  return {
    ...shift(anchor.date, count, sign),
    from: index,
    next: anchor.next,
    confidence: 0.85,
    basis: FIXED,
  };
}

/**
 * "a week on Tuesday", "a fortnight on Friday": so many weeks behind the coming one. "In two weeks on Friday" lies within that
 * week.
 */
function weeksOnWeekday(
  words: readonly Word[],
  index: number,
  count: DayCount,
  context: DayContext,
): DayFound | null {
  const weekday = lookUp(weekdayWords, words[count.next + 1]?.text);
  if (weekday === null || !count.counted || count.days === 0 || count.days % 7 !== 0) return null;
  if (words[index - 1]?.text === "in") return null;
  const date = weekdayAfter(context.today, weekday).add({ days: count.days });
  return { date, from: index, next: count.next + 2, confidence: 0.85, basis: FIXED };
}

/** "the Monday after Easter", "the Tuesday before the 14th". */
function weekdayAround(
  words: readonly Word[],
  index: number,
  context: DayContext,
  phrases: DayPhrases,
  depth: number,
): DayFound | null {
  const at = words[index]?.text === "the" ? index + 1 : index;
  const weekday = lookUp(weekdayWords, words[at]?.text);
  const relation = words[at + 1]?.text;
  if (weekday === null || depth >= MOST_SHIFTS || (relation !== "after" && relation !== "before"))
    return null;
  const anchor = dayAt(words, at + 2, context, phrases, depth + 1);
  if (anchor === null || anchor.basis.kind === "weekday") return null;
  const date =
    relation === "after" ? weekdayAfter(anchor.date, weekday) : weekdayBefore(anchor.date, weekday);
  return { date, from: index, next: anchor.next, confidence: 0.9, basis: FIXED };
}

/** "in three days", "three days from now", "two weeks out", "3 days later". */
function countedDay(words: readonly Word[], index: number, context: DayContext): DayFound | null {
  const inside = words[index]?.text === "in";
  const start = inside ? index + (words[index + 1]?.text === "about" ? 2 : 1) : index;
  const count = countAt(words, start);
  if (count === null || !count.counted) return null;
  const behind = words[count.next]?.text;
  if (behind === "ago" && !inside) {
    // What lies behind is no day to book, but an answer to "since when?".
    const confidence = context.asked ? 0.9 : 0.5;
    return {
      ...shift(context.today, count, -1),
      from: index,
      next: count.next + 1,
      confidence,
      basis: FIXED,
    };
  }
  const time = behind === "time" || behind === "out" || behind === "hence" || behind === "away";
  if (!inside && !time && behind !== "later") return null;
  // "in three weeks on Thursday": the weekday counts, within that week.
  const next = time ? count.next + 1 : count.next;
  // "a day later" may count from a day that was named before.
  const confidence = count.vague ? 0.6 : behind === "later" ? 0.5 : 0.95;
  const target = shift(context.today, count, 1).date;
  const joined = weekdayInWeekOf(words, next, target, count);
  return joined ?? { date: target, from: index, next, confidence, basis: FIXED };
}

/** "from 5 to 23 January": the bare first number is a day of the month that is said behind the second. */
function dayBeforeRange(words: readonly Word[], index: number, context: DayContext): DayFound | null {
  const number = numberAt(words, index);
  if (number === null || number.ordinal || number.value < 1 || number.value > 31) return null;
  if (!/^(?:to|till|until|through|thru|and)$/.test(words[number.next]?.text ?? "")) return null;
  const second = dayThenMonth(words, number.next + 1, context);
  if (second === null || second.date.day <= number.value) return null;
  const date = second.date.with({ day: number.value });
  return {
    date,
    from: index,
    next: number.next,
    confidence: 0.85,
    basis: { kind: "dayOfMonth", day: number.value },
  };
}

function weekdayInWeekOf(
  words: readonly Word[],
  next: number,
  target: Day,
  count: DayCount,
): DayFound | null {
  if (count.days % 7 !== 0 || count.days === 0) return null;
  const at = words[next]?.text === "on" ? next + 1 : next;
  const weekday = lookUp(weekdayWords, words[at]?.text);
  if (weekday === null) return null;
  return {
    date: weekStart(target).add({ days: weekday - 1 }),
    from: next,
    next: at + 1,
    confidence: 0.8,
    basis: FIXED,
  };
}

function relativeDay(
  words: readonly Word[],
  index: number,
  context: DayContext,
  phrases: DayPhrases,
): DayFound | null {
  const match = longestAt(phrases.relative, index);
  if (match !== null) {
    return {
      date: context.today.add({ days: match.value }),
      from: index,
      next: match.to,
      confidence: 0.97,
      basis: FIXED,
    };
  }
  if (words[index]?.text === "tonight") {
    return { date: context.today, from: index, next: index, confidence: 0.9, basis: FIXED };
  }
  if (words[index]?.text === "this" && /^(?:morning|afternoon|evening)$/.test(words[index + 1]?.text ?? "")) {
    return { date: context.today, from: index, next: index, confidence: 0.9, basis: FIXED };
  }
  return null;
}

function holiday(
  words: readonly Word[],
  index: number,
  context: DayContext,
  phrases: DayPhrases,
): DayFound | null {
  const match = longestAt(phrases.holidays, index);
  if (match === null) return null;
  const year = yearAt(words, match.to);
  if (year !== null && !year.short) {
    const date = holidayIn(year.year, match.value);
    return { date, from: index, next: year.next, confidence: 0.95, basis: FIXED };
  }
  return {
    date: nextHoliday(context.today, match.value),
    from: index,
    next: match.to,
    confidence: 0.9,
    basis: FIXED,
  };
}
