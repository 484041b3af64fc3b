import type { Interval } from "./intervals.ts";
import { overlaps } from "./intervals.ts";
import type { Opening } from "./opening.ts";

/** Time that nobody has any more, of some resources. */
export interface FreedTime extends Interval {
  readonly resources: readonly string[];
}

/**
 * The first of what is open that lies in the freed time: whoever waits hears of what has changed, not of what was open before.
 */
export function freedOpening(open: readonly Opening[], freed: FreedTime): Opening | null {
  const found = open.find(
    (opening) =>
      overlaps(opening, freed) &&
      [opening.resource, ...opening.also].some((resource) => freed.resources.includes(resource)),
  );
  return found ?? null;
}
