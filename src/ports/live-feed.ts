import type { CallId, PracticeId } from "../core/values/ids.ts";
import type { Private } from "../core/values/private.ts";

/** What a watcher of a call sees as it happens: the softphone page, the console, simulated callers. */
export type LiveUpdate =
  | { readonly kind: "started"; readonly practice: PracticeId }
  /** We begin to say something. `purpose` as in `Prompt`. */
  | {
      readonly kind: "saying";
      readonly prompt: number;
      readonly purpose: string;
      readonly text: Private<string>;
    }
  /** So much of it was heard; `upTo` characters. */
  | { readonly kind: "said"; readonly prompt: number; readonly upTo: number; readonly finished: boolean }
  | { readonly kind: "hearing"; readonly text: Private<string> }
  /** The caller's finished turn, as understood. */
  | { readonly kind: "heard"; readonly turn: number; readonly text: Private<string> }
  /** Everything collected so far: field id to its read-back form. */
  | { readonly kind: "fields"; readonly fields: Private<Readonly<Record<string, string>>> }
  /** `confirmation` and the spoken form of what was booked. */
  | { readonly kind: "booked"; readonly confirmation: string; readonly summary: Private<string> }
  | { readonly kind: "ended"; readonly reason: string };

export interface LiveFeed {
  publish(call: CallId, at: number, update: LiveUpdate): void;
  /** Replays what the feed still has of the call, then goes on. The returned function ends it. */
  watch(call: CallId, watcher: (at: number, update: LiveUpdate) => void): () => void;
}
