import { randomUUID } from "node:crypto";
import type { Booking, PersonDetails, VisitDetails } from "../core/dialogue/requests.ts";
import type { CallId, HoldId } from "../core/values/ids.ts";
import type { Private } from "../core/values/private.ts";
import { detailsContext, visitContext } from "./booking-records.ts";
import { newConfirmationNumber } from "./confirmation-number.ts";
import { type Transaction, timestamp } from "./database.ts";
import { type HeldTime, lockHold } from "./holds.ts";
import { type LedgerContext, practiceOf } from "./ledger-context.ts";
import { bookedJobs } from "./mail-jobs.ts";
import { type SavedPerson, savePerson } from "./people.ts";

export interface BookRequest {
  readonly hold: HoldId;
  readonly person: Private<PersonDetails>;
  readonly visit: Private<VisitDetails>;
  readonly call: CallId;
}

/** Turns the call's live hold into a booking, with the person and the messages, all within `tx`. */
export async function bookHold(
  ledger: LedgerContext,
  tx: Transaction,
  request: BookRequest,
): Promise<Booking | "expired"> {
  const held = await lockHold(ledger, tx, request.hold, request.call);
  if (held === null) return "expired";
  const person = await savePerson(ledger, tx, held, request.person);
  const booking = insertBooking(ledger, tx, held, { ...request, ...person });
  await ledger.outbox.add(tx, bookedJobs(practiceOf(ledger, held.practice), booking));
  return booking;
}

function insertBooking(
  { keys, clock }: LedgerContext,
  tx: Transaction,
  { hold, practice, opening, call }: HeldTime,
  { person, details, visit }: SavedPerson & Pick<BookRequest, "visit">,
): Booking {
  const { resource, also, offering, start, end } = opening;
  const messages: Booking["messages"] = details.email === null ? [] : ["email"];
  const [id, confirmation] = [randomUUID(), newConfirmationNumber()];
  // A number that is given already breaks a unique constraint, and the transaction runs again with another.
  tx.write(
    `INSERT INTO bookings (id, practice, confirmation, person, resource, also, offering, starts_at, ends_at, state,
                           call, messages, sealed_details, sealed_visit, booked_at, changed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'booked', $10, $11, $12, $13, $14, $14)`,
    [
      id,
      practice,
      confirmation,
      person,
      resource,
      also,
      offering,
      timestamp(start),
      timestamp(end),
      call,
      messages,
      keys.seal(details, detailsContext),
      keys.seal(visit.reveal(), visitContext),
      timestamp(clock.now()),
    ],
  );
  tx.write("SELECT give_hold_to_booking($1, $2)", [hold, id]);
  return { id, confirmation, person, resource, also, offering, start, end, messages, state: "booked" };
}
