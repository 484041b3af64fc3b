import type { CallId, PracticeId } from "../core/values/ids.ts";
import type { Private } from "../core/values/private.ts";
import type { Consent } from "../ports/ledger.ts";
import { type Transaction, timestamp } from "./database.ts";
import type { LedgerContext } from "./ledger-context.ts";
import { phoneIndex } from "./people.ts";

interface ConsentAnswer {
  readonly practice: PracticeId;
  readonly call: CallId;
  readonly phone: Private<string>;
  readonly consent: Consent;
}

/** Keeps the answer with its time and its call; earlier answers stay, because they tell what was allowed when. */
export async function writeConsent(
  { keys, clock }: LedgerContext,
  tx: Transaction,
  { practice, call, phone, consent }: ConsentAnswer,
): Promise<void> {
  await tx.query(
    `INSERT INTO consents (practice, phone_index, about, given, call, answered_at) VALUES ($1, $2, $3, $4, $5, $6)`,
    [practice, phoneIndex(keys, phone.reveal()), consent.to, consent.given, call, timestamp(clock.now())],
  );
}

/** The newest answer; null when none was given. */
export async function readConsent(
  { database, keys }: LedgerContext,
  practice: PracticeId,
  phone: Private<string>,
  about: Consent["to"],
): Promise<boolean | null> {
  const [row] = await database.query<{ given: boolean }>(
    `SELECT given FROM consents WHERE practice = $1 AND phone_index = $2 AND about = $3
     ORDER BY id DESC LIMIT 1`,
    [practice, phoneIndex(keys, phone.reveal()), about],
  );
  return row?.given ?? null;
}
