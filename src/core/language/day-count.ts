import { unitDays, unitMonths } from "./en/calendar-table.ts";
import { lookUp } from "./numbers.ts";
import { quantityAt } from "./quantity-at.ts";
import type { Word } from "./words.ts";

type Day = Temporal.PlainDate;

/** A number of days and months, as in "two weeks". */
export interface DayCount {
  readonly days: number;
  readonly months: number;
  readonly next: number;
  readonly vague: boolean;
  /** Said with a number, not as a bare "day" or "week". */
  readonly counted: boolean;
}

/** "three days", "a week", "a couple of weeks", "two and a half months", "the day". */
export function countAt(words: readonly Word[], index: number): DayCount | null {
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

export function shift(day: Day, count: DayCount, sign: 1 | -1): { date: Day } {
  const by = { days: count.days, months: count.months };
  return { date: sign > 0 ? day.add(by) : day.subtract(by) };
}
