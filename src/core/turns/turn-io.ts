import type { SoundShape } from "../audio/sound-shape.ts";
import type { Circumstances, Heard } from "../language/understanding.ts";
import type { Ms, PromptId } from "../values/ids.ts";
import type { Key } from "../values/key.ts";
import type { Private } from "../values/private.ts";

/** The events of a call that decide whose turn it is. */
export type LineEvent =
  /** Voice activity began; `at` is the onset. */
  | { readonly kind: "speechStarted"; readonly at: Ms }
  /**
   * Voice activity ended. `at` is when it is known; `silentSince` is when the sound stopped; `sound` is what it was made of,
   * and where that is not told it counts as speech; `echo` when all that was heard up to now has
   * turned out to be our own, be there a voice just now or not.
   */
  | {
      readonly kind: "speechStopped";
      readonly at: Ms;
      readonly silentSince: Ms;
      readonly sound?: SoundShape;
      readonly echo?: true;
    }
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
      /** How likely the recognizer itself holds it, 0–1, that the caller has finished; absent when it has no opinion. */
      readonly endOfTurn?: number;
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
  /** No sound can be made of the prompt from this character on: the caller hears nothing more of it. */
  | {
      readonly kind: "promptFailed";
      readonly at: Ms;
      readonly prompt: PromptId;
      readonly playback: number;
      readonly upTo: number;
    }
  /** The time has come that was waited for. */
  | { readonly kind: "deadlineReached"; readonly at: Ms };

/**
 * What turn-taking learns: events of the call as they are, and three things from our side: we interrupt ourselves, something
 * was given to the line to say, and something is now expected of the caller.
 */
export type TurnInput =
  | LineEvent
  /** What is being said has come to nothing: something else is about to be said instead. */
  | { readonly kind: "interrupt"; readonly at: Ms }
  | {
      readonly kind: "promptQueued";
      readonly at: Ms;
      readonly prompt: PromptId;
      readonly playback: number;
      readonly characters: number;
      /** With the text, a resumed prompt starts again at a clause or a word; without it, at the very character. */
      readonly text?: Private<string>;
      /** Where in it the question begins that is put to the caller; null when it asks nothing; at its beginning if not told. */
      readonly questionFrom?: number | null;
      /** Up to where it states what a yes to its question agrees to; null when it states nothing, as when not told. */
      readonly statedUpTo?: number | null;
      readonly bargeIn: boolean;
      /** It only fills the time until the caller's own words are here: nobody's turn, and nothing to interrupt. */
      readonly filler?: boolean;
    }
  | {
      readonly kind: "expecting";
      readonly at: Ms;
      readonly circumstances: Circumstances;
      /** Silence after our last word before the caller is asked again; longer after "hold on". */
      readonly noInputAfterMs: Ms;
    };

/**
 * How much of our answer to the turn before a caller had heard when they began to speak. Without any of it they were still in
 * that turn; with part of it they did not know yet what is asked; after half a statement they did not know yet all that a
 * yes would agree to; `question` also when there was no turn before.
 */
export type AnswerHeard = "nothing" | "part" | "halfStatement" | "question";

/** A prompt that was stopped, the character at which it would go on, and where its question and its statement are in the rest. */
export interface CutPrompt {
  readonly prompt: PromptId;
  readonly from: number;
  readonly bargeIn: boolean;
  readonly questionFrom: number | null;
  readonly statedUpTo: number | null;
}

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
      readonly answerHeard: AnswerHeard;
      /** What the turn has stopped, to be said on with if it changes nothing. */
      readonly cut: readonly CutPrompt[];
    }
  /** The recognizer shall give its final words. */
  | { readonly kind: "finishUtterance" }
  /** The final words are long in coming, and the caller hears nothing meanwhile. Once for each time that they are asked for. */
  | { readonly kind: "wordsOverdue" }
  /** The caller takes the floor: drop all audio of playbacks before `playback`. */
  | { readonly kind: "clearAudio"; readonly playback: number }
  /** It was a cough or a "mm-hm", or the sound failed: say the rest of the prompt, from this character on. */
  | ({ readonly kind: "resumePrompt" } & CutPrompt)
  /** Sound without any words when words were wanted, and nothing playing. */
  | { readonly kind: "noMatch" }
  /** Nothing from the caller for the time allowed; counts up until the caller is heard. */
  | { readonly kind: "noInput"; readonly times: number };
