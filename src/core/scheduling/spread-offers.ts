import type { EpochMs, OpeningId } from "../values/ids.ts";
import { dayNumber } from "./business-days.ts";
import type { OpeningsWanted } from "./opening.ts";
import { readOpeningId } from "./opening-id.ts";

interface Spreading extends Pick<OpeningsWanted, "count" | "order" | "refused"> {
  readonly timeZone: string;
}

/** Where an opening or a refused one lies, as far as spreading cares. */
export interface Place {
  readonly start: EpochMs;
  /** Days since 1970-01-01 by the local calendar. */
  readonly dayNumber: number;
  /** Minutes since local midnight by the clock on the wall. */
  readonly minutes: number;
}

/**
 * Chooses what to read out of openings sorted by start. The first choice is the earliest (or latest) one; each further one
 * is the nearest in days that differs in day and part of the day from what is chosen and from what was refused, because a
 * caller who cannot come on Tuesday at nine can hardly come at a quarter past. Sorted by start; the same input gives the
 * same choice.
 */
export function spreadOffers<Placed extends Place>(
  found: readonly Placed[],
  wanted: Spreading,
): readonly Placed[] {
  const placed = wanted.order === "latest" ? found.toReversed() : found;
  const avoided = wanted.refused.flatMap((id) => refusedPlace(id, wanted.timeZone));
  const chosen: Placed[] = [];
  const origin = placed[0]?.dayNumber ?? 0;
  while (chosen.length < wanted.count) {
    let best: Placed | null = null;
    let bestCost = Infinity;
    for (const candidate of placed) {
      // Candidates come nearest first, so distance alone rules out all that follow.
      if (Math.abs(candidate.dayNumber - origin) >= bestCost) break;
      if (chosen.includes(candidate)) continue;
      const cost = costOf(candidate, origin, chosen, avoided);
      if (cost < bestCost) [best, bestCost] = [candidate, cost];
    }
    if (best === null) break;
    chosen.push(best);
  }
  return chosen.sort((a, b) => a.start - b.start);
}

/** One unit is what a caller minds as much as coming a day later. */
const cost = { sameDay: 2.5, samePart: 1.5, within90Minutes: 4, sameStart: 30 };

function costOf(place: Place, origin: number, chosen: readonly Place[], avoided: readonly Place[]): number {
  let total = Math.abs(place.dayNumber - origin);
  for (const other of chosen) total += likeness(place, other);
  // Nothing is avoided for the first offer but the very neighbourhood of a refusal: "the earliest" stays the earliest.
  for (const other of avoided) total += Math.min(likeness(place, other), cost.sameStart) / 2;
  return total;
}

function likeness(one: Place, other: Place): number {
  if (one.start === other.start) return cost.sameStart;
  const sameDay = one.dayNumber === other.dayNumber;
  const near = Math.abs(one.start - other.start) < 90 * 60_000;
  return (
    (sameDay ? cost.sameDay : 0) +
    (partOfDay(one) === partOfDay(other) ? cost.samePart : 0) +
    (near ? cost.within90Minutes : 0)
  );
}

function partOfDay({ minutes }: Place): "morning" | "afternoon" | "evening" {
  return minutes < 12 * 60 ? "morning" : minutes < 17 * 60 ? "afternoon" : "evening";
}

function refusedPlace(id: OpeningId, timeZone: string): readonly Place[] {
  const start = readOpeningId(id)?.start;
  if (start === undefined) return [];
  const local = Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(timeZone);
  const minutes = local.hour * 60 + local.minute;
  return [{ start, dayNumber: dayNumber(local.toPlainDate()), minutes }];
}
