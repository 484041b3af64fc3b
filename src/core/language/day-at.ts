import {
  dayOf,
  nextDayOfMonth,
  nextHoliday,
  nextMonthDay,
  weekdayAfter,
  weekdayBefore,
  weekStart,
} from "./calendar.ts";
import {
  ambiguousWeekdays,
  monthWords,
  notDayNouns,
  relativeDays,
  unitDays,
  unitMonths,
  weekdayWords,
} from "./en/calendar-table.ts";
import { type HolidayRule, holidays } from "./en/holidays-table.ts";
import { lookUp, numberAt, quantityAt } from "./numbers.ts";
import { type PhraseMatch, phraseBook } from "./phrases.ts";
import type { Word } from "./words.ts";
import { yearAt } from "./years.ts";

type Day = Temporal.PlainDate;

/** What the day parsers count from and how free they are. */
export interface DayContext {
  readonly today: Day;
  /** A date was asked for: bare numbers and ordinals are likelier to be days. */
  readonly asked: boolean;
  /** Things are on offer: "the first one" is likelier a choice. */
  readonly choices: boolean;
  /** "3/5" is the third of May. */
  readonly dayFirst: boolean;
}

/** One day in the words. `basis` says what it was said by, so that "next week … on Thursday" can be joined. */
export interface DayFound {
  readonly date: Day;
  readonly from: number;
  readonly next: number;
  readonly confidence: number;
  readonly basis:
    | { readonly kind: "fixed" }
    | { readonly kind: "weekday"; readonly weekday: number }
    | { readonly kind: "dayOfMonth"; readonly day: number };
}

const FIXED = { kind: "fixed" } as const;
const relativeBook = phraseBook<number>(relativeDays);
const holidayBook = phraseBook<HolidayRule>(holidays);

/** Phrases of the tables found once per utterance; the scan looks them up by their first word. */
export interface DayPhrases {
  readonly relative: readonly PhraseMatch<number>[];
  readonly holidays: readonly PhraseMatch<HolidayRule>[];
}

export function dayPhrases(words: readonly Word[]): DayPhrases {
  return { relative: relativeBook.find(words), holidays: holidayBook.find(words) };
}

