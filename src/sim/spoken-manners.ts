/** How a caller with a voice behaves on the line. Rates are 0-1. */
export interface SpokenManners {
  /** Share of questions that are answered before they have been said to the end. */
  readonly interrupts: number;
  /** Share of prompts into which the caller says "uh-huh". */
  readonly backChannels: number;
  /** Share of prompts into which the caller coughs. */
  readonly coughs: number;
  /** Share of the places between two words at which the caller stops to think. */
  readonly hesitates: number;
  /** The longest pause between the parts of a number or an address, in milliseconds; 0 = none. */
  readonly readsInPartsMs: number;
  /** An answer comes so long after the end of its question, at the earliest and at the latest. */
  readonly reactionMs: readonly [number, number];
}

export const plainSpokenManners: SpokenManners = {
  interrupts: 0,
  backChannels: 0,
  coughs: 0,
  hesitates: 0,
  readsInPartsMs: 0,
  reactionMs: [250, 700],
};

/** A hum, which no voice can read. */
export const hummed = "mm-hm";
/** As the voices say them best. */
export const backChannelWords: readonly string[] = ["uh huh.", "okay.", "right.", hummed];
