import { emergencySilence } from "./answers/emergency.ts";
import type { DialogueContext } from "./dialogue-io.ts";
import type { DialogueState } from "./dialogue-state.ts";
import { withEntry } from "./dialogue-state.ts";
import type { FieldId } from "./field-ids.ts";
import { fieldOf } from "./fields/fields.ts";
import { handOff } from "./hand-off.ts";
import type { Hearing } from "./hearing.ts";
import { ask, askShort, end, type Move, proceed, rest } from "./move.ts";
import { topicOf } from "./question.ts";
import type { Saying } from "./saying.ts";
import { tasks } from "./tasks/tasks.ts";

/** So often one question may fail before a person takes over, or the front desk completes the field. */
const MISSES_ALLOWED = 2;

/** Nothing useful was heard: asked again, then differently, then left or handed over. */
export function misunderstood(
  state: DialogueState,
  context: DialogueContext,
  ...reasons: readonly Saying[]
): Move {
  const { aim } = state;
  if (aim.kind === "reply" || aim.kind === "over") return rest(state);
  const sorry: readonly Saying[] = reasons.length > 0 ? reasons : [{ kind: "notUnderstood" }];
  const purpose = `noMatch:${topicOf(aim)}`;
  const misses = state.misses + 1;
  if (aim.kind === "field") {
    const missed = countMiss(state, aim.field);
    if (isExhausted(missed, aim.field)) return giveUp(missed, aim.field, context);
    return { ...askShort({ ...missed, misses }, ...sorry), purpose };
  }
  // What is not needed is asked twice at most.
  if (aim.kind === "texts" && misses > 1) return proceed({ ...state, texts: "settled" });
  if (misses > MISSES_ALLOWED) return handOff(state, context, `notUnderstood:${topicOf(aim)}`);
  return { ...ask({ ...state, misses }, ...sorry), purpose };
}

/**
 * "That's right", "thanks": the tail of the answer before, said while the next question had begun. The question is put again
 * without an excuse, once.
 */
export function courtesyOnly(state: DialogueState, hearing: Hearing): Move | null {
  if (state.aim.kind !== "field" || state.misses > 0) return null;
  const { readings, acts, reply } = hearing.said;
  const courteous = acts.every(({ kind }) => kind === "affirm" || kind === "thank" || kind === "greet");
  const said = reply === "yes" || (reply === null && acts.length > 0);
  return readings.length === 0 && courteous && said ? askShort({ ...state, misses: state.misses + 1 }) : null;
}

function countMiss(state: DialogueState, field: FieldId): DialogueState {
  const before = state.attempts[field] ?? { misses: 0, denials: 0 };
  return { ...state, attempts: { ...state.attempts, [field]: { ...before, misses: before.misses + 1 } } };
}

export function countDenial(state: DialogueState, field: FieldId): DialogueState {
  const before = state.attempts[field] ?? { misses: 0, denials: 0 };
  return { ...state, attempts: { ...state.attempts, [field]: { ...before, denials: before.denials + 1 } } };
}

export function isExhausted(state: DialogueState, field: FieldId): boolean {
  const { misses, denials } = state.attempts[field] ?? { misses: 0, denials: 0 };
  return misses + denials > MISSES_ALLOWED;
}

/** A field that the front desk can complete is left to it, and the caller is told; without the others nothing goes on. */
export function giveUp(state: DialogueState, field: FieldId, context: DialogueContext): Move {
  if (!mayBeLeft(state, field)) return handOff(state, context, `notUnderstood:${field}`);
  const left = withEntry({ ...state, misses: 0 }, field, { kind: "left", why: "notUnderstood" });
  return proceed(left, { kind: "left", field, why: "notUnderstood" });
}

/** Whether the task goes on without it. */
export function mayBeLeft({ task }: DialogueState, field: FieldId): boolean {
  const { whenUnknown } = fieldOf(field);
  if (whenUnknown === "leaveUnlessProof") return !tasks[task].stages.includes("proof");
  return whenUnknown === "leave";
}

/** Silence: the question again in few words, then "are you still there?", then a polite end. */
export function silent(state: DialogueState, times: number): Move {
  if (state.aim.kind === "over") return rest(state);
  if (state.aim.kind === "reply") return rest(state);
  if (state.aim.kind === "emergency") return emergencySilence(state, times);
  if (times <= 1 && state.waiting) return { ...rest({ ...state, waiting: false }), statements: [stillThere] };
  const awake: DialogueState = { ...state, waiting: false };
  if ((state.aim.kind === "anythingElse" || state.aim.kind === "texts") && times >= 2)
    return end(awake, "done", "goodbye", { kind: "goodbye" });
  if (times <= 1) return { ...askShort(awake), purpose: "noInput" };
  if (times === 2) return { ...askShort(awake, { kind: "stillThere" }), purpose: "noInput" };
  return end(awake, "callerSilent", "goodbye", { kind: "silentGoodbye" });
}

const stillThere = { purpose: "noInput", sayings: [{ kind: "stillThere" }], bargeIn: true } as const;
