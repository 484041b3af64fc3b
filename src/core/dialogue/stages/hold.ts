import { soughtFor } from "../search/sought-for.ts";
import { request, type StageOf } from "./next.ts";

/** A time that was chosen is reserved at once, whatever else is still to be told. */
export const hold: StageOf = (state) => {
  const { chosen, held } = state.negotiation;
  if (chosen === null || held !== null) return null;
  return request({ kind: "hold", opening: chosen, ...soughtFor(state) });
};
