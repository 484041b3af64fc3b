import type { Outcome } from "../dialogue/requests.ts";
import type { EpochMs, Ms, PromptId, RequestId } from "../values/ids.ts";
import type { Key } from "../values/key.ts";
import type { Private } from "../values/private.ts";

/**
 * Everything the core can learn about a call; the journal is the list of these. `at` is milliseconds since the call was
 * answered, and never decreases from one event to the next.
 */
export type CallEvent =
  /** Always first, once. `instant` is the time of day that `at` 0 stands for; `from` is E.164 or null when withheld. */
  | {
      readonly kind: "answered";
      readonly at: Ms;
      readonly instant: EpochMs;
      readonly direction: "inbound" | "outbound";
      readonly from: Private<string> | null;
    }
  /** Voice activity began; `at` is the onset. */
  | { readonly kind: "speechStarted"; readonly at: Ms }
  /** Voice activity ended. `at` is when it is known; `silentSince` is when the sound stopped. */
  | { readonly kind: "speechStopped"; readonly at: Ms; readonly silentSince: Ms }
  /** A hypothesis (`final` false, replaces the earlier one of the utterance) or a final transcript. */
  | {
      readonly kind: "transcribed";
      readonly at: Ms;
      /** Numbers the recognizer's utterances from 1. */
      readonly utterance: number;
      /** Empty when the recognizer is sure that there were no words. */
      readonly text: Private<string>;
      readonly final: boolean;
      /** 0–1. */
      readonly confidence: number;
      readonly alternatives: Private<readonly string[]>;
    }
  /** A whole turn that was typed. */
  | { readonly kind: "typed"; readonly at: Ms; readonly text: Private<string> }
  | { readonly kind: "keyPressed"; readonly at: Ms; readonly key: Key }
  /** The caller has heard `upTo` characters of the prompt's text; `finished` when all of it. */
  | {
      readonly kind: "promptHeard";
      readonly at: Ms;
      readonly prompt: PromptId;
      readonly playback: number;
      readonly upTo: number;
      readonly finished: boolean;
    }
  /** A request was carried out, or could not be. */
  | { readonly kind: "replied"; readonly at: Ms; readonly request: RequestId; readonly outcome: Outcome }
  /** Recognition does not work any more on this call; typed text and keys still do. */
  | { readonly kind: "recognizerLost"; readonly at: Ms }
  /** The line was picked up again after a break; the caller may have missed what was being said. */
  | { readonly kind: "resumed"; readonly at: Ms }
  | { readonly kind: "deadlineReached"; readonly at: Ms }
  | { readonly kind: "hungUp"; readonly at: Ms };
