import type { Practice } from "../../practice/practice.ts";
import type { DialogueState } from "../dialogue-state.ts";
import type { FieldId } from "../field-ids.ts";

/** What callers want done, beside having a question answered or being put through, which they may want at any time. */
export const taskIds = [
  "book",
  "reschedule",
  "cancel",
  "confirm",
  "nextAvailable",
  "waitlist",
  "status",
  "message",
  "callBack",
  "stopCalling",
  "stopTexting",
] as const;

export type TaskId = (typeof taskIds)[number];

/** What a task goes through, in its order; each stage is passed over once it has what it wants. */
export type Stage =
  /** Who is it? Asked of the ledger as soon as enough is known, whoever it turns out to be. */
  | "identity"
  /** Nothing goes on before the ledger has verified who it is. */
  | "proof"
  | "bookings"
  | "hold"
  | "fields"
  | "suggestion"
  | "openings"
  | "readBack"
  | "agree"
  | "book"
  | "reschedule"
  | "cancel"
  | "confirm"
  | "waitlist"
  | "ticket"
  | "stopCalling"
  | "stopTexting"
  | "status";

/** What the caller wants done, as data. */
export interface Task {
  readonly id: TaskId;
  /** The fields in the order in which they are asked. */
  fields(practice: Practice, state: DialogueState): readonly FieldId[];
  /** Whether a field is wanted, given what is known; a field that is not listed always is. */
  readonly wanted: { readonly [F in FieldId]?: (state: DialogueState, practice: Practice) => boolean };
  readonly stages: readonly Stage[];
}
