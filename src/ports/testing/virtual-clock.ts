import type { EpochMs } from "../../core/values/ids.ts";
import type { Clock } from "../clock.ts";

interface Alarm {
  readonly dueMs: number;
  readonly order: number;
  readonly callBack: () => void;
}

/** A clock that stands still until it is moved. Alarms ring in the order of their times, then of their setting. */
export class VirtualClock implements Clock {
  #monotonicMs = 0;
  #epochMs: number;
  #order = 0;
  readonly #alarms = new Set<Alarm>();

  /** 2026-03-02T17:00:00Z, a Monday morning in the zone of the test practices, unless told otherwise. */
  constructor(startMs: EpochMs = 1_772_470_800_000) {
    this.#epochMs = startMs;
  }

  now(): EpochMs {
    return this.#epochMs;
  }

  monotonicMs(): number {
    return this.#monotonicMs;
  }

  after(delayMs: number, callBack: () => void): () => void {
    const alarm = { dueMs: this.#monotonicMs + Math.max(0, delayMs), order: this.#order++, callBack };
    this.#alarms.add(alarm);
    return () => this.#alarms.delete(alarm);
  }

  /** How many alarms are set; a test of leaks asks this. */
  get pending(): number {
    return this.#alarms.size;
  }

  /** Moves time on and rings everything that is due, at its own time. Promises are not waited for. */
  advance(ms: number): void {
    const endMs = this.#monotonicMs + ms;
    for (let next = this.#nextDue(endMs); next !== null; next = this.#nextDue(endMs)) {
      this.#moveTo(next.dueMs);
      this.#alarms.delete(next);
      next.callBack();
    }
    this.#moveTo(endMs);
  }

  /** Moves time on as for a process that was busy meanwhile: everything that became due rings late, at the end. */
  stall(ms: number): void {
    this.#moveTo(this.#monotonicMs + ms);
    this.advance(0);
  }

  /** Moves time on in steps and lets every promise that has become ready run after each of them. */
  async run(ms: number, stepMs = 10): Promise<void> {
    for (let left = ms; left > 0; left -= stepMs) {
      this.advance(Math.min(stepMs, left));
      await settled();
    }
  }

  #nextDue(endMs: number): Alarm | null {
    let first: Alarm | null = null;
    for (const alarm of this.#alarms) {
      if (alarm.dueMs > endMs) continue;
      if (
        first === null ||
        alarm.dueMs < first.dueMs ||
        (alarm.dueMs === first.dueMs && alarm.order < first.order)
      )
        first = alarm;
    }
    return first;
  }

  #moveTo(ms: number): void {
    if (ms <= this.#monotonicMs) return;
    this.#epochMs += ms - this.#monotonicMs;
    this.#monotonicMs = ms;
  }
}

/** Resolves when the promises that are ready now, and those that they make ready, have run. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
