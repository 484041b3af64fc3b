import type { CallEvent } from "../core/call/events.ts";
import type { CallId, EpochMs, PracticeId } from "../core/values/ids.ts";
import type { Private } from "../core/values/private.ts";

export interface CallRecord {
  readonly id: CallId;
  readonly practice: PracticeId;
  readonly direction: "inbound" | "outbound";
  readonly startedAt: EpochMs;
  readonly endedAt: EpochMs | null;
  readonly endReason: string | null;
}

/** One turn's stages in milliseconds since the call was answered; null when a stage did not happen. */
export interface TurnTimeline {
  readonly turn: number;
  readonly speechEndedAt: number | null;
  /** The pause was long enough: the recognizer was asked for the final words. */
  readonly wordsAskedAt: number | null;
  readonly transcribedAt: number | null;
  readonly steppedAt: number;
  readonly firstAudioSentAt: number | null;
  readonly heardAt: number | null;
}

/** What is appended to one call. */
export interface JournalBatch {
  readonly call: CallId;
  readonly lease: number;
  readonly events: readonly CallEvent[];
  /** Position of the first event, counted from 0. */
  readonly from: number;
  readonly timelines: readonly TurnTimeline[];
}

/**
 * Journals of calls. Appending is idempotent by position and turn; only the holder of the newest lease may append. All methods
 * throw `WorldError`; a call that is not known has no events and no timelines.
 */
export interface CallStore {
  /**
   * Begins a call, or takes it over: returns a higher lease than any before, and the events so far. A call that had ended
   * goes on.
   */
  take(
    call: Omit<CallRecord, "endedAt" | "endReason">,
  ): Promise<{ lease: number; events: readonly CallEvent[] }>;
  /**
   * Appends to several calls, each at most once, all or none of them. Returns the calls whose lease is the newest; to the
   * others nothing is appended. Of the timelines of a turn the last one stays.
   */
  append(batches: readonly JournalBatch[]): Promise<ReadonlySet<CallId>>;
  /** The call is over, and its holds with it. Does nothing without the newest lease; of several ends the first counts. */
  finish(id: CallId, lease: number, end: { at: EpochMs; reason: string }): Promise<void>;
  /** By turn. */
  timelines(id: CallId): Promise<readonly TurnTimeline[]>;
  /** In the order in which they happened. */
  events(id: CallId): Promise<Private<readonly CallEvent[]>>;
  find(id: CallId): Promise<CallRecord | null>;
  /** The newest first. */
  recent(practice: PracticeId, limit: number): Promise<readonly CallRecord[]>;
}
