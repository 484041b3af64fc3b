import { request, type StageOf } from "./next.ts";

/** A time that was chosen is reserved at once, whatever else is still to be told. */
export const hold: StageOf = ({ negotiation: { chosen, held } }) =>
  chosen === null || held !== null ? null : request({ kind: "hold", opening: chosen });
