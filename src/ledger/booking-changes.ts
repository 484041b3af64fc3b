import type { Booking, PersonDetails } from "../core/dialogue/requests.ts";
import type { Opening } from "../core/scheduling/opening.ts";
import { isOfferable } from "../core/scheduling/openings.ts";
import type { CallId, HoldId } from "../core/values/ids.ts";
import type { Private } from "../core/values/private.ts";
import {
  type BookingRow,
  bookingColumns,
  bookingOf,
  detailsContext,
  reasonContext,
} from "./booking-records.ts";
import { messagesTo, readConsent, textingBy } from "./consents.ts";
import { type Transaction, timestamp } from "./database.ts";
import { type HeldTime, lockHold } from "./holds.ts";
import { type LedgerContext, type OpenContext, practiceOf } from "./ledger-context.ts";
import { bookingJobs } from "./mail-jobs.ts";
import { waitlistJob } from "./waitlist-jobs.ts";

type Refusal = "gone" | "notAllowed";

/** The person has said again that they will come. */
export async function confirm(
  ledger: LedgerContext,
  tx: Transaction,
  told: Booking,
  call: CallId,
): Promise<Booking | Refusal> {
  const row = await lockBooking(ledger, tx, told, call);
  if (typeof row === "string") return row;
  tx.write("UPDATE bookings SET state = 'confirmed', changed_at = $2 WHERE id = $1", [
    row.id,
    timestamp(ledger.clock.now()),
  ]);
  return { ...bookingOf(row), state: "confirmed" };
}

/** Gives the time back, tells everybody and offers it to who waits. */
export async function cancel(
  ledger: LedgerContext,
  tx: Transaction,
  told: Booking,
  { call, reason }: { readonly call: CallId; readonly reason: Private<string> | null },
): Promise<Booking | Refusal> {
  const row = await lockBooking(ledger, tx, told, call);
  if (typeof row === "string") return row;
  const { messages } = await messagesAbout(ledger, tx, row);
  tx.write(
    // A hold that counted on the booking's place has lost what keeps others from it.
    `WITH freed AS (DELETE FROM commitments WHERE booking = $1),
          ended AS (DELETE FROM holds WHERE replaces = $1)
     UPDATE bookings SET state = 'cancelled', sequence = sequence + 1, changed_at = $2, sealed_reason = $3, messages = $4
     WHERE id = $1`,
    [
      row.id,
      timestamp(ledger.clock.now()),
      reason === null ? null : ledger.keys.seal(reason.reveal(), reasonContext),
      messages,
    ],
  );
  const booking: Booking = { ...bookingOf(row), messages, state: "cancelled" };
  await tellOfChange(ledger, tx, row, booking);
  return booking;
}

/**
 * Moves the booking to the call's live hold; the old time is given back when the new one is had, not before. The two may
 * overlap, when the hold was taken to replace this booking.
 */
export async function move(
  ledger: OpenContext,
  tx: Transaction,
  told: Booking,
  { call, hold }: { readonly call: CallId; readonly hold: HoldId },
): Promise<Booking | "expired" | "taken" | Refusal> {
  const row = await lockBooking(ledger, tx, told, call);
  if (typeof row === "string") return row;
  const held = await lockHold(ledger, tx, hold, call);
  if (held === null || held.practice !== row.practice) return "expired";
  if (held.replaces !== null && held.replaces !== row.id) return "expired";
  if (!isOfferable(practiceOf(ledger, held.practice), held.opening, ledger.holidaysOf(held.practice)))
    return "taken";
  const booking = place(ledger, tx, row, held, await messagesAbout(ledger, tx, row));
  await tellOfChange(ledger, tx, row, booking);
  return booking;
}

/** Who is told of a change, by what they have given and agreed to by now. */
async function messagesAbout(
  ledger: LedgerContext,
  tx: Transaction,
  row: BookingRow,
): Promise<Pick<Booking, "messages" | "mayAskToText">> {
  const details = ledger.keys.open<PersonDetails>(row.sealed_details, detailsContext).reveal();
  const [practice, { phone }] = [practiceOf(ledger, row.practice), details];
  const answered =
    practice.texts && phone !== null
      ? await readConsent(ledger, tx, { practice: practice.id, phone, about: "texts" })
      : null;
  const texting = textingBy(practice, phone, answered);
  return { messages: messagesTo(details, texting), mayAskToText: texting.mayAsk };
}

function place(
  { clock }: LedgerContext,
  tx: Transaction,
  row: BookingRow,
  held: HeldTime,
  told: Pick<Booking, "messages" | "mayAskToText">,
): Booking {
  const { opening, hold } = held;
  tx.write("SELECT give_hold_to_booking($1, $2)", [hold, row.id]);
  tx.write(
    `UPDATE bookings SET resource = $2, also = $3, offering = $4, starts_at = $5, ends_at = $6, state = 'booked',
                         sequence = sequence + 1, changed_at = $7, messages = $8
     WHERE id = $1`,
    [
      row.id,
      opening.resource,
      opening.also,
      opening.offering,
      timestamp(opening.start),
      timestamp(opening.end),
      timestamp(clock.now()),
      told.messages,
    ],
  );
  return { ...bookingOf(row), ...placeOf(opening), ...told, state: "booked" };
}

function placeOf({ resource, also, offering, start, end }: Opening): Omit<Opening, "id"> {
  return { resource, also, offering, start, end };
}

/**
 * The booking, locked until the transaction ends. Whether the call may touch it is asked of the database: it must have
 * proved to be the person, or have made the booking.
 */
async function lockBooking(
  { clock }: LedgerContext,
  tx: Transaction,
  told: Booking,
  call: CallId,
): Promise<BookingRow | Refusal> {
  const [row] = await tx.query<BookingRow>(
    `SELECT ${bookingColumns} FROM bookings WHERE id = $1 AND is_own_booking($2, bookings) FOR UPDATE`,
    [told.id, call],
  );
  if (row === undefined) return "notAllowed";
  return row.state !== "cancelled" && row.starts_at > clock.now() && isWhereTold(row, told) ? row : "gone";
}

function isWhereTold(row: BookingRow, told: Booking): boolean {
  const [resources, toldResources] = [
    [row.resource, ...row.also],
    [told.resource, ...told.also],
  ];
  return row.starts_at === told.start && resources.join("+") === toldResources.join("+");
}

async function tellOfChange(
  ledger: LedgerContext,
  tx: Transaction,
  before: BookingRow,
  booking: Booking,
): Promise<void> {
  const practice = practiceOf(ledger, before.practice);
  const sequence = before.sequence + 1;
  const freed = {
    resources: [before.resource, ...before.also],
    start: before.starts_at,
    end: before.ends_at,
  };
  await ledger.outbox.add(tx, [
    ...bookingJobs(practice, booking, sequence),
    waitlistJob(practice, `${booking.id}/${sequence}`, freed),
  ]);
}
