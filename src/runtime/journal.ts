import type { CallEvent } from "../core/call/events.ts";
import type { CallRecord, CallStore, TurnTimeline } from "../ports/call-store.ts";
import type { Clock } from "../ports/clock.ts";
import type { Telemetry } from "../ports/telemetry.ts";

/** What a caller would have to say again is stored soon; positions and hypotheses wait for company. */
const SOON_MS = 50;
const LATER_MS = 10_000;
const FIRST_RETRY_MS = 250;
const LONGEST_RETRY_MS = 5000;
/** More than an hour of a lively call. Beyond this the call goes on without a journal. */
const MAX_WAITING = 20_000;

export interface JournalParts {
  readonly store: CallStore;
  readonly call: Omit<CallRecord, "endedAt" | "endReason">;
  readonly clock: Clock;
  readonly telemetry: Telemetry;
  /** Another loop has taken the call over; this one must fall silent. */
  readonly superseded: () => void;
}

type Waiter = { readonly position: number; readonly settle: (stored: boolean) => void };

/**
 * The journal of one call: events in order, stored in batches beside the call and never waited for by it.
 *
 * While the store is away, events are kept and stored when it is back. A crash loses what was not stored: at most 50 ms
 * of final words, keys and replies, and ten seconds of the rest. What must not be lost asks `stored` first.
 */
export class Journal {
  readonly #parts: JournalParts;
  #lease: number | null = null;
  #waiting: CallEvent[] = [];
  /** Position of the first waiting event. */
  #position = 0;
  #busy = false;
  #cancelFlush: (() => void) | null = null;
  #flushDueMs = Number.POSITIVE_INFINITY;
  #retryMs = FIRST_RETRY_MS;
  #waiters: Waiter[] = [];
  #broken = false;

  constructor(parts: JournalParts) {
    this.#parts = parts;
  }

  /** Takes the call's lease and returns the events so far. Throws what the store throws; may be tried again. */
  async take(): Promise<readonly CallEvent[]> {
    const { lease, events } = await this.#parts.store.take(this.#parts.call);
    this.#lease ??= lease;
    this.#position = events.length;
    return events;
  }

  record(event: CallEvent): void {
    if (this.#broken) return;
    if (this.#waiting.length >= MAX_WAITING) {
      this.#break("journal is too long to keep in memory");
      return;
    }
    this.#waiting.push(event);
    this.#flushWithin(isUrgent(event) ? SOON_MS : LATER_MS);
  }

  /** Resolves with true when everything recorded until now is stored, with false when it is not within the time. */
  stored(withinMs: number): Promise<boolean> {
    const position = this.#position + this.#waiting.length;
    if (this.#broken) return Promise.resolve(false);
    if (this.#waiting.length === 0) return Promise.resolve(true);
    return new Promise((resolve) => {
      const cancel = this.#parts.clock.after(withinMs, () => settle(false));
      const settle = (stored: boolean) => {
        cancel();
        this.#waiters = this.#waiters.filter((other) => other !== waiter);
        resolve(stored);
      };
      const waiter: Waiter = { position, settle };
      this.#waiters.push(waiter);
      this.#flushWithin(0);
    });
  }

  /** Stores the rest, then the end and the timelines. Gives up, and counts it, when the store stays away too long. */
  async finish(end: { reason: string; timelines: readonly TurnTimeline[] }, withinMs: number): Promise<void> {
    const { store, call, clock, telemetry } = this.#parts;
    const at = clock.now();
    if ((await this.stored(withinMs)) && this.#lease !== null) {
      try {
        await store.saveTimelines(call.id, end.timelines);
        await store.finish(call.id, this.#lease, { at, reason: end.reason });
        return;
      } catch (error) {
        telemetry.log.error("end of a call could not be stored", { call: call.id, error: asError(error) });
      }
    }
    telemetry.meter.count("journals_lost_total");
    this.#break("journal was given up at the end of the call");
  }

  /** Stores what is left for whoever takes the call next, and then nothing more. */
  async leave(timelines: readonly TurnTimeline[], withinMs: number): Promise<void> {
    const { store, call, telemetry } = this.#parts;
    const stored = await this.stored(withinMs);
    this.close();
    if (!stored) return;
    await store.saveTimelines(call.id, timelines).catch((error: unknown) => {
      telemetry.log.warn("timelines could not be stored", { call: call.id, error: asError(error) });
    });
  }

  /** Stores nothing more. */
  close(): void {
    this.#broken = true;
    this.#waiting = [];
    this.#cancelFlush?.();
    for (const { settle } of [...this.#waiters]) settle(false);
  }

  #flushWithin(delayMs: number): void {
    const { clock } = this.#parts;
    const dueMs = clock.monotonicMs() + delayMs;
    if (this.#busy || this.#broken || dueMs >= this.#flushDueMs) return;
    this.#cancelFlush?.();
    this.#flushDueMs = dueMs;
    this.#cancelFlush = clock.after(delayMs, () => void this.#flush());
  }

  async #flush(): Promise<void> {
    this.#flushDueMs = Number.POSITIVE_INFINITY;
    this.#busy = true;
    const stored = await this.#tryFlush();
    this.#busy = false;
    if (this.#broken) return;
    if (stored) this.#retryMs = FIRST_RETRY_MS;
    if (this.#waiting.length > 0) this.#flushWithin(stored ? this.#nextDelayMs() : this.#nextRetryMs());
  }

  async #tryFlush(): Promise<boolean> {
    const { store, call, telemetry } = this.#parts;
    try {
      if (this.#lease === null && (await this.take()).length > 0) {
        this.#break("a journal of this call exists already");
        return false;
      }
      const batch = this.#waiting.slice();
      if (await store.append(call.id, this.#lease as number, this.#position, batch))
        this.#advance(batch.length);
      else this.#supersede();
      return true;
    } catch (error) {
      telemetry.meter.count("state_operations_total", { operation: "append", result: "failed" });
      telemetry.log.warn("journal could not be stored, will try again", {
        call: call.id,
        error: asError(error),
      });
      return false;
    }
  }

  #advance(count: number): void {
    if (this.#broken) return;
    this.#waiting.splice(0, count);
    this.#position += count;
    this.#parts.telemetry.meter.count("state_operations_total", { operation: "append", result: "stored" });
    for (const waiter of [...this.#waiters]) if (waiter.position <= this.#position) waiter.settle(true);
  }

  #supersede(): void {
    this.close();
    this.#parts.superseded();
  }

  #break(why: string): void {
    if (this.#broken) return;
    this.#parts.telemetry.log.error("a journal is broken off", { call: this.#parts.call.id, why });
    this.close();
  }

  /** Somebody waits: at once. Otherwise by what is waiting. */
  #nextDelayMs(): number {
    if (this.#waiters.length > 0) return 0;
    return this.#waiting.some(isUrgent) ? SOON_MS : LATER_MS;
  }

  #nextRetryMs(): number {
    const delayMs = this.#retryMs;
    this.#retryMs = Math.min(this.#retryMs * 2, LONGEST_RETRY_MS);
    return delayMs;
  }
}

function isUrgent(event: CallEvent): boolean {
  switch (event.kind) {
    case "transcribed":
      return event.final;
    case "speechStarted":
    case "speechStopped":
    case "promptHeard":
    case "deadlineReached":
      return false;
    default:
      return true;
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error("something that is no error was thrown");
}
