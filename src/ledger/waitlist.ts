import type { PersonDetails } from "../core/dialogue/requests.ts";
import type { Practice } from "../core/practice/practice.ts";
import { type FreedTime, freedOpening } from "../core/scheduling/freed-opening.ts";
import type { Opening, OpeningsWanted } from "../core/scheduling/opening.ts";
import { allOpenings } from "../core/scheduling/openings.ts";
import type { CallId, EpochMs, PracticeId } from "../core/values/ids.ts";
import type { Private } from "../core/values/private.ts";
import type { WaitingRecord } from "../ports/ledger.ts";
import { newConfirmationNumber } from "./confirmation-number.ts";
import { type Queryable, type Transaction, timestamp } from "./database.ts";
import { noteDelivery } from "./deliveries.ts";
import { readBusy } from "./holds.ts";
import { type LedgerContext, practiceOf } from "./ledger-context.ts";
import { offerJobs } from "./mail-jobs.ts";
import { keepWish, readWish } from "./openings-wanted.ts";
import { findPerson, savePerson } from "./people.ts";

const detailsContext = "waitlist.sealed_details";

interface Joining {
  readonly practice: Practice;
  readonly call: CallId;
  readonly wanted: OpeningsWanted;
  readonly person: Private<PersonDetails>;
}

/** Adds the person, known or new, to those who wait. The ticket's number has the form of a confirmation number. */
export async function joinWaitlist(
  ledger: LedgerContext,
  tx: Transaction,
  { practice, call, wanted, person: given }: Joining,
): Promise<string> {
  const own = { practice: practice.id, call };
  const known = await findPerson(ledger, tx, own, given);
  const { person, details } = await savePerson(ledger, tx, own, known, given);
  const ticket = newConfirmationNumber();
  await tx.query(
    `INSERT INTO waitlist (ticket, practice, person, call, wanted, sealed_details, since)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [
      ticket,
      practice.id,
      person,
      call,
      keepWish(wanted),
      ledger.keys.seal(details, detailsContext),
      timestamp(ledger.clock.now()),
    ],
  );
  return ticket;
}

/** In the order in which they get their turn: who has heard of nothing yet comes first, then who has waited longest. */
export async function readWaiting(
  { keys }: LedgerContext,
  queryable: Queryable,
  practice: PracticeId,
): Promise<readonly WaitingRecord[]> {
  const rows = await queryable.query<WaitingRow>(
    `SELECT ticket, practice, wanted, sealed_details, since, offered FROM waitlist
     WHERE practice = $1 ORDER BY offered_at NULLS FIRST, since, ticket`,
    [practice],
  );
  return rows.map(({ sealed_details, wanted, ...row }) => ({
    ...row,
    wanted: readWish(wanted),
    details: keys.open<PersonDetails>(sealed_details, detailsContext),
  }));
}

interface WaitingRow {
  readonly ticket: string;
  readonly practice: PracticeId;
  readonly wanted: unknown;
  readonly sealed_details: Buffer;
  readonly since: EpochMs;
  readonly offered: Opening | null;
}

interface Freed {
  readonly practice: PracticeId;
  readonly time: FreedTime;
  /** Names the change that freed the time: the same one offers it once. */
  readonly change: string;
  readonly holidays: ReadonlySet<string>;
}

/** Tells the first who waits for such a time; the ticket, or null when nobody does or this change was dealt with before. */
export function offerFreed(
  ledger: LedgerContext,
  { practice: id, time, change, holidays }: Freed,
): Promise<string | null> {
  const practice = practiceOf(ledger, id);
  return ledger.database.transaction(async (tx) => {
    const now = ledger.clock.now();
    if (!(await noteDelivery(tx, change, now))) return null;
    // Two times that become free at once are offered one after another, so that they go to two people.
    await tx.query("SELECT lock_resources($1, ARRAY['~waitlist'])", [id]);
    const busy = await readBusy(tx, id, { from: now, now });
    for (const { ticket, wanted, details } of await readWaiting(ledger, tx, id)) {
      const opening = freedOpening(allOpenings(practice, wanted, busy, now, holidays), time);
      if (opening === null) continue;
      await tx.query("UPDATE waitlist SET offered = $2, offered_at = $3 WHERE ticket = $1", [
        ticket,
        JSON.stringify(opening),
        timestamp(now),
      ]);
      const hasEmail = details.reveal().email !== null;
      await ledger.outbox.add(tx, offerJobs(practice, { ticket, opening: opening.id, hasEmail }));
      return ticket;
    }
    return null;
  });
}
