import type { DayRange, TimeRange } from "../language/understanding.ts";
import type { Fact } from "../practice/practice.ts";
import type { Ineligible } from "../scheduling/eligibility.ts";
import type { Opening } from "../scheduling/opening.ts";
import type { ServiceSuggestion } from "../scheduling/suggest-service.ts";
import type { OfferingId, ResourceId } from "../values/ids.ts";
import type { FieldValues, Problem } from "./field.ts";
import type { FieldId } from "./field-ids.ts";
import type { Booking, Outcome } from "./requests.ts";
import type { TaskId } from "./tasks/task.ts";

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
  readonly task: TaskId;
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

/** What the ledger has done. What states an outcome is made from its reply and from nothing else. */
export type Committed = Extract<
  Outcome,
  {
    kind:
      | "booked"
      | "rescheduled"
      | "cancelled"
      | "confirmed"
      | "waiting"
      | "ticketTaken"
      | "callingStopped"
      | "textsAnswered"
      | "status";
  }
>;

/** What is to be said; how it is put into words is wording's. */
export type Saying =
  | { readonly kind: "greeting" }
  | { readonly kind: "disclosure" }
  | {
      readonly kind: "askWish";
      readonly way: "plain" | "short" | "yesNo" | "bookIt" | "bookVisit";
      /** Given name of the one person whom the number belongs to, who is asked whether it is them. */
      readonly caller: string | null;
    }
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
  /** A rule stands against the offering; `instead` is looked for, null = a person takes over. */
  | {
      readonly kind: "notEligible";
      readonly offering: OfferingId;
      readonly reason: Ineligible;
      readonly instead: OfferingId | null;
    }
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
  | { readonly kind: "askWaitlist" }
  | { readonly kind: "askAgree"; readonly task: TaskId; readonly booking: Booking; readonly again: boolean }
  | { readonly kind: "askInstead" }
  | { readonly kind: "suggest"; readonly suggestion: ServiceSuggestion }
  | { readonly kind: "askTexts"; readonly phone: string }
  | { readonly kind: "askResume"; readonly task: TaskId }
  | {
      readonly kind: "readBackMove";
      readonly from: Booking;
      readonly opening: Opening;
      readonly again: boolean;
    }
  /** What the person has ahead; the question that follows may be which one. */
  | { readonly kind: "askWhichBooking"; readonly bookings: readonly Booking[]; readonly again: boolean }
  | { readonly kind: "noBookings" }
  /** The chosen time is held while the rest is asked for. */
  | { readonly kind: "keepsTime" }
  | { readonly kind: "staysAsItIs" }
  /** Nobody matches the proof. */
  | { readonly kind: "notFound" }
  | { readonly kind: "notVerified" }
  | { readonly kind: "bookingGone" }
  | { readonly kind: "troubleChanging" }
  | { readonly kind: "wrongNumber" }
  | { readonly kind: "taken" }
  | { readonly kind: "expired" }
  | ReadBack
  | { readonly kind: "askCorrectWhat" }
  | { readonly kind: "oneMoment" }
  | { readonly kind: "stillLooking" }
  | { readonly kind: "troubleBooking" }
  | { readonly kind: "troubleLooking" }
  | {
      readonly kind: "committed";
      readonly outcome: Committed;
      readonly task: TaskId;
      readonly staff: string | null;
    }
  | { readonly kind: "confirmationAgain"; readonly booking: Booking }
  | { readonly kind: "prepare"; readonly offering: OfferingId }
  | { readonly kind: "fact"; readonly fact: Fact }
  | { readonly kind: "payerTaken"; readonly payer: string }
  | { readonly kind: "hoursOn"; readonly day: Temporal.PlainDate }
  /** Those of a usual week; of some of its weekdays, from 1 = Monday, where only they are asked about. */
  | { readonly kind: "usualHours"; readonly weekdays: readonly number[] | null }
  /** When a doctor is there, on the day where one is asked about. */
  | {
      readonly kind: "doctorHours";
      readonly doctor: ResourceId;
      readonly day: Temporal.PlainDate | null;
    }
  | { readonly kind: "price"; readonly offering: OfferingId }
  | { readonly kind: "offered"; readonly offerings: readonly OfferingId[] }
  | { readonly kind: "takes"; readonly offering: OfferingId }
  | { readonly kind: "doesIt"; readonly offering: OfferingId }
  | { readonly kind: "whoWorksHere" }
  | { readonly kind: "iAmAutomated" }
  | { readonly kind: "noFact" }
  /** A task begins that the caller has asked for. */
  | { readonly kind: "begin"; readonly task: TaskId }
  | { readonly kind: "askReallyStop" }
  | { readonly kind: "startingOver" }
  | { readonly kind: "alreadyBooked"; readonly booking: Booking }
  | { readonly kind: "askAnythingElse"; readonly short: boolean }
  | { readonly kind: "putThrough" }
  | { readonly kind: "nobodyToPutThrough" }
  | { readonly kind: "somebodyWillCall"; readonly outcome: Extract<Outcome, { kind: "ticketTaken" }> }
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
  "askWaitlist",
  "askAgree",
  "askInstead",
  "suggest",
  "askTexts",
  "askResume",
  "askWhichBooking",
  "readBack",
  "readBackMove",
  "askCorrectWhat",
  "askEmergency",
  "askReallyStop",
  "askAnythingElse",
  "stillThere",
]);

/** The booking whose confirmation number the words tell; null when they tell none. */
export function bookingTold(saying: Saying): Booking | null {
  if (saying.kind === "confirmationAgain") return saying.booking;
  if (saying.kind !== "committed") return null;
  const { outcome } = saying;
  return outcome.kind === "booked" || outcome.kind === "rescheduled" ? outcome.booking : null;
}

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
