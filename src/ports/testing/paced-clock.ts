import type { Clock } from "../clock.ts";
import { VirtualClock } from "./virtual-clock.ts";

/**
 * A clock for real connections within this process: while anybody waits for it, each turn of the event loop is a millisecond. A
 * message takes a few turns to be sent, read and answered, however busy the machine is, so that what works is always in time,
 * and what hangs is given up on at once.
 */
export function pacedClock(): Clock {
  const clock = new VirtualClock();
  let goesOn = false;
  const turn = () => {
    clock.advance(1);
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
