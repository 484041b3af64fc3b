import { randomUUID } from "node:crypto";
import type { Booking, PersonDetails, VisitDetails } from "../core/dialogue/requests.ts";
import type { CallId, EpochMs, HoldId, PersonId, PracticeId } from "../core/values/ids.ts";
import type { Private } from "../core/values/private.ts";
import type { BookingRecord } from "../ports/ledger.ts";
import { newConfirmationNumber } from "./confirmation-number.ts";
import { type Queryable, timestamp } from "./database.ts";
import { type HeldTime, readHold } from "./holds.ts";
import { type LedgerContext, practiceOf } from "./ledger-context.ts";
import { bookedJobs } from "./mail-jobs.ts";
import { savePerson } from "./people.ts";

const detailsContext = "bookings.sealed_details";
const visitContext = "bookings.sealed_visit";

export interface BookRequest {
  readonly hold: HoldId;
  readonly person: Private<PersonDetails>;
  readonly visit: Private<VisitDetails>;
  readonly call: CallId;
}

/** Turns the call's live hold into a booking, with the person and the messages, all within `tx`. */
export async function bookHold(
  ledger: LedgerContext,
  tx: Queryable,
  request: BookRequest,
): Promise<Booking | "expired"> {
  const held = await readHold(tx, request.hold);
  // A hold of another call is answered like one that is gone, which tells nothing.
  if (held === null || held.call !== request.call || held.expires <= ledger.clock.now()) return "expired";
  const person = await savePerson(ledger, tx, held.practice, request.person);
  const booking = await insertBooking(ledger, tx, held, request, person);
  const moved = await tx.query(
    "UPDATE commitments SET booking = $2, hold = NULL WHERE hold = $1 RETURNING booking",
    [held.hold, booking.id],
  );
  if (moved.length !== 1) throw new Error("A locked hold has no time of its own");
  await tx.query("DELETE FROM holds WHERE id = $1", [held.hold]);
  await ledger.outbox.add(tx, bookedJobs(practiceOf(ledger, held.practice), booking));
  return booking;
}

async function insertBooking(
  { keys, clock }: LedgerContext,
  tx: Queryable,
  { practice, opening, call }: HeldTime,
  request: BookRequest,
  person: PersonId,
): Promise<Booking> {
  const messages: Booking["messages"] = request.person.reveal().email === null ? [] : ["email"];
  const id = randomUUID();
  for (;;) {
    const confirmation = newConfirmationNumber();
    const inserted = await tx.query(
      `INSERT INTO bookings (id, practice, confirmation, person, resource, offering, starts_at, ends_at, state,
                             call, messages, sealed_details, sealed_visit, booked_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'booked', $9, $10, $11, $12, $13)
       ON CONFLICT (practice, confirmation) DO NOTHING RETURNING id`,
      [
        id,
        practice,
        confirmation,
        person,
        opening.resource,
        opening.offering,
        timestamp(opening.start),
        timestamp(opening.end),
        call,
        messages,
        keys.seal(request.person.reveal(), detailsContext),
        keys.seal(request.visit.reveal(), visitContext),
        timestamp(clock.now()),
      ],
    );
    if (inserted.length === 0) continue;
    const { resource, offering, start, end } = opening;
    return { id, confirmation, person, resource, also: [], offering, start, end, messages, state: "booked" };
  }
}

interface BookingRow {
  readonly id: string;
  readonly practice: PracticeId;
  readonly confirmation: string;
  readonly person: PersonId;
  readonly resource: string;
  readonly offering: string;
  readonly starts_at: EpochMs;
  readonly ends_at: EpochMs;
  readonly state: "booked" | "cancelled";
  readonly call: CallId | null;
  readonly messages: ("email" | "text")[];
  readonly sealed_details: Buffer;
  readonly sealed_visit: Buffer;
  readonly booked_at: EpochMs;
}

export async function readByConfirmation(
  { database, keys }: LedgerContext,
  practice: PracticeId,
  confirmation: string,
): Promise<BookingRecord | null> {
  const [row] = await database.query<BookingRow>(
    "SELECT * FROM bookings WHERE practice = $1 AND confirmation = $2",
    [practice, confirmation.toUpperCase()],
  );
  return row === undefined ? null : recordOf(keys, row);
}

/** Bookings, cancelled ones too, that start within the range, by start. */
export async function readBookings(
  { database, keys }: LedgerContext,
  practice: PracticeId,
  range: { from: EpochMs; to: EpochMs },
): Promise<readonly BookingRecord[]> {
  const rows = await database.query<BookingRow>(
    `SELECT * FROM bookings WHERE practice = $1 AND starts_at >= $2 AND starts_at < $3
     ORDER BY starts_at, resource, id`,
    [practice, timestamp(range.from), timestamp(range.to)],
  );
  return rows.map((row) => recordOf(keys, row));
}

function recordOf(keys: LedgerContext["keys"], row: BookingRow): BookingRecord {
  return {
    id: row.id,
    confirmation: row.confirmation,
    person: row.person,
    resource: row.resource,
    also: [],
    offering: row.offering,
    start: row.starts_at,
    end: row.ends_at,
    messages: row.messages,
    practice: row.practice,
    call: row.call,
    state: row.state,
    bookedAt: row.booked_at,
    changedAt: row.booked_at,
    sequence: 0,
    reason: null,
    details: keys.open<PersonDetails>(row.sealed_details, detailsContext),
    visit: keys.open<VisitDetails>(row.sealed_visit, visitContext),
  };
}
