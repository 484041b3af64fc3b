import { nextDayOfMonth } from "./calendar.ts";
import { dayAt, dayPhrases } from "./day-at.ts";
import type { DayContext, DayFound } from "./day-found.ts";
import { daysAt, openRange, type RangeFound, stretchPhrases } from "./day-ranges.ts";
import { dayFirstZones } from "./en/zones-table.ts";
import { readTimes } from "./times.ts";
import type { Circumstances, DayRange, Reading, ReadingValue } from "./understanding.ts";
import type { Word } from "./words.ts";

/** A reading by words; `from` inclusive, `next` exclusive. */
export interface Found {
  readonly value: ReadingValue;
  readonly from: number;
  readonly next: number;
  readonly confidence: number;
}

type DayItem = { kind: "day"; found: DayFound } | { kind: "days"; found: RangeFound };

/** Reads days, ranges of days, times of day and ranges of them. `plain` are words in the long form. */
export function readWhen(plain: readonly Word[], circumstances: Circumstances): readonly Reading[] {
  const context = dayContext(circumstances);
  const items = joinWeeks(scanDays(plain, context), context);
  const taken = new Uint8Array(plain.length);
  for (const { found } of items) taken.fill(1, found.from, found.next);
  const days = dayReadings(plain, items, context, taken);
  const times = readTimes(plain, circumstances, taken);
  // In answer to "what is your date of birth?" a month and day are the beginning of one, not a day to come.
  const { asked } = circumstances.expectation;
  const birth = asked.includes("dateOfBirth") && !asked.includes("date");
  const longAgo = context.today.subtract({ years: 1 });
  const weaker = days.map((found) => {
    const past = found.value.kind === "date" && Temporal.PlainDate.compare(found.value.value, longAgo) < 0;
    return { ...found, confidence: birth ? found.confidence * 0.4 : past ? 0.5 : found.confidence };
  });
  return [...weaker, ...times].map((found) => toReading(plain, found));
}

export function dayContext(circumstances: Circumstances): DayContext {
  const { asked, choices } = circumstances.expectation;
  return {
    today: circumstances.reference.toPlainDate(),
    asked: asked.includes("date"),
    onlyAsked: asked.includes("date") && !asked.includes("time"),
    choices: choices.length > 0,
    dayFirst: dayFirstZones.some((zone) => circumstances.timeZone.startsWith(zone)),
  };
}

export function toReading(plain: readonly Word[], found: Found): Reading {
  const last = Math.max(found.from, found.next - 1);
  const span = { start: plain[found.from]?.start ?? 0, end: plain[last]?.end ?? 0 };
  return { ...found.value, span, confidence: found.confidence };
}

function scanDays(plain: readonly Word[], context: DayContext): readonly DayItem[] {
  const phrases = dayPhrases(plain);
  const stretches = stretchPhrases(plain);
  const items: DayItem[] = [];
  let at = 0;
  while (at < plain.length) {
    const day = dayAt(plain, at, context, phrases);
    const days = daysAt(plain, at, context, stretches);
    if (days !== null && (day === null || days.next > day.next)) {
      items.push({ kind: "days", found: days });
      at = Math.max(days.next, at + 1);
    } else if (day !== null) {
      items.push({ kind: "day", found: day });
      at = Math.max(day.next, at + 1);
    } else at += 1;
  }
  return items;
}

/** "next week … on Thursday" is the Thursday of next week; "in March … the 5th" is the fifth of March. */
function joinWeeks(items: readonly DayItem[], context: DayContext): readonly DayItem[] {
  const week = items.find((item) => item.kind === "days" && item.found.week !== null);
  const month = items.find((item) => item.kind === "days" && item.found.month !== null);
  if (week === undefined && month === undefined) return items;
  let joined = false;
  const moved = items.map((item): DayItem => {
    if (item.kind !== "day") return item;
    const date = dateWithin(item.found, week, month);
    if (date === null || Temporal.PlainDate.compare(date, context.today) < 0) return item;
    joined = true;
    return { kind: "day", found: { ...item.found, date, confidence: 0.9 } };
  });
  return joined ? moved.filter((item) => item !== week && item !== month) : moved;
}

function dateWithin(
  found: DayFound,
  week: DayItem | undefined,
  month: DayItem | undefined,
): Temporal.PlainDate | null {
  if (found.basis.kind === "weekday" && week?.kind === "days" && week.found.week !== null) {
    return week.found.week.add({ days: found.basis.weekday - 1 });
  }
  if (found.basis.kind === "dayOfMonth" && month?.kind === "days" && month.found.month !== null) {
    const first = month.found.month;
    return found.basis.day <= first.daysInMonth ? first.with({ day: found.basis.day }) : null;
  }
  return null;
}

