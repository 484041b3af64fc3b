import type { CallEvent } from "../core/call/events.ts";
import type { CallRecord, CallStore, TurnTimeline } from "../ports/call-store.ts";
import type { Clock } from "../ports/clock.ts";
import { errorField, type Telemetry } from "../ports/telemetry.ts";
import type { JournalWriter } from "./journal-writer.ts";

/**
 * What a caller would have to say again is stored soon; positions and hypotheses wait for company. Both are due on a grid
 * that all calls share, so that what is due goes out together.
 */
const SOON_GRID_MS = 100;
const LATER_MS = 10_000;
const LATER_GRID_MS = 1000;
const FIRST_RETRY_MS = 250;
const LONGEST_RETRY_MS = 5000;
/** More than an hour of a lively call. Beyond this the call goes on without a journal. */
const MAX_WAITING = 20_000;

export interface JournalParts {
  readonly store: CallStore;
  readonly writer: JournalWriter;
  readonly call: Omit<CallRecord, "endedAt" | "endReason">;
  readonly clock: Clock;
  readonly telemetry: Telemetry;
  /** The turns so far, in order. */
  readonly turns: () => readonly TurnTimeline[];
  /** Another loop has taken the call over; this one must fall silent. */
  readonly superseded: () => void;
}

type Waiter = { readonly position: number; readonly settle: (stored: boolean) => void };

/**
 * The journal of one call: events in order, stored in batches beside the call and never waited for by it.
 *
 * While the store is away, events are kept and stored when it is back. A crash loses what was not stored: at most 100 ms
 * of final words, keys and replies, and ten seconds of the rest. What must not be lost asks `stored` first.
 */
export class Journal {
  readonly #parts: JournalParts;
  #lease: number | null = null;
  #taking: Promise<readonly CallEvent[]> | null = null;
  #waiting: CallEvent[] = [];
  /** Position of the first waiting event. */
  #position = 0;
  /** Turns of this loop that are stored and change no more. */
  #turnsStored = 0;
  #ended = false;
  #busy = false;
  #cancelFlush: (() => void) | null = null;
  #flushDueMs = Number.POSITIVE_INFINITY;
  #retryMs = FIRST_RETRY_MS;
  #waiters: Waiter[] = [];
  #broken = false;

  constructor(parts: JournalParts) {
    this.#parts = parts;
  }

