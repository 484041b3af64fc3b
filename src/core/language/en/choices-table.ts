/** Ways to point at one of several things. Numbers and names are read from the words themselves. */
export type Pointer =
  | { readonly kind: "place"; readonly place: number }
  /** Counted from the end, 1 = last. */
  | { readonly kind: "fromEnd"; readonly place: number }
  | { readonly kind: "middle" }
  | { readonly kind: "earlier" }
  | { readonly kind: "later" }
  | { readonly kind: "any" }
  | { readonly kind: "none" };

/** Questions about what is on offer; they choose nothing. "What about the second one" and "is it still free" do. */
export const questionsAboutOffers: readonly string[] = [
  "^ (and|so|sorry|okay|wait)? (what|who|where|when) (_)? (was|is|were|are|did|does|do)",
  "^ (and|so|sorry|okay|wait)? (is|does|was) (the|that) (first|second|third|last|other) (one|option|time|appointment|doctor)? (with|at|in|on|near|by|take|cost|include|before|after)",
];

export const pointerPhrases: readonly (readonly [Pointer, readonly string[]])[] = [
  [
    { kind: "place", place: 1 },
    [
      "(the|your)? first (one|option|choice|time|appointment|doctor|slot|opening|person|of those|of them|you (said|mentioned))?",
      "(the)? (top|former) (one|option)?",
      "(option|number|choice) (a|one|1)",
      "the 1st (one)?",
      "^ 1st (one)?",
    ],
  ],
  [
    { kind: "place", place: 2 },
    [
      "(the|your)? second (one|option|choice|time|appointment|doctor|slot|opening|person|of those|of them|you (said|mentioned))?",
      "(option|number|choice) (b|two|2|too|to)",
      "the 2nd (one)?",
      "^ 2nd (one)?",
    ],
  ],
  [
    { kind: "place", place: 3 },
    [
      "(the|your)? third (one|option|choice|time|appointment|doctor|slot|opening|person|of those|of them|you (said|mentioned))?",
      "(option|number|choice) (c|three|3)",
      "the 3rd (one)?",
      "^ 3rd (one)?",
    ],
  ],
  [
    { kind: "place", place: 4 },
    [
      "(the|your)? fourth (one|option|choice|time|appointment|doctor|slot|opening|person|of those|of them)?",
      "(option|number|choice) (d|four|for|4)",
      "the 4th one",
    ],
  ],
  [
    { kind: "place", place: 5 },
    [
      "(the|your)? fifth (one|option|choice|time|appointment|doctor|slot|opening)?",
      "(option|number|choice) (e|five|5)",
      "the 5th one",
    ],
  ],
  [
    { kind: "fromEnd", place: 1 },
    [
      "(the|your)? last (one|option|choice|time|appointment|doctor|slot|opening|of those|of them|you (said|mentioned))",
      "the last",
      "(the)? (final|bottom|latter) (one|option|choice)?",
    ],
  ],
  [
    { kind: "fromEnd", place: 2 },
    ["(the)? (second to last|second last|next to last|last but one) (one|option)?"],
  ],
  [{ kind: "middle" }, ["(the)? middle (one|option|choice|time)?", "the one in the middle"]],
  [
    { kind: "earlier" },
    [
      "(the|your) (earlier|earliest|sooner|soonest) (one|time|option|appointment|of the two|slot|available|possible)?",
      "(earlier|earliest|sooner|soonest) (one|time|option|appointment|of the two|slot)",
      "^ (earlier|earliest|sooner|soonest) (please|$)",
      "(whichever|whatever) is (sooner|earlier|soonest|earliest|first)",
      "as (soon|early) as possible",
    ],
  ],
  [
    { kind: "later" },
    [
      "(the|your) (later|latest) (one|time|option|appointment|of the two|slot)?",
      "(later|latest) (one|time|option|appointment|of the two|slot)",
      "^ (later|latest) (please|$)",
      "(whichever|whatever) is (later|latest)",
    ],
  ],
  [
    { kind: "any" },
    [
      "(either|any|whichever|whatever) (one|of them|of those|of the two|of these|is|works|will do|would|doctor|time|is fine|$)?",
      "(does not|do not|really do not) (matter|care|mind)",
      "(i do not|no) (have a)? preference",
      "(you (choose|pick|decide)|up to you|surprise me|your choice|both (work|are fine|are good|would work|sound good))",
      "anyone (is fine|will do|available)",
    ],
  ],
  [
    { kind: "none" },
    [
      "(none|neither) (of (them|those|these|the above|that|the two|the times|the options))? (work|works|will work|would work|is good|are good|fits|fit|suits)?",
      "(something|anything|someone|somebody|anyone|another|a different|different) (else|other|one|time|day|doctor|option)",
      "(not|no|do not like|do not want|can not do) (any of|one of|either of)? (those|these|them|that one|any|either)",
      "(those|these|they|any of those|any of them|any of these) (do|will|would|are|can|does) not (work|good|suit|fit|be)?",
      "(other|more|different|any other) (options|times|choices|days|openings|doctors|dates|slots)",
      "what else (do you have|is there|you got)?",
    ],
  ],
];

/** Words that tell nothing apart when a choice is named. */
export const choiceFillers: readonly string[] = [
  "the",
  "a",
  "an",
  "at",
  "on",
  "in",
  "of",
  "with",
  "and",
  "for",
  "to",
  "dr",
  "doctor",
  "mr",
  "mrs",
  "ms",
  "pm",
  "am",
  "one",
  "please",
  "is",
  "it",
  "i",
  "that",
  "this",
  "take",
  "would",
  "like",
  "want",
  "yes",
  "no",
  "not",
  "my",
  "me",
  "you",
  "or",
  "be",
  "by",
  "can",
  "do",
  "will",
  "oclock",
  "clock",
  "o",
  "day",
  "time",
  "visit",
  "appointment",
  "what",
  "about",
  "if",
  "so",
  "we",
  "have",
  "new",
];