/** Turns what was found into readings: excluded days, ranges between two days, limits, and plain days. */
function dayReadings(
  plain: readonly Word[],
  items: readonly DayItem[],
  context: DayContext,
  taken: Uint8Array,
): readonly Found[] {
  const readings: Found[] = [];
  const except: number[] = [];
  let exceptAt: { from: number; next: number } | null = null;
  for (let index = 0; index < items.length; index += 1) {
    const item = items[index];
    if (item === undefined) continue;
    if (isExcluded(plain, item.found)) {
      const weekdays = excludedWeekdays(item);
      except.push(...weekdays);
      exceptAt ??= item.found;
      if (weekdays.length === 0 && item.kind === "day") readings.push(laterThan(item.found));
      continue;
    }
    const other = items[index + 1];
    const range =
      item.kind === "day" && other?.kind === "day" ? between(plain, item.found, other.found, taken) : null;
    if (range !== null) {
      readings.push(...range);
      index += 1;
      continue;
    }
    readings.push(
      ...(item.kind === "day" ? limited(plain, item.found, taken) : limitedRange(plain, item.found, context)),
    );
  }
  return exceptAt === null ? readings : withExceptions(readings, except, exceptAt);
}

function withExceptions(
  readings: readonly Found[],
  except: readonly number[],
  at: { from: number; next: number },
): Found[] {
  const ranges = readings.filter((found) => found.value.kind === "days");
  if (ranges.length > 0 && except.length > 0) {
    return readings.map((found) =>
      found.value.kind === "days"
        ? { ...found, value: { kind: "days", value: { ...found.value.value, except } } }
        : found,
    );
  }
  if (readings.length > 0 || except.length === 0) return [...readings];
  return [
    { value: { kind: "days", value: openRange({ except }) }, from: at.from, next: at.next, confidence: 0.85 },
  ];
}

function excludedWeekdays(item: DayItem): readonly number[] {
  if (item.kind === "days") return item.found.range.weekdays ?? [];
  return item.found.basis.kind === "weekday" ? [item.found.basis.weekday] : [];
}

function laterThan(found: DayFound): Found {
  const range = openRange({ from: found.date.add({ days: 1 }) });
  return { value: { kind: "days", value: range }, from: found.from, next: found.next, confidence: 0.5 };
}

function textBefore(plain: readonly Word[], index: number, count: number): string {
  let text = "";
  for (let at = Math.max(0, index - count); at < index; at += 1) text += ` ${plain[at]?.text}`;
  return text;
}

function textBehind(plain: readonly Word[], index: number, count: number): string {
  let text = "";
  for (let at = index; at < Math.min(plain.length, index + count); at += 1) text += ` ${plain[at]?.text}`;
  return text;
}

const EXCLUDED_BEFORE =
  /(?: not| except| besides| excluding| than| apart from| not on| can not do| can not make| no| except for| but not| not do| not make)(?: on| for| for on)?$/;
const BUT_BEFORE =
  /(?: any day| anything| any| every day| anytime| any time| weekday| whenever| day) but(?: not)?(?: on)?$/;
const EXCLUDED_BEHIND =
  /^ (?:is|are|do|does|will|would|can)? ?(?:not|no|never|bad|out|full|busy|impossible|terrible)(?: (?:work|good|possible|be|do|an|great|for|go|available|free|suit|fit|$))?/;

/** "not Tuesday", "any day but Monday", "Mondays don't work". */
function isExcluded(plain: readonly Word[], found: { from: number; next: number }): boolean {
  const before = textBefore(plain, found.from, 4);
  if (/ (?:why not|how about|not only)(?: on)?$/.test(before)) return false;
  if (/ (?:earlier|later|sooner|more|less|rather|after|before|better) than(?: on)?$/.test(before))
    return false;
  if (plain[found.from - 1]?.pause) return false;
  if (/ no$/.test(before)) return false;
  if (EXCLUDED_BEFORE.test(before) || BUT_BEFORE.test(before)) return true;
  if (plain[found.next - 1]?.pause) return false;
  const behind = textBehind(plain, found.next, 4);
  return EXCLUDED_BEHIND.test(behind) && !/^ (?:no|not|out of)\b(?! good| possible)/.test(behind);
}

const JOINS = /^(?:to|through|thru|until|till|-|and)$/;

