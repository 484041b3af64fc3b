import type { Clock } from "../ports/clock.ts";

const WINDOW_MS = 60_000;
/** Numbers that are remembered; beyond this the ones that called first are forgotten. */
const MAX_NUMBERS = 10_000;

export interface CallerLimitOptions {
  /** Calls that one number may have at a time. */
  readonly atOnce: number;
  /** Calls that one number may begin within any 60 seconds. */
  readonly perMinute: number;
}

interface Caller {
  live: number;
  /** When its latest calls began, oldest first. */
  begunMs: readonly number[];
}

/**
 * Keeps one caller from taking all lines. Callers who withhold their number cannot be told apart and have no limit of
 * their own, only the one of all calls. Knows the calls of this process.
 */
export class CallerLimits {
  readonly #options: CallerLimitOptions;
  readonly #clock: Clock;
  readonly #callers = new Map<string, Caller>();

  constructor(options: CallerLimitOptions, clock: Clock) {
    this.#options = options;
    this.#clock = clock;
  }

  /** Whether the number, E.164 or null when withheld, may call now. A call that may is counted. */
  admit(number: string | null): boolean {
    if (number === null) return true;
    const nowMs = this.#clock.monotonicMs();
    const caller = this.#callerOf(number);
    const recent = caller.begunMs.filter((beganMs) => nowMs - beganMs < WINDOW_MS);
    const admitted = recent.length < this.#options.perMinute && caller.live < this.#options.atOnce;
    caller.begunMs = admitted ? [...recent, nowMs] : recent;
    return admitted;
  }

  /** The line of an admitted call opens. False when others of the number opened first and there are enough now. */
  opened(number: string | null): boolean {
    if (number === null) return true;
    const caller = this.#callerOf(number);
    if (caller.live >= this.#options.atOnce) return false;
    caller.live++;
    return true;
  }

  /** A line that was opened is closed. */
  closed(number: string | null): void {
    const caller = number === null ? undefined : this.#callers.get(number);
    if (caller !== undefined) caller.live--;
  }

  #callerOf(number: string): Caller {
    const caller = this.#callers.get(number) ?? { live: 0, begunMs: [] };
    this.#callers.delete(number);
    this.#callers.set(number, caller);
    if (this.#callers.size > MAX_NUMBERS) this.#forgetOldest();
    return caller;
  }

  #forgetOldest(): void {
    for (const [number, { live }] of this.#callers) {
      if (live > 0) continue;
      this.#callers.delete(number);
      return;
    }
  }
}
