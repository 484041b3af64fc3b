import { randomUUID } from "node:crypto";
import type { Practice } from "../core/practice/practice.ts";
import type { Opening } from "../core/scheduling/opening.ts";
import { openingId } from "../core/scheduling/opening-id.ts";
import { type Busy, withPadding } from "../core/scheduling/openings.ts";
import type { CallId, EpochMs, HoldId, PracticeId } from "../core/values/ids.ts";
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
 * Takes the time for the call unless somebody else has it. A call holds one time at most: an earlier hold of the same call
 * is given up, but only when the new one is had.
 */
export async function takeHold(
  { clock }: LedgerContext,
  tx: Queryable,
  practice: Practice,
  opening: Opening,
  call: CallId,
): Promise<Hold | "taken"> {
  const offering = practice.offerings.find(({ id }) => id === opening.offering);
  if (offering === undefined) return "taken";
  const now = clock.now();
  const { start, end } = withPadding(opening, offering);
  const during = [practice.id, opening.resource, timestamp(start), timestamp(end)];
  await lockResource(tx, practice.id, opening.resource);
  const others = await tx.query(
    `SELECT 1 FROM commitments LEFT JOIN holds ON holds.id = commitments.hold
     WHERE commitments.practice = $1 AND commitments.resource = $2 AND during && tstzrange($3, $4)
       AND (booking IS NOT NULL OR (holds.expires_at > $5 AND holds.call <> $6)) LIMIT 1`,
    [...during, timestamp(now), call],
  );
  if (others.length > 0) return "taken";
  await tx.query(
    `DELETE FROM holds WHERE call = $6 OR (expires_at <= $5 AND id IN (
       SELECT hold FROM commitments WHERE practice = $1 AND resource = $2 AND during && tstzrange($3, $4)))`,
    [...during, timestamp(now), call],
  );
  const hold: Hold = { hold: randomUUID(), opening, expires: now + holdTtlMs };
  await tx.query(
    `WITH held AS (
       INSERT INTO holds (id, practice, resource, offering, starts_at, ends_at, expires_at, call)
       VALUES ($5, $1, $2, $6, $3, $7, $8, $9) RETURNING id)
     INSERT INTO commitments (practice, resource, during, hold) SELECT $1, $2, tstzrange($3, $4), id FROM held`,
    [...during, hold.hold, opening.offering, timestamp(opening.end), timestamp(hold.expires), call],
  );
  return hold;
}

/** Gives a hold that still lives its full time again; one that has run out stays as it is. */
export async function renewHold({ clock }: LedgerContext, tx: Queryable, hold: Hold): Promise<Hold> {
  const now = clock.now();
  const expires = now + holdTtlMs;
  const renewed = await tx.query(
    "UPDATE holds SET expires_at = $2 WHERE id = $1 AND expires_at > $3 RETURNING id",
    [hold.hold, timestamp(expires), timestamp(now)],
  );
  return renewed.length === 0 ? hold : { ...hold, expires };
}

/** The hold, locked with its resource until the transaction ends; null when it is gone. */
export async function readHold(tx: Queryable, hold: HoldId): Promise<HeldTime | null> {
  const [seen] = await tx.query<Pick<HoldRow, "practice" | "resource">>(
    "SELECT practice, resource FROM holds WHERE id = $1",
    [hold],
  );
  if (seen === undefined) return null;
  await lockResource(tx, seen.practice, seen.resource);
  // Meanwhile another call may have taken the time of an expired hold, or its own call may have given it up. From here on
  // neither can.
  const [row] = await tx.query<HoldRow>(
    `SELECT practice, resource, offering, starts_at, ends_at, expires_at, call FROM holds WHERE id = $1 FOR UPDATE`,
    [hold],
  );
  if (row === undefined) return null;
  const { resource, offering, starts_at: start, ends_at: end } = row;
  const name = { resource, also: [], start, offering };
  const opening: Opening = { id: openingId(name), ...name, end };
  return { hold, opening, expires: row.expires_at, practice: row.practice, call: row.call };
}

export async function dropHold(tx: Queryable, hold: HoldId, call: CallId): Promise<void> {
  await tx.query("DELETE FROM holds WHERE id = $1 AND call = $2", [hold, call]);
}

/** What is taken from `from` on: bookings and live holds, with their padding. */
export async function readBusy(
  { database, clock }: LedgerContext,
  practice: PracticeId,
  from: EpochMs,
): Promise<readonly Busy[]> {
  return database.query<Busy>(
    `SELECT commitments.resource, (extract(epoch FROM lower(during)) * 1000)::float8 AS start,
            (extract(epoch FROM upper(during)) * 1000)::float8 AS "end"
     FROM commitments LEFT JOIN holds ON holds.id = commitments.hold
     WHERE commitments.practice = $1 AND during && tstzrange($2, NULL)
       AND (booking IS NOT NULL OR holds.expires_at > $3)`,
    [practice, timestamp(from), timestamp(clock.now())],
  );
}

interface HoldRow {
  readonly practice: PracticeId;
  readonly resource: string;
  readonly offering: string;
  readonly starts_at: EpochMs;
  readonly ends_at: EpochMs;
  readonly expires_at: EpochMs;
  readonly call: CallId;
}

/**
 * Writers of one resource go one after another. The exclusion constraint alone would keep the promise, but two writers that
 * wait for each other's rows are a deadlock, which ends one of them with an error instead of an answer.
 */
async function lockResource(tx: Queryable, practice: PracticeId, resource: string): Promise<void> {
  await tx.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", [`${practice}/${resource}`]);
}
