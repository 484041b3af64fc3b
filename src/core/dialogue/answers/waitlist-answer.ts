import type { DialogueContext } from "../dialogue-io.ts";
import type { DialogueState } from "../dialogue-state.ts";
import { callMeCue } from "../en/staff-cues-table.ts";
import { handOff } from "../hand-off.ts";
import { actIn, type Hearing } from "../hearing.ts";
import { type Move, proceed } from "../move.ts";
import { lookAgain, wishIn } from "../search/negotiation.ts";
import { begunTask } from "../tasks/begin-task.ts";

/** "Shall I put you on our waiting list, or should somebody call you back?" Another wish for a time is as good. */
export function waitlistAnswer(
  state: DialogueState,
  hearing: Hearing,
  context: DialogueContext,
): Move | null {
  if (state.aim.kind !== "waitlist") return null;
  const wish = wishIn(state, hearing, context);
  if (wish !== null) return proceed(lookAgain(state, { ...wish, plainRefusals: 0 }, false));
  if (callMeCue.test(hearing.words)) return handOff(state, context, "noOpenings");
  // What stands stays as it is, for a person on the list has no time yet.
  if (hearing.said.reply === "yes") return wait(state);
  const done = hearing.said.reply === "no" || actIn(hearing, "thank") !== null;
  return done ? proceed({ ...state, done: "nothing" }) : null;
}

/** The list is for what was wished for just now. */
function wait(state: DialogueState): Move {
  const { days, times } = state.negotiation;
  const waits = begunTask(state, "waitlist");
  return proceed({ ...waits, negotiation: { ...waits.negotiation, days, times } });
}
