import type { Clock } from "../clock.ts";
import { VirtualClock } from "./virtual-clock.ts";

/** So that the few waits that are the machine's, of a millisecond each, stay short by this clock too. */
const TIMES_AS_FAST = 20;

/**
 * A clock for real connections within this process: while anybody waits for it, a turn of the event loop is at most a
 * millisecond. A message takes a few turns to be sent, read and answered, however busy the machine is, so that what works is
 * always in time, and what hangs is given up on soon.
 */
export function pacedClock(): Clock {
  const clock = new VirtualClock();
  let goesOn = false;
  let movedMs = 0;
  const turn = () => {
    const realMs = performance.now();
    if (realMs - movedMs >= 1 / TIMES_AS_FAST) {
      movedMs = realMs;
      clock.advance(1);
    }
    goesOn = clock.pending > 0;
    if (goesOn) setImmediate(turn);
  };
  return {
    now: () => clock.now(),
    monotonicMs: () => clock.monotonicMs(),
    after(delayMs, callBack) {
      const cancel = clock.after(delayMs, callBack);
      if (!goesOn) setImmediate(turn);
      goesOn = true;
      return cancel;
    },
  };
}
