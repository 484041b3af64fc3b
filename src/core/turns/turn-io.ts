import type { Circumstances, Heard } from "../language/understanding.ts";
import type { Ms, PromptId } from "../values/ids.ts";
import type { Key } from "../values/key.ts";
import type { Private } from "../values/private.ts";

/**
 * What turn-taking learns. All but the last two are events of the call, passed on as they are; the last two come from the
 * dialogue's side: something was given to the line to say, and something is now expected of the caller.
 */
export type TurnInput =
  | { readonly kind: "speechStarted"; readonly at: Ms }
  | { readonly kind: "speechStopped"; readonly at: Ms; readonly silentSince: Ms }
  | {
      readonly kind: "transcribed";
      readonly at: Ms;
      readonly utterance: number;
      readonly text: Private<string>;
      readonly final: boolean;
      readonly confidence: number;
      readonly alternatives: Private<readonly string[]>;
    }
  | { readonly kind: "typed"; readonly at: Ms; readonly text: Private<string> }
  | { readonly kind: "keyPressed"; readonly at: Ms; readonly key: Key }
  | {
      readonly kind: "promptHeard";
      readonly at: Ms;
      readonly prompt: PromptId;
      readonly playback: number;
      readonly upTo: number;
      readonly finished: boolean;
    }
  | { readonly kind: "deadlineReached"; readonly at: Ms }
  | {
      readonly kind: "promptQueued";
      readonly at: Ms;
      readonly prompt: PromptId;
      readonly playback: number;
      readonly characters: number;
      /** With the text, a resumed prompt starts again at a clause or a word; without it, at the very character. */
      readonly text?: Private<string>;
      readonly bargeIn: boolean;
    }
  | {
      readonly kind: "expecting";
      readonly at: Ms;
      readonly circumstances: Circumstances;
      /** Silence after our last word before the caller is asked again; longer after "hold on". */
      readonly noInputAfterMs: Ms;
    };

/** What turn-taking decides; the fold of the call carries it to the dialogue, to the line and to the recognizer. */
export type TurnOutput =
  /** The caller's turn is over, with all of its words. `keys` are digits without `#`; `*` alone means "go back". */
  | {
      readonly kind: "turnEnded";
      readonly by: "speech" | "typed" | "keys";
      readonly heard: Private<Heard>;
      readonly confidence: number;
      /** When the caller's sound or last key ended. */
      readonly endedAt: Ms;
    }
  /** The recognizer shall give its final words. */
  | { readonly kind: "finishUtterance" }
  /** The caller takes the floor: drop all audio of playbacks before `playback`. */
  | { readonly kind: "clearAudio"; readonly playback: number }
  /** It was a cough or a "mm-hm": say the rest of the prompt, from this character on. */
  | { readonly kind: "resumePrompt"; readonly prompt: PromptId; readonly from: number }
  /** Sound without any words when words were wanted, and nothing playing. */
  | { readonly kind: "noMatch" }
  /** Nothing from the caller for the time allowed; counts up until the caller is heard. */
  | { readonly kind: "noInput"; readonly times: number };
