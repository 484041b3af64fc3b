import type { Outcome } from "../dialogue/requests.ts";
import type { LineEvent } from "../turns/turn-io.ts";
import type { EpochMs, Ms, RequestId } from "../values/ids.ts";
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
      /** There is a language model to ask; absent when there is none. */
      readonly assisted?: true;
    }
  /** What is heard on the line, and how far the caller has heard us. */
  | LineEvent
  /** A request was carried out, or could not be. */
  | { readonly kind: "replied"; readonly at: Ms; readonly request: RequestId; readonly outcome: Outcome }
  /** A fact that a language model has chosen for its answer to the request, before the reply is whole. */
  | { readonly kind: "modelSaid"; readonly at: Ms; readonly request: RequestId; readonly fact: string }
  /** The `transfer` that ended the conversation was not taken: the caller is still on the line and hears nobody. */
  | { readonly kind: "transferFailed"; readonly at: Ms }
  /** Recognition does not work any more on this call; typed text and keys still do. */
  | { readonly kind: "recognizerLost"; readonly at: Ms }
  /** The line was picked up again after a break; the caller may have missed what was being said. */
  | { readonly kind: "resumed"; readonly at: Ms }
  | { readonly kind: "hungUp"; readonly at: Ms };