  /**
   * Takes the call's lease and returns the events so far. Throws what the store throws; may be tried again. Asked meanwhile, it
   * is the same taking: the lease of a second one would take the call from the first.
   */
  take(): Promise<readonly CallEvent[]> {
    this.#taking ??= this.#take().finally(() => {
      this.#taking = null;
    });
    return this.#taking;
  }

  async #take(): Promise<readonly CallEvent[]> {
    const { lease, events } = await this.#parts.store.take(this.#parts.call);
    this.#lease = lease;
    this.#position = events.length;
    // A call that has begun anew cannot have its past put before it.
    if (events.length > 0 && this.#waiting.length > 0) this.#break("a journal of this call exists already");
    return events;
  }

  record(event: CallEvent): void {
    if (this.#broken) return;
    if (this.#waiting.length >= MAX_WAITING) {
      this.#break("journal is too long to keep in memory");
      return;
    }
    this.#waiting.push(event);
    this.#flushBy(this.#dueMs(isUrgent(event)));
  }

  /** Resolves with true when everything recorded until now is stored, with false when it is not within the time. */
  stored(withinMs: number): Promise<boolean> {
    const position = this.#position + this.#waiting.length;
    if (this.#broken) return Promise.resolve(false);
    if (this.#waiting.length === 0 && this.#turns().length === 0) return Promise.resolve(true);
    return new Promise((resolve) => {
      const cancel = this.#parts.clock.after(withinMs, () => settle(false));
      const settle = (stored: boolean) => {
        cancel();
        this.#waiters = this.#waiters.filter((other) => other !== waiter);
        resolve(stored);
      };
      const waiter: Waiter = { position, settle };
      this.#waiters.push(waiter);
      this.#flushBy(this.#parts.clock.monotonicMs());
    });
  }

  /** Stores the rest, then the end. Gives up, and counts it, when the store stays away too long. */
  async finish(reason: string, withinMs: number): Promise<void> {
    const { store, call, clock, telemetry } = this.#parts;
    const at = clock.now();
    this.#ended = true;
    if ((await this.stored(withinMs)) && this.#lease !== null) {
      try {
        await store.finish(call.id, this.#lease, { at, reason });
        return;
      } catch (error) {
        telemetry.log.error("end of a call could not be stored", { call: call.id, ...errorField(error) });
      }
    }
    telemetry.meter.count("journals_lost_total");
    this.#break("journal was given up at the end of the call");
  }

  /** Stores what is left for whoever takes the call next, and then nothing more. */
  async leave(withinMs: number): Promise<void> {
    this.#ended = true;
    await this.stored(withinMs);
    this.close();
  }

  /** Stores nothing more. */
  close(): void {
    this.#broken = true;
    this.#waiting = [];
    this.#cancelFlush?.();
    for (const { settle } of [...this.#waiters]) settle(false);
  }

  #flushBy(dueMs: number): void {
    const { clock } = this.#parts;
    if (this.#busy || this.#broken || dueMs >= this.#flushDueMs) return;
    this.#cancelFlush?.();
    this.#flushDueMs = dueMs;
    this.#cancelFlush = clock.after(Math.max(0, dueMs - clock.monotonicMs()), () => void this.#flush());
  }

  async #flush(): Promise<void> {
    this.#flushDueMs = Number.POSITIVE_INFINITY;
    this.#busy = true;
    const stored = await this.#tryFlush();
    this.#busy = false;
    if (this.#broken) return;
    if (stored) this.#retryMs = FIRST_RETRY_MS;
    if (this.#waiting.length > 0 || this.#waiters.length > 0)
      this.#flushBy(stored ? this.#nextDueMs() : this.#retryDueMs());
  }

  async #tryFlush(): Promise<boolean> {
    const { writer, call, telemetry } = this.#parts;
    try {
      if (this.#lease === null) await this.take();
      if (this.#broken) return false;
      const events = this.#waiting.slice();
      const timelines = this.#turns();
      const from = this.#position;
      const lease = this.#lease as number;
      if (await writer.write({ call: call.id, lease, from, events, timelines }))
        this.#advance(events.length, timelines.length);
      else this.#supersede();
      return true;
    } catch (error) {
      telemetry.meter.count("state_operations_total", { operation: "append", result: "failed" });
      telemetry.log.warn("journal could not be stored, will try again", {
        call: call.id,
        ...errorField(error),
      });
      return false;
    }
  }

  /** Turns to be stored: those that change no more, and in the end all. */
  #turns(): readonly TurnTimeline[] {
    const turns = this.#parts.turns();
    const last = turns.at(-1);
    const unfinished = last !== undefined && last.heardAt === null && !this.#ended;
    return turns.slice(this.#turnsStored, unfinished ? -1 : undefined);
  }

  #advance(events: number, turns: number): void {
    if (this.#broken) return;
    this.#waiting.splice(0, events);
    this.#position += events;
    this.#turnsStored += turns;
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

  #dueMs(urgent: boolean): number {
    const nowMs = this.#parts.clock.monotonicMs();
    if (urgent) return (Math.floor(nowMs / SOON_GRID_MS) + 1) * SOON_GRID_MS;
    return Math.floor((nowMs + LATER_MS) / LATER_GRID_MS) * LATER_GRID_MS;
  }

  /** Somebody waits: at once. Otherwise by what is waiting. */
  #nextDueMs(): number {
    if (this.#waiters.length > 0) return this.#parts.clock.monotonicMs();
    return this.#dueMs(this.#waiting.some(isUrgent));
  }

  #retryDueMs(): number {
    const delayMs = this.#retryMs;
    this.#retryMs = Math.min(this.#retryMs * 2, LONGEST_RETRY_MS);
    return this.#parts.clock.monotonicMs() + delayMs;
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
