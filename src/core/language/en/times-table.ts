/** What a part of the day says of an hour that has no a.m. or p.m. of its own. */
export type DayPart = "morning" | "afternoon" | "evening" | "night";

export const dayParts: Readonly<Record<string, DayPart>> = {
  morning: "morning",
  mornings: "morning",
  mornin: "morning",
  afternoon: "afternoon",
  afternoons: "afternoon",
  evening: "evening",
  evenings: "evening",
  eve: "evening",
  night: "night",
  nights: "night",
  nite: "night",
  tonight: "night",
};

/** Behind a number and "of", these say that it counts things. */
export const countedOf: ReadonlySet<string> = new Set(
  "the them these those us you my our your his her their".split(" "),
);

/** Small words that recognizers write for an hour. */
export const hourHomophones: Readonly<Record<string, string>> = {
  to: "two",
  too: "two",
  for: "four",
  ate: "eight",
  won: "one",
};

/** Stretches of the day with the starts that they allow, `HH:MM`; null = as far as the opening hours go. */
export const dayStretches: readonly (readonly [
  readonly [string | null, string | null],
  readonly string[],
])[] = [
  [
    [null, "12:00"],
    [
      "(the|this|in)? (morning|mornings|mornin)",
      "before (noon|lunch|midday|lunchtime)",
      "(the)? first (half|part) of (the|my)? day",
      "(a|in the|an|the) am ($|one)",
    ],
  ],
  [
    [null, "10:00"],
    [
      "(early|earlier) (in the)? (morning|mornings|am|in the day)",
      "(the)? first thing",
      "first thing (in the|tomorrow)? morning",
      "^ (early|earlier) (please|if possible|$)",
      "bright and early",
      "(start|beginning) of the (day|morning)",
      "as soon as you open",
      "when you open",
      "first thing in the morning",
    ],
  ],
  [
    ["09:30", "11:30"],
    ["(mid|middle of the|mid-) morning", "(mid-morning|midmorning)"],
  ],
  [["10:00", "12:00"], ["(late|later) (in the)? (morning|mornings)"]],
  [
    ["12:00", "17:00"],
    ["(the|this|in)? (afternoon|afternoons)", "(in the|a|an|the) pm ($|one)"],
  ],
  [
    ["12:00", "14:00"],
    [
      "(early|earlier) (in the)? (afternoon|afternoons)",
      "(lunch|lunchtime|lunch time|lunch hour|lunch break|noontime)",
      "(at|over|during|around|on my) (my)? (lunch|lunchtime|lunch break|lunch hour|lunch time)",
      "(middle of the day|mid day|mid-day|midday)",
    ],
  ],
  [["11:30", "12:30"], ["(noonish|around noon|about noon|noon ish)"]],
  [
    ["12:00", null],
    ["later (on)? in (the|my) day", "(the)? (second|latter|last|other) half of (the|my) day"],
  ],
  [
    ["13:00", null],
    [
      "after (my|our|the)? (lunch|lunchtime|lunch time|lunch break|lunch hour|noon|midday)",
      "(any|some) time after (lunch|noon)",
    ],
  ],
  [
    ["14:00", "16:00"],
    ["(mid|middle of the|mid-) afternoon", "(mid-afternoon|midafternoon)"],
  ],
  [
    ["15:00", "18:00"],
    ["(late|later) (in the)? (afternoon|afternoons)", "late in the day"],
  ],
  [
    ["15:00", null],
    [
      "after (school|class|the kids are out of school|the kids get out|i pick up the kids)",
      "when school (is out|gets out|lets out)",
    ],
  ],
  [
    ["16:00", null],
    ["(end|close) of (the)? (day|business)", "(the)? last thing", "(towards|near|toward) the end of the day"],
  ],
  [
    ["17:00", null],
    ["after (work|i get off work|i finish work|i get off|hours|my shift|business hours|office hours)"],
  ],
  [["17:00", "21:00"], ["(the|this|in|early in)? (the)? (evening|evenings)"]],
  [["17:00", "19:00"], ["(early|earlier) (in the)? (evening|evenings)"]],
  [
    ["18:00", null],
    ["(tonight|at night|the night|nighttime|night time)", "(late|later) (in the)? (evening|night)"],
  ],
  [[null, "09:00"], ["before (work|school|my shift|class|i go to work)"]],
];

/** Wishes for the one or the other end of what is available. */
export const preferencePhrases: readonly (readonly ["earliest" | "latest", readonly string[]])[] = [
  [
    "earliest",
    [
      "as (soon|early|quick|quickly|fast) as (possible|you can|you have|can be|they can|i can|it gets)",
      "(asap|soonest)",
      "(the|your|their)? (earliest|soonest|first|next) (possible|available|one|opening|appointment|time|date|day|slot|open|thing|that is)? (available|possible|opening|appointment|time|slot|date|you have|open|one)",
      "(the|your|at the) earliest",
      "(first|next) available",
      "the (sooner|earlier|quicker) the better",
      "(right away|immediately|straight away|at once|urgently)",
      "(anything|something) (sooner|earlier)",
      "(whatever|whichever|anything) (is|comes|you (have|got)) (next|first|soonest|earliest|open (next|first)|available (next|first))",
    ],
  ],
  [
    "latest",
    [
      "as late as (possible|you can|you have|they have|it gets)",
      "(the|your|their) (latest|last) (possible|available|one|opening|appointment|time|slot)? (available|possible|opening|appointment|time|slot|of the day|you have|one)?",
      "last (appointment|slot|opening|time|one) (of the day|you have|available|possible)",
      "at the latest",
      "the later the better",
    ],
  ],
];

/** Words that begin a time of day, besides numbers and parts of the day. */
export const timeBeginnings: ReadonlySet<string> = new Set(
  "a the in this at around about approximately roughly like exactly say half quarter quater noon midday midnight noontime".split(
    " ",
  ),
);

/** Directly before a number these make it an hour. */
export const timeLeads: ReadonlySet<string> = new Set(
  "at by around about before after until till til from between past approximately roughly near toward towards like say @ circa than".split(
    " ",
  ),
);

/** Before an hour these stand as well as before anything else: they make one of a number only where a time was asked for. */
export const weakTimeLeads: ReadonlySet<string> = new Set(
  "for to and or either both is it make on do does be at time only maybe probably then not no prefer want choose pick take actually instead mean meant rather say okay ok afternoon morning evening night sorry set works appointment available well so yeah yes sure o".split(
    " ",
  ),
);

/** Behind a bare number these show that it counts nothing ("at four please", but not "at four places"). */
export const behindHours: ReadonlySet<string> = new Set(
  "on in at please or and to till until today tomorrow works work would is if then instead thanks thank but this next the for through of sounds should will monday tuesday wednesday thursday friday saturday sunday i that maybe available open good can could your my okay ok so because since as with when also again no wait sorry actually onwards onward are there its it a appointment preferably fine best great perfect".split(
    " ",
  ),
);
