import { hide } from "../../values/private.ts";
import type { DialogueState } from "../dialogue-state.ts";
import { attendeeOf } from "../person/attendee.ts";
import type { SoughtFor } from "../requests.ts";
import { movedBooking } from "./visit.ts";

/** What the ledger must know of who looks for a time. Who moves a booking has met the rules when it was made. */
export function soughtFor(state: DialogueState): SoughtFor {
  const moved = movedBooking(state);
  return moved === null ? { attendee: hide(attendeeOf(state)) } : { replacing: moved.id };
}
