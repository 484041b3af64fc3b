import type { Practice } from "../practice/practice.ts";
import type { DialogueState } from "./dialogue-state.ts";
import type { FieldId } from "./field-ids.ts";
import { tasks } from "./tasks/tasks.ts";

/** The fields that the task wants, given what is known, in the order in which they are asked. */
export function wantedFields(state: DialogueState, practice: Practice): readonly FieldId[] {
  const task = tasks[state.task];
  return task.fields(practice, state).filter((field) => task.wanted[field]?.(state, practice) ?? true);
}
