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
  let at = index;
  const said: string[] = [];
  if (words[at]?.text === "the" && MODIFIERS.has(words[at + 1]?.text ?? "")) at += 1;
  while (MODIFIERS.has(words[at]?.text ?? "") && said.length < 2) {
    said.push(words[at]?.text ?? "");
    at += 1;
  }
  let weekOffset: number | null = null;
  if (said.length > 0 && words[at]?.text === "week") {
    weekOffset =
      said.includes("next") || said.includes("following")
        ? 1
        : said.includes("this")
          ? 0
          : said.includes("last")
            ? -1
            : null;
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
  weeks: number,
  from: number,
  next: number,
): DayFound {
  const date = weekStart(context.today).add({ days: 7 * weeks + weekday - 1 });
  const isPast = weeks >= 0 && Temporal.PlainDate.compare(date, context.today) < 0;
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
