import type { DialogueState } from "../dialogue-state.ts";
import type { Hearing } from "../hearing.ts";
import { askShort, type Move } from "../move.ts";

/** A yes to "are you still there?" agrees to nothing else: the question that was open before is put again. */
export function presenceAnswer(state: DialogueState, hearing: Hearing): Move | null {
  const { reply, readings } = hearing.said;
  const asked = state.lastSaid.at(-1)?.sayings.at(-1)?.kind === "stillThere";
  return asked && reply === "yes" && readings.length === 0 ? askShort(state) : null;
}
