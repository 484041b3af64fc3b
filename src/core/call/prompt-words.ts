import type { DialogueOutput } from "../dialogue/dialogue-io.ts";
import { isQuestion, type Saying } from "../dialogue/saying.ts";
import type { PromptPiece } from "../wording/prompt.ts";
import { render } from "../wording/render.ts";
import type { CallState } from "./call-state.ts";

/** `at` may have a fraction, which a time of day may not. */
export function wordingContext(state: CallState) {
  return { practice: state.practice, now: Math.floor(state.instant + state.at), turn: state.dialogue.turn };
}

/** Our last question, without what was acknowledged before it; a silent step leaves our last words as they are. */
export function saidIn(state: CallState, outputs: readonly DialogueOutput[]): string {
  const last = outputs.findLast((output) => output.kind === "say");
  const question = last?.kind === "say" ? last.sayings.slice(-1) : [];
  return question.length === 0 ? state.previous.reveal() : textOf(render(question, wordingContext(state)));
}

/** The text of a prompt, as positions in it are counted. */
export function textOf(pieces: readonly PromptPiece[]): string {
  return pieces.map(({ text }) => text.reveal()).join(" ");
}
/** Where the question begins that ends the prompt; null when there is none. */
export function questionFrom(state: CallState, sayings: readonly Saying[]): number | null {
  const index = sayings.findLastIndex(isQuestion);
  if (index === -1) return null;
  const before = textOf(render(sayings.slice(0, index), wordingContext(state)));
  return before === "" ? 0 : before.length + 1;
}
