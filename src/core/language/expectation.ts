/** Kinds of answer that the parsers know. */
export const fieldKinds = [
  "date",
  "time",
  "yesNo",
  "choice",
  "number",
  "duration",
  "phone",
  "email",
  "name",
  "dateOfBirth",
  "identifier",
  "address",
  "payer",
  "complaint",
  "service",
  "vehicle",
  "vin",
  "pain",
] as const;

export type FieldKind = (typeof fieldKinds)[number];

/** One of the things on offer. `spoken` holds every way to say it, the preferred first. */
export interface Choice {
  readonly id: string;
  readonly spoken: readonly string[];
  /** Set when the choice is an opening, so that "the Tuesday one" and "the later one" can be resolved. */
  readonly date?: Temporal.PlainDate;
  readonly time?: Temporal.PlainTime;
}

/** The form of an identifier: `memberId`, `groupNumber`, `ukPostcode`, `zip`, `plate`, `vin`, `confirmation`, or a mask. */
export interface IdentifierShape {
  readonly name: string;
  readonly minLength: number;
  readonly maxLength: number;
  /** `A` letter, `9` digit, `*` either; several masks are alternatives; empty = any letters and digits. */
  readonly masks: readonly string[];
}

/** How key presses answer the question: so many digits, 1/2 for yes/no, or the number of a choice. */
export type KeypadForm =
  | { readonly kind: "digits"; readonly minLength: number; readonly maxLength: number }
  | { readonly kind: "yesNo" }
  | { readonly kind: "choice"; readonly count: number };

/**
 * What the question expects. It drives which parsers run first, how long to wait at a pause, and which grammar or key
 * terms the recognizer is given.
 */
export interface Expectation {
  /** Likeliest first. */
  readonly asked: readonly FieldKind[];
  /** May come in the same breath or instead. */
  readonly also: readonly FieldKind[];
  readonly choices: readonly Choice[];
  readonly shape: IdentifierShape | null;
  readonly keypad: KeypadForm | null;
  /** The caller was asked to spell letter by letter. */
  readonly spelling: boolean;
  /** Words that are likely and rare: doctors' names, towns, streets. */
  readonly hints: readonly string[];
}

export const nothingExpected: Expectation = {
  asked: [],
  also: [],
  choices: [],
  shape: null,
  keypad: null,
  spelling: false,
  hints: [],
};
