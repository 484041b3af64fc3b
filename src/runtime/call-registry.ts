import type { CallId } from "../core/values/ids.ts";
import type { Clock } from "../ports/clock.ts";
import type { Meter } from "../ports/telemetry.ts";
import type { CallHandle } from "./start-call.ts";

/** Why a call is not taken. */
export type Refusal = "busy" | "draining" | "taken";

/** The calls of this process. A call is in it from its start until the last of it is stored. */
export class CallRegistry {
  readonly #calls = new Map<CallId, CallHandle>();
  readonly #maxCalls: number;
  readonly #clock: Clock;
  readonly #meter: Meter;
  #draining = false;

  constructor(options: { maxCalls: number; clock: Clock; meter: Meter }) {
    this.#maxCalls = options.maxCalls;
    this.#clock = options.clock;
    this.#meter = options.meter;
  }

  /** Calls with a line, and lost ones that may come back. */
  get count(): number {
    let count = 0;
    for (const call of this.#calls.values()) if (call.phase !== "over") count++;
    return count;
  }

  get draining(): boolean {
    return this.#draining;
  }

  find(id: CallId): CallHandle | null {
    return this.#calls.get(id) ?? null;
  }

  list(): readonly CallHandle[] {
    return [...this.#calls.values()];
  }

  /** Whether one more call, or this one again, may come now. A lost call may always come back. */
  refuses(id: CallId | null): Refusal | null {
    const known = id === null ? undefined : this.#calls.get(id);
    if (known?.phase === "live") return "taken";
    if (known?.phase === "lost") return null;
    if (this.#draining) return "draining";
    return this.count >= this.#maxCalls ? "busy" : null;
  }

  add(call: CallHandle): void {
    this.#calls.set(call.id, call);
    this.#gauge();
    void call.ended.then(() => {
      if (this.#calls.get(call.id) === call) this.#calls.delete(call.id);
      this.#gauge();
    });
  }

  /** Takes no new calls, waits for the present ones, and at the end of the time ends what is left politely. */
  async drain(withinMs: number, goodbyeMs = 15_000): Promise<void> {
    this.#draining = true;
    await this.#allEnded(withinMs);
    for (const call of this.#calls.values()) call.endPolitely();
    await this.#allEnded(goodbyeMs);
  }

  #allEnded(withinMs: number): Promise<void> {
    return new Promise((resolve) => {
      const cancel = this.#clock.after(withinMs, resolve);
      void Promise.all(this.list().map((call) => call.ended)).then(() => {
        cancel();
        resolve();
      });
    });
  }

  #gauge(): void {
    this.#meter.gauge("active_calls", this.count);
  }
}
