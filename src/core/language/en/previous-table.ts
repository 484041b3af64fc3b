/**
 * What kind of question the agent asked last, told from its words when no expectation says so. `anythingElse`: a "no" ends
 * the call. `readBack`: details were said for confirmation. `question`: a plain question. `statement`: details are stated
 * without a question. `booking`: an appointment or a time is proposed. `suggestion`: one of several found things is named, and
 * accepting it is a choice rather than a yes.
 */
export type AskedBefore = "anythingElse" | "statement" | "question" | "readBack" | "booking" | "suggestion";

export const previousPhrases: readonly (readonly [AskedBefore, readonly string[]])[] = [
  [
    "anythingElse",
    [
      "(anything|something|what) (else|more|further)",
      "(any|of|with|more|need|require|further|some|additional|for) (more|further|other|additional|any)? (help|assistance|questions|assist|support)",
      "(can|may|could|shall|should|do|would|want|let|need|how|like|to) (i|me|you) (~) (help|assist|do) (you|with|anything|for|further|more|to you)",
      "(help|assist) (you|further)",
      "(anything|something) (~) (help|do|assist|need)",
      "(be of|of any|any) (~) (help|assistance|service)",
      "is that all",
      "(that is|will that be|would that be|is this) (all|everything)",
    ],
  ],
  [
    "readBack",
    [
      "(confirm|confirming|cofirm|verify|confirmation|reconfirm|conform)",
      "(is|are|does|do|did|was|all|everything|this|that|have|sound|sounds|look|looks) (~) (correct|right|accurate|sound right|good to you)",
      "(correct|right) $",
      "(let me|to|just|want to) (~) (double check|make sure|recap|repeat|go over|be sure|be clear)",
      "(got|get|have|understand) (it|this|that|everything) (right|correct|correctly)",
    ],
  ],
  [
    "statement",
    [
      "(so|ok|okay|alright|great) (~) (you want|you would like|you are|i have|an appointment|a reservation)",
      "(you|we) (want|would like|are|wanted|wish) (~) (appointment|to book|to schedule|to see|to visit|booking|visit|reservation)",
      "(the|your|this|that) (appointment|reservation|booking|visit|date|time|stylist|name|hair stylist|doctor|dentist|demand) (is|will be|would be|at|on|for|with|of)",
      "(i will|i am|i) (~) (book|booking|schedule|scheduling|make|reserve|go ahead)",
      "(booking|scheduling|schedule|book|making|reserve|reserving) (~) (appointment|reservation|visit)",
      "(an|your) appointment (with|at|on|for|today|tomorrow|next)",
      "^ (~) appointment (with|at|on|for)",
    ],
  ],
  [
    "question",
    [
      "(do|would|did|if|will|shall|should|could|can|may|have|are|am|were) (you|i|we)",
      "^ (~) (want|care|wanna|interested|need|like) (to|in|an|a|me)",
    ],
  ],
  [
    "booking",
    ["(appointment|reservation|visit|book|booking|schedule|slot|opening|reserve)", "(am|pm|oclock|noon)"],
  ],
  [
    "suggestion",
    [
      "(found|located|considered|consider|recommend|suggest|recommendation|called|named|situated|suggestion|recommended)",
      "(how|what) about",
      "(there|here|ther) (is|are)",
      "(i|we) (have|got|see|selected|searched|pulled up|have got) (~) (in|from|at|one|dentist|doctor|salon|options|results)",
      "(search|searched|results|yielded|revealed|options)",
      "(would you like|would you prefer|do you want|want|interested in|prefer) (to)? (go to|visit|try|see)? ~ ~ (in|from|at)",
      "what (do you think|is your opinion)",
      "(is|sounds) (~) (good|nice|great|popular|top|well) (~) (one|choice|option|salon|dentist|doctor|place|stylist)",
      "(another|other|next|a) (~) (option|one|choice|dentist|doctor|salon|stylist|practitioner|dermatologist|gynecologist)",
      "how (does|would|do) ~ (sound|look|seem|work)",
    ],
  ],
];

/** Words that point to a day or time of the agent's last sentence. */
export const sameWhenPhrases: readonly (readonly [
  { readonly what: "day" | "time"; readonly weeksLater: number },
  readonly string[],
])[] = [
  [
    { what: "day", weeksLater: 0 },
    ["(on)? (that|the same|that same|this same|the very same) (day|date)", "(same|that very) (day|date)"],
  ],
  [
    { what: "day", weeksLater: 1 },
    [
      "(the)? same (day|date|time and day|day and time) (next|the next|the following) week",
      "(the)? same (day|date) (a|one) week later",
      "(a|one) week (later|after that)",
    ],
  ],
  [
    { what: "time", weeksLater: 0 },
    [
      "(at)? (that|the same|that same|the very same|same) (time|hour)",
      "(the)? same (time and day|day and time|time and date|date and time)",
    ],
  ],
];
