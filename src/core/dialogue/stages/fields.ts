import type { DialogueState } from "../dialogue-state.ts";
import type { FieldId } from "../field-ids.ts";
import { isSettled, missingPart, wantsReadBack } from "../settled.ts";
import { wantedFields } from "../wanted-fields.ts";
import { aimAt, type Next, request, type StageOf } from "./next.ts";

/** Everything that the task wants to be told. */
export const fields: StageOf = (state, { practice }) => nextOf(state, wantedFields(state, practice));

/** The first of these fields that is not settled; what is doubtful is read back before anything else is asked. */
export function nextOf(state: DialogueState, wanted: readonly FieldId[]): Next | null {
  const doubtful = wanted.find((field) => {
    const entry = state.entries[field];
    return entry !== undefined && missingPart(state, field) === null && wantsReadBack(field, entry);
  });
  if (doubtful !== undefined) return aimAt({ kind: "confirm", field: doubtful });
  const open = wanted.find((field) => !isSettled(state, field));
  if (open === undefined) return null;
  // A VIN that is being decoded may answer it.
  const decoding = state.requests.find(({ request: { kind } }) => kind === "decodeVin");
  if (open === "vehicle" && decoding !== undefined) return request(decoding.request);
  return aimAt({ kind: "field", field: open, part: missingPart(state, open) });
}
