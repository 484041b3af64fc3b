import { agreedDays } from "./day-agreement.ts";
import { dayAt, dayPhrases } from "./day-at.ts";
import type { DayContext, DayFound } from "./day-found.ts";
import { between, isExcluded, joinDayLimits, limited, limitedRange } from "./day-limits.ts";
import { daysAt, openRange, type RangeFound, stretchPhrases } from "./day-ranges.ts";
import { followingDayPhrases, followingOnePhrases, monthWords, weekdayWords } from "./en/calendar-table.ts";
import { dayFirstZones } from "./en/zones-table.ts";
import { type Found, toReading } from "./found.ts";
import { lookUp, numberAt } from "./numbers.ts";
import { phraseBook } from "./phrases.ts";
import { plainWords } from "./plain-words.ts";
import { sameWhen } from "./same-when.ts";
import { seasonAt, seasonMatches } from "./seasons.ts";
import { readTimes } from "./times.ts";
import type { Circumstances, Reading } from "./understanding.ts";
import { splitWords, type Word } from "./words.ts";

type DayItem = { kind: "day"; found: DayFound } | { kind: "days"; found: RangeFound };

/** Reads days, ranges of days, times of day and ranges of them. `words` are in the long form. */
export function readWhen(words: readonly Word[], circumstances: Circumstances): readonly Reading[] {
  const plain = withoutStutter(words);
  const context = dayContext(circumstances);
  const items = agreed(plain, joinWeeks(plain, scanDays(plain, context), context), context);
  const taken = new Uint8Array(plain.length);
  for (const { found } of items) taken.fill(1, found.from, found.next);
  const days = joinDayLimits(plain, dayReadings(plain, items, taken));
  const times = readTimes(plain, circumstances, taken);
  const same = sameWhen(plain, [...days, ...times], () => spokenOf(circumstances));
  // In answer to "what is your date of birth?" a month and day are the beginning of one, not a day to come.
  const { asked } = circumstances.expectation;
  const birth = asked.includes("dateOfBirth") && !asked.includes("date");
  // What lies behind can be no day to book; it is told of a complaint, or is a date of birth.
  const weaker = days.map((found) => {
    const past =
      found.value.kind === "date" && Temporal.PlainDate.compare(found.value.value, context.today) < 0;
    if (birth) return { ...found, confidence: found.confidence * 0.4 };
    return past ? { ...found, confidence: Math.min(0.5, found.confidence) } : found;
  });
  return withSame([...weaker, ...times], same).map((found) => toReading(plain, found));
}

/** What the agent named last. Its own words point nowhere, so this ends. */
function spokenOf(circumstances: Circumstances): readonly Reading[] {
  const told = readWhen(plainWords(splitWords(circumstances.previous)), { ...circumstances, previous: "" });
  return told.filter(({ confidence }) => confidence > 0.5);
}

/** "The same day next week" names a day, within the week that it also names. */
function withSame(found: readonly Found[], same: readonly Found[]): readonly Found[] {
  if (same.length === 0) return found;
  const other = found.filter(
    (each) => !same.some(({ from, next }) => from <= each.from && each.next <= next),
  );
  return [...other, ...same];
}

/** "Tuesday Tuesday", "March March tenth", "twenty twenty first": parts of a day that were begun twice. */
function withoutStutter(words: readonly Word[]): readonly Word[] {
  return words.filter((word, at) => {
    if (words[at + 1]?.text !== word.text) return true;
    if (lookUp(weekdayWords, word.text) !== null || lookUp(monthWords, word.text) !== null) return false;
    const number = numberAt(words, at + 1);
    return number?.ordinal !== true;
  });
}

