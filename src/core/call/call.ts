import type { Booking } from "../dialogue/requests.ts";
import { nothingExpected } from "../language/expectation.ts";
import type { Practice } from "../practice/practice.ts";
import type { Ms } from "../values/ids.ts";
import { hide, type Private } from "../values/private.ts";
import type { CallEnd, CallState, HistoryLine } from "./call-state.ts";
import type { Effect } from "./effects.ts";
import type { CallEvent } from "./events.ts";

export type { CallEnd, CallState, HistoryLine } from "./call-state.ts";

/** What a step makes: the state that replaces the old one, and what to do about the event, in order. */
export interface Step {
  readonly state: CallState;
  readonly effects: readonly Effect[];
}

/** A call before it is answered. */
export function initialCall(practice: Practice): CallState {
  return { practice, history: [], booking: null, end: null, nextPrompt: 1 };
}

/** The fold of the call. Total and pure: every event of a call may come in every state. */
export function step(state: CallState, event: CallEvent): Step {
  if (state.end !== null) return { state, effects: [] };
  if (event.kind === "hungUp") return { state: { ...state, end: "callerHungUp" }, effects: [] };
  if (event.kind !== "answered") return { state, effects: [] };
  const text = hide(`${state.practice.wording.assistantDisclosure} How can I help you?`);
  return {
    state: {
      ...state,
      nextPrompt: 2,
      history: [
        { by: "agent", at: event.at, prompt: 1, purpose: "greeting", text, heardUpTo: 0, finished: false },
      ],
    },
    effects: [
      {
        kind: "speak",
        prompt: {
          id: 1,
          playback: 0,
          pieces: [{ text, fixed: true }],
          bargeIn: false,
          purpose: "greeting",
        },
      },
      { kind: "listenFor", expectation: nothingExpected },
    ],
  };
}

/** When `deadlineReached` is due, in milliseconds since the call was answered; null when nothing is waited for. */
export function nextDeadline(_state: CallState): Ms | null {
  return null;
}

/** What has been collected: field id to its read-back form, in the order in which it is asked. */
export function collected(_state: CallState): Private<Readonly<Record<string, string>>> {
  return hide({});
}

/** What was said and heard so far. */
export function history(state: CallState): readonly HistoryLine[] {
  return state.history;
}

/** The booking that was committed in this call and its spoken form; null before. */
export function booked(_state: CallState): { booking: Booking; summary: Private<string> } | null {
  return null;
}

/** How the call ended; null while it goes on. After an end `step` changes nothing and asks for nothing. */
export function endedBy(state: CallState): CallEnd | null {
  return state.end;
}

/** The state after a journal. Effects are not repeated: they are of the past. */
export function replay(practice: Practice, events: readonly CallEvent[]): CallState {
  return events.reduce((state, event) => step(state, event).state, initialCall(practice));
}
