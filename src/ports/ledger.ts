import type {
  Booking,
  NewTicket,
  NotEligible,
  Outcome,
  PersonDetails,
  Proof,
  Request,
  SoughtFor,
  TextsAnswer,
  VehicleOnFile,
  VisitDetails,
  WorkStatus,
} from "../core/dialogue/requests.ts";
import type { FreedTime } from "../core/scheduling/freed-opening.ts";
import type { Opening, OpeningsWanted } from "../core/scheduling/opening.ts";
import type {
  CallId,
  EpochMs,
  HoldId,
  PersonId,
  PracticeId,
  RequestId,
  VehicleId,
} from "../core/values/ids.ts";
import type { Private } from "../core/values/private.ts";
import type { Following } from "./language-model.ts";
import type { LedgerOfStaff } from "./ledger-of-staff.ts";

/** Who asks and how often: a repeated key returns the first answer and changes nothing. */
export interface RequestKey {
  readonly call: CallId;
  readonly request: RequestId;
}

/** A booking as read back from the database, for consoles, graders and messages. */
export interface BookingRecord extends Booking {
  readonly practice: PracticeId;
  readonly call: CallId | null;
  readonly bookedAt: EpochMs;
  /** When it was last moved, confirmed or cancelled; `bookedAt` until then. */
  readonly changedAt: EpochMs;
  /** How often it was moved or cancelled: the sequence number of its calendar entry. */
  readonly sequence: number;
  readonly details: Private<PersonDetails>;
  readonly visit: Private<VisitDetails>;
  /** Why it was cancelled, where that was said. */
  readonly reason: Private<string> | null;
}

/** Somebody who waits for an earlier time, as read back from the database. */
export interface WaitingRecord {
  readonly ticket: string;
  readonly practice: PracticeId;
  readonly wanted: OpeningsWanted;
  readonly details: Private<PersonDetails>;
  readonly since: EpochMs;
  /** The opening that they were last told of; null = none yet. */
  readonly offered: Opening | null;
}

export interface KnownPerson {
  readonly person: PersonId;
  readonly details: Private<Partial<PersonDetails>>;
  readonly vehicles: Private<readonly VehicleOnFile[]>;
}

/** How somebody wants to be dealt with; null = nothing was said. */
export interface Preferences {
  readonly language: string | null;
  readonly channel: "phone" | "email" | "text" | null;
  readonly reminders: boolean | null;
  /** A resource, or a member of staff. */
  readonly favorite: string | null;
}

/** What a number's owner agreed to, or refused; the newest answer counts. */
export interface Consent {
  readonly to: "calls" | "texts" | "recording";
  readonly given: boolean;
}

/** The typed answer where a rule of the practice stands against it. */
export type Refused = { readonly kind: "notEligible" } & NotEligible;

/**
 * The tables that own openings, holds and bookings. Every method is safe to retry; all throw `WorldError`.
 *
 * What belongs to a person is read and changed only for a call that has proved to be, or has created, that person; a
 * booking also for the call that made it. Else the answer is `notAllowed`, whatever the program that asks believes.
 */
