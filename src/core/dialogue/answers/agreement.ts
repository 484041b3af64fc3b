import type { DialogueContext } from "../dialogue-io.ts";
import type { DialogueState } from "../dialogue-state.ts";
import { anotherTimeCue, keepItCue } from "../en/visit-cues-table.ts";
import { actIn, cancels, type Hearing } from "../hearing.ts";
import { ask, type Move, proceed } from "../move.ts";
import { lookAgain } from "../search/negotiation.ts";
import { begin, resumed } from "../tasks/begin-task.ts";

/** "Shall I cancel it?", "Will you be there?" */
export function agreeAnswer(state: DialogueState, hearing: Hearing, context: DialogueContext): Move | null {
  if (state.aim.kind !== "agree") return null;
  if (anotherTimeCue.test(hearing.words)) return begin(state, "reschedule", hearing, context);
  const { reply } = hearing.said;
  const gives = cancels(hearing);
  if (state.task === "confirm") {
    if (gives) return begin(state, "cancel", hearing, context);
    if (reply === "no") return ask({ ...state, aim: { kind: "instead" }, misses: 0 });
    return reply === "yes" || actIn(hearing, "confirm") !== null ? proceed({ ...state, agreed: true }) : null;
  }
  if (reply === "no" || keepItCue.test(hearing.words)) return letBe(state);
  return reply === "yes" || gives ? proceed({ ...state, agreed: true }) : null;
}

/** "Would you like another time, or shall I cancel it?" */
export function insteadAnswer(state: DialogueState, hearing: Hearing, context: DialogueContext): Move | null {
  if (state.aim.kind !== "instead") return null;
  const words = hearing.words;
  if (cancels(hearing)) return begin(state, "cancel", hearing, context);
  if (anotherTimeCue.test(words)) return begin(state, "reschedule", hearing, context);
  return hearing.said.reply === "no" || keepItCue.test(words) ? letBe(state) : null;
}

/** "Never mind, I'll keep it": what was to be moved stays, whatever times are on the table. */
export function keptAnswer(state: DialogueState, hearing: Hearing): Move | null {
  const aboutTimes = ["offer", "when", "readBack", "waitlist"].includes(state.aim.kind);
  if (!aboutTimes || state.task !== "reschedule") return null;
  return keepItCue.test(hearing.words) ? letBe(lookAgain(state, {}, false)) : null;
}

/** The booking stays as it is, and the caller hears so. */
function letBe(state: DialogueState): Move {
  return proceed({ ...state, done: "nothing" }, { kind: "staysAsItIs" });
}

/** "Shall we go on with your booking?" */
export function resumeAnswer(state: DialogueState, hearing: Hearing): Move | null {
  if (state.aim.kind !== "resume") return null;
  if (hearing.said.reply === "yes") return proceed(resumed(state));
  const holds = state.paused.flatMap(({ negotiation: { held } }) => (held === null ? [] : [held.hold]));
  return hearing.said.reply === "no" || actIn(hearing, "thank", "goodbye") !== null
    ? proceed({ ...state, paused: [], toRelease: [...state.toRelease, ...holds] })
    : null;
}
