import type { ClockTime, Practice, Resource, Weekday, WeeklyHours } from "../practice/practice.ts";
import type { EpochMs } from "../values/ids.ts";
import { type Interval, intersect } from "./intervals.ts";

/** A day of the practice's calendar. */
export interface BusinessDay {
  readonly date: Temporal.PlainDate;
  /** Days since 1970-01-01 by the calendar. */
  readonly number: number;
  /** `YYYY-MM-DD`. */
  readonly name: string;
  readonly weekday: Weekday;
  /**
   * The instant at which the wall clock shows so many minutes since midnight, or null when it never does: the hour that
   * is skipped in spring. Of the hour that comes twice in autumn the first is meant.
   */
  instantAt(minutes: number): EpochMs | null;
}

const DAY_MS = 24 * 60 * 60_000;
const firstDay = Temporal.PlainDate.from("1970-01-01");

/** The days from the one that `now` falls on to `horizonDays` later, in the practice's zone. */
export function businessDays(practice: Practice, now: EpochMs): readonly BusinessDay[] {
  const today = Temporal.Instant.fromEpochMilliseconds(now)
    .toZonedDateTimeISO(practice.timeZone)
    .toPlainDate();
  const days: BusinessDay[] = [];
  let midnight = startOf(today, practice.timeZone);
  for (let ahead = 0; ahead <= practice.horizonDays; ahead += 1) {
    const date = today.add({ days: ahead });
    const nextMidnight = startOf(today.add({ days: ahead + 1 }), practice.timeZone);
    days.push(businessDay(date, practice.timeZone, midnight, nextMidnight - midnight));
    midnight = nextMidnight;
  }
  return days;
}

/** The day of an instant. */
export function businessDayOf(instant: EpochMs, timeZone: string): BusinessDay {
  const date = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone).toPlainDate();
  const midnight = startOf(date, timeZone);
  return businessDay(date, timeZone, midnight, startOf(date.add({ days: 1 }), timeZone) - midnight);
}

function businessDay(
  date: Temporal.PlainDate,
  timeZone: string,
  midnight: EpochMs,
  lengthMs: number,
): BusinessDay {
  // Asking the zone for every time of a day costs more than all other work together, and the answer is a plain sum on
  // every day on which the clocks are not changed.
  const instantAt =
    lengthMs === DAY_MS
      ? (minutes: number) => midnight + minutes * 60_000
      : (minutes: number) => instantByZone(date, minutes, timeZone);
  return {
    date,
    number: dayNumber(date),
    name: date.toString(),
    weekday: date.dayOfWeek as Weekday,
    instantAt,
  };
}

function instantByZone(date: Temporal.PlainDate, minutes: number, timeZone: string): EpochMs | null {
  const wall = date.toPlainDateTime().add({ minutes });
  const zoned = wall.toZonedDateTime(timeZone, { disambiguation: "earlier" });
  return zoned.toPlainDateTime().equals(wall) ? zoned.epochMilliseconds : null;
}

/** Days since 1970-01-01 by the calendar. */
export function dayNumber(date: Temporal.PlainDate): number {
  return firstDay.until(date).days;
}

function startOf(date: Temporal.PlainDate, timeZone: string): EpochMs {
  return date.toZonedDateTime(timeZone).epochMilliseconds;
}

/**
 * When both the practice and the resource are there on that day, in minutes since local midnight by the clock on the wall;
 * empty on holidays, closures and days off.
 */
export function workingSpans(
  practice: Practice,
  resource: Resource,
  day: BusinessDay,
  holidays: ReadonlySet<string>,
): readonly Interval[] {
  if (holidays.has(day.name) || practice.closures.includes(day.name)) return [];
  if (resource.daysOff.includes(day.name)) return [];
  return intersect(spansOn(practice.hours, day.weekday), spansOn(resource.hours, day.weekday));
}

function spansOn(hours: WeeklyHours, weekday: Weekday): readonly Interval[] {
  return (hours[weekday] ?? []).map(({ from, to }) => ({ start: minutesOf(from), end: minutesOf(to) }));
}

/** `HH:MM` as minutes since midnight; `24:00` is the end of the day. */
export function minutesOf(time: ClockTime): number {
  const [hours, minutes] = time.split(":");
  return Number(hours) * 60 + Number(minutes);
}
