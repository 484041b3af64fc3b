import type { DialogueContext } from "../dialogue-io.ts";
import type { DialogueState } from "../dialogue-state.ts";
import { amendCue, fieldCues } from "../en/cues-table.ts";
import type { FieldId } from "../field-ids.ts";
import { type Fill, fillsOf, forget, isAmending, put } from "../fill.ts";
import { actIn, type Hearing, saysNo } from "../hearing.ts";
import { isAcceptable } from "../keep-fills.ts";
import { countDenial, giveUp, isExhausted } from "../ladder.ts";
import { ask, type Move, proceed } from "../move.ts";
import { lookAgain, wishIn } from "../search/negotiation.ts";
import { begunTask } from "../tasks/begin-task.ts";
import { confirmed, deny, refuse } from "./confirmation.ts";

/** "No, it's Main *Street*", "actually my name is spelled …": a new value for something already known. */
export function correctionWithValue(
  state: DialogueState,
  hearing: Hearing,
  context: DialogueContext,
): Move | null {
  const fills = fillsOf(state, hearing, context).filter(isAcceptable);
  const changes = fills.filter(({ changes }) => changes);
  if (changes.length === 0) return null;
  const answers = fills.some(({ asked, changes: other }) => asked && !other);
  if (amends(state, hearing)) return apply(state, fills, hearing, context);
  // A different value out of the blue may be a mishearing: it is read back before it counts.
  const doubtful = changes
    .filter(({ field }) => worthAsking.includes(field))
    .map((fill) => ({ ...fill, confidence: 0.4 }));
  if (answers || doubtful.length === 0) return null;
  return apply(state, [...fills.filter(({ changes: other }) => !other), ...doubtful], hearing, context);
}

const worthAsking: readonly FieldId[] = ["name", "dateOfBirth", "phone", "email", "payer", "address"];

function apply(
  state: DialogueState,
  fills: readonly Fill[],
  hearing: Hearing,
  context: DialogueContext,
): Move {
  const changed = fills.reduce((kept, fill) => {
    const before = fill.changes ? deny(kept, fill.field) : kept;
    return put(before, fill, hearing.by, context);
  }, state);
  return proceed({ ...changed, misses: 0 }, { kind: "changed" });
}

/** "Change my date of birth": names the field but brings no value. */
export function namedCorrection(
  state: DialogueState,
  hearing: Hearing,
  context: DialogueContext,
): Move | null {
  const named = namedField(state, hearing);
  if (named === null) return null;
  if (named === "time") return proceed(lookAgain(state, {}, true), { kind: "changed" });
  // What is to be changed is wrong as it is, also where it was heard once more: it is asked for in another way.
  const wrong = countDenial(deny(state, named), named);
  if (isExhausted(wrong, named)) return giveUp(forget(wrong, named), named, context);
  return proceed({ ...forget(wrong, named), misses: 0 }, { kind: "changed" });
}

/** "No, that's wrong", and nothing else: about what was said back last. */
export function bareRefusal(state: DialogueState, hearing: Hearing, context: DialogueContext): Move | null {
  if (state.aim.kind !== "field" && state.aim.kind !== "offer") return null;
  const corrects = actIn(hearing, "correct") !== null;
  if (!corrects && actIn(hearing, "deny") === null && hearing.said.reply !== "no") return null;
  const [only, ...more] = state.recent;
  if (only !== undefined && more.length === 0) return refuse(state, only, context);
  if (only === undefined && !corrects) return null;
  return ask({ ...state, aim: { kind: "correctWhat" }, misses: 0 });
}

/** "No, please …" to the first question of what was begun: something else was wanted, and is asked for anew. */
export function notThisTask(state: DialogueState, hearing: Hearing): Move | null {
  const { aim, trail, recent, done } = state;
  const first = aim.kind === "field" && trail.length === 1 && trail[0] === aim.field;
  if (!first || done !== null || recent.length > 0 || !saysNo(hearing)) return null;
  return ask(begunTask({ ...state, trail: [] }, "book"), { kind: "wasWrong" });
}

/** The field that the caller names as wrong; in answer to "what is wrong?" naming it is enough. */
function namedField(state: DialogueState, hearing: Hearing): FieldId | "time" | null {
  const words = hearing.words;
  const bare = state.aim.kind === "correctWhat" || state.aim.kind === "readBack";
  const amending = actIn(hearing, "correct", "change") !== null || amendCue.test(words);
  if (!bare && !amending) return null;
  const topic = actIn(hearing, "correct")?.topic ?? null;
  const named =
    fieldCues.find(([, cue, kind]) => cue.test(words) || (topic !== null && kind === topic))?.[0] ?? null;
  return named === "time" || (named !== null && state.entries[named] !== undefined) ? named : null;
}

function amends(state: DialogueState, hearing: Hearing): boolean {
  const { kind } = state.aim;
  return kind === "readBack" || kind === "correctWhat" || isAmending(hearing);
}

/** The answer to the final read-back. */
export function readBackAnswer(
  state: DialogueState,
  hearing: Hearing,
  context: DialogueContext,
): Move | null {
  if (state.aim.kind !== "readBack") return null;
  const otherTime = anotherTime(state, hearing, context);
  if (otherTime !== null) return otherTime;
  const refused = hearing.said.reply === "no" || actIn(hearing, "deny", "correct", "change") !== null;
  if (hearing.said.reply === "yes" && !refused) {
    const sure = confirmed(state, ["name", "dateOfBirth", "phone"]);
    return proceed({ ...sure, negotiation: { ...sure.negotiation, agreed: true } });
  }
  return refused ? ask({ ...state, aim: { kind: "correctWhat" }, misses: 0 }) : null;
}

/** "What should I change?" – another time, or "nothing, it's all right". */
export function correctWhatAnswer(
  state: DialogueState,
  hearing: Hearing,
  context: DialogueContext,
): Move | null {
  if (state.aim.kind !== "correctWhat") return null;
  const otherTime = anotherTime(state, hearing, context);
  if (otherTime !== null) return otherTime;
  return hearing.said.reply === "no" || actIn(hearing, "affirm") !== null ? proceed(state) : null;
}

/** "Make it Wednesday", "none of those": what was chosen is given up for another time. */
function anotherTime(state: DialogueState, hearing: Hearing, context: DialogueContext): Move | null {
  if (state.negotiation.chosen === null) return null;
  const wish = wishIn(state, hearing, context);
  const none = hearing.said.readings.some(({ kind }) => kind === "choiceNone");
  return wish === null && !none ? null : proceed(lookAgain(state, wish ?? {}, true));
}
