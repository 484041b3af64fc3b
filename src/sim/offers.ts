import type { Wish } from "./caller.ts";
import { monthNames } from "./spoken-forms.ts";
import { squash } from "./squash.ts";

/** The days of the times that are offered in these words, in their order: "Monday, March ninth, at noon; at two; or …". */
export function offeredDays(text: string, today: Temporal.PlainDate): readonly Temporal.PlainDate[] {
  const days: Temporal.PlainDate[] = [];
  // What is said back before the offers may be a date too, but has no time.
  const sentences = text.split(/(?<!\bDr)[.?!] /);
  const offering = sentences.filter((sentence) => / at /.test(sentence));
  for (const offer of (offering.length > 0 ? offering : sentences).join(". ").split(";")) {
    const named = namedDays(offer, today);
    const last = days.at(-1);
    // Another time of a day goes without its name.
    const sameDay = named.length === 0 && last !== undefined && /^ (?:or )?at /.test(offer);
    days.push(...(sameDay ? [last] : named));
  }
  return days;
}

function namedDays(text: string, today: Temporal.PlainDate): readonly Temporal.PlainDate[] {
  const words = text.toLowerCase().split(/[^a-z0-9]+/);
  const months = monthNames.map((name) => name.toLowerCase());
  return words.flatMap((word, index) => {
    const month = months.indexOf(word) + 1;
    const ten = /^(?:twenty|thirty)$/.test(words[index + 1] ?? "") ? 3 : 2;
    const day = Number(squash(words.slice(index + 1, index + ten).join(" ")));
    return month > 0 && day >= 1 && day <= 31 ? [comingDay(today, month, day)] : [];
  });
}

/** Offers are for the coming year at most. */
function comingDay(today: Temporal.PlainDate, month: number, day: number): Temporal.PlainDate {
  const date = Temporal.PlainDate.from({ year: today.year, month, day });
  return Temporal.PlainDate.compare(date, today) < 0 ? date.add({ years: 1 }) : date;
}

export function suits(wish: Wish, date: Temporal.PlainDate, today: Temporal.PlainDate): boolean {
  return wish.days === "any" || isNextWeek(date, today);
}

/** Monday to Sunday after this week. On a Sunday some people mean the week that begins tomorrow, and some the one after it. */
export function isNextWeek(date: Temporal.PlainDate, today: Temporal.PlainDate): boolean {
  const monday = today.add({ days: 8 - today.dayOfWeek });
  const sinceMonday = monday.until(date).days;
  return sinceMonday >= 0 && sinceMonday < (today.dayOfWeek === 7 ? 14 : 7);
}
