import type { DialogueInput } from "../dialogue/dialogue-io.ts";
import { initialDialogue } from "../dialogue/dialogue-state.ts";
import { withoutConsultation } from "../dialogue/model/consultation.ts";
import { withValue } from "../dialogue/question.ts";
import { dialogueDeadline } from "../dialogue/requesting.ts";
import type { Booking, Outcome } from "../dialogue/requests.ts";
import { wantedFields } from "../dialogue/wanted-fields.ts";
import type { Practice } from "../practice/practice.ts";
import { abandonTurn, turnDeadline } from "../turns/turns.ts";
import type { Ms, RequestId } from "../values/ids.ts";
import { hide, type Private } from "../values/private.ts";
import { shownValue } from "../wording/shown-value.ts";
import { spokenOpening } from "../wording/spoken-opening.ts";
import { resourceName } from "../wording/spoken-value.ts";
import { type CallEnd, type CallState, callBeforeAnswer, type HistoryLine } from "./call-state.ts";
import { andThen, converse, listenInTime, type Progress, progress, takeTurn } from "./conversation.ts";
import type { Effect } from "./effects.ts";
import type { CallEvent } from "./events.ts";
import { foresee } from "./foreseen-question.ts";
import { callerSaid, noteHeard } from "./history.ts";
import { wordingContext } from "./prompt-words.ts";
import { heardOutcomes } from "./unheard-outcomes.ts";
import { promptFailed, voiceHeard } from "./voice-failures.ts";

export type { CallEnd, CallState, HistoryLine } from "./call-state.ts";

/** What a step makes: the state that replaces the old one, and what to do about the event, in order. */
export interface Step {
  readonly state: CallState;
  readonly effects: readonly Effect[];
}

/** No call is carried on for longer; the caller is told so. */
const LONGEST_CALL_MS = 30 * 60_000;

/** A call before it is answered. */
export function initialCall(practice: Practice): CallState {
  return callBeforeAnswer(practice, hide(""));
}

/**
 * The fold of the call. Total and pure: every event may come in every state, and equal events give equal states. Effects are
 * in the order in which they are to be carried out. After an end nothing is said any more, but replies that are still on
 * their way are taken in, and a time that was reserved too late is given back.
 */
export function step(state: CallState, event: CallEvent): Step {
  const at = Math.max(state.at, event.at);
  const now: CallState = { ...state, at };
  if (state.end === "transferred" && event.kind === "transferFailed")
    return converse({ ...now, end: null, ending: null }, { kind: "transferFailed" });
  if (state.end !== null) return event.kind === "replied" ? lateReply(now, event) : { state, effects: [] };
  if (!state.answered && event.kind !== "answered" && event.kind !== "hungUp") return { state, effects: [] };
  const { state: after, effects } = [serveDeadlines, listenInTime, finishIfHeard, foresee].reduce(
    andThen,
    heardOut(takeIn(now, event)),
  );
  return { state: after, effects: [...effects, ...notWanted(state, after, event)] };
}

/** Whoever speaks over an answer has heard enough of it. */
function heardOut({ state, effects }: Progress): Progress {
  const { dialogue } = state;
  const answering = (dialogue.consultation?.told.length ?? 0) > 0;
  if (!answering || !effects.some(({ kind }) => kind === "clearAudio")) return { state, effects };
  return { state: { ...state, dialogue: withoutConsultation(dialogue) }, effects };
}

/** Questions to a language model whose answer nobody waits for any more. Other requests are seen through. */
function notWanted(before: CallState, after: CallState, event: CallEvent): readonly Effect[] {
  const open = new Set(after.dialogue.requests.map(({ id }) => id));
  return before.dialogue.requests
    .filter(({ id, request }) => request.kind === "askModel" && !open.has(id))
    .filter(({ id }) => event.kind !== "replied" || event.request !== id)
    .map(({ id }) => ({ kind: "cancel", id }));
}

function takeIn(state: CallState, event: CallEvent): Progress {
  switch (event.kind) {
    case "answered":
      return answered(state, event);
    case "speechStarted":
    case "speechStopped":
    case "transcribed":
    case "typed":
    case "keyPressed":
    case "deadlineReached":
      return takeTurn(state, event);
    case "promptHeard":
      return takeTurn(heardOutcomes(noteHeard(voiceHeard(state, event), event), event), event);
    case "promptFailed":
      return promptFailed(state, event);
    case "replied":
      return converse(state, { kind: "replied", request: event.request, outcome: event.outcome });
    case "modelSaid":
      return converse(state, { kind: "modelSaid", request: event.request, fact: event.fact });
    case "recognizerLost":
      return usesVoice(state) ? instead(state, event.at, { kind: "deaf" }) : progress(state);
    case "transferFailed":
      // Only a transfer that was asked for can fail.
      return progress(state);
    case "resumed":
      return instead(state, event.at, { kind: "resumed" });
    case "hungUp":
      return hungUp(state);
  }
}

