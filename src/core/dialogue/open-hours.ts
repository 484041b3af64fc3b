import type { HoursSpan, Practice, Weekday } from "../practice/practice.ts";

/** When the practice opens and closes on a day, or usually when it is closed on that day; null when it never opens. */
export function openHours(
  practice: Practice,
  day: Temporal.PlainDate,
): { readonly from: Temporal.PlainTime; readonly to: Temporal.PlainTime } | null {
  const spans = practice.hours[day.dayOfWeek as Weekday] ?? Object.values(practice.hours).flat();
  const froms = spans.map(({ from }) => from).sort();
  const tos = spans.map(({ to }) => to).sort();
  const [from, to] = [froms[0], tos.at(-1)];
  if (from === undefined || to === undefined) return null;
  return { from: Temporal.PlainTime.from(from), to: Temporal.PlainTime.from(to === "24:00" ? "23:59" : to) };
}

/** A day on which the practice is closed though it is open on that weekday: a holiday, or a closure of its own. */
export function isClosedDay({ closures, hours }: Practice, day: Temporal.PlainDate): boolean {
  return closures.includes(day.toString()) && hours[day.dayOfWeek as Weekday] !== undefined;
}

/** When the practice is open on a day; empty when it is closed. */
export function hoursOn(practice: Practice, day: Temporal.PlainDate): readonly HoursSpan[] {
  return practice.closures.includes(day.toString()) ? [] : (practice.hours[day.dayOfWeek as Weekday] ?? []);
}

/** Whether somebody is there now. */
export function isOpen(practice: Practice, now: Temporal.PlainDateTime): boolean {
  const clock = now.toPlainTime().toString({ smallestUnit: "minute" });
  return hoursOn(practice, now.toPlainDate()).some(({ from, to }) => from <= clock && clock < to);
}
