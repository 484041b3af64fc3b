import type { Ms } from "../core/values/ids.ts";
import type { Clock } from "../ports/clock.ts";

/** No conversation has this many deadlines in a second; one that does would keep the process from everything else. */
const MAX_RINGS = 100;
const WINDOW_MS = 1000;

/** The single timer of a call. */
export class DeadlineTimer {
  readonly #clock: Clock;
  readonly #rang: (deadline: Ms) => void;
  #deadline: Ms | null = null;
  #cancel: (() => void) | null = null;
  #windowStartMs = 0;
  #rings = 0;

  constructor(clock: Clock, rang: (deadline: Ms) => void) {
    this.#clock = clock;
    this.#rang = rang;
  }

  /** Whether it has rung so often that something is wrong with its deadlines. */
  get restless(): boolean {
    return this.#rings > MAX_RINGS;
  }

  /** Rings once at `deadline`, in milliseconds after `zeroMs` of the monotonic clock; null = not at all. */
  arm(deadline: Ms | null, zeroMs: number): void {
    if (deadline === this.#deadline) return;
    this.cancel();
    if (deadline === null) return;
    this.#deadline = deadline;
    const delayMs = zeroMs + deadline - this.#clock.monotonicMs();
    this.#cancel = this.#clock.after(Math.max(0, delayMs), () => this.#ring(deadline));
  }

  cancel(): void {
    this.#deadline = null;
    this.#cancel?.();
    this.#cancel = null;
  }

  #ring(deadline: Ms): void {
    this.#deadline = null;
    this.#cancel = null;
    const nowMs = this.#clock.monotonicMs();
    if (nowMs - this.#windowStartMs > WINDOW_MS) {
      this.#windowStartMs = nowMs;
      this.#rings = 0;
    }
    this.#rings++;
    this.#rang(deadline);
  }
}
