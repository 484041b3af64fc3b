import { type DialogueState, type Entry, valueIn } from "./dialogue-state.ts";
import type { FieldId } from "./field-ids.ts";
import { fieldOf } from "./fields/fields.ts";

/** Nothing more has to be asked about it. */
export function isSettled(state: DialogueState, field: FieldId): boolean {
  const entry = state.entries[field];
  if (entry === undefined) return false;
  return entry.kind === "left" || (missingPart(state, field) === null && !wantsReadBack(field, entry));
}

/** The part of the value that is still to be asked for; null when it is whole or there is no value. */
export function missingPart(state: DialogueState, field: FieldId): string | null {
  const value = valueIn(state, field);
  return value === null ? null : fieldOf(field).missing(value);
}

/** Whether the caller has to say yes to the value before it counts. */
export function wantsReadBack(field: FieldId, entry: Entry): boolean {
  if (entry.kind !== "value" || entry.confirmed) return false;
  if (entry.how === "file" || entry.how === "keys") return false;
  return entry.confidence <= (entry.how === "typed" ? TYPED_READ_BACK_UP_TO : fieldOf(field).readBackUpTo);
}

/** The parsers' own mark of a value that wants confirming. */
const TYPED_READ_BACK_UP_TO = 0.5;
