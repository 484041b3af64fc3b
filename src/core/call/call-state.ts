import type { EndReason } from "../dialogue/dialogue-io.ts";
import { type DialogueState, initialDialogue } from "../dialogue/dialogue-state.ts";
import { type Expectation, nothingExpected } from "../language/expectation.ts";
import type { Practice } from "../practice/practice.ts";
import type { CutPrompt } from "../turns/turn-io.ts";
import { initialTurns, type TurnState } from "../turns/turns.ts";
import type { EpochMs, Ms, PromptId } from "../values/ids.ts";
import type { Private } from "../values/private.ts";
import type { LastTurn } from "./continued-turn.ts";
import type { Effect } from "./effects.ts";
import type { Foreseen } from "./foreseen-question.ts";
import type { UnheardOutcome } from "./unheard-outcomes.ts";

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
export type CallEnd = EndReason | "callerHungUp";

/** Everything that is known of one call. Made by `initialCall`, replaced by `step`, never changed in place. */
export interface CallState {
  readonly practice: Practice;
  /** The time of day of `at` 0; 0 before the call is answered. */
  readonly instant: EpochMs;
  /** Time of the latest event. */
  readonly at: Ms;
  readonly answered: boolean;
  readonly turns: TurnState;
  readonly dialogue: DialogueState;
  /** The caller's last turn, if it was spoken. */
  readonly lastTurn: LastTurn | null;
  /** What the caller cut off before all of it was stated that our question wants a yes to; null once the question is put anew. */
  readonly halfStated: CutPrompt | null;
  readonly unheardOutcomes: readonly UnheardOutcome[];
  readonly history: readonly HistoryLine[];
  readonly nextPrompt: PromptId;
  /** Our last words, as the parsers want to know them. */
  readonly previous: Private<string>;
  /** What the recognizer was told last. */
  readonly listeningFor: Expectation;
  /** What it is to be told when the caller has heard something of our answer; null when it knows. */
  readonly toListenFor: Expectation | null;
  /** What a language model was announced that it may be asked; null when nothing was. */
  readonly foreseen: Foreseen | null;
  /** How often in a row no sound could be made of a prompt. */
  readonly voiceFailures: number;
  /** How the call ends once our last words have been heard. */
  readonly ending: Extract<Effect, { kind: "hangUp" | "transfer" }> | null;
  readonly end: CallEnd | null;
}

/** A call before it is answered. */
export function callBeforeAnswer(practice: Practice, nothingSaid: Private<string>): CallState {
  return {
    practice,
    instant: 0,
    at: 0,
    answered: false,
    turns: initialTurns(),
    dialogue: initialDialogue(null),
    lastTurn: null,
    halfStated: null,
    unheardOutcomes: [],
    history: [],
    nextPrompt: 1,
    previous: nothingSaid,
    listeningFor: nothingExpected,
    toListenFor: null,
    foreseen: null,
    voiceFailures: 0,
    ending: null,
    end: null,
  };
}
