import type { Practice } from "../practice/practice.ts";
import type { Opening } from "../scheduling/opening.ts";
import { spokenClock, spokenDateFrom, spokenTime, weekdayNames } from "./spoken/dates.ts";
import { resourceName, withWhom } from "./spoken-value.ts";
import { localAt, type WordingContext } from "./wording-context.ts";

/** `tomorrow, Tuesday, March third, at nine in the morning`. */
export function spokenOpening(opening: Pick<Opening, "start">, { practice, now }: WordingContext): string {
  const start = localAt(opening.start, practice);
  const today = localAt(now, practice).toPlainDate();
  return `${spokenDateFrom(start.toPlainDate(), today)}, at ${spokenTime(start.toPlainTime())}`;
}

/** Two or three openings, each a stretch of its own; a day and a doctor that repeat are said once. */
export function spokenOpenings(openings: readonly Opening[], context: WordingContext): readonly string[] {
  const { practice } = context;
  const oneDoctor = new Set(openings.map(({ resource }) => resource)).size === 1;
  return openings.map((opening, index) => {
    const before = openings[index - 1];
    const sameDay = before !== undefined && dayOf(before, practice).equals(dayOf(opening, practice));
    const when = sameDay
      ? `at ${spokenTime(localAt(opening.start, practice).toPlainTime())}`
      : spokenOpening(opening, context);
    const who = oneDoctor && index > 0 ? "" : withWhom(opening, practice);
    const link = index > 0 && index === openings.length - 1 ? "or " : "";
    return `${link}${when}${who}`;
  });
}

function dayOf(opening: Opening, practice: Practice): Temporal.PlainDate {
  return localAt(opening.start, practice).toPlainDate();
}

/**
 * The ways in which a caller may name an opening, the preferred first; for grammars and key terms. Dates are left to the
 * parsers: "March second" would be taken for "the second".
 */
export function openingNames(
  opening: Pick<Opening, "resource" | "start">,
  practice: Practice,
): readonly string[] {
  const start = localAt(opening.start, practice);
  const weekday = weekdayNames[start.dayOfWeek - 1] ?? "";
  const clock = spokenClock(start.toPlainTime());
  const names = [
    `${weekday} at ${clock}`,
    `${clock} on ${weekday}`,
    clock,
    weekday,
    resourceName(practice, opening.resource),
  ];
  return names.map((name) => name.toLowerCase());
}
