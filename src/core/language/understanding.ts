import type { Expectation } from "./expectation.ts";

/** What reaches the parsers: the recognizer's best text and, when it has them, others (best first, the best included). */
export interface Heard {
  readonly text: string;
  readonly alternatives: readonly string[];
}

/** What was going on when it was said. */
export interface Circumstances {
  readonly expectation: Expectation;
  /** What the agent said last; empty when unknown. */
  readonly previous: string;
  /** Local date and time that relative phrases count from. */
  readonly reference: Temporal.PlainDateTime;
  readonly timeZone: string;
  /** When the practice is open; decides a.m. or p.m. of a bare "four". */
  readonly opening: { readonly from: Temporal.PlainTime; readonly to: Temporal.PlainTime } | null;
  /** The caller's name when it was told before; resolves "my first name dot last name at …". */
  readonly knownName?: PersonName | null;
}

/** Half-open range of characters in `Heard.text`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface PersonName {
  readonly given: string | null;
  readonly family: string | null;
}

export interface Address {
  readonly number: string | null;
  readonly street: string | null;
  readonly unit: string | null;
  readonly city: string | null;
  /** Two-letter code. */
  readonly state: string | null;
  /** 5 digits or ZIP+4 with a dash. */
  readonly zip: string | null;
  readonly poBox: string | null;
}

export interface Vehicle {
  readonly year: number | null;
  readonly make: string | null;
  readonly model: string | null;
  readonly mileage: number | null;
  readonly colour: string | null;
}

/** Days that a caller would accept. Ends are inclusive; `weekdays` and `except` are ISO weekdays; null = no limit. */
export interface DayRange {
  readonly from: Temporal.PlainDate | null;
  readonly to: Temporal.PlainDate | null;
  readonly weekdays: readonly number[] | null;
  readonly except: readonly number[];
}

/** Clock times that a caller would accept for the start, `from` inclusive, `to` exclusive; null = no limit. */
export interface TimeRange {
  readonly from: Temporal.PlainTime | null;
  readonly to: Temporal.PlainTime | null;
}

/** Length of a stated time, with how it was stated: "since Monday" keeps its beginning. */
export interface SpokenDuration {
  /** ISO 8601: `P2D`, `PT3H`, `P1Y`. */
  readonly iso: string;
  readonly since: Temporal.PlainDate | null;
  readonly intermittent: boolean;
}

/** The value kinds beside `choice`, whose value is the index in `Expectation.choices`. */
export type ReadingValue =
  | { readonly kind: "date"; readonly value: Temporal.PlainDate }
  | { readonly kind: "days"; readonly value: DayRange }
  | { readonly kind: "time"; readonly value: Temporal.PlainTime }
  | { readonly kind: "times"; readonly value: TimeRange }
  | { readonly kind: "preference"; readonly value: "earliest" | "latest" }
  | { readonly kind: "choice"; readonly value: number }
  | { readonly kind: "choiceNone"; readonly value: true }
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "duration"; readonly value: SpokenDuration }
  /** E.164, with an extension after `x` when one was given. */
  | { readonly kind: "phone"; readonly value: string }
  /** "The number I'm calling from." */
  | { readonly kind: "sameNumber"; readonly value: true }
  | { readonly kind: "email"; readonly value: string }
  | { readonly kind: "name"; readonly value: PersonName }
  | { readonly kind: "dateOfBirth"; readonly value: Temporal.PlainDate }
  /** Upper case, without spaces or dashes. `named` is the shape whose name the caller said: `memberId`, `groupNumber`, … */
  | { readonly kind: "identifier"; readonly value: string; readonly named?: string | null }
  | { readonly kind: "address"; readonly value: Address }
  /** Payer id of the payer table, or `self` for self-pay. */
  | { readonly kind: "payer"; readonly value: string }
  /** Complaint category; the words themselves are in the span. */
  | { readonly kind: "complaint"; readonly value: string }
  | { readonly kind: "service"; readonly value: string }
  | { readonly kind: "vehicle"; readonly value: Vehicle }
  | { readonly kind: "vin"; readonly value: string }
  /** 0–10. */
  | { readonly kind: "pain"; readonly value: number };

/** One interpretation of some of the words. `confidence` is 0–1; at 0.5 or below the value wants confirming. */
export type Reading = ReadingValue & { readonly span: Span; readonly confidence: number };

export type ActKind =
  | "affirm"
  | "deny"
  | "repeat"
  | "slower"
  | "wait"
  | "help"
  | "goBack"
  | "correct"
  | "startOver"
  | "book"
  | "cancel"
  | "change"
  | "confirm"
  | "person"
  | "thank"
  | "greet"
  | "goodbye"
  | "dontKnow"
  | "question"
  | "stop";

export interface ActReading {
  readonly kind: ActKind;
  readonly span: Span;
  readonly confidence: number;
  /** For `question`: hours, location, parking, price, insurance, preparation, directions, whoIsThis, robot, why …
   *  For `correct`: the field kind that is to be changed, when it was named. Otherwise null. */
  readonly topic: string | null;
}

/** Words that must reach the emergency instruction in every state of a call. */
export interface RedFlag {
  readonly kind: "emergency" | "crisis";
  /** chestPain, stroke, breathing, bleeding, allergicShock, overdose, unconscious, pregnancy, selfHarm … */
  readonly category: string;
  readonly span: Span;
}

export interface Understanding {
  /** Best first; two readings of one kind whose confidence is close are an ambiguity to ask about. */
  readonly readings: readonly Reading[];
  readonly acts: readonly ActReading[];
  /** Null when neither, or when it cannot be told: silence is better than the wrong polarity. */
  readonly reply: "yes" | "no" | null;
  readonly redFlag: RedFlag | null;
  /** 0–1: how sure a person would be that nothing more is coming. 1 = answer at once; 0.2 = surely more to come. */
  readonly complete: number;
}

/** The face of the room; `understand.ts` implements it. Total, pure, under a millisecond at the 99th percentile. */
export type Understand = (heard: Heard, circumstances: Circumstances) => Understanding;
