type Day = Temporal.PlainDate;

/** What the day parsers count from and how free they are. */
export interface DayContext {
  readonly today: Day;
  /** A date was asked for: bare numbers and ordinals are likelier to be days. */
  readonly asked: boolean;
  /** A date and no time of day was asked for: a bare number can only be a day. */
  readonly onlyAsked: boolean;
  /** Things are on offer: "the first one" is likelier a choice. */
  readonly choices: boolean;
  /** "3/5" is the third of May. */
  readonly dayFirst: boolean;
}

/** One day in the words. `basis` says what it was said by, so that "next week … on Thursday" can be joined. */
export interface DayFound {
  readonly date: Day;
  readonly from: number;
  readonly next: number;
  readonly confidence: number;
  readonly basis:
    | { readonly kind: "fixed" }
    | { readonly kind: "weekday"; readonly weekday: number }
    | { readonly kind: "dayOfMonth"; readonly day: number };
}

/** A basis that no week or month elsewhere in the words changes. */
export const FIXED = { kind: "fixed" } as const;
