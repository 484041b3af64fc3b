import type { PersonDetails, VisitDetails } from "../core/dialogue/requests.ts";

/** A booking as the database has it, without wrappers, as `/api/bookings/<confirmation>` answers. */
export interface BookingSeen {
  readonly confirmation: string;
  readonly practice: string;
  readonly resource: string;
  readonly offering: string;
  /** Milliseconds since 1970. */
  readonly start: number;
  readonly end: number;
  readonly state: "booked" | "confirmed" | "cancelled";
  readonly call: string | null;
  readonly details: PersonDetails;
  readonly visit: VisitDetails;
}

/** One turn of the caller. */
export interface TurnReport {
  /** What the agent had said before it. */
  readonly asked: string;
  readonly purpose: string;
  /** What the caller said; keys in brackets: `[5035550123#]`. */
  readonly said: string;
  /** What the agent understood as the words; null when it took nothing for a turn. */
  readonly heard: string | null;
  /** From the end of the caller's sound to the first sound of the answer, at the wire; null when none came. */
  readonly gapMs: number | null;
  /** The agent spoke before the caller had finished. */
  readonly cutOff: boolean;
  /** The caller stopped speaking because of it. */
  readonly hushed: boolean;
  /** The caller's first and last sound, in milliseconds since the call began. */
  readonly startMs: number;
  readonly endMs: number;
  /** The agent was speaking when the caller began, and had more to say. */
  readonly overAgent: boolean;
  /** How long the agent went on after the caller spoke into its words, up to the order to be silent; null = it was not stopped. */
  readonly stoppedAfterMs: number | null;
}

/** What came of one simulated call. */
export interface CallReport {
  readonly caller: string;
  readonly seed: number;
  readonly voice: string;
  readonly callId: string;
  /** False for a call that has no wish, such as recordings that are played. */
  readonly graded: boolean;
  /** The database is exactly as the caller wanted it. */
  readonly passed: boolean;
  /** Why not, one sentence each. */
  readonly faults: readonly string[];
  readonly booked: boolean;
  readonly confirmation: string | null;
  readonly booking: BookingSeen | null;
  readonly turns: readonly TurnReport[];
  readonly gapMs: Percentiles;
  readonly seconds: number;
  /** Why the call ended, as the agent gives it, or how the line was closed when it did not. */
  readonly ended: string;
}

export interface Percentiles {
  readonly p50: number | null;
  readonly p95: number | null;
  readonly max: number | null;
}

/** Nearest-rank percentiles, in whole milliseconds; null without values. */
export function percentiles(values: readonly number[]): Percentiles {
  const sorted = values.toSorted((one, other) => one - other);
  const at = (share: number): number | null => {
    const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
    return value === undefined ? null : Math.round(value);
  };
  return { p50: at(0.5), p95: at(0.95), max: at(1) };
}
