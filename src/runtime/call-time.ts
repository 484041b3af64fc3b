import type { EpochMs, Ms } from "../core/values/ids.ts";
import type { Clock } from "../ports/clock.ts";

/** The time of one call: milliseconds since it was answered, which never go back. */
export class CallTime {
  readonly #clock: Clock;
  #zeroMs: number;
  #lastAt = 0;

  /** The call is answered now. */
  constructor(clock: Clock) {
    this.#clock = clock;
    this.#zeroMs = clock.monotonicMs();
  }

  /** The monotonic clock when the call was answered. */
  get zeroMs(): number {
    return this.#zeroMs;
  }

  /** What was stamped last. */
  get lastAt(): Ms {
    return this.#lastAt;
  }

  /** Now, or so long ago, but never before what was stamped last. Tenths of a millisecond are enough. */
  stamp(agoMs = 0): Ms {
    const at = this.#clock.monotonicMs() - this.#zeroMs - agoMs;
    this.#lastAt = Math.max(this.#lastAt, Math.round(at * 10) / 10);
    return this.#lastAt;
  }

  /** A deadline has come: rounding must not make it seem a moment away still. */
  reach(deadline: Ms): void {
    this.#lastAt = Math.max(this.#lastAt, deadline);
  }

  /** Goes on with a call that was answered at `instant` and whose last event was at `lastAt`. */
  goOn(instant: EpochMs, lastAt: Ms): void {
    this.#lastAt = lastAt;
    this.#zeroMs = this.#clock.monotonicMs() - Math.max(lastAt, this.#clock.now() - instant);
  }
}
