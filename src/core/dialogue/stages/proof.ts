import { missingProof } from "../person/identity.ts";
import { nextOf } from "./fields.ts";
import type { StageOf } from "./next.ts";

/** Whoever wants something of theirs proves first who they are. */
export const proof: StageOf = (state, { practice }) =>
  state.identity.state === "known" ? null : nextOf(state, missingProof(state, practice));
