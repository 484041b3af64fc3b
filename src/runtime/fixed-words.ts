import { hide } from "../core/values/private.ts";
import type { Prompt } from "../core/wording/prompt.ts";

/** Said when the conversation itself cannot decide what to say. The same words in every call, so that they are cached. */
export const fixedWords = {
  faultTransfer: "I'm sorry, something went wrong on my side. I'm connecting you with a person.",
  faultGoodbye: "I'm sorry, something went wrong on my side. Please call again in a few minutes. Goodbye.",
  closingDown: "I'm sorry, I have to end this call now. Please call again in a minute. Goodbye.",
} as const;

export type FixedWords = keyof typeof fixedWords;

/** Newer than any playback of a conversation, so that nothing it still plays can follow. */
export const FIXED_PLAYBACK = Number.MAX_SAFE_INTEGER - 1;

export function fixedPrompt(words: FixedWords): Prompt {
  return {
    id: FIXED_PLAYBACK,
    playback: FIXED_PLAYBACK,
    pieces: [{ text: hide(fixedWords[words]), fixed: true }],
    bargeIn: false,
    purpose: words,
  };
}
