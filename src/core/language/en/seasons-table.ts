/** First months of the seasons. */
export const seasons: Readonly<Record<string, number>> = {
  spring: 3,
  springtime: 3,
  summer: 6,
  summertime: 6,
  fall: 9,
  autumn: 9,
  winter: 12,
  wintertime: 12,
};

export type SeasonPart = "whole" | "early" | "middle" | "late";

/** Only with a word before it is a season a time to come: "a fall" and "hot springs" are none. */
export const seasonPhrases: readonly (readonly [SeasonPart, readonly string[]])[] = [
  [
    "whole",
    [
      "(in|during|over|until|till|by|for|sometime in|some time in) (the|this|next)? (spring|springtime|summer|summertime|fall|autumn|winter|wintertime)",
      "(this|this coming|the coming|next|the following|coming) (spring|summer|fall|autumn|winter)",
    ],
  ],
  [
    "early",
    [
      "(in)? (the)? (early|beginning of|start of|early in|first part of) (the|this|next)? (spring|summer|fall|autumn|winter)",
    ],
  ],
  ["middle", ["(in)? (the)? (mid|middle of) (the|this|next)? (spring|summer|fall|autumn|winter)"]],
  [
    "late",
    [
      "(in|towards)? (the)? (late|end of|late in|later in) (the|this|next)? (spring|summer|fall|autumn|winter)",
    ],
  ],
];
