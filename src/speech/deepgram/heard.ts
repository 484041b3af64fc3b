/** A word with its place on the sound of one connection. */
export interface TimedWord {
  readonly text: string;
  readonly startMs: number;
  readonly confidence: number;
}

/** What the service makes of a stretch of the sound of one connection. */
export interface Heard {
  readonly kind: "heard";
  readonly fromMs: number;
  readonly toMs: number;
  readonly words: readonly TimedWord[];
  /** The words of the stretch will not change any more. */
  readonly final: boolean;
  /** The service has listened to the sound up to here: nothing more is found before it. Null = it does not say. */
  readonly heardUpToMs: number | null;
  /** The answer to our order to finish. */
  readonly answersFinish: boolean;
  /** How likely it is that the caller has finished, 0–1; null = no opinion. */
  readonly endOfTurn: number | null;
}

/** No words have come for a while. */
export interface Wordless {
  readonly kind: "wordless";
  /** As in `Heard`. */
  readonly endOfTurn: number;
}

/** The service was told to end a turn and has none: it has given all the words that it knows. */
export interface Idle {
  readonly kind: "idle";
  readonly endOfTurn: null;
}
