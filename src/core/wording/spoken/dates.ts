import type { SpokenDuration } from "../../language/understanding.ts";
import { cardinal, ordinal, spokenYear } from "./numbers.ts";

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
export const weekdayNames = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** `March fifth`. */
function spokenDay(date: Temporal.PlainDate): string {
  return `${months[date.month - 1]} ${ordinal(date.day)}`;
}

/** `March fifth, nineteen eighty-five`. */
export function spokenDateWithYear(date: Temporal.PlainDate): string {
  return `${spokenDay(date)}, ${spokenYear(date.year)}`;
}

/** `tomorrow, Tuesday, March third`; the year is said only when it is not this one. */
export function spokenDateFrom(date: Temporal.PlainDate, today: Temporal.PlainDate): string {
  const days = today.until(date, { largestUnit: "day" }).days;
  const near = days === 0 ? "today, " : days === 1 ? "tomorrow, " : "";
  const day = date.year === today.year || days < 60 ? spokenDay(date) : spokenDateWithYear(date);
  return `${near}${weekdayNames[date.dayOfWeek - 1]}, ${day}`;
}

/** `half past` is for people; on the telephone `nine thirty in the morning` is never misheard. */
export function spokenTime(time: Temporal.PlainTime): string {
  if (time.minute === 0 && time.hour === 12) return "noon";
  if (time.minute === 0 && time.hour === 0) return "midnight";
  const part = time.hour < 12 ? "in the morning" : time.hour < 18 ? "in the afternoon" : "in the evening";
  return `${spokenClock(time)} ${part}`;
}

/** `nine thirty`, `nine oh five`, `nine o'clock` without the part of the day. */
export function spokenClock(time: Temporal.PlainTime): string {
  const hour = cardinal(((time.hour + 11) % 12) + 1);
  if (time.minute === 0) return hour;
  return `${hour} ${time.minute < 10 ? `oh ${cardinal(time.minute)}` : cardinal(time.minute)}`;
}

const units: readonly (readonly [keyof Temporal.Duration, string])[] = [
  ["years", "year"],
  ["months", "month"],
  ["weeks", "week"],
  ["days", "day"],
  ["hours", "hour"],
  ["minutes", "minute"],
];

/** `two days`, `one hour and thirty minutes`; `today` for none at all. */
export function spokenDuration(duration: SpokenDuration): string {
  const length = Temporal.Duration.from(duration.iso);
  const parts = units.flatMap(([unit, word]) => {
    const count = Number(length[unit]);
    return count === 0 ? [] : [`${cardinal(count)} ${count === 1 ? word : `${word}s`}`];
  });
  return parts.length === 0 ? "today" : parts.join(" and ");
}
