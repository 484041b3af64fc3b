/** So much in any stretch of so long, as a service allows it. */
export class Allowance {
  readonly #limit: number;
  readonly #windowMs: number;
  readonly #spent: { readonly atMs: number; readonly amount: number }[] = [];

  constructor(limit: number, windowMs: number) {
    this.#limit = limit;
    this.#windowMs = windowMs;
  }

  left(nowMs: number): number {
    while (this.#spent[0] !== undefined && nowMs - this.#spent[0].atMs >= this.#windowMs) this.#spent.shift();
    return this.#spent.reduce((left, { amount }) => left - amount, this.#limit);
  }

  /** When `amount` may be spent, if nothing else is until then; never when it is more than the limit. */
  roomAtMs(amount: number, nowMs: number): number {
    let left = this.left(nowMs);
    if (left >= amount) return nowMs;
    for (const one of this.#spent) {
      left += one.amount;
      if (left >= amount) return one.atMs + this.#windowMs;
    }
    return Infinity;
  }

  spend(amount: number, nowMs: number): void {
    this.#spent.push({ atMs: nowMs, amount });
  }
}
