import { hide } from "../../values/private.ts";
import type { DialogueContext } from "../dialogue-io.ts";
import { type DialogueState, valueIn, withEntry } from "../dialogue-state.ts";
import type { FieldId } from "../field-ids.ts";
import { fieldOf } from "../fields/fields.ts";
import { type Fill, fillsOf, forget, put } from "../fill.ts";
import { actIn, type Hearing } from "../hearing.ts";
import { isAcceptable, keepFills } from "../keep-fills.ts";
import { countDenial, giveUp, isExhausted, mayBeLeft, misunderstood } from "../ladder.ts";
import { type Move, proceed } from "../move.ts";

/** The answer to a read-back of one value. */
export function confirmAnswer(state: DialogueState, hearing: Hearing, context: DialogueContext): Move | null {
  if (state.aim.kind !== "confirm") return null;
  const { field } = state.aim;
  const { reply } = hearing.said;
  const fill = fillsOf(state, hearing, context).find((one) => one.field === field) ?? null;
  const refused = reply === "no" || actIn(hearing, "deny", "correct") !== null;
  const other = fill !== null && !sameAsCurrent(state, fill) ? fill : null;
  if (other !== null && (reply !== "yes" || refused)) return replace(state, other, hearing, context);
  if (refused) return refuse(keepFills(state, hearing, context), field, context);
  const kept = keepFills(state, hearing, context);
  // Whoever goes on to the next answer lets stand what they have heard, where it may be put right later.
  const goesOn = kept.fresh.some((one) => one !== field && !state.fresh.includes(one));
  if (goesOn && mayBeLeft(state, field)) return proceed(confirmed(kept, [field]));
  if (reply === "yes" || fill !== null) return proceed(confirmed(kept, [field]));
  return null;
}

/** Marks values that the caller has said yes to. */
export function confirmed(state: DialogueState, fields: readonly FieldId[]): DialogueState {
  let kept: DialogueState = { ...state, fresh: state.fresh.filter((field) => !fields.includes(field)) };
  for (const field of fields) {
    const entry = kept.entries[field];
    if (entry?.kind === "value") kept = withEntry(kept, field, { ...entry, confirmed: true });
  }
  return kept;
}

/** "No, it's 503 …": the new value in the same breath; the old one is never accepted again. */
function replace(state: DialogueState, fill: Fill, hearing: Hearing, context: DialogueContext): Move {
  const denied = countDenial(deny(state, fill.field), fill.field);
  if (isExhausted(denied, fill.field)) return giveUp(forget(denied, fill.field), fill.field, context);
  if (!isAcceptable(fill)) return refuse(state, fill.field, context);
  return proceed(put(denied, fill, hearing.by, context));
}

/** "No": the question is put in another way. */
export function refuse(state: DialogueState, field: FieldId, context: DialogueContext): Move {
  const bare = forget(countDenial(deny(state, field), field), field);
  if (isExhausted(bare, field)) return giveUp(bare, field, context);
  return proceed({ ...bare, misses: 0 }, { kind: "wasWrong" });
}

/** Remembers a value as wrong. */
export function deny(state: DialogueState, field: FieldId): DialogueState {
  const value = valueIn(state, field);
  if (value === null) return state;
  const denied = [...(state.denied[field] ?? []), hide(value as unknown)];
  return { ...state, denied: { ...state.denied, [field]: denied } };
}

function sameAsCurrent(state: DialogueState, fill: Fill): boolean {
  const current: unknown = valueIn(state, fill.field);
  return current !== null && fieldOf(fill.field).same(current, fill.value);
}

/** A value that cannot be, or was denied before: the caller hears why, and is asked again. */
export function unacceptable(state: DialogueState, fill: Fill, context: DialogueContext): Move {
  const { field, problem } = fill;
  return misunderstood(
    state,
    context,
    problem === null ? { kind: "sameAsDenied" } : { kind: "problem", field, problem },
  );
}
