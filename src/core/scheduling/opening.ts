import type { DayRange, TimeRange } from "../language/understanding.ts";
import type { EpochMs, OfferingId, OpeningId, ResourceId } from "../values/ids.ts";

/** An offerable start. Times are instants; the practice's zone turns them into words. */
export interface Opening {
  readonly id: OpeningId;
  readonly resource: ResourceId;
  /** Further resources that are taken for the same time, in the order of the offering's `needs`. */
  readonly also: readonly ResourceId[];
  readonly offering: OfferingId;
  readonly start: EpochMs;
  readonly end: EpochMs;
}

export interface OpeningsWanted {
  readonly offering: OfferingId;
  /** Empty = any resource that has the offering. */
  readonly resources: readonly ResourceId[];
  /** Several ranges are alternatives; empty = any day. */
  readonly days: readonly DayRange[];
  /** Several ranges are alternatives; empty = any time. */
  readonly times: readonly TimeRange[];
  /** Already refused; not to be offered again. */
  readonly refused: readonly OpeningId[];
  readonly order: "earliest" | "latest";
  /** At most so many, spread out over days and parts of the day. */
  readonly count: number;
}
