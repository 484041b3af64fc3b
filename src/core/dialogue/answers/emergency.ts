import type { DialogueContext } from "../dialogue-io.ts";
import type { DialogueState } from "../dialogue-state.ts";
import { noEmergencyCue, plainNoCue } from "../en/cues-table.ts";
import { handOff } from "../hand-off.ts";
import { actIn, type Hearing } from "../hearing.ts";
import { keepFills } from "../keep-fills.ts";
import { ask, end, type Move, proceed, withStatement } from "../move.ts";
import type { Statement } from "../saying.ts";

/**
 * Emergency words in any state: the instruction is said before anything else and cannot be interrupted. Then one question,
 * and the call goes on only when the caller says clearly that there is no emergency.
 */
export function redFlagRaised(state: DialogueState, hearing: Hearing, context: DialogueContext): Move | null {
  const flag = hearing.said.redFlag;
  if (flag === null) return null;
  if (state.aim.kind === "emergency") {
    // "No, it is not an emergency, the chest pain was last week."
    if (saysNoEmergency(hearing)) return null;
    const move = end(state, "emergency", "goodbye", { kind: "emergencyGoodbye" });
    return { ...move, statements: [instruction(flag.kind), ...move.statements] };
  }
  const kept = keepFills({ ...state, urgent: true }, hearing, context);
  const aimed: DialogueState = {
    ...kept,
    aim: { kind: "emergency", flag: flag.kind },
    misses: 0,
    fresh: [],
    heldBack: [],
  };
  return withStatement(ask(aimed), instruction(flag.kind));
}

/** The answer to "is this an emergency right now?" */
export function emergencyAnswer(
  state: DialogueState,
  hearing: Hearing,
  context: DialogueContext,
): Move | null {
  const { aim } = state;
  if (aim.kind !== "emergency") return null;
  if (actIn(hearing, "person") !== null) return handOff(state, context, "emergency");
  if (saysNoEmergency(hearing)) return proceed(keepFills(state, hearing, context), { kind: "emergencyOver" });
  if (aim.flag === "crisis" && hearing.said.reply === "yes") return handOff(state, context, "crisis");
  const unclear = hearing.said.reply === null && actIn(hearing, "goodbye", "thank") === null;
  if (unclear && state.misses < 1) return ask({ ...state, misses: state.misses + 1 });
  const move = end(state, "emergency", "goodbye", { kind: "emergencyGoodbye" });
  return { ...move, statements: [instruction(aim.flag), ...move.statements] };
}

/** Silence after the instruction: the caller may be dialling already. */
export function emergencySilence(state: DialogueState, times: number): Move {
  if (times < 2) return ask({ ...state, misses: state.misses + 1 });
  return end(state, "emergency", "goodbye", { kind: "emergencyGoodbye" });
}

function saysNoEmergency(hearing: Hearing): boolean {
  const words = hearing.words;
  // "I can't say" sounds like a no and is none; keys have no words.
  const outright = hearing.keys !== null || plainNoCue.test(words);
  return (hearing.said.reply === "no" && outright) || noEmergencyCue.test(words);
}

function instruction(flag: "emergency" | "crisis"): Statement {
  return { purpose: "emergency", sayings: [{ kind: "emergency", flag }], bargeIn: false };
}
