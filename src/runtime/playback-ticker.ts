import type { Clock } from "../ports/clock.ts";
import type { Meter } from "../ports/telemetry.ts";

/** How often audio is handed to the lines: five frames in one write cost little more than one. */
const TICK_MS = 100;

/** Does what is due at `nowMs` of the monotonic clock. Must not throw. */
export interface Ticked {
  tick(nowMs: number): void;
}

/**
 * The one pulse that all calls of a process play their audio by. It runs only while somebody plays, keeps to a grid that
 * does not drift, and does not make up for beats that a busy process missed: who plays looks at the clock instead.
 */
export class PlaybackTicker {
  readonly #clock: Clock;
  readonly #meter: Meter;
  readonly #ticked = new Set<Ticked>();
  #nextMs = 0;
  #cancel: (() => void) | null = null;

  constructor(clock: Clock, meter: Meter) {
    this.#clock = clock;
    this.#meter = meter;
  }

  add(ticked: Ticked): void {
    this.#ticked.add(ticked);
    if (this.#cancel !== null) return;
    this.#nextMs = this.#clock.monotonicMs() + TICK_MS;
    this.#arm();
  }

  remove(ticked: Ticked): void {
    this.#ticked.delete(ticked);
    if (this.#ticked.size > 0 || this.#cancel === null) return;
    this.#cancel();
    this.#cancel = null;
  }

  #arm(): void {
    this.#cancel = this.#clock.after(Math.max(0, this.#nextMs - this.#clock.monotonicMs()), this.#beat);
  }

  readonly #beat = (): void => {
    const nowMs = this.#clock.monotonicMs();
    const lateMs = nowMs - this.#nextMs;
    this.#meter.observeSeconds("audio_tick_lateness_seconds", Math.max(0, lateMs) / 1000);
    this.#nextMs += TICK_MS * (1 + Math.floor(Math.max(0, lateMs) / TICK_MS));
    this.#arm();
    for (const ticked of this.#ticked) ticked.tick(nowMs);
  };
}
