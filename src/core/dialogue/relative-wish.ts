import type { DayRange } from "../language/understanding.ts";
import type { Opening } from "../scheduling/opening.ts";
import type { DialogueContext } from "./dialogue-io.ts";
import type { Negotiation } from "./dialogue-state.ts";
import { earlierCue, laterCue, ofTheOffersCue, sameDayCue } from "./en/cues-table.ts";

/**
 * "Something later", "earlier in the day": a wish that counts from what is on the table. Null when the words choose among
 * the offers instead ("the later one"), or say nothing of the kind.
 */
export function relativeWish(
  text: string,
  offers: readonly Opening[],
  { practice }: DialogueContext,
): Partial<Pick<Negotiation, "days" | "times" | "order">> | null {
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
