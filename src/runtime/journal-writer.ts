import type { CallId } from "../core/values/ids.ts";
import type { CallStore, JournalBatch } from "../ports/call-store.ts";
import type { Clock } from "../ports/clock.ts";
import { WorldError } from "../ports/world-error.ts";

/** A store that was away gets back what was kept meanwhile in statements of a size that it can take. */
const MAX_TOGETHER = 100;

interface Waiting {
  readonly batch: JournalBatch;
  readonly resolve: (held: boolean) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Writes the journals of all calls of a process: what is due in the same moment goes to the store together, because a
 * statement costs the database much and another row of it little. A batch that cannot be stored harms no other call: after
 * a failure that repeating would not mend, each batch is tried alone.
 */
export class JournalWriter {
  readonly #store: CallStore;
  readonly #clock: Clock;
  #waiting: Waiting[] = [];

  constructor(store: CallStore, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
  }

  /** Resolves with false when the batch's lease is not the newest any more; rejects with what the store throws. */
  write(batch: JournalBatch): Promise<boolean> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ batch, resolve, reject });
      if (this.#waiting.length === 1) this.#clock.after(0, () => this.#writeWaiting());
    });
  }

  #writeWaiting(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (let from = 0; from < waiting.length; from += MAX_TOGETHER)
      void this.#writeTogether(waiting.slice(from, from + MAX_TOGETHER));
  }

  async #writeTogether(together: readonly Waiting[]): Promise<void> {
    let held: ReadonlySet<CallId>;
    try {
      held = await this.#store.append(together.map(({ batch }) => batch));
    } catch (error) {
      const passing = error instanceof WorldError && error.retryable;
      if (together.length === 1 || passing) for (const { reject } of together) reject(error);
      else for (const one of together) await this.#writeTogether([one]);
      return;
    }
    for (const { batch, resolve } of together) resolve(held.has(batch.call));
  }
}
