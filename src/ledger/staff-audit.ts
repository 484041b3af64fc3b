import type { PracticeId } from "../core/values/ids.ts";
import type { Deed } from "../ports/ledger-of-staff.ts";
import { type Transaction, timestamp } from "./database.ts";
import type { LedgerContext } from "./ledger-context.ts";

/** Keeps who did what, in the transaction that does it. */
export function keepDeed(
  { clock }: LedgerContext,
  tx: Transaction,
  practice: PracticeId,
  { deed, staff, subjects }: Omit<Deed, "at">,
): void {
  tx.write("INSERT INTO audit (practice, at, staff, deed, subjects) VALUES ($1, $2, $3, $4, $5)", [
    practice,
    timestamp(clock.now()),
    staff,
    deed,
    subjects,
  ]);
}

export function readDeeds({ database }: LedgerContext, practice: PracticeId): Promise<readonly Deed[]> {
  return database.query<Deed>(
    "SELECT deed, staff, at, subjects FROM audit WHERE practice = $1 ORDER BY id DESC LIMIT 200",
    [practice],
  );
}
