import { understand } from "../language/understand.ts";
import type { Circumstances, Heard } from "../language/understanding.ts";
import type { QueuedPrompt } from "./turn-state.ts";

/** Fewer words are too easily said by chance. */
const LEAST_WORDS = 3;
/** An echo is of what was said just now: so far back, and so far ahead of what is known to have been heard. */
const BACK_CHARACTERS = 80;
const AHEAD_CHARACTERS = 25;

/**
 * Whether words over a prompt are our own, come back from a loudspeaker or a poor line: a run of what is being said. Callers
 * repeat our words too, to choose one of them, so that words which answer the question never count as an echo.
 */
export function isEcho(
  heard: Heard,
  prompts: readonly QueuedPrompt[],
  circumstances: Circumstances | null,
): boolean {
  const words = plain(heard.text);
  if (words.split(" ").length < LEAST_WORDS || !prompts.some((prompt) => isIn(words, prompt))) return false;
  if (circumstances === null) return true;
  const { readings, reply, redFlag } = understand(heard, circumstances);
  const asked: readonly string[] = circumstances.expectation.asked;
  const answers = readings.some(({ kind, confidence }) => asked.includes(kind) && confidence >= 0.5);
  return !answers && reply === null && redFlag === null;
}

function isIn(words: string, { text, heardUpTo }: QueuedPrompt): boolean {
  const said =
    text?.reveal().slice(Math.max(0, heardUpTo - BACK_CHARACTERS), heardUpTo + AHEAD_CHARACTERS) ?? "";
  return ` ${plain(said)} `.includes(` ${words} `);
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9' ]+/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}
