import { dayOf, monthEnd, monthStart, weekdayAfter, weekdayBefore } from "./calendar.ts";
import { type DayContext, type DayFound, FIXED } from "./day-found.ts";
import { monthWords, weekdayPlurals, weekdayWords } from "./en/calendar-table.ts";
import { lookUp, numberAt } from "./numbers.ts";
import type { Word } from "./words.ts";

type Day = Temporal.PlainDate;

/** "the first Monday in April", "the last Friday of the month", "the last day of May", "two Tuesdays from now". */
export function nthDayOfMonth(words: readonly Word[], index: number, context: DayContext): DayFound | null {
  const at = words[index]?.text === "the" ? index + 1 : index;
  const nth = nthAt(words, at);
  if (nth === null) return null;
  const unit = words[nth.next]?.text;
  const plural = nth.place > 0 ? lookUp(weekdayPlurals, unit) : null;
  if (plural !== null && /^(?:from|away|out)$/.test(words[nth.next + 1]?.text ?? "")) {
    const now = /^(?:now|today)$/.test(words[nth.next + 2]?.text ?? "") ? 3 : 2;
    const date = weekdayAfter(context.today, plural).add({ days: 7 * (nth.place - 1) });
    return { date, from: index, next: nth.next + now, confidence: 0.85, basis: FIXED };
  }
  const weekday = lookUp(weekdayWords, unit);
  if (weekday === null && unit !== "day") return null;
  const months = monthsOf(words, nth.next + 1, context);
  if (months === null) return null;
  for (const month of months.candidates) {
    const date = weekday === null ? nthDay(month, nth.place) : nthWeekday(month, weekday, nth.place);
    if (date !== null && Temporal.PlainDate.compare(date, context.today) >= 0) {
      return { date, from: index, next: months.next, confidence: 0.93, basis: FIXED };
    }
  }
  return null;
}

/** 1–5, or -1 for the last. */
function nthAt(words: readonly Word[], index: number): { place: number; next: number } | null {
  if (words[index]?.text === "last") return { place: -1, next: index + 1 };
  const number = numberAt(words, index);
  if (number === null || number.value < 1 || number.value > 5) return null;
  return { place: number.value, next: number.next };
}

/** "of the month", "of this month", "of next month", "in April": the months that may be meant, soonest first. */
function monthsOf(
  words: readonly Word[],
  index: number,
  context: DayContext,
): { candidates: readonly Day[]; next: number } | null {
  if (words[index]?.text !== "of" && words[index]?.text !== "in") return null;
  const present = monthStart(context.today);
  const following = present.add({ months: 1 });
  const two = `${words[index + 1]?.text} ${words[index + 2]?.text}`;
  if (two === "the month" || two === "this month")
    return { candidates: [present, following], next: index + 3 };
  if (two === "next month") return { candidates: [following], next: index + 3 };
  const month = lookUp(monthWords, words[index + 1]?.text);
  if (month === null) return null;
  const candidates = [0, 1].flatMap((years) => dayOf(present.year + years, month, 1) ?? []);
  return { candidates, next: index + 2 };
}

function nthDay(month: Day, place: number): Day | null {
  return place < 0 ? monthEnd(month) : dayOf(month.year, month.month, place);
}

function nthWeekday(month: Day, weekday: number, place: number): Day | null {
  if (place < 0) return weekdayBefore(month.add({ months: 1 }), weekday);
  const date = weekdayAfter(month.subtract({ days: 1 }), weekday).add({ days: 7 * (place - 1) });
  return date.month === month.month ? date : null;
}
