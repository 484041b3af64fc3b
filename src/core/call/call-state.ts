import type { Booking } from "../dialogue/requests.ts";
import type { Practice } from "../practice/practice.ts";
import type { Ms, PromptId } from "../values/ids.ts";
import type { Private } from "../values/private.ts";
import type { HangUpReason } from "./effects.ts";

/** One line of the conversation as it happened. `heardUpTo` counts the characters of our words that reached the caller. */
export type HistoryLine =
  | {
      readonly by: "agent";
      readonly at: Ms;
      readonly prompt: PromptId;
      readonly purpose: string;
      readonly text: Private<string>;
      readonly heardUpTo: number;
      readonly finished: boolean;
    }
  | {
      readonly by: "caller";
      readonly at: Ms;
      /** Counts the caller's turns from 1. */
      readonly turn: number;
      readonly how: "speech" | "typed" | "keys";
      readonly text: Private<string>;
    };

/** How a call came to its end; `callerHungUp` when it was not we who ended it. */
export type CallEnd = HangUpReason | "callerHungUp";

/** Everything that is known of one call. Made by `initialCall`, replaced by `step`, never changed in place. */
export interface CallState {
  readonly practice: Practice;
  readonly history: readonly HistoryLine[];
  readonly booking: Booking | null;
  readonly end: CallEnd | null;
  readonly nextPrompt: number;
}
