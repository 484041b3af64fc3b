/** How a stretch of days is found from today. Weeks begin on Monday; `offset` counts weeks or months from the present one. */
export type DayStretch =
  | { readonly kind: "week"; readonly offset: number; readonly part: StretchPart }
  | { readonly kind: "weekend"; readonly offset: number }
  | { readonly kind: "month"; readonly offset: number; readonly part: StretchPart }
  | { readonly kind: "year"; readonly offset: number }
  | { readonly kind: "weekdays" }
  | { readonly kind: "anyDay" }
  | { readonly kind: "nextDays"; readonly days: number };

export type StretchPart = "whole" | "early" | "middle" | "late" | "end" | "rest";

export const dayStretchPhrases: readonly (readonly [DayStretch, readonly string[]])[] = [
  [
    { kind: "week", offset: 0, part: "rest" },
    [
      "(this|the current) week",
      "(later|some time|sometime|any time|anytime|any day|the rest of|rest of) (in|of)? (this|the) week",
    ],
  ],
  [
    { kind: "week", offset: 1, part: "whole" },
    [
      "(any time|anytime|sometime|some time|any day|during|in)? (next|the following|the coming|the next) week",
    ],
  ],
  [
    { kind: "week", offset: 2, part: "whole" },
    ["(the)? week after (next|that|next week)", "(the)? week after the next"],
  ],
  [{ kind: "week", offset: 0, part: "early" }, ["(early|earlier) this week"]],
  [{ kind: "week", offset: 0, part: "middle" }, ["(mid|middle of) (this|the)? week", "(midweek|mid-week)"]],
  [
    { kind: "week", offset: 0, part: "late" },
    ["(late|later|late in|later in|towards the end of) (this|the) week"],
  ],
  [{ kind: "week", offset: 0, part: "end" }, ["(the)? end of (this|the) week", "end of week"]],
  [
    { kind: "week", offset: 1, part: "early" },
    [
      "(early|earlier|early in|beginning of|the beginning of|start of|the start of|first half of|the first half of|first part of) (the)? (next|following|coming) week",
    ],
  ],
  [
    { kind: "week", offset: 1, part: "middle" },
    ["(mid|middle of|the middle of|the middle) (of)? (next|the next|the following) week"],
  ],
  [
    { kind: "week", offset: 1, part: "late" },
    [
      "(late|later|late in|later in|end of|the end of|second half of|the second half of|towards the end of) (the)? (next|following|coming) week",
    ],
  ],
  [
    { kind: "weekend", offset: 0 },
    [
      "(this|the|this coming|over the|on the|coming|the coming|at the) weekend",
      "(weekends|a weekend|any weekend|weekend)",
      "(on|over) weekends",
    ],
  ],
  [{ kind: "weekend", offset: 1 }, ["(next|the following|the next) weekend", "weekend after next"]],
  [
    { kind: "month", offset: 0, part: "rest" },
    ["(later|some time|sometime|any time|anytime|the rest of|rest of|during)? (in|of)? this month"],
  ],
  [
    { kind: "month", offset: 0, part: "end" },
    ["(the)? end of (this|the) month", "(month end|month's end)", "late (in)? (this|the) month"],
  ],
  [{ kind: "month", offset: 0, part: "middle" }, ["(the)? (mid|middle of) (this|the) month"]],
  [
    { kind: "month", offset: 1, part: "whole" },
    ["(some time|sometime|any time|anytime|during|in)? (next|the following|the coming|the next) month"],
  ],
  [
    { kind: "month", offset: 1, part: "early" },
    [
      "(early|early in|beginning of|the beginning of|start of|the start of|first week of|the first week of|first half of) (next|the next|the following) month",
      "(the)? (first|beginning|start) of the (new|next) month",
    ],
  ],
  [
    { kind: "month", offset: 1, part: "middle" },
    ["(the)? (mid|middle of|the middle of) (next|the next|the following) month"],
  ],
  [
    { kind: "month", offset: 1, part: "end" },
    ["(late|late in|end of|the end of|last week of|the last week of) (next|the next|the following) month"],
  ],
  [{ kind: "year", offset: 1 }, ["(some time|sometime)? next year"]],
  [
    { kind: "weekdays" },
    [
      "(weekdays|weekday|any weekday|a weekday|on weekdays|on a weekday|during the week|work days|workdays|business days|week days|a week day|working days)",
      "(monday|mondays) (through|thru|to|till) (friday|fridays)",
    ],
  ],
  [
    { kind: "anyDay" },
    [
      "(any|every|whichever|whatever) (day|date|days) (at all|is fine|works|you have|is good)?",
      "(whenever|any time|anytime) (you (have|can|are free|want)|is fine|works|is good)",
      "(day|date) (does not|do not) matter",
      "(no|not) preference (on|for|of) (the)? (day|date)",
    ],
  ],
  [
    { kind: "nextDays", days: 3 },
    ["(in|within|over) the next (few|couple of|couple) days", "in the next three days"],
  ],
  [
    { kind: "nextDays", days: 7 },
    ["(in|within|over) (the next|a|the coming|one) (seven days|week)", "within (the|a|one) week"],
  ],
  [
    { kind: "nextDays", days: 14 },
    [
      "(in|within|over) (the next|a) (two weeks|couple of weeks|couple weeks|fortnight|few weeks|14 days)",
      "within two weeks",
    ],
  ],
  [
    { kind: "nextDays", days: 30 },
    ["(in|within|over) (the next|a) (month|thirty days|four weeks)", "within a month"],
  ],
];
