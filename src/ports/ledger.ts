import type { Booking, Outcome, PersonDetails, Request, VisitDetails } from "../core/dialogue/requests.ts";
import type { Opening, OpeningsWanted } from "../core/scheduling/opening.ts";
import type { CallId, EpochMs, HoldId, PersonId, PracticeId, RequestId } from "../core/values/ids.ts";
import type { Private } from "../core/values/private.ts";

/** Who asks and how often: a repeated key returns the first answer and changes nothing. */
export interface RequestKey {
  readonly call: CallId;
  readonly request: RequestId;
}

/** A booking as read back from the database, for consoles, graders and messages. */
export interface BookingRecord extends Booking {
  readonly practice: PracticeId;
  readonly call: CallId | null;
  readonly state: "booked" | "cancelled";
  readonly bookedAt: EpochMs;
  readonly details: Private<PersonDetails>;
  readonly visit: Private<VisitDetails>;
}

/** A call-back ticket as read back from the database. */
export interface TicketRecord {
  readonly number: string;
  readonly practice: PracticeId;
  readonly about: string;
  readonly phone: Private<string> | null;
  readonly message: Private<string>;
  readonly state: "open" | "done";
  readonly takenAt: EpochMs;
}

/** The tables that own openings, holds and bookings. Every method is safe to retry; all throw `WorldError`. */
export interface Ledger {
  identify(
    practice: PracticeId,
    person: Private<{ given: string; family: string; dateOfBirth: string }>,
  ): Promise<{ person: PersonId; details: Private<Partial<PersonDetails>> } | "new">;
  findOpenings(practice: PracticeId, wanted: OpeningsWanted): Promise<readonly Opening[]>;
  /** Reserves the time for two minutes. Losing a race is an answer, not an error. */
  hold(
    practice: PracticeId,
    opening: Opening,
    key: RequestKey,
  ): Promise<{ hold: HoldId; opening: Opening; expires: EpochMs } | "taken">;
  release(hold: HoldId, key: RequestKey): Promise<void>;
  /** Turns a live hold into a booking and writes its messages, all in one transaction. */
  book(
    hold: HoldId,
    person: Private<PersonDetails>,
    visit: Private<VisitDetails>,
    key: RequestKey,
  ): Promise<Booking | "expired" | "taken">;
  /** Returns the ticket's number. Staff are told in the same transaction. */
  takeTicket(
    practice: PracticeId,
    ticket: { about: string; phone: Private<string> | null; message: Private<string> },
    key: RequestKey,
  ): Promise<string>;
  ticket(practice: PracticeId, number: string): Promise<TicketRecord | null>;
  bookingByConfirmation(practice: PracticeId, confirmation: string): Promise<BookingRecord | null>;
  bookings(practice: PracticeId, range: { from: EpochMs; to: EpochMs }): Promise<readonly BookingRecord[]>;
}

/** Carries out one request of the core. Never rejects: a failure of the world is the outcome `failed`. */
export type Perform = (practice: PracticeId, request: Request, key: RequestKey) => Promise<Outcome>;
