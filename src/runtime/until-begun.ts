const MOST_WAITING = 100;

/** What comes before a call has begun (keys, typed turns, a hang-up) waits, and happens in its order as soon as it has. */
export class UntilBegun {
  #waiting: (() => void)[] | null = [];

  get begun(): boolean {
    return this.#waiting === null;
  }

  /** Lets it happen, now or then. Beyond the first hundred it is forgotten. */
  run(happen: () => void): void {
    if (this.#waiting === null) happen();
    else if (this.#waiting.length < MOST_WAITING) this.#waiting.push(happen);
  }

  begin(): void {
    const waiting = this.#waiting ?? [];
    this.#waiting = null;
    for (const happen of waiting) happen();
  }
}
