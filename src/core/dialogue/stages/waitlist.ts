import { hide } from "../../values/private.ts";
import { personDetails } from "../person/person-details.ts";
import { offersWanted } from "../search/negotiation.ts";
import { request, type StageOf } from "./next.ts";

/** The caller waits for what they wished for, not for what was offered in its place. */
export const waitlist: StageOf = (state, { practice }) => {
  const asWished = { ...state, negotiation: { ...state.negotiation, relaxed: "nothing" as const } };
  const wanted = { ...offersWanted(asWished, practice), refused: [] };
  return request({ kind: "joinWaitlist", wanted, person: hide(personDetails(state)) });
};