export interface Ledger extends LedgerOfStaff {
  /** Whom the number belongs to, however it is written. */
  whoCalls(
    practice: PracticeId,
    phone: Private<string>,
  ): Promise<Private<readonly { readonly person: PersonId; readonly given: string }[]>>;
  /** Gives the call the person's scope. After three proofs that failed, every later one in the call is `locked`. */
  identify(
    practice: PracticeId,
    proof: Private<Proof>,
    key: RequestKey,
  ): Promise<KnownPerson | "new" | "ambiguous" | "locked">;
  /** Refused only when no day and no resource of those wanted could help; else what does not suit the attendee is left out. */
  findOpenings(
    practice: PracticeId,
    wanted: OpeningsWanted,
    soughtFor?: SoughtFor & { readonly call?: CallId },
  ): Promise<{ readonly kind: "openings"; readonly openings: readonly Opening[] } | Refused>;
  /**
   * Reserves the time for two minutes. Losing a race is an answer, not an error. The time of the call's own booking that it
   * replaces counts as free; such a hold is good for moving that booking and for nothing else.
   */
  hold(
    practice: PracticeId,
    opening: Opening,
    key: RequestKey,
    soughtFor?: SoughtFor,
  ): Promise<{ hold: HoldId; opening: Opening; expires: EpochMs } | "taken" | Refused>;
  release(hold: HoldId, key: RequestKey): Promise<void>;
  /**
   * Turns a live hold into a booking and writes its messages, all in one transaction. Somebody who is new is created and is
   * the call's own from then on. What is on file is brought up to date only for a call with the person's scope. `taken` when
   * the practice has changed its calendar since the hold, refused when the person may not have the offering; what is on file
   * decides who is known.
   */
  book(
    hold: HoldId,
    person: Private<PersonDetails>,
    visit: Private<VisitDetails>,
    key: RequestKey,
  ): Promise<Booking | "expired" | "taken" | Refused>;
  /** Upcoming bookings that are not cancelled, by start. */
  listBookings(
    practice: PracticeId,
    person: PersonId,
    key: RequestKey,
  ): Promise<readonly Booking[] | "notAllowed">;
  /** `gone` when it is cancelled, past, or not where `booking` says any more; so for the two that follow. */
  confirmBooking(booking: Booking, key: RequestKey): Promise<Booking | "gone" | "notAllowed">;
  /** Frees the time, tells person and staff, and offers the time to who waits, all by the same transaction. */
  cancelBooking(
    booking: Booking,
    reason: Private<string> | null,
    key: RequestKey,
  ): Promise<Booking | "gone" | "notAllowed">;
  /** Takes the time held before it gives up the old one; the confirmation number stays. */
  reschedule(
    booking: Booking,
    hold: HoldId,
    key: RequestKey,
  ): Promise<Booking | "expired" | "taken" | "gone" | "notAllowed">;
  /** Returns the ticket's number. */
  joinWaitlist(
    practice: PracticeId,
    wanted: OpeningsWanted,
    person: Private<PersonDetails>,
    key: RequestKey,
  ): Promise<string>;
  /** Returns the ticket's number. Staff are told in the same transaction. */
  takeTicket(practice: PracticeId, ticket: NewTicket, key: RequestKey): Promise<string>;
  /** Neither calls nor texts from now on. */
  stopCalling(practice: PracticeId, phone: Private<string>, key: RequestKey): Promise<void>;
  recordConsent(
    practice: PracticeId,
    phone: Private<string>,
    consent: Consent,
    key: RequestKey,
  ): Promise<void>;
  /**
   * Keeps what the owner of the number says to texts, in their own words. With a yes, the call's own booking that it names is
   * texted about, and told so to whoever reads it, in the same transaction.
   */
  answerTexts(practice: PracticeId, answer: TextsAnswer, key: RequestKey): Promise<void>;
  /** The newest answer for this number; null = never asked. */
  consent(practice: PracticeId, phone: Private<string>, to: Consent["to"]): Promise<boolean | null>;
  preferences(
    practice: PracticeId,
    person: PersonId,
    key: RequestKey,
  ): Promise<Private<Preferences> | "notAllowed">;
  /** Null leaves a preference as it was. */
  prefer(
    practice: PracticeId,
    person: PersonId,
    preferences: Private<Preferences>,
    key: RequestKey,
  ): Promise<"notAllowed" | "preferred">;
  /** The work on the person's vehicles, newest first. */
  askStatus(
    practice: PracticeId,
    person: PersonId,
    key: RequestKey,
  ): Promise<readonly WorkStatus[] | "notAllowed">;
  /** Staff's word on how far the work on a vehicle is; one state a vehicle. */
  setStatus(
    practice: PracticeId,
    work: { readonly vehicle: VehicleId; readonly state: WorkStatus["state"] },
  ): Promise<void>;
  /** In the order in which they get their turn. */
  waiting(practice: PracticeId): Promise<readonly WaitingRecord[]>;
  /**
   * Tells the first who waits for a time that has become free; their ticket, or null when nobody does. `change` names what
   * freed the time: asked again about the same change, nobody is told.
   */
  offerFreed(practice: PracticeId, freed: FreedTime, change: string): Promise<string | null>;
  bookingByConfirmation(practice: PracticeId, confirmation: string): Promise<BookingRecord | null>;
  bookings(practice: PracticeId, range: { from: EpochMs; to: EpochMs }): Promise<readonly BookingRecord[]>;
}

/** The part of a ledger that finds and reserves times, and knows who waits for one. */
export type LedgerOfTimes = Pick<
  Ledger,
  "findOpenings" | "hold" | "release" | "joinWaitlist" | "waiting" | "offerFreed"
>;

/** The part that keeps bookings. */
export type LedgerOfBookings = Pick<
  Ledger,
  | "book"
  | "listBookings"
  | "confirmBooking"
  | "cancelBooking"
  | "reschedule"
  | "bookingByConfirmation"
  | "bookings"
>;

/** The part that knows people, what they wish, and how their work stands. */
export type LedgerOfPeople = Pick<
  Ledger,
  | "whoCalls"
  | "identify"
  | "stopCalling"
  | "recordConsent"
  | "answerTexts"
  | "consent"
  | "preferences"
  | "prefer"
  | "askStatus"
  | "setStatus"
  | "takeTicket"
>;

/** Carries out one request of the core. Never rejects: a failure of the world is the outcome `failed`. */
export type Perform = (
  practice: PracticeId,
  request: Request,
  key: RequestKey,
  /** For requests whose answer comes bit by bit and may be taken back: those to a language model. */
  following?: Following,
) => Promise<Outcome>;
