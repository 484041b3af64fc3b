import type { AnswerHeard } from "./turn-io.ts";
import type { QueuedPrompt, TurnState } from "./turn-state.ts";

/** Less than the first words of a question, or of any other prompt, tells the caller nothing. */
const TELLING_CHARACTERS = 12;
/** Whoever listens knows how a statement ends, and that a question comes, half a second before. */
export const FORESEEN_CHARACTERS = 8;

const order: readonly AnswerHeard[] = ["nothing", "part", "halfStatement", "question"];

/** What somebody has heard of our answer who begins to speak now. When all was said and asked nothing, an older question stands. */
export function answerHeardNow({ answerHeard, playing }: TurnState): AnswerHeard {
  return playing === null && answerHeard === "part" ? "question" : answerHeard;
}

export function mostHeard(before: AnswerHeard, later: readonly AnswerHeard[]): AnswerHeard {
  return later.reduce((most, one) => (order.indexOf(one) > order.indexOf(most) ? one : most), before);
}

/** What only fills a wait is no part of our answer. */
export function heardOf({
  questionFrom,
  statedUpTo,
  heardUpTo,
  characters,
  filler,
}: QueuedPrompt): AnswerHeard {
  if (filler) return "nothing";
  const telling = (from: number) => Math.min(from + TELLING_CHARACTERS, (from + characters) / 2);
  if (questionFrom === null || heardUpTo < telling(questionFrom))
    return heardUpTo >= telling(0) ? "part" : "nothing";
  return heardUpTo >= (statedUpTo ?? 0) - FORESEEN_CHARACTERS ? "question" : "halfStatement";
}

export function heardWhole(prompt: QueuedPrompt): QueuedPrompt {
  return { ...prompt, heardUpTo: prompt.characters };
}
