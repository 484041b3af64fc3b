import type { Circumstances } from "../language/understanding.ts";
import type { Ms, PromptId } from "../values/ids.ts";
import type { Private } from "../values/private.ts";
import { type CallerHabits, unknownHabits } from "./caller-habits.ts";
import { noDebt, type RecognizerDebt } from "./recognizer-debt.ts";
import type { AnswerHeard, TurnOutput } from "./turn-io.ts";

/** All that turn-taking knows of a call: one value, replaced at every input. */
export interface TurnState {
  /** Time of the latest input. */
  readonly at: Ms;
  readonly turn: OpenTurn | null;
  readonly keys: KeyEntry | null;
  readonly playing: Playing | null;
  /** Generation of our audio; reports about an older one count for nothing. */
  readonly playback: number;
  readonly expected: { readonly circumstances: Circumstances; readonly noInputAfterMs: Ms } | null;
  /** Since when the caller could have answered; null while it is not the caller's move. */
  readonly quietSince: Ms | null;
  readonly noInputs: number;
  readonly answerHeard: AnswerHeard;
  /** When the sound of the caller's last turn ended; speech soon after it means that we were too quick. */
  readonly turnEndedAt: Ms | null;
  /** Words over a prompt that were taken for a listener's murmur since the caller's last turn; whoever says them again means them. */
  readonly passedOver: Private<string> | null;
  /** Voice since the caller's last turn that no words have come of; the recognizer may give them together with later ones. */
  readonly wordlessMs: Ms;
  readonly recognizer: RecognizerDebt;
  readonly habits: CallerHabits;
}

/** What the caller has said so far without having finished. */
export interface OpenTurn {
  readonly startedAt: Ms;
  /** As it was at the beginning of the turn. */
  readonly answerHeard: AnswerHeard;
  /** Onset of the voice that is active now; null in a pause. */
  readonly voiceSince: Ms | null;
  readonly lastSoundAt: Ms;
  /** Voice activity in all, without the pauses. */
  readonly voicedMs: Ms;
  /** Final transcripts in order. */
  readonly pieces: readonly SpokenPiece[];
  /** What the recognizer makes of the sound after the last piece. */
  readonly hypothesis: SpokenPiece | null;
  /** When the hypothesis changed last. */
  readonly wordsAt: Ms;
  /** There is sound whose final words have not been asked for. */
  readonly wordsWanted: boolean;
  /** What that sound is, as far as it is over: a cough, our echo and the like have no words, whatever the recognizer makes of them. */
  readonly unaskedSound: "none" | "voiceless" | "speech";
  /** All of the turn's sound so far is a hum. */
  readonly hummed: boolean;
  readonly awaiting: AwaitedWords | null;
  readonly patienceMs: Ms;
  /** What the caller stopped by speaking, to be resumed if it was no speech. */
  readonly interrupted: readonly QueuedPrompt[];
  /** When the latest of that fell silent; null if nothing was stopped. */
  readonly interruptedAt: Ms | null;
  /** Said while we spoke, and not allowed or not enough to stop us. */
  readonly overPrompt: boolean;
  /** Finished, but something is being said that must be heard whole first. */
  readonly held: boolean;
}

export interface SpokenPiece {
  readonly utterance: number;
  readonly text: Private<string>;
  readonly alternatives: Private<readonly string[]>;
  readonly confidence: number;
  readonly endOfTurn: number | null;
}

/** The recognizer was asked for its final words. */
export interface AwaitedWords {
  readonly askedAt: Ms;
  readonly until: Ms;
  /** What the recognizer has made of them so far, should it never answer. */
  readonly lastResort: SpokenPiece | null;
  /** A final came that was taken, by a guess, for an earlier one. */
  readonly guessed: boolean;
  /** It was all coughs and the like. */
  readonly voiceless: boolean;
  /** The caller was told to wait a moment. */
  readonly excused: boolean;
  /** Sound came after the asking, so more words will have to be asked for. */
  readonly soundSince: boolean;
  /**
   * Why they were asked for: the caller paused; or speaks on and on, so that the turn ends with them; or the sound has
   * gone on without any words, so that it is no speech if there are none now; or without new words, so that the turn ends
   * if there are none now.
   */
  readonly because: "pause" | "monologue" | "wordless" | "noNewWords";
}

interface KeyEntry {
  readonly digits: string;
  readonly lastAt: Ms;
}

export interface QueuedPrompt {
  readonly prompt: PromptId;
  readonly queuedAt: Ms;
  readonly playback: number;
  readonly characters: number;
  readonly text: Private<string> | null;
  readonly questionFrom: number | null;
  readonly statedUpTo: number | null;
  readonly bargeIn: boolean;
  readonly filler: boolean;
  /** Heard position in characters. */
  readonly heardUpTo: number;
}

/** Prompts that were given to the line and not heard to their end, the first one playing. */
export interface Playing {
  readonly prompts: readonly [QueuedPrompt, ...QueuedPrompt[]];
  /** When the first one counts as heard even if nobody reports it. */
  readonly firstEndsBy: Ms;
}

export interface TurnStep {
  readonly state: TurnState;
  readonly outputs: readonly TurnOutput[];
}

export function initialTurns(): TurnState {
  return {
    at: 0,
    turn: null,
    keys: null,
    playing: null,
    playback: 0,
    expected: null,
    quietSince: null,
    noInputs: 0,
    answerHeard: "question",
    turnEndedAt: null,
    passedOver: null,
    wordlessMs: 0,
    recognizer: noDebt,
    habits: unknownHabits,
  };
}

export function openTurn(at: Ms, answerHeard: AnswerHeard): OpenTurn {
  return {
    startedAt: at,
    answerHeard,
    voiceSince: null,
    lastSoundAt: at,
    voicedMs: 0,
    pieces: [],
    hypothesis: null,
    wordsAt: at,
    wordsWanted: true,
    unaskedSound: "none",
    hummed: false,
    awaiting: null,
    patienceMs: 0,
    interrupted: [],
    interruptedAt: null,
    overPrompt: false,
    held: false,
  };
}

export function step(state: TurnState, ...outputs: TurnOutput[]): TurnStep {
  return { state, outputs };
}

/** Goes on from a step: what comes later sees the state that the earlier left. */
export function andThen(before: TurnStep, next: (state: TurnState) => TurnStep): TurnStep {
  const after = next(before.state);
  return { state: after.state, outputs: [...before.outputs, ...after.outputs] };
}
