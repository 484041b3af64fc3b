import type { DialogueContext } from "../dialogue-io.ts";
import type { DialogueState } from "../dialogue-state.ts";
import { actIn, type Hearing } from "../hearing.ts";
import { ask, end, type Move } from "../move.ts";
import { begin } from "../tasks/begin-task.ts";
import { answerTo } from "./questions.ts";

/** The answer to "anything else?", and to "how can I help you?" after somebody said yes to that. */
export function anythingElseAnswer(
  state: DialogueState,
  hearing: Hearing,
  context: DialogueContext,
): Move | null {
  const askedOnceMore = state.aim.kind === "wish" && state.done !== null;
  if (state.aim.kind !== "anythingElse" && !askedOnceMore) return null;
  const answer = answerTo(state, hearing, context);
  if (answer !== null) return ask(state, answer);
  const wants = hearing.said.readings.some(({ kind }) => kind === "complaint" || kind === "service");
  if (actIn(hearing, "book") !== null || (askedOnceMore && wants))
    return begin(state, "book", hearing, context);
  const done = hearing.said.reply === "no" || actIn(hearing, "goodbye", "thank", "stop") !== null;
  if (done) return end(state, "done", "goodbye", { kind: "goodbye" });
  return hearing.said.reply === "yes" ? ask({ ...state, aim: { kind: "wish" }, misses: 0 }) : null;
}

/**
 * The caller says something while we say goodbye: more than a courtesy opens the conversation again. Null when the call
 * ends all the same.
 */
export function reopened(state: DialogueState, hearing: Hearing): DialogueState | null {
  if (hearing.said.redFlag !== null) return state;
  const mayOpen =
    state.aim.kind === "over" &&
    ["done", "callerSilent", "ticketTaken", "stopCalling"].includes(state.aim.why);
  const courtesy = hearing.said.acts.every(({ kind }) =>
    ["goodbye", "thank", "affirm", "greet", "deny"].includes(kind),
  );
  if (!mayOpen || (courtesy && hearing.said.readings.length === 0)) return null;
  const done = state.done !== null;
  return { ...state, misses: 0, aim: { kind: done ? "anythingElse" : "wish" } };
}
