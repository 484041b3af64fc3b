import type { Clock } from "../../ports/clock.ts";

const HOUR_MS = 3_600_000;

/** So many questions within any hour, and none beyond them. */
export class HourlyBudget {
  readonly #most: number;
  readonly #clock: Pick<Clock, "now">;
  #askedMs: readonly number[] = [];

  constructor(most: number, clock: Pick<Clock, "now">) {
    this.#most = most;
    this.#clock = clock;
  }

  /** Takes one; false when there is none left. */
  take(): boolean {
    const nowMs = this.#clock.now();
    this.#askedMs = this.#askedMs.filter((atMs) => nowMs - atMs < HOUR_MS);
    if (this.#askedMs.length >= this.#most) return false;
    this.#askedMs = [...this.#askedMs, nowMs];
    return true;
  }
}
