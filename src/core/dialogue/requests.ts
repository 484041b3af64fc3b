import type { Address } from "../language/understanding.ts";
import type { Attendee, Ineligible } from "../scheduling/eligibility.ts";
import type { Opening, OpeningsWanted } from "../scheduling/opening.ts";
import type {
  BookingId,
  EpochMs,
  HoldId,
  OfferingId,
  PersonId,
  ResourceId,
  VehicleId,
} from "../values/ids.ts";
import type { Private } from "../values/private.ts";
import type { ModelQuestion, ModelReply, ModelUse } from "./model/model-question.ts";

/** Who the booking is for, as it was collected and confirmed. Every value is normalised by its field. */
export interface PersonDetails {
  readonly given: string;
  readonly family: string;
  /** `YYYY-MM-DD`; null where a practice does not ask for it. */
  readonly dateOfBirth: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly address: Address | null;
  /** `corrected`, `verified` by an address book, else `unverified`; null without an address. */
  readonly addressState: "verified" | "corrected" | "unverified" | null;
  /** Payer id, or `self`. */
  readonly payer: string | null;
  readonly memberId: string | null;
  readonly groupNumber: string | null;
  /** The vehicle that a booking is about; null when it is about the person. */
  readonly vehicle: VehicleDetails | null;
}

export interface VehicleDetails {
  /** Null for one that is not on file yet. */
  readonly id: VehicleId | null;
  readonly year: number | null;
  readonly make: string | null;
  readonly model: string | null;
  readonly plate: string | null;
  /** All 17 characters. */
  readonly vin: string | null;
  /** Miles at the last reading. */
  readonly mileage: number | null;
}

export interface VehicleOnFile extends VehicleDetails {
  readonly id: VehicleId;
}

/** What a caller says to prove who they are. The ledger compares; case, accents, spaces and punctuation do not count. */
export type Proof =
  | {
      readonly kind: "nameAndBirth";
      readonly given: string;
      readonly family: string;
      /** `YYYY-MM-DD`. */
      readonly dateOfBirth: string;
    }
  | { readonly kind: "plate"; readonly phone: string; readonly plate: string }
  | { readonly kind: "familyAndZip"; readonly phone: string; readonly family: string; readonly zip: string }
  /** The last six characters of the VIN, or more. */
  | { readonly kind: "vinTail"; readonly phone: string; readonly tail: string };

export interface VisitDetails {
  readonly complaint: string | null;
  readonly complaintCategory: string | null;
  /** ISO 8601. */
  readonly duration: string | null;
  readonly pain: number | null;
  readonly urgency: "routine" | "urgent";
  /** Service ids of `core/language`; empty where none are asked for. */
  readonly services: readonly string[];
  /** Whether the customer waits for it; null = not asked. */
  readonly waiting: boolean | null;
  /** Miles, as told for this visit. */
  readonly mileage: number | null;
  /** Whether somebody has referred them for it; null = not asked. */
  readonly referral: boolean | null;
}

/** On whose behalf a time is looked for; what is left out is not known, or not so. */
export interface SoughtFor {
  /** Held against the rules of offerings and resources. */
  readonly attendee?: Private<Attendee>;
  /** The call's own booking that is to be given up for it: its own time counts as free. */
  readonly replacing?: BookingId;
}

/** What was committed. Prompts that state an outcome are made from this and from nothing else. */
export interface Booking {
  readonly id: BookingId;
  /** Six characters without look-alikes, said and shown: `K7M4QX`. */
  readonly confirmation: string;
  readonly person: PersonId;
  readonly resource: ResourceId;
  /** Further resources taken for the same time. */
  readonly also: readonly ResourceId[];
  readonly offering: OfferingId;
  readonly start: EpochMs;
  readonly end: EpochMs;
  /** Where a confirmation was queued to, in the booking's own transaction. */
  readonly messages: readonly ("email" | "text")[];
  /**
   * The practice sends texts, and the owner of the number has never said whether they want any. Told by what makes or moves a
   * booking, false elsewhere.
   */
  readonly mayAskToText: boolean;
  /** `confirmed` when the person has said again that they will come. */
  readonly state: "booked" | "confirmed" | "cancelled";
}

/** Why somebody may not have an offering. */
export interface NotEligible {
  readonly offering: OfferingId;
  readonly reason: Ineligible;
}

/** How far the work on a vehicle is, and since when. `vehicle` is what is said: "2018 Honda Civic". */
export interface WorkStatus {
  readonly vehicle: string;
  readonly state: "waiting" | "inWork" | "ready" | "partsOrdered";
  readonly since: EpochMs;
}

/** What the owner of a number says to being texted. */
export interface TextsAnswer {
  readonly phone: Private<string>;
  readonly given: boolean;
  /** Our question, or what was said last, and the caller's answer to it. */
  readonly words: Private<{ readonly asked: string; readonly answered: string }>;
  /** The call's own booking that is texted about at once when they agree. */
  readonly booking: BookingId | null;
}

/** A message for staff, and a promise to the caller. */
export interface NewTicket {
  readonly about: string;
  readonly purpose: "callBack" | "message" | "handOff";
  /** Staff id or department of the practice file; null = whoever is there. */
  readonly to: string | null;
  readonly phone: Private<string> | null;
  readonly message: Private<string>;
}

