import { randomUUID } from "node:crypto";
import type { Practice } from "../core/practice/practice.ts";
import type { Busy } from "../core/scheduling/free-time.ts";
import type { Opening } from "../core/scheduling/opening.ts";
import { openingId } from "../core/scheduling/opening-id.ts";
import { withPadding } from "../core/scheduling/openings.ts";
import type { CallId, EpochMs, HoldId, PracticeId } from "../core/values/ids.ts";
import type { RequestKey } from "../ports/ledger.ts";
import { type AnsweredRow, firstAnswer, sealedAnswer } from "./answered-requests.ts";
import { type Queryable, timestamp } from "./database.ts";
import type { LedgerContext } from "./ledger-context.ts";

const holdTtlMs = 120_000;

export interface Hold {
  readonly hold: HoldId;
  readonly opening: Opening;
  readonly expires: EpochMs;
}

/** A hold's row, with the practice it belongs to. */
export interface HeldTime extends Hold {
  readonly practice: PracticeId;
  readonly call: CallId;
}

/**
 * Takes the time for the call unless somebody else has it; the same key again renews a hold that lives. All of it is one
 * statement, which is a transaction of its own: of all that callers wait for this is asked most often.
 */
export async function takeHold(
  ledger: LedgerContext,
  practice: Practice,
  opening: Opening,
  key: RequestKey,
  offered: boolean,
): Promise<Hold | "taken"> {
  const now = ledger.clock.now();
  const offering = practice.offerings.find(({ id }) => id === opening.offering);
  const resources = [opening.resource, ...opening.also];
  const hold: Hold = { hold: randomUUID(), opening, expires: now + holdTtlMs };
  const [row] = await ledger.database.query<AnsweredRow & { readonly held: boolean | null }>(
    "SELECT * FROM hold_once($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)",
    [
      key.request,
      sealedAnswer(ledger, hold),
      sealedAnswer(ledger, "taken"),
      offered && offering !== undefined,
      hold.hold,
      key.call,
      practice.id,
      resources,
      resources.map((resource) => practice.resources.find(({ id }) => id === resource)?.capacity ?? 0),
      opening.offering,
      timestamp(opening.start),
      timestamp(opening.end),
      timestamp(offering === undefined ? opening.end : withPadding(opening, offering).end),
      timestamp(now),
      timestamp(hold.expires),
    ],
  );
  if (row === undefined) throw new Error("Asking for a hold returned no row");
  if (row.held !== null) return row.held ? hold : "taken";
  const before = firstAnswer<Hold | "taken">(ledger, "hold", row);
  return before === "taken" ? before : renewHold(ledger, before);
}

/** Gives a hold that still lives its full time again; one that has run out stays as it is. */
async function renewHold({ database, clock }: LedgerContext, hold: Hold): Promise<Hold> {
  const now = clock.now();
  const expires = now + holdTtlMs;
  const renewed = await database.query(
    "UPDATE holds SET expires_at = $2 WHERE id = $1 AND expires_at > $3 RETURNING id",
    [hold.hold, timestamp(expires), timestamp(now)],
  );
  return renewed.length === 0 ? hold : { ...hold, expires };
}

/** The call's own live hold, locked with its resources until the transaction ends; null when it has none of that name. */
export async function lockHold(
  { clock }: LedgerContext,
  tx: Queryable,
  hold: HoldId,
  call: CallId,
): Promise<HeldTime | null> {
  const [row] = await tx.query<HoldRow>(
    "SELECT practice, resource, also, offering, starts_at, ends_at, expires_at, call FROM lock_hold($1)",
    [hold],
  );
  // A hold of another call is answered like one that is gone, which tells nothing.
  if (row === undefined || row.call !== call || row.expires_at <= clock.now()) return null;
  const { resource, also, offering, starts_at: start, ends_at: end } = row;
  const name = { resource, also, start, offering };
  const opening: Opening = { id: openingId(name), ...name, end };
  return { hold, opening, expires: row.expires_at, practice: row.practice, call: row.call };
}

export async function dropHold(tx: Queryable, hold: HoldId, call: CallId): Promise<void> {
  await tx.query("DELETE FROM holds WHERE id = $1 AND call = $2", [hold, call]);
}

/** What is taken from `from` on: bookings and live holds, with their padding. */
export async function readBusy(
  queryable: Queryable,
  practice: PracticeId,
  { from, now }: { readonly from: EpochMs; readonly now: EpochMs },
): Promise<readonly Busy[]> {
  return queryable.query<Busy>(
    `SELECT commitments.resource, seat, (extract(epoch FROM lower(during)) * 1000)::float8 AS start,
            (extract(epoch FROM upper(during)) * 1000)::float8 AS "end"
     FROM commitments LEFT JOIN holds ON holds.id = commitments.hold
     WHERE commitments.practice = $1 AND during && tstzrange($2, NULL)
       AND (booking IS NOT NULL OR holds.expires_at > $3)`,
    [practice, timestamp(from), timestamp(now)],
  );
}

interface HoldRow {
  readonly practice: PracticeId;
  readonly resource: string;
  readonly also: readonly string[];
  readonly offering: string;
  readonly starts_at: EpochMs;
  readonly ends_at: EpochMs;
  readonly expires_at: EpochMs;
  readonly call: CallId;
}
