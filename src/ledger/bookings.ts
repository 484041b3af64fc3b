import { randomUUID } from "node:crypto";
import type { Booking, PersonDetails, VisitDetails } from "../core/dialogue/requests.ts";
import { type Attendee, ineligibleForOpening } from "../core/scheduling/eligibility.ts";
import { isOfferable } from "../core/scheduling/openings.ts";
import type { CallId, HoldId } from "../core/values/ids.ts";
import type { Private } from "../core/values/private.ts";
import type { Refused, RequestKey } from "../ports/ledger.ts";
import { type AnsweredRow, firstAnswer, keepAnswer, sealedAnswer } from "./answered-requests.ts";
import { detailsContext, visitContext } from "./booking-records.ts";
import { newConfirmationNumber } from "./confirmation-number.ts";
import { messagesTo, type Texting, textingBy } from "./consents.ts";
import { type Transaction, timestamp } from "./database.ts";
import { type HeldTime, type HoldRow, heldBy } from "./holds.ts";
import { type LedgerContext, type OpenContext, practiceOf } from "./ledger-context.ts";
import { bookingJobs } from "./mail-jobs.ts";
import { type FoundPerson, phoneIndex, type SavedPerson, savePerson, soughtBy } from "./people.ts";

export interface BookRequest {
  readonly hold: HoldId;
  readonly person: Private<PersonDetails>;
  readonly visit: Private<VisitDetails>;
}

type Booked = Booking | "expired" | "taken" | Refused;

/**
 * Turns the call's live hold into a booking, with the person and the messages. It waits for the database twice, for what it must
 * know and for the commit, because that is what callers wait for.
 */
export function bookOnce(ledger: OpenContext, request: BookRequest, key: RequestKey): Promise<Booked> {
  const { identity, name } = soughtBy(ledger, request.person.reveal());
  return ledger.database.transaction(async (tx) => {
    const begun = tx.query<BegunRow>(
      `SELECT kind, sealed_answer, practice, resource, also, offering, starts_at, ends_at, expires_at, call, replaces,
              person AS id, sealed_details, own, created_by FROM begin_booking($1, $2, $3, $4, $5, $6)`,
      [key.call, key.request, timestamp(ledger.clock.now()), request.hold, identity, name],
    );
    // Both are on their way before either is waited for.
    const [[row], textsAnswer] = await Promise.all([begun, readTextsAnswer(ledger, tx, request)]);
    if (row === undefined) throw new Error("Asking for a booking returned no row");
    if (row.kind !== null) return firstAnswer<Booked>(ledger, "book", row);
    const answer = await bookHold(ledger, tx, row, { ...request, textsAnswer }, key);
    // A booking keeps its answer itself.
    if (typeof answer === "string" || "kind" in answer) keepAnswer(ledger, tx, key, answer);
    return answer;
  });
}

/** What the owner of the number has said to texts; null = nothing yet. */
async function readTextsAnswer(
  { keys }: LedgerContext,
  tx: Transaction,
  { hold, person }: BookRequest,
): Promise<boolean | null> {
  const { phone } = person.reveal();
  const [row] = await tx.query<{ given: boolean }>(
    `SELECT given FROM consents
     WHERE practice = (SELECT practice FROM holds WHERE id = $1) AND phone_index = $2 AND about = 'texts'
     ORDER BY id DESC LIMIT 1`,
    [hold, phoneIndex(keys, phone ?? "")],
  );
  return row?.given ?? null;
}

/** What `begin_booking` tells: three parts, and of one that is not there all columns are null. */
type BegunRow = Perhaps<AnsweredRow> & Perhaps<HoldRow> & Perhaps<Omit<FoundPerson, "created_by">> & Created;
type Perhaps<Row> = Row | { readonly [Column in keyof Row]: null };
type Created = Pick<FoundPerson, "created_by">;

async function bookHold(
  ledger: OpenContext,
  tx: Transaction,
  row: BegunRow,
  { hold, person, visit, textsAnswer }: BookRequest & { readonly textsAnswer: boolean | null },
  key: RequestKey,
): Promise<Booked> {
  const { call } = key;
  const held = row.practice === null ? null : heldBy(ledger, hold, row, call);
  // What a booking of the call's own gives up is good for moving that one only.
  if (held === null || held.replaces !== null) return "expired";
  const found = row.id === null ? null : row;
  const practice = practiceOf(ledger, held.practice);
  // The practice may have changed its hours, its closures or its rules while the caller was thinking.
  if (!isOfferable(practice, held.opening, ledger.holidaysOf(practice.id))) return "taken";
  const attendee = attendeeOf(person, visit, found, call);
  const reason = ineligibleForOpening(practice, held.opening, attendee, "book");
  if (reason !== null) return { kind: "notEligible", offering: held.opening.offering, reason };
  const saved = await savePerson(ledger, tx, held, found, person);
  const texting = textingBy(practice, saved.details.phone, textsAnswer);
  const booking = addBooking(ledger, tx, held, { ...saved, visit, texting, request: key.request });
  await ledger.outbox.add(tx, bookingJobs(practice, booking, 0));
  return booking;
}

/**
 * Known is who the call has proved to be. Whether somebody of that name is on file otherwise must not show in what may be booked,
 * and who was created by this call may have either.
 */
function attendeeOf(
  person: Private<PersonDetails>,
  visit: Private<VisitDetails>,
  found: FoundPerson | null,
  call: CallId,
): Attendee {
  const { dateOfBirth, payer } = person.reveal();
  const known = found?.own === true ? (found.created_by === call ? null : true) : false;
  return { dateOfBirth, payer, referral: visit.reveal().referral, known };
}

interface NewBooking extends SavedPerson, Pick<BookRequest, "visit">, Pick<RequestKey, "request"> {
  readonly texting: Texting;
}

function addBooking(
  ledger: LedgerContext,
  tx: Transaction,
  { hold, opening }: HeldTime,
  { person, details, visit, texting, request }: NewBooking,
): Booking {
  const { keys, clock } = ledger;
  const { id: _, ...place } = opening;
  const messages = messagesTo(details, texting);
  const booking: Booking = {
    id: randomUUID(),
    confirmation: newConfirmationNumber(),
    person,
    ...place,
    messages,
    mayAskToText: texting.mayAsk,
    state: "booked",
  };
  tx.write("SELECT add_booking($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)", [
    booking.id,
    hold,
    booking.confirmation,
    person,
    messages,
    keys.seal(details, detailsContext),
    keys.seal(visit.reveal(), visitContext),
    timestamp(clock.now()),
    request,
    sealedAnswer(ledger, booking),
  ]);
  return booking;
}
