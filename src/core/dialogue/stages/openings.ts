import { offersWanted } from "../search/negotiation.ts";
import { soughtFor } from "../search/sought-for.ts";
import { hold } from "./hold.ts";
import { aimAt, request, type StageOf } from "./next.ts";

/** A time that suits: looked for, offered, chosen, and reserved. */
export const openings: StageOf = (state, context) => {
  const { offers, held } = state.negotiation;
  if (held !== null) return null;
  const holding = hold(state, context);
  if (holding !== null) return holding;
  if (offers !== null) return aimAt({ kind: "offer" });
  return request({
    kind: "findOpenings",
    wanted: offersWanted(state, context.practice),
    ...soughtFor(state),
  });
};
