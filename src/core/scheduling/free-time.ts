import type { Practice } from "../practice/practice.ts";
import type { ResourceId } from "../values/ids.ts";
import { type Interval, isFree, normalize } from "./intervals.ts";

/** Time that a resource is not free for: bookings with their padding, and the live holds of others. */
export interface Busy extends Interval {
  readonly resource: ResourceId;
  /** Which of the bookings that the resource takes at once, from 1 to its capacity. */
  readonly seat: number;
}

/** Whether a resource has a seat that is free for all of the time. */
export type IsFree = (resource: ResourceId, time: Interval) => boolean;

/**
 * Looks the busy times up by resource and seat. A booking keeps one seat from beginning to end, so two seats that are each
 * free for half of the time do not make a free one.
 */
export function freeTime(practice: Practice, busy: readonly Busy[]): IsFree {
  const byResource = Map.groupBy(busy, ({ resource }) => resource);
  const seats = new Map(
    practice.resources.map(({ id, capacity }) => {
      const bySeat = Map.groupBy(byResource.get(id) ?? [], ({ seat }) => seat);
      return [id, Array.from({ length: capacity }, (_, index) => normalize(bySeat.get(index + 1) ?? []))];
    }),
  );
  return (resource, time) => (seats.get(resource) ?? []).some((taken) => isFree(time, taken));
}
