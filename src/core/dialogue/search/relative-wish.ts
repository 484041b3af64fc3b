import type { DayRange } from "../../language/understanding.ts";
import type { Opening } from "../../scheduling/opening.ts";
import { readOpeningId } from "../../scheduling/opening-id.ts";
import { type DialogueContext, today } from "../dialogue-io.ts";
import type { Negotiation } from "../dialogue-state.ts";
import { earlierCue, laterCue, nextWeekCue, ofTheOffersCue, sameDayCue } from "../en/cues-table.ts";
import type { Wish } from "./negotiation.ts";

/**
 * "Something later", "earlier in the day": a wish that counts from what is on the table. Null when the words choose among
 * the offers instead ("the later one"), or say nothing of the kind.
 */
export function relativeWish(
  text: string,
  offers: readonly Opening[],
  { practice }: DialogueContext,
): Wish | null {
  const words = text.toLowerCase();
  const [later, earlier] = [laterCue.test(words), earlierCue.test(words)];
  if (later === earlier || ofTheOffersCue.test(words)) return null;
  const starts = offers.map(({ start }) =>
    Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(practice.timeZone),
  );
  const [first, last] = [starts[0], starts.at(-1)];
  if (first === undefined || last === undefined) return null;
  const oneDay = first.toPlainDate().equals(last.toPlainDate());
  if (oneDay || sameDayCue.test(words)) {
    const clocks = starts.map((start) => start.toPlainTime()).toSorted(Temporal.PlainTime.compare);
    const [least, most] = [clocks[0] ?? null, clocks.at(-1) ?? null];
    return { times: [later ? { from: most, to: null } : { from: null, to: least }] };
  }
  const days: DayRange = later
    ? { ...anyDay, from: last.toPlainDate().add({ days: 1 }) }
    : { ...anyDay, to: first.toPlainDate().subtract({ days: 1 }) };
  return { days: [days] };
}

const anyDay: DayRange = { from: null, to: null, weekdays: null, except: [] };

/**
 * On a Sunday the week that begins tomorrow is both this week and the next. Whoever was offered a time in it and answers
 * "next week" means the one after.
 */
export function afterRefusedWeek(
  wish: Wish,
  text: string,
  { offers, refused }: Pick<Negotiation, "offers" | "refused">,
  context: DialogueContext,
): Wish {
  const tomorrow = today(context).add({ days: 1 });
  if (tomorrow.dayOfWeek !== 1 || !nextWeekCue.test(text.toLowerCase())) return wish;
  const { timeZone } = context.practice;
  const seen = [...(offers ?? []), ...refused.flatMap((id) => readOpeningId(id) ?? [])].map(({ start }) =>
    Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(timeZone).toPlainDate(),
  );
  const isRefused = ({ from, to }: DayRange) =>
    from !== null && to !== null && from.equals(tomorrow) && seen.some((day) => isWithin(day, from, to));
  if (!wish.days?.some(isRefused)) return wish;
  return { ...wish, days: wish.days.map((range) => (isRefused(range) ? weekLater(range) : range)) };
}

function isWithin(day: Temporal.PlainDate, from: Temporal.PlainDate, to: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(from, day) <= 0 && Temporal.PlainDate.compare(day, to) <= 0;
}

function weekLater({ from, to, ...rest }: DayRange): DayRange {
  return { ...rest, from: from?.add({ weeks: 1 }) ?? null, to: to?.add({ weeks: 1 }) ?? null };
}