function answered(state: CallState, event: Extract<CallEvent, { kind: "answered" }>): Progress {
  if (state.answered) return progress(state);
  const begun = {
    ...state,
    answered: true,
    instant: event.instant,
    dialogue: initialDialogue(event.from, event.assisted),
  };
  return converse(begun, { kind: "opened" });
}

/** Somebody who types needs no recognizer. */
function usesVoice(state: CallState): boolean {
  const last = state.history.findLast((line) => line.by === "caller");
  return last === undefined || last.by !== "caller" || last.how !== "typed";
}

/** What is being said has come to nothing: the line broke under it, or its answer could not be heard. */
function instead(state: CallState, at: Ms, input: DialogueInput): Progress {
  return andThen(takeTurn(state, { kind: "interrupt", at }), (now) => converse(now, input));
}

/**
 * Requests that give back what the call holds still go out; nothing is said any more. What the caller was saying is kept for
 * whoever reads the call, though it is answered no more.
 */
function hungUp(state: CallState): Progress {
  const { state: turns, heard } = abandonTurn(state.turns);
  const abandoned = { ...state, turns };
  const kept = heard === null ? abandoned : callerSaid(abandoned, "speech", heard);
  const { state: after, effects } = converse(kept, { kind: "hungUp" });
  return progress({ ...after, end: "callerHungUp" }, ...effects.filter(({ kind }) => kind === "request"));
}

function lateReply(
  state: CallState,
  event: { readonly request: RequestId; readonly outcome: Outcome },
): Step {
  const { state: after, effects } = converse(state, {
    kind: "replied",
    request: event.request,
    outcome: event.outcome,
  });
  const { dialogue } = after;
  return { state: { ...state, dialogue }, effects: effects.filter(({ kind }) => kind === "request") };
}

function serveDeadlines(state: CallState): Progress {
  if (state.end !== null) return progress(state);
  const late = dialogueDeadline(state.dialogue);
  const served =
    late !== null && late - state.instant <= state.at ? converse(state, { kind: "late" }) : progress(state);
  return andThen(served, (now) =>
    now.at >= LONGEST_CALL_MS && now.ending === null ? converse(now, { kind: "tooLong" }) : progress(now),
  );
}

/** The line is closed or moved only when our last words have been heard, and while the caller says nothing more. */
function finishIfHeard(state: CallState): Progress {
  const { ending, turns } = state;
  if (ending === null || state.end !== null || turns.playing !== null || turns.turn !== null)
    return progress(state);
  return progress({ ...state, end: ending.kind === "transfer" ? "transferred" : ending.reason }, ending);
}

/** When `deadlineReached` is due, in milliseconds since the call was answered; null when nothing is waited for. */
export function nextDeadline(state: CallState): Ms | null {
  if (!state.answered || state.end !== null) return null;
  const late = dialogueDeadline(state.dialogue);
  const due = [
    turnDeadline(state.turns),
    late === null ? null : late - state.instant,
    state.at < LONGEST_CALL_MS ? LONGEST_CALL_MS : null,
  ].filter((one) => one !== null);
  return due.length === 0 ? null : Math.min(...due);
}

/** What has been collected: field id to its read-back form, in the order in which it is asked. */
export function collected(state: CallState): Private<Readonly<Record<string, string>>> {
  const { dialogue, practice } = state;
  const known = wantedFields(dialogue, practice).filter((field) => dialogue.entries[field]?.kind === "value");
  return hide(
    Object.fromEntries(known.map((field) => [field, shownValue(withValue(dialogue, field), practice)])),
  );
}

/** What was said and heard so far; lines are added at the end. */
export function history(state: CallState): readonly HistoryLine[] {
  return state.history;
}

/** The booking that was committed in this call and its spoken form; null before. */
export function booked(state: CallState): { booking: Booking; summary: Private<string> } | null {
  const { booking } = state.dialogue;
  if (booking === null) return null;
  const summary = `${spokenOpening(booking, wordingContext(state))} with ${resourceName(state.practice, booking.resource)}`;
  return { booking, summary: hide(summary) };
}

/** How the call ended; null while it goes on. */
export function endedBy(state: CallState): CallEnd | null {
  return state.end;
}

/** The state after a journal. Effects are not repeated: they are of the past. */
export function replay(practice: Practice, events: readonly CallEvent[]): CallState {
  return events.reduce((state, event) => step(state, event).state, initialCall(practice));
}
