import type {
  Booking,
  NewTicket,
  PersonDetails,
  TextsAnswer,
  VehicleOnFile,
} from "../core/dialogue/requests.ts";
import type { Opening } from "../core/scheduling/opening.ts";
import type { CallId, EpochMs, PersonId, PracticeId, VehicleId } from "../core/values/ids.ts";
import type { Private } from "../core/values/private.ts";

/** A ticket for staff as read back from the database. */
export interface TicketRecord extends NewTicket {
  readonly number: string;
  readonly practice: PracticeId;
  readonly state: "open" | "done";
  readonly takenAt: EpochMs;
}

/** What looks like one person, or one vehicle, twice. The one known first is `one`. */
export type Duplicate = {
  readonly alike: "name" | "numberAndBirth" | "vin" | "plate";
  readonly noticedAt: EpochMs;
} & (
  | { readonly kind: "person"; readonly one: PersonTwice; readonly other: PersonTwice }
  | { readonly kind: "vehicle"; readonly one: Private<VehicleOnFile>; readonly other: Private<VehicleOnFile> }
);

/** One of two that look like one person. */
export interface PersonTwice {
  readonly person: PersonId;
  readonly details: Private<Partial<PersonDetails>>;
}

/** Of two that are one, which stays. */
export interface Merge<Id> {
  readonly kept: Id;
  readonly merged: Id;
}

/** Two that were found to be one. */
export interface MergeRecord extends Merge<string> {
  readonly kind: Duplicate["kind"];
  readonly staff: string;
  readonly at: EpochMs;
  /** What they are called, or what kind of vehicle they are. */
  readonly names: Private<Merge<string>>;
}

/** What the owner of a number has allowed or refused, and when. */
export interface ConsentRecord {
  readonly to: "calls" | "texts" | "recording";
  readonly given: boolean;
  readonly at: EpochMs;
  readonly call: CallId;
  /** How it was asked and answered; null where it was not put into words. */
  readonly words: TextsAnswer["words"] | null;
}

/** A number that is not to be called. */
export interface DoNotCall {
  /** Null for one that was kept by its hash alone. */
  readonly phone: Private<string> | null;
  readonly since: EpochMs;
}

/** What staff did to what belongs to people: who, when, to what. */
export interface Deed {
  readonly deed:
    | "mergePeople"
    | "mergeVehicles"
    | "undoMerge"
    | "keepApart"
    | "settleTicket"
    | "reopenTicket"
    | "cancelBooking"
    | "moveBooking";
  readonly staff: string;
  readonly at: EpochMs;
  /** Ids of people, vehicles or bookings, or a ticket's number; of a merge, the one that stays first. */
  readonly subjects: readonly string[];
}

/**
 * The part of a ledger that staff work with, from outside of any call and without a caller's scope. `staff` names who does it;
 * everything that is done is kept as a deed. Done twice, it is done once.
 */
export interface LedgerOfStaff {
  ticket(practice: PracticeId, number: string): Promise<TicketRecord | null>;
  /** The newest first, at most 200. */
  tickets(practice: PracticeId): Promise<readonly TicketRecord[]>;
  /** Says that it is done, or open again after all; null when there is none of this number. */
  settleTicket(
    practice: PracticeId,
    number: string,
    change: { readonly staff: string; readonly state: TicketRecord["state"] },
  ): Promise<TicketRecord | null>;
  /** As if the person had cancelled: the time is free, everybody is told, the waitlist hears of it. */
  cancelForStaff(
    practice: PracticeId,
    confirmation: string,
    change: { readonly staff: string; readonly reason: Private<string> | null },
  ): Promise<Booking | "gone">;
  /** The opening may overlap the booking's own time. `taken` also for a time that the practice never offers. */
  moveForStaff(
    practice: PracticeId,
    confirmation: string,
    change: { readonly staff: string; readonly opening: Opening },
  ): Promise<Booking | "gone" | "taken">;
  /** Those that nobody has merged yet, in the order in which they were noticed. */
  duplicates(practice: PracticeId): Promise<readonly Duplicate[]>;
  /**
   * Everything of the one is the other's from then on, and what the one was found by leads to the other. What is on file of who
   * is kept stays, what is not is filled in. `notThere` when either is not on file, or is merged with somebody else.
   */
  mergePeople(practice: PracticeId, pair: Merge<PersonId>, staff: string): Promise<"merged" | "notThere">;
  /** The same; who owns the vehicle that is kept owns it. Two VINs are two vehicles: `different`. */
  mergeVehicles(
    practice: PracticeId,
    pair: Merge<VehicleId>,
    staff: string,
  ): Promise<"merged" | "notThere" | "different">;
  /**
   * Takes a merge back: who was merged is somebody again, with the bookings, vehicles and places on the waitlist that they came
   * with and what was filled in from them; what came since stays with who was kept. The pair is marked as alike again.
   * `notThere` when they are not merged, or one of them has gone into a third since, which is to be taken back first.
   */
  undoMerge(
    practice: PracticeId,
    pair: Merge<string> & Pick<Duplicate, "kind">,
    staff: string,
  ): Promise<"parted" | "notThere">;
  /** They look alike and are two: not shown as duplicates any more. */
  keepApart(
    practice: PracticeId,
    pair: { readonly kind: Duplicate["kind"]; readonly one: string; readonly other: string },
    staff: string,
  ): Promise<void>;
  /** Those that stand, the newest first, at most 200. */
  merges(practice: PracticeId): Promise<readonly MergeRecord[]>;
  /** Whose owner does not want to be called, the newest first, at most 200. */
  doNotCall(practice: PracticeId): Promise<readonly DoNotCall[]>;
  /** Everything that the owner of the number has answered, the newest first. */
  consents(practice: PracticeId, phone: Private<string>): Promise<readonly ConsentRecord[]>;
  /** The newest first, at most 200. */
  deeds(practice: PracticeId): Promise<readonly Deed[]>;
}
