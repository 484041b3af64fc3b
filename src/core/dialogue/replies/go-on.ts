import type { DialogueState } from "../dialogue-state.ts";
import { type Move, proceed, rest } from "../move.ts";
import type { Saying } from "../saying.ts";

/** Speaks on only when the caller is waiting for it; else the open question stands. */
export function goOn(before: DialogueState, state: DialogueState, ...sayings: readonly Saying[]): Move {
  return before.aim.kind === "reply" ? proceed(state, ...sayings) : rest(state);
}
