import { hide } from "../../values/private.ts";
import type { DialogueContext } from "../dialogue-io.ts";
import type { DialogueState } from "../dialogue-state.ts";
import { byeCue } from "../en/cues-table.ts";
import type { Hearing } from "../hearing.ts";
import { end, type Move, proceed } from "../move.ts";
import { send } from "../requesting.ts";
import { texts } from "../stages/texts.ts";
import { anythingElseAnswer } from "./closing.ts";

/**
 * "May we text you a confirmation?" Only a yes or no is an answer, and kept word for word; whatever else is said, nobody is
 * pressed.
 */
export function textsAnswer(state: DialogueState, hearing: Hearing, context: DialogueContext): Move | null {
  if (state.aim.kind !== "texts") return null;
  const { reply } = hearing.said;
  const answer = { given: reply === "yes", words: hide({ asked: context.previous, answered: hearing.text }) };
  const elsewhere: DialogueState = { ...state, texts: "settled", aim: { kind: "anythingElse" } };
  if (reply === null) return anythingElseAnswer(elsewhere, hearing, context);
  if (answer.given || !byeCue.test(hearing.words)) return proceed({ ...state, texts: answer });
  // "No thanks, goodbye": the no is kept, and nobody is held up for it.
  const next = texts({ ...state, texts: answer }, context);
  if (next?.kind !== "request") return null;
  const { state: sent, output } = send(elsewhere, context, next.request);
  const goodbye = end(sent, "done", "goodbye", { kind: "goodbye" });
  return { ...goodbye, outputs: [output, ...goodbye.outputs] };
}
