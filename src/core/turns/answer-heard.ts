import type { AnswerHeard } from "./turn-io.ts";
import type { QueuedPrompt, TurnState } from "./turn-state.ts";

/** Less than the first words of a question, or of any other prompt, tells the caller nothing. */
const TELLING_CHARACTERS = 12;

const order: readonly AnswerHeard[] = ["nothing", "part", "question"];

/** What somebody has heard of our answer who begins to speak now. When all was said and asked nothing, an older question stands. */
export function answerHeardNow({ answerHeard, playing }: TurnState): AnswerHeard {
  return playing === null && answerHeard === "part" ? "question" : answerHeard;
}

export function mostHeard(before: AnswerHeard, later: readonly AnswerHeard[]): AnswerHeard {
  return later.reduce((most, one) => (order.indexOf(one) > order.indexOf(most) ? one : most), before);
}

export function heardOf({ questionFrom, heardUpTo, characters }: QueuedPrompt): AnswerHeard {
  const telling = (from: number) => Math.min(from + TELLING_CHARACTERS, (from + characters) / 2);
  if (questionFrom !== null && heardUpTo >= telling(questionFrom)) return "question";
  return heardUpTo >= telling(0) ? "part" : "nothing";
}

export function heardWhole(prompt: QueuedPrompt): QueuedPrompt {
  return { ...prompt, heardUpTo: prompt.characters };
}
