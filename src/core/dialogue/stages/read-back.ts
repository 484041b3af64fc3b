import { aimAt, type StageOf } from "./next.ts";

/** Everything that matters, once, before it is committed. */
export const readBack: StageOf = ({ negotiation }) =>
  negotiation.agreed ? null : aimAt({ kind: "readBack" });
