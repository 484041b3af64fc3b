import { nextDayOfMonth, weekdayAfter, weekdayBefore, weekStart } from "./calendar.ts";
import { countAt } from "./day-count.ts";
import { type DayContext, type DayFound, FIXED } from "./day-found.ts";
import { ambiguousWeekdays, weekdayWords } from "./en/calendar-table.ts";
import { dayThenMonth, monthThenDay, ordinalAlone, writtenDay } from "./month-day-at.ts";
import { lookUp } from "./numbers.ts";
import type { Word } from "./words.ts";

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
export function weekdayPhrase(words: readonly Word[], index: number, context: DayContext): DayFound | null {
  const led = leadAt(words, index);
  const text = words[led?.next ?? index]?.text;
  const weekday = lookUp(weekdayWords, text);
  if (led === null || weekday === null || text === undefined) return null;
  const at = led.next + 1;
  const joined = /^(?:the|of|in|on)$/.test(words[at]?.text ?? "") ? weekBehind(words, at + 1) : null;
  const week = led.weeks === null ? (joined ?? weekBehind(words, at)) : { offset: led.weeks, next: at };
  if (week !== null) return weekdayIn(context, weekday, week, index);
  if (words[at]?.text === "week" && words[at + 1]?.text !== "of") {
    const date = weekdayAfter(context.today, weekday).add({ days: 7 });
    return { date, from: index, next: at + 1, confidence: 0.85, basis: FIXED };
  }
  const withDay = weekdayWithDay(words, at, context, weekday, index);
  if (withDay !== null) return withDay;
  if (ambiguousWeekdays.includes(text) && led.said.length === 0 && !context.asked) {
    const before = words[index - 1]?.text ?? "";
    if (!/^(?:on|for|or|and|until|till|from|by|to|after|before)$/.test(before)) return null;
  }
  return modifiedWeekday(context, weekday, led.said, index, at);
}

interface Lead {
  /** "this", "next", "coming" …, at most two. */
  readonly said: readonly string[];
  /** How many weeks from this one, where a week is named; else null. */
  readonly weeks: number | null;
  readonly next: number;
}

/** What stands before a weekday: "the next", "this coming", "next week on". Null for a week that is none of a calendar's. */
function leadAt(words: readonly Word[], index: number): Lead | null {
  const said: string[] = [];
  let at = index;
  if (words[at]?.text === "the" && MODIFIERS.has(words[at + 1]?.text ?? "")) at += 1;
  while (MODIFIERS.has(words[at]?.text ?? "") && said.length < 2) {
    said.push(words[at]?.text ?? "");
    at += 1;
  }
  if (said.length === 0 || words[at]?.text !== "week") return { said, weeks: null, next: at };
  const weeks = weeksFromNow(said);
  if (weeks === null) return null;
  const joined = /^(?:on|of)$/.test(words[at + 1]?.text ?? "");
  return { said, weeks, next: at + (joined ? 2 : 1) };
}

function weeksFromNow(said: readonly string[]): number | null {
  if (said.includes("next") || said.includes("following")) return 1;
  if (said.includes("this")) return 0;
  return said.includes("last") ? -1 : null;
}

interface NamedWeek {
  /** Weeks from this one. */
  readonly offset: number;
  readonly next: number;
}

/** "next week", "this week", "the week after next", "after next", "in two weeks" behind a weekday. */
function weekBehind(words: readonly Word[], index: number): NamedWeek | null {
  const two = `${words[index]?.text} ${words[index + 1]?.text}`;
  if (two === "next week" || two === "following week" || two === "coming week")
    return { offset: 1, next: index + 2 };
  if (two === "last week") return { offset: -1, next: index + 2 };
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
  { offset, next }: NamedWeek,
  from: number,
): DayFound {
  const date = weekStart(context.today).add({ days: 7 * offset + weekday - 1 });
  const isPast = offset >= 0 && Temporal.PlainDate.compare(date, context.today) < 0;
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
    return { ...full, from, confidence: agrees && full.confidence > 0.5 ? 0.98 : 0.5 };
  }
  const ordinal = ordinalAlone(words, at, { ...context, asked: true, choices: false });
  if (ordinal === null || ordinal.basis.kind !== "dayOfMonth") return null;
  const day = ordinal.basis.day;
  for (let months = 0; months <= 6; months += 1) {
    const date = nextDayOfMonth(context.today.add({ months }), day);
    if (date !== null && date.dayOfWeek === weekday) {
      return { date, from, next: ordinal.next, confidence: months < 2 ? 0.97 : 0.5, basis: FIXED };
    }
    if (months === 0 && ordinal.confidence < 0.6) break;
  }
  return { ...ordinal, from, confidence: 0.5 };
}
