import { type DialogueState, initialDialogue } from "../dialogue-state.ts";
import { ask, type Move, proceed } from "../move.ts";
import { isCommit } from "../requesting.ts";

/**
 * "Let's start over": the task forgets what it was told. What is committed stays: a booking would only be made twice, so
 * the caller hears that it stands and what can still be done about it.
 */
export function startOver(state: DialogueState): Move {
  // It is on its way to the ledger; what came of it is told next.
  if (state.requests.some(({ request }) => isCommit(request))) return ask(state);
  if (state.done === null)
    return state.aim.kind === "wish" ? ask(anew(state)) : proceed(anew(state), { kind: "startingOver" });
  const { booking } = state;
  if (booking === null) return ask(anew(state));
  return ask({ ...state, aim: { kind: "anythingElse" }, misses: 0 }, { kind: "alreadyBooked", booking });
}

/** The state at the beginning of the call, with what belongs to the call as a whole. */
function anew(state: DialogueState): DialogueState {
  const searches = [state.negotiation, ...state.paused.map(({ negotiation }) => negotiation)];
  const holds = searches.flatMap(({ held }) => (held === null ? [] : [held.hold]));
  const initial = initialDialogue(state.callingNumber, state.assisted);
  return {
    ...initial,
    // Whoever was about to be put through, or has had something done, may want anything.
    task: state.handOff === null && state.done === null ? state.task : initial.task,
    requests: state.requests,
    nextRequest: state.nextRequest,
    turn: state.turn,
    urgent: state.urgent,
    booking: state.booking,
    callers: state.callers,
    failedProofs: state.failedProofs,
    consultations: state.consultations,
    suggested: state.suggested,
    toRelease: [...state.toRelease, ...holds],
  };
}
