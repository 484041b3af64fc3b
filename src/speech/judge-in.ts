import type { Clock } from "../ports/clock.ts";

/** What is waiting to be read is read within it. */
const LAST_MOMENT_MS = 20;

/**
 * Rings after `ms` for something that should have come by then. A process that was busy finds its alarms due before it finds what has
 * come meanwhile, so the last moment is an alarm of its own. Returns how to cancel.
 */
export function judgeIn(clock: Clock, ms: number, judge: () => void): () => void {
  let cancel = clock.after(ms - LAST_MOMENT_MS, () => {
    cancel = clock.after(LAST_MOMENT_MS, judge);
  });
  return () => cancel();
}
