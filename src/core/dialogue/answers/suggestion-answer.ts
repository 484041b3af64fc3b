import type { DialogueContext } from "../dialogue-io.ts";
import { type DialogueState, valueIn } from "../dialogue-state.ts";
import { put } from "../fill.ts";
import type { Hearing } from "../hearing.ts";
import { keepFills } from "../keep-fills.ts";
import { type Move, proceed } from "../move.ts";

/** "Shall I add it?" Whatever is not a yes leaves it, for nobody is pressed. */
export function suggestionAnswer(
  state: DialogueState,
  hearing: Hearing,
  context: DialogueContext,
): Move | null {
  if (state.aim.kind !== "suggest") return null;
  const kept = keepFills({ ...state, suggested: true }, hearing, context);
  if (hearing.said.reply !== "yes") return proceed(kept);
  const value = [...(valueIn(kept, "services") ?? []), state.aim.suggestion.service];
  return proceed(put(kept, { field: "services", value, confidence: 1 }, hearing.by, context));
}
