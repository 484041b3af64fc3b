import type { DialogueContext } from "./dialogue-io.ts";
import type { DialogueState } from "./dialogue-state.ts";
import { type Fill, fillsOf, put } from "./fill.ts";
import { actIn, type Hearing } from "./hearing.ts";
import { lookAgain, wishIn } from "./search/negotiation.ts";

/** Takes everything new and plausible that a turn holds, whatever the turn was about. */
export function keepFills(state: DialogueState, hearing: Hearing, context: DialogueContext): DialogueState {
  const good = fillsOf(state, hearing, context).filter((fill) => !fill.changes && isAcceptable(fill));
  const filled = good.reduce((kept, fill) => put(kept, fill, hearing.by, context), state);
  return keepWish(filled, hearing, context, good);
}

export function isAcceptable(fill: Fill): boolean {
  return fill.problem === null && !fill.denied;
}

/**
 * "I need an appointment next Tuesday": wishes for a time that come before times are discussed. Where a date may be a
 * birthday or the beginning of an illness, it is no wish.
 */
export function keepWish(
  state: DialogueState,
  hearing: Hearing,
  context: DialogueContext,
  fills: readonly Fill[],
): DialogueState {
  // "Are you open Saturday?" asks, and wishes for nothing yet.
  if (actIn(hearing, "question")?.topic === "hours") return state;
  const { aim } = state;
  const open =
    aim.kind === "wish" ||
    (aim.kind === "field" && ["complaint", "seenBefore", "doctor", "payer"].includes(aim.field));
  if (!open || fills.some(({ field }) => field === "duration" || field === "dateOfBirth")) return state;
  const wish = wishIn(state, hearing, context);
  return wish === null ? state : lookAgain(state, wish, false);
}