/** Days in a row that may be one; ranges of days and days that do not suit stay apart. */
function agreed(plain: readonly Word[], items: readonly DayItem[], context: DayContext): readonly DayItem[] {
  const apart = (item: DayItem): boolean => item.kind === "days" || isExcluded(plain, item.found);
  const joined: DayItem[] = [];
  let row: DayFound[] = [];
  const close = (): void => {
    joined.push(...agreedDays(plain, row, context).map((found) => ({ kind: "day", found }) as const));
    row = [];
  };
  for (const item of items) {
    const last = row.at(-1);
    const weekday = last === undefined ? null : weekdayBehind(last, item);
    if (weekday !== null) row.push(weekday);
    else if (item.kind === "day" && !apart(item)) row.push(item.found);
    else {
      close();
      joined.push(item);
    }
  }
  close();
  return joined;
}

/** "March fourteenth, a Saturday": behind a day, "a Saturday" is no stretch of Saturdays. */
function weekdayBehind(day: DayFound, item: DayItem): DayFound | null {
  if (item.kind === "day" || item.found.from - day.next > 2) return null;
  const { range, from, next, confidence } = item.found;
  const [weekday, ...more] = range.weekdays ?? [];
  if (weekday === undefined || more.length > 0 || range.from !== null || range.to !== null) return null;
  if (day.basis.kind === "weekday") return null;
  return { date: day.date, from, next, confidence, basis: { kind: "weekday", weekday } };
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

function scanDays(plain: readonly Word[], context: DayContext): readonly DayItem[] {
  const phrases = dayPhrases(plain);
  const stretches = stretchPhrases(plain);
  const seasons = seasonMatches(plain);
  const items: DayItem[] = [];
  let at = 0;
  while (at < plain.length) {
    const day = dayAt(plain, at, context, phrases);
    const days = daysAt(plain, at, context, stretches) ?? seasonAt(plain, at, context.today, seasons);
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
function joinWeeks(
  plain: readonly Word[],
  items: readonly DayItem[],
  context: DayContext,
): readonly DayItem[] {
  const week = items.find((item) => item.kind === "days" && item.found.week !== null);
  const month = items.find((item) => item.kind === "days" && item.found.month !== null);
  if (week === undefined && month === undefined) return items;
  let joined = false;
  const moved = items.map((item): DayItem => {
    if (item.kind !== "day" || isExcluded(plain, item.found)) return item;
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
function dayReadings(plain: readonly Word[], items: readonly DayItem[], taken: Uint8Array): readonly Found[] {
  const readings: Found[] = [];
  const except: number[] = [];
  let exceptAt: Place | null = null;
  let excluded: Place | null = null;
  for (let index = 0; index < items.length; index += 1) {
    const item = items[index];
    if (item === undefined) continue;
    if (isExcluded(plain, item.found) || goesOn(plain, excluded, item.found)) {
      excluded = item.found;
      const following = item.kind === "day" ? dayAfterThat(plain, item.found) : null;
      if (following !== null) {
        readings.push(following);
        continue;
      }
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
    readings.push(...(item.kind === "day" ? limited(plain, item.found) : limitedRange(plain, item.found)));
  }
  return exceptAt === null ? readings : withExceptions(readings, except, exceptAt);
}

const afterThat = phraseBook<number>([
  [7, followingOnePhrases],
  [1, followingDayPhrases],
]);

/** "not this Friday, the one after", "not tomorrow, the day after": the day so many days later. */
function dayAfterThat(plain: readonly Word[], found: DayFound): Found | null {
  const behind = afterThat.find(plain).find(({ from }) => from >= found.next && from - found.next <= 2);
  if (behind === undefined) return null;
  const date = found.date.add({ days: behind.value });
  return { value: { kind: "date", value: date }, from: found.from, next: behind.to, confidence: 0.85 };
}

interface Place {
  readonly from: number;
  readonly next: number;
}

/** "not Monday or Tuesday": what is joined to an excluded day is excluded with it. */
function goesOn(plain: readonly Word[], excluded: Place | null, found: Place): boolean {
  if (excluded === null || found.from - excluded.next !== 1) return false;
  return /^(?:or|and|nor)$/.test(plain[excluded.next]?.text ?? "");
}

function withExceptions(readings: readonly Found[], except: readonly number[], at: Place): Found[] {
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