/** "from Monday to Wednesday", "between the 5th and the 9th", "March 3 through 7". */
function between(
  plain: readonly Word[],
  first: DayFound,
  second: DayFound,
  taken: Uint8Array,
): readonly Found[] | null {
  const join = plain[first.next]?.text ?? "";
  const gap = second.from - first.next;
  if (gap !== 1 || !JOINS.test(join)) return null;
  const lead = plain[first.from - 1]?.text ?? "";
  const isRange = lead === "between" || lead === "from" || join !== "and";
  if (!isRange) return null;
  if (
    lead === "from" &&
    /(?:change|move|reschedule|switch|push|shift|moved|changed)/.test(textBefore(plain, first.from, 8))
  ) {
    return [
      { value: { kind: "date", value: second.date }, from: second.from, next: second.next, confidence: 0.9 },
    ];
  }
  const from = sameMonth(first, second);
  const open = second.basis.kind === "dayOfMonth" && first.basis.kind === "fixed";
  const to = open || Temporal.PlainDate.compare(second.date, from) < 0 ? later(second, first) : second.date;
  taken.fill(1, first.from, second.next);
  return [days({ from, to }, first.from, second.next, 0.9)];
}

/** "the 5th to the 9th of October": the month that was said last holds for both. */
function sameMonth(first: DayFound, second: DayFound): Temporal.PlainDate {
  if (first.basis.kind !== "dayOfMonth" || second.basis.kind !== "fixed") return first.date;
  return first.basis.day < second.date.day ? second.date.with({ day: first.basis.day }) : first.date;
}

/** The end of a range lies behind its beginning: "from Friday to Monday". */
function later(second: DayFound, first: DayFound): Temporal.PlainDate {
  const step = second.basis.kind === "weekday" ? { days: 7 } : { months: 1 };
  const moved = second.date.add(step);
  if (second.basis.kind === "dayOfMonth") return nextDayOfMonth(first.date, second.basis.day) ?? moved;
  return Temporal.PlainDate.compare(moved, first.date) < 0 ? first.date : moved;
}

function days(range: Partial<DayRange>, from: number, next: number, confidence: number): Found {
  return { value: { kind: "days", value: openRange(range) }, from, next, confidence };
}

const FROM_BEFORE =
  / (?:(?:on or )?after|(?<! no | not )later than|(?:starting|beginning|start|begin|starts|anytime|any time)(?: on| from)?|from|since|not before|no earlier than|no sooner than|past|as of)(?: the)?$/;
const TO_BEFORE =
  / (?:(?:on or )?before|by|until|till|no later than|not after|(?<! no | not )earlier than|not later than|up to|prior to|sooner than)(?: the)?$/;

/** "after the 14th", "by Friday", "Tuesday or later". The day itself stays as a weak reading beside the range. */
function limited(plain: readonly Word[], found: DayFound, _taken: Uint8Array): readonly Found[] {
  const { date, from, next, confidence } = found;
  const day: Found = { value: { kind: "date", value: date }, from, next, confidence };
  const before = textBefore(plain, from, 4);
  const behind = textBehind(plain, next, 3);
  const weak = { ...day, confidence: Math.min(confidence, 0.5) };
  if (FROM_BEFORE.test(before)) {
    const inclusive = !/ (?:after|later than|past)(?: the)?$/.test(before) || / on or after/.test(before);
    return [days({ from: inclusive ? date : date.add({ days: 1 }) }, from - 1, next, confidence), weak];
  }
  if (/^ (?:or (?:later|after)|onwards?|and (?:later|after|onwards?)|at the earliest)/.test(behind)) {
    return [days({ from: date }, from, next, confidence), weak];
  }
  if (TO_BEFORE.test(before)) {
    const inclusive =
      !/ (?:before|earlier than|prior to|sooner than)(?: the)?$/.test(before) || / on or before/.test(before);
    return [days({ to: inclusive ? date : date.subtract({ days: 1 }) }, from - 1, next, confidence), weak];
  }
  if (/^ (?:or (?:earlier|before|sooner)|at the latest)/.test(behind))
    return [days({ to: date }, from, next, confidence), weak];
  if (/ week of(?: the)?$/.test(before)) {
    const monday = date.subtract({ days: date.dayOfWeek - 1 });
    return [days({ from: monday, to: monday.add({ days: 6 }) }, from - 2, next, confidence)];
  }
  return [day];
}

/** "after next week", "before March". */
function limitedRange(plain: readonly Word[], found: RangeFound, _context: DayContext): readonly Found[] {
  const { range, from, next, confidence } = found;
  const before = textBefore(plain, from, 4);
  if (FROM_BEFORE.test(before) && / (?:after|later than|past)(?: the)?$/.test(before) && range.to !== null) {
    return [days({ from: range.to.add({ days: 1 }) }, from - 1, next, confidence)];
  }
  if (/ (?:before|prior to|earlier than)(?: the)?$/.test(before) && range.from !== null) {
    return [days({ to: range.from.subtract({ days: 1 }) }, from - 1, next, confidence)];
  }
  if (/ (?:by|until|till)(?: the)?$/.test(before) && range.to !== null) {
    return [days({ to: range.to }, from - 1, next, confidence)];
  }
  return [{ value: { kind: "days", value: range }, from, next, confidence }];
}