/**
 * What the core wants to know or have done outside. Every request is safe to repeat under its key. Requests that touch what
 * belongs to a person are `notAllowed` unless this call has proved to be, or has created, that person; a call may also
 * change the bookings that it made. A `booking` is passed as it was last told, so that a change meanwhile is noticed.
 */
export type Request =
  /** Whom a number belongs to, however it is written. Only given names may be said before a proof. */
  | { readonly kind: "whoCalls"; readonly phone: Private<string> }
  | { readonly kind: "identify"; readonly proof: Private<Proof> }
  | { readonly kind: "checkAddress"; readonly address: Private<Address> }
  | ({ readonly kind: "findOpenings"; readonly wanted: OpeningsWanted } & SoughtFor)
  | ({ readonly kind: "hold"; readonly opening: Opening } & SoughtFor)
  | { readonly kind: "release"; readonly hold: HoldId }
  | {
      readonly kind: "book";
      readonly hold: HoldId;
      readonly person: Private<PersonDetails>;
      readonly visit: Private<VisitDetails>;
    }
  /** Upcoming bookings of the person, by start. */
  | { readonly kind: "listBookings"; readonly person: PersonId }
  | { readonly kind: "confirmBooking"; readonly booking: Booking }
  | { readonly kind: "cancelBooking"; readonly booking: Booking; readonly reason: Private<string> | null }
  /** Moves the booking to the time held, which is had before the old one is given up. */
  | { readonly kind: "reschedule"; readonly booking: Booking; readonly hold: HoldId }
  | {
      readonly kind: "joinWaitlist";
      readonly wanted: OpeningsWanted;
      readonly person: Private<PersonDetails>;
    }
  | ({ readonly kind: "takeTicket" } & NewTicket)
  /** The number is never called or texted again. */
  | { readonly kind: "stopCalling"; readonly phone: Private<string> }
  | ({ readonly kind: "answerTexts" } & TextsAnswer)
  | { readonly kind: "askStatus"; readonly person: PersonId }
  | { readonly kind: "decodeVin"; readonly vin: Private<string> }
  /** What a turn meant. Only looks: what the reply leads to is requested and agreed to like everything else. */
  | { readonly kind: "askModel"; readonly question: ModelQuestion };

/** The reply to a request. Losing a race is an answer; `failed` is a fault of the world after all retries. */
export type Outcome =
  /** Empty for an unknown number. */
  | {
      readonly kind: "callers";
      readonly people: Private<readonly { readonly person: PersonId; readonly given: string }[]>;
    }
  /** Exactly one person on file matches the proof. From here on the call may read and change what is theirs. */
  | {
      readonly kind: "knownPerson";
      readonly person: PersonId;
      readonly details: Private<Partial<PersonDetails>>;
      readonly vehicles: Private<readonly VehicleOnFile[]>;
    }
  | { readonly kind: "newPerson" }
  /** Several people match; another proof may tell them apart. */
  | { readonly kind: "ambiguous" }
  /** Three proofs have failed in this call; no further one is looked at. */
  | { readonly kind: "locked" }
  | { readonly kind: "notAllowed" }
  | {
      readonly kind: "addressChecked";
      readonly state: "verified" | "corrected" | "unverified";
      readonly address: Private<Address>;
    }
  | { readonly kind: "openings"; readonly openings: readonly Opening[] }
  /** A rule of the practice stands against this person having the offering; no other time of it would help. */
  | ({ readonly kind: "notEligible" } & NotEligible)
  /** `expires` is when the hold ends by itself unless booked. */
  | { readonly kind: "held"; readonly hold: HoldId; readonly opening: Opening; readonly expires: EpochMs }
  | { readonly kind: "taken" }
  | { readonly kind: "released" }
  | { readonly kind: "booked"; readonly booking: Booking }
  | { readonly kind: "expired" }
  | { readonly kind: "bookings"; readonly bookings: readonly Booking[] }
  | { readonly kind: "confirmed"; readonly booking: Booking }
  | { readonly kind: "cancelled"; readonly booking: Booking }
  | { readonly kind: "rescheduled"; readonly booking: Booking }
  /** The booking is cancelled, past, or not at the time any more that the caller was told. */
  | { readonly kind: "gone" }
  | { readonly kind: "waiting"; readonly ticket: string }
  | { readonly kind: "ticketTaken"; readonly ticket: string }
  | { readonly kind: "callingStopped" }
  /** The answer is kept; with a yes, the text is on its way. */
  | { readonly kind: "textsAnswered"; readonly given: boolean }
  | { readonly kind: "status"; readonly items: readonly WorkStatus[] }
  | {
      readonly kind: "vehicleDecoded";
      readonly vehicle: Pick<VehicleDetails, "year" | "make" | "model">;
      readonly source: "service" | "offline";
    }
  | { readonly kind: "notDecoded" }
  | { readonly kind: "modelReplied"; readonly reply: ModelReply; readonly use: ModelUse }
  | { readonly kind: "failed"; readonly retryable: boolean };
