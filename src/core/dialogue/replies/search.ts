import type { Opening } from "../../scheduling/opening.ts";
import { hide } from "../../values/private.ts";
import { nothingFound } from "../answers/offers.ts";
import type { DialogueContext } from "../dialogue-io.ts";
import { type DialogueState, type HeldTime, negotiate, withEntry, withoutEntry } from "../dialogue-state.ts";
import { heldTime } from "../holding.ts";
import { type Move, proceed, rest } from "../move.ts";
import type { Booking, Outcome } from "../requests.ts";
import { lookAgain, nextRelaxation } from "../search/negotiation.ts";
import { meantBooking } from "../search/which-booking.ts";
import { isSettled } from "../settled.ts";
import { wantedFields } from "../wanted-fields.ts";
import { goOn } from "./go-on.ts";

export function openingsFound(state: DialogueState, openings: readonly Opening[]): Move {
  if (openings.length > 0) return goOn(state, negotiate(state, { offers: openings }));
  const relaxed = nextRelaxation(state);
  if (relaxed !== null) return goOn(state, negotiate(state, { relaxed, offers: null }));
  return nothingFound(state);
}

/** The time is the caller's for a while; who has more to tell before it is booked hears so. */
export function held(
  state: DialogueState,
  outcome: Extract<Outcome, { kind: "held" }>,
  asked: HeldTime["asked"],
  { practice }: DialogueContext,
): Move {
  const { hold, opening } = outcome;
  if (state.negotiation.chosen?.id !== opening.id)
    return rest({ ...state, toRelease: [...state.toRelease, hold] });
  const { id, request } = asked;
  const kept = negotiate(state, { held: heldTime(outcome, { id, request }) });
  const more = wantedFields(kept, practice).some((field) => !isSettled(kept, field));
  return more ? goOn(state, kept, { kind: "keepsTime" }) : goOn(state, kept);
}

/** Somebody was faster, or staff have changed the calendar while the caller was thinking. */
export function taken(state: DialogueState): Move {
  return goOn(state, lookAgain(state, {}, true), { kind: "taken" });
}

/**
 * The hold ran out while the caller was thinking: the same time is taken anew once, without asking again. It is given back all
 * the same: whoever reads another clock may hold it still.
 */
export function expired(state: DialogueState): Move {
  const { held: lost, renewed } = state.negotiation;
  if (lost === null || renewed) return goOn(state, lookAgain(state, {}, true), { kind: "expired" });
  const freed: DialogueState = { ...state, toRelease: [...state.toRelease, lost.hold] };
  return goOn(state, negotiate(freed, { held: null, chosen: lost.opening, renewed: true }));
}

/** What the verified person has ahead: nothing, the one that is meant, or a question which. */
export function bookingsTold(
  state: DialogueState,
  bookings: readonly Booking[],
  context: DialogueContext,
): Move {
  // Whoever asks again is looked up again, for there is nothing that could be changed.
  if (bookings.length === 0)
    return proceed({ ...state, bookings: null, done: "nothing" }, { kind: "noBookings" });
  const told: DialogueState = { ...state, bookings };
  const meant = meantBooking(told, context);
  if (meant === null) return goOn(state, told);
  const value = hide<unknown>(meant.booking.id);
  const entry = { kind: "value", value, confidence: 1, how: "file", confirmed: true } as const;
  return goOn(state, negotiate(withEntry(told, "booking", entry), meant.wish));
}

/** The booking has been changed or cancelled by somebody else since it was told: what there is now is looked up again. */
export function gone(state: DialogueState): Move {
  const free = lookAgain(withoutEntry(state, "booking"), {}, false);
  return goOn(state, { ...free, bookings: null, agreed: false }, { kind: "bookingGone" });
}
