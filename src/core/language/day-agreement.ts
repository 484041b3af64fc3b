import { nextDayOfMonth } from "./calendar.ts";
import { type DayContext, type DayFound, FIXED } from "./day-found.ts";
import { monthWords } from "./en/calendar-table.ts";
import { apartDays, daysBehind, ordinalEnds, verbsBehindMay, withinDays } from "./en/day-agreement-table.ts";
import { isNumberWord, lookUp, numberAt } from "./numbers.ts";
import type { Word } from "./words.ts";

type Day = Temporal.PlainDate;

const DOUBTFUL = 0.5;
const MOST_BETWEEN = 3;

/**
 * Days that were said side by side are one day said in two ways: "the tenth, a Tuesday". Where weekday and day agree, the day
 * stands; where they do not, a word was misheard, and both want confirming. So does a weekday beside which a day of the month
 * got lost: "Thursday March", "Tuesday the".
 */
export function agreedDays(
  plain: readonly Word[],
  days: readonly DayFound[],
  context: DayContext,
): readonly DayFound[] {
  const agreed: DayFound[] = [];
  for (const day of days) {
    const before = agreed.at(-1);
    const joined = before === undefined ? null : join(plain, before, day, context);
    if (joined === null) agreed.push(day);
    else agreed.splice(-1, 1, ...joined);
  }
  return agreed.map((day) => (day.basis.kind === "weekday" && lostDay(plain, day.next) ? doubted(day) : day));
}

function doubted(day: DayFound): DayFound {
  return { ...day, confidence: Math.min(DOUBTFUL, day.confidence) };
}

/** Null when the two have nothing to do with each other. */
function join(
  plain: readonly Word[],
  one: DayFound,
  other: DayFound,
  context: DayContext,
): readonly DayFound[] | null {
  const between = plain.slice(one.next, other.from);
  if (between.length > MOST_BETWEEN || between.some(({ text }) => apartDays.has(text))) return null;
  const [weekday, day] = one.basis.kind === "weekday" ? [one, other] : [other, one];
  if (weekday.basis.kind !== "weekday") return bothFixed(plain, one, other);
  if (day.basis.kind === "weekday") return null;
  // "Thursday apron second": a month that was not understood stands between them.
  if (between.some(({ text }) => !withinDays.has(text)))
    return paused(plain, one.next, other.from) ? null : [doubted(one), doubted(other)];
  const place = { from: one.from, next: other.next, basis: FIXED };
  const loose = between.some(({ text }) => text === "and");
  const date = dayOn(weekday.basis.weekday, day, context.today);
  if (date === null) return loose ? null : [doubted(one), doubted(other)];
  return [{ ...place, date: date.day, confidence: date.near ? (loose ? 0.6 : 0.9) : DOUBTFUL }];
}

/** "Today March third" on the second: one of them is wrong. A pause between makes them two. */
function bothFixed(plain: readonly Word[], one: DayFound, other: DayFound): readonly DayFound[] | null {
  const between = plain.slice(one.next, other.from);
  if (between.some(({ text }) => text === "and" || !withinDays.has(text)) || one.date.equals(other.date))
    return null;
  return paused(plain, one.next, other.from) ? null : [doubted(one), doubted(other)];
}

/** The day meant when it was said with its weekday; a bare "the tenth" is the next tenth that falls on it. */
function dayOn(weekday: number, found: DayFound, today: Day): { day: Day; near: boolean } | null {
  if (found.basis.kind !== "dayOfMonth")
    return found.date.dayOfWeek === weekday ? { day: found.date, near: true } : null;
  for (let months = 0; months <= 6; months += 1) {
    const day = nextDayOfMonth(today.add({ months }), found.basis.day);
    if (day?.dayOfWeek === weekday) return { day, near: months < 2 };
  }
  return null;
}

/** Whether the words behind a weekday look like a day of the month that was not understood. */
function lostDay(plain: readonly Word[], at: number): boolean {
  const next = plain[at]?.text;
  if (next === undefined || plain[at - 1]?.pause) return false;
  if (isMonth(plain, at)) return true;
  if (next === "the") {
    const behind = plain[at + 1]?.text;
    if (behind === undefined || daysBehind.has(behind) || isNumberWord(behind)) return true;
  }
  for (let place = at; place < at + MOST_BETWEEN; place += 1) {
    if (apartDays.has(plain[place]?.text ?? "or")) return false;
    const number = numberAt(plain, place);
    if (number?.ordinal && ordinalEnds.has(plain[number.next]?.text ?? "please")) return true;
    if (plain[place]?.text === "of" && isMonth(plain, place + 1)) return true;
  }
  return false;
}

/** A month by name; "may" before a verb is none. */
function isMonth(plain: readonly Word[], at: number): boolean {
  const text = plain[at]?.text;
  if (lookUp(monthWords, text) === null) return false;
  return text !== "may" || !verbsBehindMay.has(plain[at + 1]?.text ?? "");
}

function paused(plain: readonly Word[], from: number, to: number): boolean {
  return plain.slice(Math.max(0, from - 1), to).some(({ pause }) => pause);
}
