import type { Attendee } from "../../scheduling/eligibility.ts";
import { type DialogueState, valueIn } from "../dialogue-state.ts";

/** Who the visit is for, as far as the caller has told and the ledger has found. */
export function attendeeOf(state: DialogueState): Attendee {
  const { state: identity } = state.identity;
  return {
    dateOfBirth: valueIn(state, "dateOfBirth")?.toString() ?? null,
    payer: valueIn(state, "payer"),
    referral: valueIn(state, "referral"),
    known: identity === "unknown" ? null : identity === "known",
  };
}

/** What the same caller cannot have; something else told of them asks anew. */
export function isNotFor(state: DialogueState, offering: string): boolean {
  const now = JSON.stringify(attendeeOf(state));
  return state.notFor.some(
    (one) => one.offering === offering && JSON.stringify(one.attendee.reveal()) === now,
  );
}
