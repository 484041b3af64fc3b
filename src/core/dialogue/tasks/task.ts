import type { Practice } from "../../practice/practice.ts";
import type { DialogueState } from "../dialogue-state.ts";
import type { FieldId } from "../field-ids.ts";

export type TaskId = "book" | "callBack";

/** The stages that a task goes through; each is skipped once it has what it wants. */
export type Stage = "fields" | "openings" | "readBack" | "book" | "ticket";

/** What the caller wants done, as data. */
export interface Task {
  readonly id: TaskId;
  /** The fields in the order in which they are asked. */
  fields(practice: Practice): readonly FieldId[];
  /** Whether a field is wanted, given what is known; a field that is not listed always is. */
  readonly wanted: { readonly [F in FieldId]?: (state: DialogueState, practice: Practice) => boolean };
  readonly stages: readonly Stage[];
}
