import type { DayRange, TimeRange } from "../language/understanding.ts";
import type { Fact } from "../practice/practice.ts";
import type { Opening } from "../scheduling/opening.ts";
import type { OfferingId, ResourceId } from "../values/ids.ts";
import type { FieldValues, Problem } from "./field.ts";
import type { FieldId } from "./field-ids.ts";
import type { Booking } from "./requests.ts";

/** A field together with its value. */
export type FieldWithValue = {
  readonly [F in FieldId]: { readonly field: F; readonly value: FieldValues[F] };
}[FieldId];

/**
 * How a question is put. `short` when it was just asked; `onFile` asks whether what is on file still holds;
 * `callingNumber` offers the number the caller calls from.
 */
export type AskWay =
  | "plain"
  | "short"
  | "example"
  | "spelling"
  | "parts"
  | "keypad"
  | "onFile"
  | "callingNumber";

export interface Ask {
  readonly kind: "ask";
  readonly field: FieldId;
  readonly way: AskWay;
  /** The missing part that is asked for. */
  readonly part: string | null;
  /** What is on file, or the calling number. */
  readonly known: unknown;
  /** Whom the caller may choose among. */
  readonly resources: readonly ResourceId[];
}

/** What the final read-back holds. */
export interface ReadBack {
  readonly kind: "readBack";
  readonly opening: Opening;
  /** Values that the caller has not yet said yes to, beside the name. */
  readonly fields: readonly FieldWithValue[];
  readonly again: boolean;
}

/** What is to be said; how it is put into words is wording's. */
export type Saying =
  | { readonly kind: "greeting" }
  | { readonly kind: "disclosure" }
  | { readonly kind: "askWish"; readonly way: "plain" | "short" | "yesNo" }
  | Ask
  | ({ readonly kind: "acknowledge" } & FieldWithValue)
  | ({ readonly kind: "confirm"; readonly way: "plain" | "keypad" } & FieldWithValue)
  | { readonly kind: "notUnderstood" }
  | { readonly kind: "wasWrong" }
  | { readonly kind: "problem"; readonly field: FieldId; readonly problem: Problem }
  | { readonly kind: "sameAsDenied" }
  | { readonly kind: "changed" }
  | { readonly kind: "help"; readonly field: FieldId | null }
  | { readonly kind: "why"; readonly field: FieldId | null }
  | {
      readonly kind: "left";
      readonly field: FieldId;
      readonly why: "notAtHand" | "declined" | "notUnderstood";
    }
  | { readonly kind: "takeYourTime" }
  | { readonly kind: "stillThere" }
  | { readonly kind: "silentGoodbye" }
  | { readonly kind: "emergency"; readonly flag: "emergency" | "crisis" }
  | { readonly kind: "askEmergency"; readonly flag: "emergency" | "crisis"; readonly again: boolean }
  | { readonly kind: "emergencyOver" }
  | { readonly kind: "emergencyGoodbye" }
  | { readonly kind: "notOnFile" }
  | { readonly kind: "doctorNotSuitable"; readonly doctor: ResourceId }
  | { readonly kind: "onlyDoctor"; readonly doctor: ResourceId }
  | {
      readonly kind: "offers";
      readonly openings: readonly Opening[];
      readonly again: boolean;
    }
  /** Nothing matches the wish; the offers that follow give up `relaxed`. */
  | {
      readonly kind: "noneAsWished";
      readonly relaxed: "doctor" | "times" | "days";
      readonly doctor: ResourceId | null;
      readonly days: readonly DayRange[];
      readonly times: readonly TimeRange[];
    }
  | { readonly kind: "whichOne" }
  | { readonly kind: "askWhen" }
  | { readonly kind: "noOpenings" }
  | { readonly kind: "askCallBack" }
  | { readonly kind: "taken" }
  | { readonly kind: "expired" }
  | ReadBack
  | { readonly kind: "askCorrectWhat" }
  | { readonly kind: "oneMoment" }
  | { readonly kind: "stillLooking" }
  | { readonly kind: "troubleBooking" }
  | { readonly kind: "troubleLooking" }
  /** Made from the committed record and from nothing else. */
  | { readonly kind: "booked"; readonly booking: Booking }
  | { readonly kind: "confirmationAgain"; readonly booking: Booking }
  | { readonly kind: "prepare"; readonly offering: OfferingId }
  | { readonly kind: "fact"; readonly fact: Fact }
  | { readonly kind: "payerTaken"; readonly payer: string }
  | { readonly kind: "hoursToday" }
  | { readonly kind: "iAmAutomated" }
  | { readonly kind: "noFact" }
  | { readonly kind: "cannotYet" }
  | { readonly kind: "askReallyStop" }
  | { readonly kind: "startingOver" }
  | { readonly kind: "askAnythingElse"; readonly short: boolean }
  | { readonly kind: "putThrough" }
  | { readonly kind: "nobodyToPutThrough" }
  | { readonly kind: "ticketTaken" }
  | { readonly kind: "ticketFailed" }
  | { readonly kind: "goodbye" }
  | { readonly kind: "interrupted" }
  | { readonly kind: "tooLong" };

const questions: ReadonlySet<Saying["kind"]> = new Set([
  "askWish",
  "ask",
  "confirm",
  "offers",
  "whichOne",
  "askWhen",
  "askCallBack",
  "readBack",
  "askCorrectWhat",
  "askEmergency",
  "askReallyStop",
  "askAnythingElse",
  "stillThere",
]);

/** Whether it asks for an answer. */
export function isQuestion({ kind }: Saying): boolean {
  return questions.has(kind);
}

/** Said as one prompt. `purpose` is for the console, simulated callers and metrics. */
export interface Statement {
  readonly purpose: string;
  readonly sayings: readonly Saying[];
  readonly bargeIn: boolean;
}
