import { hide } from "../../values/private.ts";
import type { DialogueContext } from "../dialogue-io.ts";
import type { DialogueState } from "../dialogue-state.ts";
import { handOff } from "../hand-off.ts";
import type { Move } from "../move.ts";
import { attendeeOf } from "../person/attendee.ts";
import type { NotEligible } from "../requests.ts";
import type { Saying } from "../saying.ts";
import { lookAgain } from "../search/negotiation.ts";
import { offeringFor } from "../search/visit.ts";
import { goOn } from "./go-on.ts";

/** A rule stands against what the caller is to have: they hear which, and what is looked for instead, or a person takes over. */
export function notEligible(
  state: DialogueState,
  { offering, reason }: NotEligible,
  context: DialogueContext,
): Move {
  const notFor = [...state.notFor, { offering, attendee: hide(attendeeOf(state)) }];
  // What was to be said of the visit that cannot be had is not said any more.
  const without = lookAgain({ ...state, notFor, heldBack: [] }, {}, false);
  const instead = offeringFor(without, context.practice).id;
  const told: Saying = {
    kind: "notEligible",
    offering,
    reason,
    instead: instead === offering ? null : instead,
  };
  if (told.instead !== null) return goOn(state, without, told);
  const move = handOff(without, context, "notEligible");
  const [first, ...others] = move.statements;
  if (first === undefined) return { ...move, sayings: [told, ...move.sayings] };
  return { ...move, statements: [{ ...first, sayings: [told, ...first.sayings] }, ...others] };
}
