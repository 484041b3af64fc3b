import { hide } from "../../values/private.ts";
import { proofOf } from "../person/identity.ts";
import { request, type StageOf } from "./next.ts";

/** As soon as a proof is whole and sure, for what is on file makes later questions shorter. */
export const identity: StageOf = (state, { practice }) => {
  if (state.identity.state !== "unknown") return null;
  const proof = proofOf(state, practice);
  return proof === null ? null : request({ kind: "identify", proof: hide(proof) });
};
