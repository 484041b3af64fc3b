import type { DialogueOutput } from "../dialogue/dialogue-io.ts";
import { isQuestion, type Saying } from "../dialogue/saying.ts";
import type { CutPrompt } from "../turns/turn-io.ts";
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

/** What changes the calendar after a yes. */
const agreements: ReadonlySet<Saying["kind"]> = new Set(["readBack", "readBackMove", "askAgree"]);

/** Where in the prompt its question begins, and where the statement ends to which it wants a yes; null when there is none. */
export function placesIn(
  state: CallState,
  sayings: readonly Saying[],
): Pick<CutPrompt, "questionFrom" | "statedUpTo"> {
  const index = sayings.findLastIndex(isQuestion);
  const question = sayings[index];
  if (question === undefined) return { questionFrom: null, statedUpTo: null };
  const before = textOf(render(sayings.slice(0, index), wordingContext(state)));
  const questionFrom = before === "" ? 0 : before.length + 1;
  if (!agreements.has(question.kind)) return { questionFrom, statedUpTo: null };
  // What is the same in every call, as the question behind the statement, states nothing.
  const pieces = render([question], wordingContext(state));
  const stated = textOf(pieces.slice(0, pieces.findLastIndex(({ fixed }) => !fixed) + 1));
  return { questionFrom, statedUpTo: questionFrom + stated.length };
}

/** The text of a prompt, as positions in it are counted. */
export function textOf(pieces: readonly PromptPiece[]): string {
  return pieces.map(({ text }) => text.reveal()).join(" ");
}
