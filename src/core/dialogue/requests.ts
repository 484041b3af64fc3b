import type { Address } from "../language/understanding.ts";
import type { Opening, OpeningsWanted } from "../scheduling/opening.ts";
import type { BookingId, EpochMs, HoldId, OfferingId, PersonId, ResourceId } from "../values/ids.ts";
import type { Private } from "../values/private.ts";

/** Who the booking is for, as it was collected and confirmed. Every value is normalised by its field. */
export interface PersonDetails {
  readonly given: string;
  readonly family: string;
  /** `YYYY-MM-DD`. */
  readonly dateOfBirth: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly address: Address | null;
  /** `corrected`, `verified` by an address book, else `unverified`; null without an address. */
  readonly addressState: "verified" | "corrected" | "unverified" | null;
  /** Payer id, or `self`. */
  readonly payer: string | null;
  readonly memberId: string | null;
  readonly groupNumber: string | null;
}

export interface VisitDetails {
  readonly complaint: string | null;
  readonly complaintCategory: string | null;
  /** ISO 8601. */
  readonly duration: string | null;
  readonly pain: number | null;
  readonly urgency: "routine" | "urgent";
}

/** What was committed. Prompts that state an outcome are made from this and from nothing else. */
export interface Booking {
  readonly id: BookingId;
  /** Six characters without look-alikes, said and shown: `K7M4QX`. */
  readonly confirmation: string;
  readonly person: PersonId;
  readonly resource: ResourceId;
  readonly offering: OfferingId;
  readonly start: EpochMs;
  readonly end: EpochMs;
  /** Where a confirmation was queued to, in the booking's own transaction. */
  readonly messages: readonly ("email" | "text")[];
}

/** What the core wants to know or have done outside. Every request is safe to repeat under its key. */
export type Request =
  | {
      readonly kind: "identify";
      readonly person: Private<{ given: string; family: string; dateOfBirth: string }>;
    }
  | { readonly kind: "checkAddress"; readonly address: Private<Address> }
  | { readonly kind: "findOpenings"; readonly wanted: OpeningsWanted }
  | { readonly kind: "hold"; readonly opening: Opening }
  | { readonly kind: "release"; readonly hold: HoldId }
  | {
      readonly kind: "book";
      readonly hold: HoldId;
      readonly person: Private<PersonDetails>;
      readonly visit: Private<VisitDetails>;
    }
  /** A call-back ticket for staff. */
  | {
      readonly kind: "takeTicket";
      readonly about: string;
      readonly phone: Private<string> | null;
      readonly message: Private<string>;
    };

/** The reply to a request. Losing a race is an answer; `failed` is a fault of the world after all retries. */
export type Outcome =
  /** Exactly one person on file matches all three; nothing more is told before more is verified. */
  | {
      readonly kind: "knownPerson";
      readonly person: PersonId;
      readonly details: Private<Partial<PersonDetails>>;
    }
  | { readonly kind: "newPerson" }
  | {
      readonly kind: "addressChecked";
      readonly state: "verified" | "corrected" | "unverified";
      readonly address: Private<Address>;
    }
  | { readonly kind: "openings"; readonly openings: readonly Opening[] }
  /** `expires` is when the hold ends by itself unless booked. */
  | { readonly kind: "held"; readonly hold: HoldId; readonly opening: Opening; readonly expires: EpochMs }
  | { readonly kind: "taken" }
  | { readonly kind: "released" }
  | { readonly kind: "booked"; readonly booking: Booking }
  | { readonly kind: "expired" }
  | { readonly kind: "ticketTaken"; readonly ticket: string }
  | { readonly kind: "failed"; readonly retryable: boolean };
