import type { FieldId } from "../dialogue/field-ids.ts";
import type { Practice } from "../practice/practice.ts";
import { autoQuestionTable } from "./en/auto-question-table.ts";
import { type FieldWording, questionTable } from "./en/question-table.ts";

/** How a field is asked for: some questions of a service department are put in other words than a clinic's. */
export function wordingOf(field: FieldId, { kind }: Practice): FieldWording {
  const own = kind === "autoService" ? autoQuestionTable[field] : undefined;
  return { ...questionTable[field], ...own };
}
