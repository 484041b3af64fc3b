import type { PersonId, PracticeId, VehicleId } from "../core/values/ids.ts";
import type { Duplicate, LedgerOfStaff, Merge, MergeRecord } from "../ports/ledger-of-staff.ts";
import { type Queryable, type Transaction, timestamp } from "./database.ts";
import type { LedgerContext } from "./ledger-context.ts";
import type { MergeRow } from "./merge-row.ts";
import { partPeople } from "./part-people.ts";
import { partVehicles } from "./part-vehicles.ts";
import { keepDeed } from "./staff-audit.ts";

/** Takes the newest merge of the pair back, in the order of the port's promises. */
export function undoMerge(
  ledger: LedgerContext,
  practice: PracticeId,
  { kind, kept, merged }: Parameters<LedgerOfStaff["undoMerge"]>[1],
  staff: string,
): Promise<"parted" | "notThere"> {
  return ledger.database.transaction(async (tx) => {
    const standing = await lockPair(tx, practice, { kind, kept, merged });
    const [row] = standing
      ? await tx.query<MergeRow>(
          `SELECT id, moved, sealed_before, at FROM merges
           WHERE practice = $1 AND kind = $2 AND kept = $3 AND merged = $4 AND undone_at IS NULL ORDER BY id DESC LIMIT 1`,
          [practice, kind, kept, merged],
        )
      : [];
    if (row === undefined) return "notThere";
    if (kind === "person") await partPeople(ledger, tx, { kept, merged }, row);
    else await partVehicles(ledger, tx, { kept, merged }, row);
    tx.write("UPDATE merges SET undone_at = $2 WHERE id = $1", [row.id, timestamp(ledger.clock.now())]);
    // Whether they are two after all, or one to be merged the other way round, is for staff to say.
    tx.write(
      "UPDATE duplicates SET settled_at = NULL WHERE practice = $1 AND kind = $2 AND settled_at = $3 AND $4 IN (one, other)",
      [practice, kind, timestamp(row.at), merged],
    );
    keepDeed(ledger, tx, practice, { deed: "undoMerge", staff, subjects: [kept, merged] });
    return "parted";
  });
}

/** Whether the one has gone into the other and no further; both are locked until the transaction ends. */
async function lockPair(
  tx: Queryable,
  practice: PracticeId,
  { kind, kept, merged }: Merge<string> & Pick<Duplicate, "kind">,
): Promise<boolean> {
  const table = kind === "person" ? "people" : "vehicles";
  const rows = await tx.query<{ readonly id: PersonId | VehicleId; readonly merged_into: string | null }>(
    `SELECT id, merged_into FROM ${table} WHERE practice = $1 AND id = ANY ($2) ORDER BY id FOR UPDATE`,
    [practice, [kept, merged]],
  );
  const into = (wanted: string) => rows.find(({ id }) => id === wanted)?.merged_into;
  return into(kept) === null && into(merged) === kept;
}

export async function readMerges(
  { database }: LedgerContext,
  practice: PracticeId,
): Promise<readonly MergeRecord[]> {
  return database.query<MergeRecord>(
    `SELECT kind, kept, merged, staff, at FROM merges WHERE practice = $1 AND undone_at IS NULL ORDER BY id DESC LIMIT 200`,
    [practice],
  );
}

/** They are two, whatever they look like. */
export function keepApart(
  ledger: LedgerContext,
  practice: PracticeId,
  { kind, one, other }: Parameters<LedgerOfStaff["keepApart"]>[1],
  staff: string,
): Promise<void> {
  return ledger.database.transaction(async (tx: Transaction) => {
    const settled = await tx.query(
      `UPDATE duplicates SET settled_at = $5
       WHERE practice = $1 AND kind = $2 AND one IN ($3, $4) AND other IN ($3, $4) AND settled_at IS NULL RETURNING id`,
      [practice, kind, one, other, timestamp(ledger.clock.now())],
    );
    if (settled.length > 0)
      keepDeed(ledger, tx, practice, { deed: "keepApart", staff, subjects: [one, other] });
  });
}
