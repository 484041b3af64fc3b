import type { FieldId } from "../dialogue/field-ids.ts";
import { fieldIds } from "../dialogue/field-ids.ts";
import { fieldOf } from "../dialogue/fields/fields.ts";
import type { EarlierTurn } from "../dialogue/model/model-question.ts";
import type { HistoryLine } from "./call-state.ts";

/** What was said longer ago than this tells little about the present turn. */
const MOST_LINES = 6;

/**
 * What was said before the caller's present turn, for somebody who is to make sense of it. Words with which the caller has
 * told something personal are left out: nobody needs them again.
 */
export function earlierTurns(history: readonly HistoryLine[]): readonly EarlierTurn[] {
  const present = history.findLastIndex(({ by }) => by === "caller");
  const before = history.slice(0, Math.max(0, present));
  const told = before.map((line, index): EarlierTurn | null => {
    if (line.by === "agent") return { by: "agent", purpose: line.purpose };
    const asked = before.slice(0, index).findLast(({ by }) => by === "agent");
    return asked?.by === "agent" && isPersonal(asked.purpose) ? null : { by: "caller", words: line.text };
  });
  return told.filter((turn) => turn !== null).slice(-MOST_LINES);
}

/** Whether the question was about a field that is nobody else's business. */
function isPersonal(purpose: string): boolean {
  const [, topic] = purpose.split(":");
  const field = fieldIds.find((id): id is FieldId => id === topic);
  return purpose === "readBack" || (field !== undefined && fieldOf(field).privacy !== "public");
}