/** Reads the day that begins at `index`, or null. */
export function dayAt(
  words: readonly Word[],
  index: number,
  context: DayContext,
  phrases: DayPhrases,
): DayFound | null {
  return (
    shiftedDay(words, index, context, phrases) ??
    countedDay(words, index, context, phrases) ??
    relativeDay(words, index, context, phrases) ??
    holiday(index, context, phrases) ??
    weekdayPhrase(words, index, context) ??
    monthThenDay(words, index, context) ??
    dayThenMonth(words, index, context) ??
    writtenDay(words, index, context) ??
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

/** "the day after Christmas", "two days before the 14th", "a week from Friday", "week after tomorrow". */
function shiftedDay(
  words: readonly Word[],
  index: number,
  context: DayContext,
  phrases: DayPhrases,
): DayFound | null {
  const count = countAt(words, index);
  if (count === null) return null;
  const relation = words[count.next]?.text;
  const sign =
    relation === "before" || relation === "prior" ? -1 : relation === "after" || relation === "from" ? 1 : 0;
  if (sign === 0) return null;
  const at = count.next + (words[count.next + 1]?.text === "to" ? 2 : 1);
  if (words[at]?.text === "now" || words[at]?.text === "today") {
    return sign < 0
      ? null
      : { ...shift(context.today, count, 1), from: index, next: at + 1, confidence: 0.95, basis: FIXED };
  }
  const anchor = dayAt(words, at, context, phrases);
  if (anchor === null) return null;
  return {
    ...shift(anchor.date, count, sign),
    from: index,
    next: anchor.next,
    confidence: 0.85,
    basis: FIXED,
  };
}

interface DayCount {
  readonly days: number;
  readonly months: number;
  readonly next: number;
  readonly vague: boolean;
  /** Said with a number, not as a bare "day" or "week". */
  readonly counted: boolean;
}

/** "three days", "a week", "a couple of weeks", "two and a half months", "the day". */
function countAt(words: readonly Word[], index: number): DayCount | null {
  let at = index;
  const article = words[at]?.text;
  if (article === "exactly" || article === "about") at += 1;
  const quantity = quantityAt(words, at);
  let amount = quantity?.value ?? 1;
  let next = quantity?.next ?? at;
  if (quantity === null && /^(?:a|an|the|one)$/.test(words[at]?.text ?? "")) next += 1;
  if (words[next]?.text === "more") next += 1;
  const business = words[next]?.text === "business" || words[next]?.text === "working";
  if (business) next += 1;
  const unit = words[next]?.text;
  const days = lookUp(unitDays, unit);
  const months = lookUp(unitMonths, unit);
  if (days === null && months === null) return null;
  next += 1;
  if (words[next]?.text === "and" && words[next + 1]?.text === "a" && words[next + 2]?.text === "half") {
    amount += 0.5;
    next += 3;
  }
  if (amount > 1000) return null;
  const counted = quantity !== null || /^(?:a|an|one)$/.test(words[at]?.text ?? "");
  const vague = quantity?.vague ?? false;
  if (days !== null)
    return {
      days: business ? businessDays(amount) : Math.round(amount * days),
      months: 0,
      next,
      vague,
      counted,
    };
  const whole = Math.floor(amount * (months ?? 0));
  return { days: Math.round((amount * (months ?? 0) - whole) * 30), months: whole, next, vague, counted };
}

function businessDays(count: number): number {
  return Math.round(count + 2 * Math.floor(count / 5));
}

function shift(day: Day, count: DayCount, sign: 1 | -1): { date: Day } {
  const by = { days: count.days, months: count.months };
  return { date: sign > 0 ? day.add(by) : day.subtract(by) };
}

/** "in three days", "three days from now", "two weeks out", "3 days later". */
function countedDay(
  words: readonly Word[],
  index: number,
  context: DayContext,
  phrases: DayPhrases,
): DayFound | null {
  const inside = words[index]?.text === "in";
  const start = inside ? index + (words[index + 1]?.text === "about" ? 2 : 1) : index;
  const count = countAt(words, start);
  if (count === null || !count.counted) return null;
  const behind = words[count.next]?.text;
  const time = behind === "time" || behind === "out" || behind === "hence" || behind === "away";
  if (!inside && !time && behind !== "later") return null;
  // "in three weeks on Thursday": the weekday counts, within that week.
  const next = time ? count.next + 1 : count.next;
  const confidence = count.vague ? 0.6 : 0.95;
  const target = shift(context.today, count, 1).date;
  const joined = weekdayInWeekOf(words, next, target, count, phrases);
  return joined ?? { date: target, from: index, next, confidence, basis: FIXED };
}

function weekdayInWeekOf(
  words: readonly Word[],
  next: number,
  target: Day,
  count: DayCount,
  _phrases: DayPhrases,
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
    return { date: context.today, from: index, next: index + 1, confidence: 0.9, basis: FIXED };
  }
  return null;
}

function holiday(index: number, context: DayContext, phrases: DayPhrases): DayFound | null {
  const match = longestAt(phrases.holidays, index);
  if (match === null) return null;
  return {
    date: nextHoliday(context.today, match.value),
    from: index,
    next: match.to,
    confidence: 0.9,
    basis: FIXED,
  };
}

const MODIFIERS = new Set([
  "this",
  "next",
  "coming",
  "upcoming",
  "following",
  "last",
  "past",
  "nearest",
  "first",
]);

/** A weekday with what stands around it: "this coming Tuesday", "Tuesday week", "Friday after next", "next week Monday". */
function weekdayPhrase(words: readonly Word[], index: number, context: DayContext): DayFound | null {
  let at = index;
  const said: string[] = [];
  if (words[at]?.text === "the" && MODIFIERS.has(words[at + 1]?.text ?? "")) at += 1;
  while (MODIFIERS.has(words[at]?.text ?? "") && said.length < 2) {
    said.push(words[at]?.text ?? "");
    at += 1;
  }
  let weekOffset: number | null = null;
  if (said.length > 0 && words[at]?.text === "week") {
    weekOffset = said.includes("next") || said.includes("following") ? 1 : said.includes("this") ? 0 : null;
    if (weekOffset === null) return null;
    at += 1;
    if (words[at]?.text === "on" || words[at]?.text === "of") at += 1;
  }
  const text = words[at]?.text;
  const weekday = lookUp(weekdayWords, text);
  if (weekday === null || text === undefined) return null;
  at += 1;
  if (
    words[at]?.text === "the" ||
    words[at]?.text === "of" ||
    words[at]?.text === "in" ||
    words[at]?.text === "on"
  ) {
    const skipped = weekBehind(words, at + 1);
    if (skipped !== null && weekOffset === null)
      return weekdayIn(context, weekday, skipped.offset, index, skipped.next);
  }
  const behind = weekBehind(words, at);
  if (behind !== null && weekOffset === null)
    return weekdayIn(context, weekday, behind.offset, index, behind.next);
  if (weekOffset !== null) return weekdayIn(context, weekday, weekOffset, index, at);
  if (words[at]?.text === "week" && words[at + 1]?.text !== "of") {
    const date = weekdayAfter(context.today, weekday).add({ days: 7 });
    return { date, from: index, next: at + 1, confidence: 0.85, basis: FIXED };
  }
  const withDay = weekdayWithDay(words, at, context, weekday, index);
  if (withDay !== null) return withDay;
  if (ambiguousWeekdays.includes(text) && said.length === 0 && !context.asked) {
    const before = words[index - 1]?.text ?? "";
    if (!/^(?:on|for|or|and|until|till|from|by|to|after|before)$/.test(before)) return null;
  }
  return modifiedWeekday(context, weekday, said, index, at);
}

/** "next week", "this week", "the week after next", "after next", "in two weeks" behind a weekday. */
function weekBehind(words: readonly Word[], index: number): { offset: number; next: number } | null {
  const two = `${words[index]?.text} ${words[index + 1]?.text}`;
  if (two === "next week" || two === "following week" || two === "coming week")
    return { offset: 1, next: index + 2 };
  if (two === "this week") return { offset: 0, next: index + 2 };
  if (two === "after next") return { offset: 2, next: index + 2 };
  if (two === "week after" && words[index + 2]?.text === "next") return { offset: 2, next: index + 3 };
  if (two === "week after") return { offset: 2, next: index + 2 };
  const count = words[index]?.text === "in" ? countAt(words, index + 1) : null;
  if (count?.counted && count.days % 7 === 0 && count.days > 0) {
    return { offset: count.days / 7, next: count.next };
  }
  return null;
}

function weekdayIn(
  context: DayContext,
  weekday: number,
  weeks: number,
  from: number,
  next: number,
): DayFound {
  const date = weekStart(context.today).add({ days: 7 * weeks + weekday - 1 });
  const isPast = Temporal.PlainDate.compare(date, context.today) < 0;
  return {
    date: isPast ? date.add({ days: 7 }) : date,
    from,
    next,
    confidence: isPast ? 0.4 : 0.95,
    basis: FIXED,
  };
}

function modifiedWeekday(
  context: DayContext,
  weekday: number,
  said: readonly string[],
  from: number,
  next: number,
): DayFound {
  const soonest = weekdayAfter(context.today, weekday);
  const plainBasis = { kind: "weekday", weekday } as const;
  if (said.includes("last") || said.includes("past")) {
    return { date: weekdayBefore(context.today, weekday), from, next, confidence: 0.9, basis: FIXED };
  }
  if (said.includes("this") && said.length === 1) {
    if (context.today.dayOfWeek === weekday)
      return { date: context.today, from, next, confidence: 0.7, basis: FIXED };
    return { date: soonest, from, next, confidence: 0.95, basis: FIXED };
  }
  if (said.includes("next") || said.includes("following")) {
    // "Next Tuesday" is the one of next week. Where that is not the nearest Tuesday, many mean the nearest: worth asking.
    const date = weekStart(context.today).add({ days: 7 + weekday - 1 });
    const certain = date.equals(soonest);
    return { date, from, next, confidence: certain ? 0.95 : 0.6, basis: FIXED };
  }
  const confidence = context.today.dayOfWeek === weekday ? 0.7 : 0.93;
  return { date: soonest, from, next, confidence, basis: said.length === 0 ? plainBasis : FIXED };
}

/** "Tuesday the 14th", "Tuesday March 5th", "Tuesday 3/5", "Friday the thirteenth". */
function weekdayWithDay(
  words: readonly Word[],
  index: number,
  context: DayContext,
  weekday: number,
  from: number,
): DayFound | null {
  const at = words[index]?.text === "on" ? index + 1 : index;
  const full =
    monthThenDay(words, at, context) ??
    dayThenMonth(words, at, context) ??
    writtenDay(words, at, { ...context, asked: false });
  if (full !== null) {
    const agrees = full.date.dayOfWeek === weekday;
    return { ...full, from, confidence: agrees ? 0.98 : 0.5 };
  }
  const ordinal = ordinalAlone(words, at, { ...context, asked: true, choices: false });
  if (ordinal === null || ordinal.basis.kind !== "dayOfMonth") return null;
  const day = ordinal.basis.day;
  for (let months = 0; months <= 6; months += 1) {
    const date = nextDayOfMonth(context.today.add({ months }), day);
    if (date !== null && date.dayOfWeek === weekday) {
      return { date, from, next: ordinal.next, confidence: months < 2 ? 0.97 : 0.6, basis: FIXED };
    }
    if (months === 0 && ordinal.confidence < 0.6) break;
  }
  return { ...ordinal, from, confidence: 0.5 };
}

/** "March 5th", "march the fifth", "march five", with or without a year. */
export function monthThenDay(words: readonly Word[], index: number, context: DayContext): DayFound | null {
  const month = lookUp(monthWords, words[index]?.text);
  if (month === null) return null;
  let at = index + 1;
  if (words[at]?.text === "the") at += 1;
  if (words[at]?.text === "on" && words[at + 1]?.text === "the") at += 2;
  const day = dayNumberAt(words, at);
  if (day === null) return null;
  // "may 1 come in": a modal, not a month; "march 3 pm" has lost its day.
  if (!day.ordinal && /^(?:am|pm|a|p|oclock|:)$/.test(words[day.next]?.text ?? "")) return null;
  return withYear(words, { month, day: day.value, from: index, next: day.next }, context);
}

/** "5th of March", "the fifth of march", "5 March", "the second of the tenth". */
export function dayThenMonth(words: readonly Word[], index: number, context: DayContext): DayFound | null {
  let at = index;
  if (words[at]?.text === "the") at += 1;
  const day = dayNumberAt(words, at);
  if (day === null) return null;
  at = day.next;
  if (words[at]?.text === "day") at += 1;
  const of = words[at]?.text === "of" || words[at]?.text === "in";
  if (of) at += 1;
  if (of && words[at]?.text === "the" && context.dayFirst) {
    const number = numberAt(words, at + 1);
    if (number?.ordinal && number.value <= 12) {
      return withYear(
        words,
        { month: number.value, day: day.value, from: index, next: number.next },
        context,
      );
    }
  }
  const month = lookUp(monthWords, words[at]?.text);
  if (month === null) return null;
  if (
    !of &&
    !day.ordinal &&
    words[at]?.text === "may" &&
    /^(?:i|we|you|be|not)$/.test(words[at + 1]?.text ?? "")
  )
    return null;
  return withYear(words, { month, day: day.value, from: index, next: at + 1 }, context);
}

function dayNumberAt(
  words: readonly Word[],
  index: number,
): { value: number; next: number; ordinal: boolean } | null {
  const number = numberAt(words, index);
  if (number === null || number.value < 1 || number.value > 31 || number.next - index > 2) return null;
  return number;
}

interface MonthDay {
  readonly month: number;
  readonly day: number;
  readonly from: number;
  readonly next: number;
}

function withYear(words: readonly Word[], said: MonthDay, context: DayContext): DayFound | null {
  const of = words[said.next]?.text === "of" || words[said.next]?.text === "in" ? 1 : 0;
  const year = yearAt(words, said.next + of);
  if (year !== null && !year.short && Math.abs(year.year - context.today.year) < 120) {
    const date = dayOf(year.year, said.month, said.day);
    return date === null ? null : { date, from: said.from, next: year.next, confidence: 0.98, basis: FIXED };
  }
  const two = `${words[said.next]?.text} ${words[said.next + 1]?.text}`;
  const shift = two === "this year" ? 0 : two === "next year" ? 1 : two === "last year" ? -1 : null;
  if (shift !== null) {
    const date = dayOf(context.today.year + shift, said.month, said.day);
    return date === null
      ? null
      : { date, from: said.from, next: said.next + 2, confidence: 0.95, basis: FIXED };
  }
  const date = nextMonthDay(context.today, said.month, said.day);
  if (date === null) return null;
  // Most of a year ahead is more often a slip, or a day that has just gone by.
  const far = context.today.until(date).days > 300;
  return { date, from: said.from, next: said.next, confidence: far ? 0.6 : 0.97, basis: FIXED };
}

const WRITTEN = /^(\d{1,2})([/.-])(\d{1,2})(?:\2(\d{2}|\d{4}))?$/;
const ISO = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/;

/** "3/5", "3/5/2026", "03-05-26", "2026-03-05"; "3.5" only with a year. */
export function writtenDay(words: readonly Word[], index: number, context: DayContext): DayFound | null {
  const text = words[index]?.text ?? "";
  const iso = ISO.exec(text);
  if (iso !== null) {
    const date = dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
    return date === null ? null : { date, from: index, next: index + 1, confidence: 0.98, basis: FIXED };
  }
  const match = WRITTEN.exec(text);
  if (match === null) return null;
  const year = match[4];
  if (year === undefined && match[2] !== "/" && !(match[2] === "-" && context.asked)) return null;
  const [first, second] = [Number(match[1]), Number(match[3])];
  const dayFirst = (context.dayFirst && second <= 12) || first > 12;
  const [month, day] = dayFirst ? [second, first] : [first, second];
  if (year === undefined) {
    const date = nextMonthDay(context.today, month, day);
    return date === null ? null : { date, from: index, next: index + 1, confidence: 0.9, basis: FIXED };
  }
  const fullYear =
    year.length === 4 ? Number(year) : Math.floor(context.today.year / 100) * 100 + Number(year);
  const date = dayOf(fullYear, month, day);
  return date === null ? null : { date, from: index, next: index + 1, confidence: 0.95, basis: FIXED };
}

/** "the 14th please", "on the twenty third", "the 5th of this month", "the second of next month". */
function ordinalAlone(words: readonly Word[], index: number, context: DayContext): DayFound | null {
  const article = words[index]?.text === "the";
  const at = article ? index + 1 : index;
  const day = dayNumberAt(words, at);
  if (day === null || !day.ordinal) return null;
  const month = monthBehind(words, day.next, context);
  if (month !== null) {
    const date = dayOf(month.first.year, month.first.month, day.value);
    if (date === null) return null;
    const isPast = Temporal.PlainDate.compare(date, context.today) < 0;
    return { date, from: index, next: month.next, confidence: isPast ? 0.4 : 0.95, basis: FIXED };
  }
  const behind = words[day.next]?.text ?? "";
  if (notDayNouns.includes(behind) && !words[day.next - 1]?.pause) return null;
  if (behind === "and" && /^(?:last|middle|second|foremost)$/.test(words[day.next + 1]?.text ?? ""))
    return null;
  const before = words[index - 1]?.text ?? "";
  const led =
    /^(?:on|for|by|until|till|from|before|after|or|and|through|to|make|about|than|date|is|it|around)$/.test(
      before,
    );
  const figure = /^\d/.test(words[at]?.text ?? "");
  const small = !figure && day.value <= 3 && day.next - at === 1;
  if (!article && !figure && !led && !context.asked) return null;
  if (small && !context.asked && !(article && led)) return null;
  if (small && context.choices) return null;
  const date = nextDayOfMonth(context.today, day.value);
  if (date === null) return null;
  const confidence = article || led ? 0.9 : context.asked ? 0.85 : 0.7;
  return { date, from: index, next: day.next, confidence, basis: { kind: "dayOfMonth", day: day.value } };
}

/** "of this month", "of next month", "of the month", "next month". */
function monthBehind(
  words: readonly Word[],
  index: number,
  context: DayContext,
): { first: Day; next: number } | null {
  let at = index;
  const of = words[at]?.text === "of" || words[at]?.text === "in";
  if (of) at += 1;
  if (words[at]?.text === "the" && of) at += 1;
  const which = words[at]?.text;
  const first = context.today.with({ day: 1 });
  if (of && which === "month") return { first, next: at + 1 };
  if (words[at + 1]?.text !== "month") return null;
  if (which === "this" || which === "current" || which === "same") return { first, next: at + 2 };
  if (which === "next" || which === "following" || which === "coming")
    return { first: first.add({ months: 1 }), next: at + 2 };
  return null;
}
