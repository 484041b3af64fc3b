import type { HistoryLine } from "../core/call/call.ts";
import type { Effect } from "../core/call/effects.ts";
import type { CallEvent } from "../core/call/events.ts";
import type { Booking } from "../core/dialogue/requests.ts";
import type { Ms } from "../core/values/ids.ts";
import type { Private } from "../core/values/private.ts";

/**
 * A fold over the events of a call, as `core/call` is one: pure, total, and the only thing that decides what is said. The
 * loop of a call runs any of them, which is how line diagnostics and tests bring their own.
 */
export interface Conversation<S> {
  /** The state of a call before it is answered. */
  readonly initial: S;
  step(state: S, event: CallEvent): { readonly state: S; readonly effects: readonly Effect[] };
  /** When `deadlineReached` is due, in milliseconds since the call was answered; null when nothing is waited for. */
  nextDeadline(state: S): Ms | null;
  /** Field id to its read-back form. */
  collected(state: S): Private<Readonly<Record<string, string>>>;
  /** What was said and heard so far; lines are added at the end. */
  history(state: S): readonly HistoryLine[];
  booked(state: S): { readonly booking: Booking; readonly summary: Private<string> } | null;
}
