import type { DialogueContext } from "../dialogue-io.ts";
import { type DialogueState, freshNegotiation, valueIn, withoutEntry } from "../dialogue-state.ts";
import type { FieldId } from "../field-ids.ts";
import { end, type Move, proceed, withStatement } from "../move.ts";
import type { Committed, Saying } from "../saying.ts";
import { goOn } from "./go-on.ts";

/** The ledger has done it: told at once, from its own record. */
export function committed(state: DialogueState, outcome: Committed, context: DialogueContext): Move {
  const told: Saying = { kind: "committed", outcome, task: state.task, staff: valueIn(state, "staff") };
  const done = finished(state, outcome);
  // What was asked beside the task is answered in the same breath as the next question.
  if (outcome.kind === "textsAnswered" && state.task !== "stopTexting")
    return goOn(state, { ...state, texts: "settled" }, told);
  // The caller has been told that somebody will take over; there is nothing more that we can do for them.
  if (outcome.kind === "ticketTaken" && state.handOff !== null)
    return end(done, "ticketTaken", "ticketTaken", { kind: "somebodyWillCall", outcome });
  if (outcome.kind === "callingStopped") return end(done, "stopCalling", "callingStopped", told);
  return withStatement(proceed(done), {
    purpose: outcome.kind,
    sayings: [told, ...preparation(outcome, context)],
    bargeIn: true,
  });
}

function finished(state: DialogueState, outcome: Committed): DialogueState {
  const done: DialogueState = {
    ...ownOf(outcome).reduce(withoutEntry, state),
    done: outcome,
    bookings: null,
    negotiation: freshNegotiation,
    misses: 0,
    fresh: [],
    heldBack: [],
  };
  if (outcome.kind === "cancelled" && outcome.booking.id === state.booking?.id)
    return { ...done, booking: null };
  if (outcome.kind === "textsAnswered") return { ...done, texts: "settled" };
  if (outcome.kind !== "booked" && outcome.kind !== "rescheduled") return done;
  const { booking } = outcome;
  // Whoever has booked in this call owns that booking, and may change it again.
  const identity = { ...state.identity, state: "known", person: booking.person } as const;
  return { ...done, booking, identity };
}

/** What was told for this one outcome is no answer to anything asked later in the call. */
function ownOf({ kind }: Committed): readonly FieldId[] {
  if (kind === "ticketTaken") return ["staff", "messageText"];
  return kind === "cancelled" ? ["booking", "reason"] : [];
}

/** What to bring or to do beforehand, when an appointment is new. */
function preparation(outcome: Committed, { practice }: DialogueContext): readonly Saying[] {
  if (outcome.kind !== "booked") return [];
  const { offering } = outcome.booking;
  const text = practice.offerings.find(({ id }) => id === offering)?.preparation ?? null;
  return text === null ? [] : [{ kind: "prepare", offering }];
}
