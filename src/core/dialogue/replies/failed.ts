import type { DialogueContext } from "../dialogue-io.ts";
import { type DialogueState, type PendingRequest, unknownIdentity } from "../dialogue-state.ts";
import { handOff } from "../hand-off.ts";
import { end, firstQuestion, type Move, rest } from "../move.ts";
import { retried } from "../requesting.ts";
import { goOn } from "./go-on.ts";
import { needsProof } from "./identified.ts";

type Trouble = "troubleBooking" | "troubleChanging" | "troubleLooking";

/** A fault of the world: tried again where that can help and somebody is left to do it, else spoken about honestly. */
export function failed(
  state: DialogueState,
  pending: PendingRequest,
  retryable: boolean,
  context: DialogueContext,
): Move {
  const over = state.aim.kind === "over";
  const again = retryable && !over ? retried(state, pending, context.now) : null;
  if (again !== null) return rest(again);
  const settled: DialogueState = { ...state, requests: state.requests.filter(({ id }) => id !== pending.id) };
  switch (pending.request.kind) {
    case "identify":
      if (needsProof(settled)) return inTrouble(settled, context, "troubleLooking");
      return goOn(settled, { ...settled, identity: { ...unknownIdentity, state: "new" } });
    case "checkAddress":
      return rest({ ...settled, addressState: "unverified" });
    case "release":
    case "whoCalls":
      return settled.firstQuestionBy === null ? rest(settled) : firstQuestion(settled);
    case "askModel":
      return rest(settled);
    case "decodeVin":
      return goOn(settled, settled);
    case "takeTicket":
      return end(settled, "fault", "goodbye", { kind: "ticketFailed" });
    case "book":
    case "joinWaitlist":
      return inTrouble(settled, context, "troubleBooking");
    case "reschedule":
    case "cancelBooking":
    case "confirmBooking":
    case "stopCalling":
      return inTrouble(settled, context, "troubleChanging");
    case "answerTexts":
      // What was booked is booked, and nobody is needed for the rest.
      if (settled.task !== "stopTexting")
        return goOn(settled, { ...settled, texts: "settled" }, { kind: "troubleChanging" });
      return inTrouble(settled, context, "troubleChanging");
    case "findOpenings":
    case "hold":
    case "listBookings":
    case "askStatus":
      return inTrouble(settled, context, "troubleLooking");
  }
}

function inTrouble(state: DialogueState, context: DialogueContext, kind: Trouble): Move {
  const move = handOff(state, context, kind);
  if (move.statements.length === 0) return { ...move, sayings: [{ kind }, ...move.sayings] };
  return {
    ...move,
    statements: move.statements.map((one) => ({ ...one, sayings: [{ kind }, ...one.sayings] })),
  };
}
