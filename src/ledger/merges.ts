import type { PersonId, PracticeId, VehicleId } from "../core/values/ids.ts";
import { hide } from "../core/values/private.ts";
import { personName, vehicleName } from "../ports/identity.ts";
import type { Duplicate, LedgerOfStaff, Merge, MergeRecord } from "../ports/ledger-of-staff.ts";
import { type Queryable, type Transaction, timestamp } from "./database.ts";
import type { LedgerContext } from "./ledger-context.ts";
import type { MergeRow } from "./merge-row.ts";
import { partPeople } from "./part-people.ts";
import { partVehicles } from "./part-vehicles.ts";
import { openPerson } from "./people.ts";
import { keepDeed } from "./staff-audit.ts";
import { openVehicle } from "./vehicles.ts";

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
  { database, keys }: LedgerContext,
  practice: PracticeId,
): Promise<readonly MergeRecord[]> {
  const rows = await database.query<MergedRow>(
    `SELECT merges.kind, kept, merged, staff, at,
            coalesce(p1.sealed_details, v1.sealed_details) AS sealed_kept,
            coalesce(p2.sealed_details, v2.sealed_details) AS sealed_merged
     FROM merges
     LEFT JOIN people p1 ON kind = 'person' AND p1.id = kept LEFT JOIN people p2 ON kind = 'person' AND p2.id = merged
     LEFT JOIN vehicles v1 ON kind = 'vehicle' AND v1.id = kept LEFT JOIN vehicles v2 ON kind = 'vehicle' AND v2.id = merged
     WHERE merges.practice = $1 AND undone_at IS NULL ORDER BY merges.id DESC LIMIT 200`,
    [practice],
  );
  return rows.map(({ sealed_kept, sealed_merged, ...record }) => {
    const nameOf = (id: string, sealed_details: Buffer) =>
      record.kind === "vehicle"
        ? vehicleName(openVehicle(keys, { id, sealed_details }))
        : personName(openPerson(keys, sealed_details));
    const names = { kept: nameOf(record.kept, sealed_kept), merged: nameOf(record.merged, sealed_merged) };
    return { ...record, names: hide(names) };
  });
}

interface MergedRow extends Omit<MergeRecord, "names"> {
  readonly sealed_kept: Buffer;
  readonly sealed_merged: Buffer;
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
