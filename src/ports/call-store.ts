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
  readonly transcribedAt: number | null;
  readonly steppedAt: number;
  readonly firstAudioSentAt: number | null;
  readonly heardAt: number | null;
}

/** Journals of calls. Appending is idempotent by position; only the holder of the newest lease may append. */
export interface CallStore {
  /**
   * Begins a call, or takes it over: returns a higher lease than any before, and the events so far. A call that had ended
   * goes on.
   */
  take(
    call: Omit<CallRecord, "endedAt" | "endReason">,
  ): Promise<{ lease: number; events: readonly CallEvent[] }>;
  /** Appends from position `from` on (0-based). Returns false when the lease is not the newest any more. */
  append(id: CallId, lease: number, from: number, events: readonly CallEvent[]): Promise<boolean>;
  finish(id: CallId, lease: number, end: { at: EpochMs; reason: string }): Promise<void>;
  saveTimelines(id: CallId, timelines: readonly TurnTimeline[]): Promise<void>;
  timelines(id: CallId): Promise<readonly TurnTimeline[]>;
  events(id: CallId): Promise<Private<readonly CallEvent[]>>;
  find(id: CallId): Promise<CallRecord | null>;
  recent(practice: PracticeId, limit: number): Promise<readonly CallRecord[]>;
}
