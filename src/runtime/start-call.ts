import type { CallEvent } from "../core/call/events.ts";
import type { CallId, PracticeId } from "../core/values/ids.ts";
import type { CallStore } from "../ports/call-store.ts";
import type { LineHandler } from "../ports/line.ts";
import { errorField } from "../ports/telemetry.ts";
import { CallLoop, type LoopParts } from "./call-loop.ts";
import { Journal } from "./journal.ts";
import type { JournalWriter } from "./journal-writer.ts";

/** A caller hears nothing until the store has answered, or this long. */
const TAKE_WAIT_MS = 500;
/** A call that is picked up again has a past worth waiting for. */
const TAKE_AGAIN_WAIT_MS = 5000;
/** A broken stream may come back for so long; then the caller is taken to have hung up. */
const LOST_LINE_WAIT_MS = 20_000;
/** Requests that are under way when the caller is gone have so long; the vendors' own limits are shorter. */
const LAST_REPLIES_WAIT_MS = 30_000;
const LAST_STORE_WAIT_MS = 120_000;
const GIVE_UP_STORE_WAIT_MS = 2000;

export interface CallParts<S> extends Omit<LoopParts<S>, "journal" | "answeredAt" | "lineGone"> {
  readonly callStore: CallStore;
  readonly writer: JournalWriter;
  /** The former loop of the call in this process is done with the store. */
  readonly formerDone: Promise<void>;
}

/** A call that this process looks after. */
export interface CallHandle {
  readonly id: CallId;
  readonly practice: PracticeId;
  /** What the line tells the call. */
  readonly handler: LineHandler;
  /** `lost`: its stream broke off and may come back; `over`: the last of it is being stored. */
  readonly phase: "live" | "lost" | "over";
  /** Says that the call must end, and ends it. */
  endPolitely(): void;
  /** The telephone company says that the call is over. */
  endedElsewhere(): void;
  /** The line is believed dead, and another one is coming. */
  lineLost(): void;
  /** Stores the journal and leaves a lost call to the loop that goes on with it. */
  giveUp(): Promise<void>;
  /** Resolves with the reason when the line is gone and everything is stored or given up. Never rejects. */
  readonly ended: Promise<string>;
}

/**
 * Starts the loop of one call and sees it through: lease and journal, the conversation, a broken line, the end.
 *
 * The store is asked first whether the call has a past; when it does not answer in time the call starts anew, and goes
 * on without a journal if a past shows up later.
 */
export function startCall<S>(parts: CallParts<S>): CallHandle {
  return new Call(parts);
}

class Call<S> implements CallHandle {
  readonly id: CallId;
  readonly practice: PracticeId;
  readonly ended: Promise<string>;
  readonly handler: CallLoop<S>;
  readonly #parts: CallParts<S>;
  readonly #journal: Journal;
  readonly #startedMs: number;
  #phase: "live" | "lost" | "over" = "live";
  #cancelWait: (() => void) | null = null;
  #resolveEnded: (reason: string) => void = () => {};

  constructor(parts: CallParts<S>) {
    const { line, practice, clock, direction, callStore: store, telemetry } = parts;
    this.id = line.callId;
    this.practice = practice.id;
    this.#parts = parts;
    this.#startedMs = clock.monotonicMs();
    this.ended = new Promise((resolve) => {
      this.#resolveEnded = resolve;
    });
    const answeredAt = clock.now();
    const call = { id: this.id, practice: practice.id, direction, startedAt: answeredAt };
    const superseded = () => this.#superseded();
    const turns = () => this.handler.timelines;
    this.#journal = new Journal({ store, writer: parts.writer, call, clock, telemetry, turns, superseded });
    const lineGone = (reason: string, why: "ended" | "lost") => this.#lineGone(reason, why);
    this.handler = new CallLoop({ ...parts, answeredAt, journal: this.#journal, lineGone });
    void this.#begin();
  }

  get phase(): "live" | "lost" | "over" {
    return this.#phase;
  }

  endPolitely(): void {
    this.handler.takeOver("closingDown", [{ kind: "hangUp", reason: "closingDown" }]);
  }

  endedElsewhere(): void {
    if (this.#phase === "lost") void this.#finish("callerHungUp");
    else this.handler.closed("ended");
  }

  lineLost(): void {
    this.handler.closed("lost");
    this.#parts.line.abandon();
  }

  async giveUp(): Promise<void> {
    if (this.#phase !== "lost") return;
    this.#phase = "over";
    this.#cancelWait?.();
    await this.#journal.leave(GIVE_UP_STORE_WAIT_MS);
    this.#resolveEnded("resumed");
  }

  async #begin(): Promise<void> {
    const past = await this.#past();
    const { telemetry, direction } = this.#parts;
    const resumed = past.length > 0;
    telemetry.log.info("a call is answered", { call: this.id, practice: this.practice, direction, resumed });
    this.handler.begin(past);
  }

  /** The events so far; none for a new call, and none when the store does not answer in time. */
  async #past(): Promise<readonly CallEvent[]> {
    const { clock, telemetry, resumed } = this.#parts;
    let cancel = () => {};
    const tooLong = new Promise<null>((resolve) => {
      cancel = clock.after(resumed !== null ? TAKE_AGAIN_WAIT_MS : TAKE_WAIT_MS, () => resolve(null));
    });
    try {
      await this.#parts.formerDone;
      const events = await Promise.race([this.#journal.take(), tooLong]);
      if (events !== null) return events;
    } catch (error) {
      telemetry.log.warn("a call could not be taken", { call: this.id, ...errorField(error) });
    } finally {
      cancel();
    }
    telemetry.meter.count("state_operations_total", { operation: "take", result: "failed" });
    return [];
  }

  #lineGone(reason: string, why: "ended" | "lost"): void {
    if (this.#phase === "over") return;
    if (why === "ended") return void this.#finish(reason);
    this.#phase = "lost";
    this.#parts.telemetry.meter.count("lines_lost_total");
    void this.#journal.stored(0);
    this.#cancelWait = this.#parts.clock.after(LOST_LINE_WAIT_MS, () => void this.#finish(reason));
  }

  #superseded(): void {
    if (this.#phase === "over") return;
    this.#phase = "over";
    this.#cancelWait?.();
    this.#parts.telemetry.log.warn("a call is taken over elsewhere", { call: this.id });
    this.handler.closed("lost");
    this.#parts.line.abandon();
    this.#resolveEnded("superseded");
  }

  async #finish(reason: string): Promise<void> {
    if (this.#phase === "over") return;
    this.#phase = "over";
    this.#cancelWait?.();
    // Somebody who was put through is still on the telephone, and comes back here when nobody takes the call.
    if (reason !== "transferred") this.handler.hungUp();
    this.handler.ended(reason);
    await this.handler.requests.settled(LAST_REPLIES_WAIT_MS);
    await this.#journal.finish(reason, LAST_STORE_WAIT_MS);
    this.#count(reason);
    this.#resolveEnded(reason);
  }

  #count(reason: string): void {
    const { log, meter } = this.#parts.telemetry;
    const seconds = Math.round(this.#parts.clock.monotonicMs() - this.#startedMs) / 1000;
    const turns = this.handler.timelines.length;
    log.info("a call is over", {
      call: this.id,
      practice: this.practice,
      reason,
      seconds,
      turns,
      ...this.handler.requests.models.totals,
    });
    meter.count("calls_total", { status: reason });
    meter.observeSeconds("call_duration_seconds", seconds);
    meter.count("frames_processed_total", { direction: "in" }, this.handler.framesHeard);
    meter.count("frames_processed_total", { direction: "out" }, this.handler.player.framesSent);
  }
}
