import type { Expectation } from "../core/language/expectation.ts";

export interface Hypothesis {
  /** Numbers the utterances of the stream from 1. */
  readonly utterance: number;
  readonly text: string;
  readonly final: boolean;
  /** 0–1. */
  readonly confidence: number;
  /** Best first, `text` included; may be empty for hypotheses. */
  readonly alternatives: readonly string[];
  /** How likely the recognizer itself holds it, 0–1, that the caller has finished; absent when it has no opinion. */
  readonly endOfTurn?: number;
}

export interface RecognizerHandler {
  heard(hypothesis: Hypothesis): void;
  /** The stream is dead for good; everything that could be done to save it has been tried. */
  lost(error: Error): void;
}

/** Recognition of one call. Methods after `close` do nothing. No method throws or blocks. */
export interface RecognizerStream {
  /** What the next answer is expected to be. Takes effect at the next utterance. */
  listenFor(expectation: Expectation): void;
  /** 20 ms of mu-law. Called for every frame of the call, speech or not. */
  push(frame: Uint8Array): void;
  /** Voice activity began in the frame pushed last; sound from a little before it belongs to the utterance. */
  speechStarted(): void;
  /** The turn is over: exactly one final hypothesis follows, possibly with empty text, even when nothing was heard. */
  finish(): void;
  close(): void;
}

/** Speech to text. One instance serves all calls. */
export interface Recognizer {
  open(handler: RecognizerHandler): RecognizerStream;
  close(): Promise<void>;
}
