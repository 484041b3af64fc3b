import type { Practice } from "../practice/practice.ts";
import type { EpochMs } from "../values/ids.ts";

/** What wording may look at beside the saying itself. */
export interface WordingContext {
  readonly practice: Practice;
  readonly now: EpochMs;
  /** Counts the caller's turns. */
  readonly turn: number;
}

/** The wall clock of the practice at an instant. */
export function localAt(instant: EpochMs, practice: Practice): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(practice.timeZone);
}
