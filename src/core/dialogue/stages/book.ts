import { hide } from "../../values/private.ts";
import { personDetails } from "../person/person-details.ts";
import { visitDetails } from "../search/visit.ts";
import { request, type StageOf } from "./next.ts";

/** The time that is held becomes a booking. */
export const book: StageOf = (state) => {
  const { held } = state.negotiation;
  if (held === null) return null;
  const person = hide(personDetails(state));
  return request({ kind: "book", hold: held.hold, person, visit: hide(visitDetails(state)) });
};
