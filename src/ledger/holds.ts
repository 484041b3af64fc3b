import { randomUUID } from "node:crypto";
import type { Practice } from "../core/practice/practice.ts";
import type { Busy } from "../core/scheduling/free-time.ts";
import type { Opening } from "../core/scheduling/opening.ts";
import { openingId } from "../core/scheduling/opening-id.ts";
import { withPadding } from "../core/scheduling/openings.ts";
import type { BookingId, CallId, EpochMs, HoldId, PracticeId } from "../core/values/ids.ts";
import type { Refused, RequestKey } from "../ports/ledger.ts";
import { type AnsweredRow, firstAnswer, sealedAnswer } from "./answered-requests.ts";
import { type Queryable, timestamp } from "./database.ts";
import type { LedgerContext } from "./ledger-context.ts";

const HOLD_TTL_MS = 120_000;

export interface Hold {
  readonly hold: HoldId;
  readonly opening: Opening;
  readonly expires: EpochMs;
}

/** A hold's row, with the practice it belongs to. */
export interface HeldTime extends Hold {
  readonly practice: PracticeId;
  readonly call: CallId;
  /** It is good for moving this booking only, whose own time is part of it. */
  readonly replaces: BookingId | null;
}

interface Asked {
  readonly opening: Opening;
  readonly key: RequestKey;
  /** Why it is not to be had, whoever has it: the practice never offers it, or not to this person. */
  readonly refusal: "taken" | Refused | null;
  readonly replacing: BookingId | null;
}

/**
 * Takes the time for the call unless somebody else has it; the same key again renews a hold that lives. All of it is one
 * statement, which is a transaction of its own: of all that callers wait for this is asked most often.
 */
export async function takeHold(
  ledger: LedgerContext,
  practice: Practice,
  { opening, key, refusal, replacing }: Asked,
): Promise<Hold | "taken" | Refused> {
  const hold = newHold(ledger, opening);
  const [row] = await ledger.database.query<AnsweredRow & { readonly held: boolean | null }>(
    "SELECT * FROM hold_once($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)",
    [
      key.request,
      sealedAnswer(ledger, hold),
      sealedAnswer(ledger, refusal ?? "taken"),
      refusal === null,
      ...holdValues(ledger, practice, hold, { call: key.call, replacing }),
    ],
  );
  if (row === undefined) throw new Error("Asking for a hold returned no row");
  if (row.held !== null) return row.held ? hold : (refusal ?? "taken");
  const before = firstAnswer<Hold | "taken" | Refused>(ledger, "hold", row);
  return before === "taken" || "kind" in before ? before : renewHold(ledger, before);
}

/** Takes the time within `tx`; the practice must be able to offer it. */
export async function holdWithin(
  ledger: LedgerContext,
  tx: Queryable,
  practice: Practice,
  { opening, ...whose }: { readonly opening: Opening } & Whose,
): Promise<HoldId | "taken"> {
  const hold = newHold(ledger, opening);
  const [row] = await tx.query<{ held: boolean }>(
    "SELECT take_hold($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) AS held",
    holdValues(ledger, practice, hold, whose),
  );
  return row?.held === true ? hold.hold : "taken";
}

interface Whose {
  readonly call: CallId;
  readonly replacing: BookingId | null;
}

function newHold({ clock }: LedgerContext, opening: Opening): Hold {
  return { hold: randomUUID(), opening, expires: clock.now() + HOLD_TTL_MS };
}

/** What `take_hold` is told. */
function holdValues(
  { clock }: LedgerContext,
  practice: Practice,
  { hold, opening, expires }: Hold,
  { call, replacing }: Whose,
): readonly unknown[] {
  const offering = practice.offerings.find(({ id }) => id === opening.offering);
  const resources = [opening.resource, ...opening.also];
  return [
    hold,
    call,
    practice.id,
    resources,
    resources.map((resource) => practice.resources.find(({ id }) => id === resource)?.capacity ?? 0),
    opening.offering,
    timestamp(opening.start),
    timestamp(opening.end),
    timestamp(offering === undefined ? opening.end : withPadding(opening, offering).end),
    timestamp(clock.now()),
    timestamp(expires),
    replacing,
  ];
}

/** Gives a hold that still lives its full time again; one that has run out stays as it is. */
async function renewHold({ database, clock }: LedgerContext, hold: Hold): Promise<Hold> {
  const now = clock.now();
  const expires = now + HOLD_TTL_MS;
  const renewed = await database.query(
    "UPDATE holds SET expires_at = $2 WHERE id = $1 AND expires_at > $3 RETURNING id",
    [hold.hold, timestamp(expires), timestamp(now)],
  );
  return renewed.length === 0 ? hold : { ...hold, expires };
}

/** The call's own live hold, locked with its resources until the transaction ends; null when it has none of that name. */
export async function lockHold(
  ledger: LedgerContext,
  tx: Queryable,
  hold: HoldId,
  call: CallId,
): Promise<HeldTime | null> {
  const [row] = await tx.query<HoldRow>(
    "SELECT practice, resource, also, offering, starts_at, ends_at, expires_at, call, replaces FROM lock_hold($1)",
    [hold],
  );
  return row === undefined ? null : heldBy(ledger, hold, row, call);
}

/** A hold of another call is answered like one that is gone, which tells nothing. */
export function heldBy(
  { clock }: LedgerContext,
  hold: HoldId,
  { resource, also, offering, starts_at: start, ends_at: end, expires_at: expires, ...row }: HoldRow,
  call: CallId,
): HeldTime | null {
  if (row.call !== call || expires <= clock.now()) return null;
  const name = { resource, also, start, offering };
  const opening: Opening = { id: openingId(name), ...name, end };
  return { hold, opening, expires, practice: row.practice, call, replaces: row.replaces };
}

export async function dropHold(tx: Queryable, hold: HoldId, call: CallId): Promise<void> {
  await tx.query("DELETE FROM holds WHERE id = $1 AND call = $2", [hold, call]);
}

/** What is taken from `from` on: bookings and live holds, with their padding, but for the call's own booking it would replace. */
export async function readBusy(
  queryable: Queryable,
  practice: PracticeId,
  { from, now, call, replacing }: BusyAsked,
): Promise<readonly Busy[]> {
  return queryable.query<Busy>(
    `SELECT commitments.resource, seat, (extract(epoch FROM lower(during)) * 1000)::float8 AS start,
            (extract(epoch FROM upper(during)) * 1000)::float8 AS "end"
     FROM commitments LEFT JOIN holds ON holds.id = commitments.hold
     WHERE commitments.practice = $1 AND during && tstzrange($2, NULL)
       AND ((booking IS NOT NULL AND booking IS DISTINCT FROM (
              SELECT id FROM bookings WHERE id = $4 AND is_own_booking($5, bookings)))
            OR holds.expires_at > $3)`,
    [practice, timestamp(from), timestamp(now), replacing ?? null, call ?? null],
  );
}

interface BusyAsked {
  readonly from: EpochMs;
  readonly now: EpochMs;
  readonly call?: CallId | undefined;
  readonly replacing?: BookingId | undefined;
}

export interface HoldRow {
  readonly practice: PracticeId;
  readonly resource: string;
  readonly also: readonly string[];
  readonly offering: string;
  readonly starts_at: EpochMs;
  readonly ends_at: EpochMs;
  readonly expires_at: EpochMs;
  readonly call: CallId;
  readonly replaces: BookingId | null;
}
