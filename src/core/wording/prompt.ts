import type { PromptId } from "../values/ids.ts";
import type { Private } from "../values/private.ts";

/** A stretch of a prompt that is synthesised as one. Texts of pieces join with one space to the prompt's text. */
export interface PromptPiece {
  readonly text: Private<string>;
  /** The same words in every call, so that its audio is kept. */
  readonly fixed: boolean;
}

/** What we say in one go. Prompts play in the order of their ids, never two at once. */
export interface Prompt {
  readonly id: PromptId;
  /** Generation of our audio; `clearAudio` starts the next, and marks of an older one count for nothing. */
  readonly playback: number;
  readonly pieces: readonly PromptPiece[];
  /** False for what the law wants heard whole: the caller's speech does not stop it. */
  readonly bargeIn: boolean;
  /** For the console, simulated callers and metrics: what it asks or states, e.g. `ask:dateOfBirth`, `booked`. */
  readonly purpose: string;
}
