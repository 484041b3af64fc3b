import type { Booking, PersonDetails, VisitDetails } from "../core/dialogue/requests.ts";
import type { CallId, EpochMs, PersonId, PracticeId } from "../core/values/ids.ts";
import type { BookingRecord } from "../ports/ledger.ts";
import { type Queryable, timestamp } from "./database.ts";
import type { LedgerContext } from "./ledger-context.ts";

export const detailsContext = "bookings.sealed_details";
export const visitContext = "bookings.sealed_visit";
export const reasonContext = "bookings.sealed_reason";

export interface BookingRow {
  readonly id: string;
  readonly practice: PracticeId;
  readonly confirmation: string;
  readonly person: PersonId;
  readonly resource: string;
  readonly also: readonly string[];
  readonly offering: string;
  readonly starts_at: EpochMs;
  readonly ends_at: EpochMs;
  readonly state: Booking["state"];
  readonly sequence: number;
  readonly call: CallId | null;
  readonly messages: ("email" | "text")[];
  readonly sealed_details: Buffer;
  readonly sealed_visit: Buffer;
  readonly sealed_reason: Buffer | null;
  readonly booked_at: EpochMs;
  readonly changed_at: EpochMs;
}

/** Named one by one: a statement that is prepared must not change when a column is added. */
export const bookingColumns = [
  ...["id", "practice", "confirmation", "person", "resource", "also", "offering", "starts_at", "ends_at"],
  ...["state", "sequence", "call", "messages", "sealed_details", "sealed_visit", "sealed_reason"],
  ...["booked_at", "changed_at"],
]
  .map((column) => `bookings.${column}`)
  .join(", ");

export async function readByConfirmation(
  { database, keys }: LedgerContext,
  practice: PracticeId,
  confirmation: string,
): Promise<BookingRecord | null> {
  const [row] = await database.query<BookingRow>(
    `SELECT ${bookingColumns} FROM bookings WHERE practice = $1 AND confirmation = $2`,
    [practice, confirmation.toUpperCase()],
  );
  return row === undefined ? null : recordOf(keys, row);
}

/** The same, locked until the transaction ends. */
export async function lockByConfirmation(
  tx: Queryable,
  practice: PracticeId,
  confirmation: string,
): Promise<BookingRow | null> {
  const [row] = await tx.query<BookingRow>(
    `SELECT ${bookingColumns} FROM bookings WHERE practice = $1 AND confirmation = $2 FOR UPDATE`,
    [practice, confirmation.toUpperCase()],
  );
  return row ?? null;
}

/** Bookings, cancelled ones too, that start within the range, by start. */
export async function readBookings(
  { database, keys }: LedgerContext,
  practice: PracticeId,
  range: { from: EpochMs; to: EpochMs },
): Promise<readonly BookingRecord[]> {
  const rows = await database.query<BookingRow>(
    `SELECT ${bookingColumns} FROM bookings WHERE practice = $1 AND starts_at >= $2 AND starts_at < $3
     ORDER BY starts_at, resource, id`,
    [practice, timestamp(range.from), timestamp(range.to)],
  );
  return rows.map((row) => recordOf(keys, row));
}

/** Upcoming bookings of a person of the call's own that are not cancelled; null when the person is not the call's own. */
export async function readUpcoming(
  { database, clock }: LedgerContext,
  practice: PracticeId,
  person: PersonId,
  call: CallId,
): Promise<readonly Booking[] | null> {
  const rows = await database.query<BookingRow | { readonly id: null }>(
    `SELECT ${bookingColumns} FROM call_scopes JOIN people ON people.id = call_scopes.person AND people.practice = $1
     LEFT JOIN bookings ON bookings.person = people.id AND state <> 'cancelled' AND starts_at > $4
     WHERE call_scopes.call = $3 AND people.id = $2 ORDER BY starts_at, bookings.id`,
    [practice, person, call, timestamp(clock.now())],
  );
  return rows.length === 0 ? null : rows.filter((row) => row.id !== null).map(bookingOf);
}

export function bookingOf(row: BookingRow): Booking {
  const { id, confirmation, person, resource, also, offering, messages, state } = row;
  const [start, end] = [row.starts_at, row.ends_at];
  return {
    ...{ id, confirmation, person, resource, also, offering, start, end, messages, state },
    mayAskToText: false,
  };
}

function recordOf(keys: LedgerContext["keys"], row: BookingRow): BookingRecord {
  return {
    ...bookingOf(row),
    practice: row.practice,
    call: row.call,
    bookedAt: row.booked_at,
    changedAt: row.changed_at,
    sequence: row.sequence,
    // What earlier versions sealed has none of the parts named here.
    details: keys
      .open<PersonDetails>(row.sealed_details, detailsContext)
      .map((details) => ({ ...{ vehicle: null }, ...details })),
    visit: keys.open<VisitDetails>(row.sealed_visit, visitContext).map((visit) => ({
      ...{ services: [], waiting: null, mileage: null, referral: null },
      ...visit,
    })),
    reason: row.sealed_reason === null ? null : keys.open<string>(row.sealed_reason, reasonContext),
  };
}
