import type { PracticeId, VehicleId } from "../core/values/ids.ts";
import type { Duplicate, Merge } from "../ports/ledger-of-staff.ts";
import { type Transaction, timestamp } from "./database.ts";
import type { LedgerContext } from "./ledger-context.ts";

/** The pair is settled; whoever else looked like the one that is merged looks like the one that is kept. */
export function settleDuplicates(
  { clock }: LedgerContext,
  tx: Transaction,
  kind: Duplicate["kind"],
  { kept, merged }: Merge<string>,
): void {
  tx.write(
    `INSERT INTO duplicates (practice, kind, one, other, alike, noticed_at)
     SELECT practice, kind, CASE one WHEN $3 THEN $2 ELSE one END, CASE other WHEN $3 THEN $2 ELSE other END, alike, noticed_at
     FROM duplicates
     WHERE kind = $1 AND settled_at IS NULL AND $3 IN (one, other) AND $2 NOT IN (one, other) ON CONFLICT DO NOTHING`,
    [kind, kept, merged],
  );
  tx.write(
    "UPDATE duplicates SET settled_at = $3 WHERE kind = $1 AND settled_at IS NULL AND $2 IN (one, other)",
    [kind, merged, timestamp(clock.now())],
  );
}

/** Two vehicles that may be one, for staff. */
export function markVehicles(
  { clock }: LedgerContext,
  tx: Transaction,
  practice: PracticeId,
  {
    one,
    other,
    alike,
  }: { readonly one: VehicleId; readonly other: VehicleId; readonly alike: "vin" | "plate" },
): void {
  tx.write(
    `INSERT INTO duplicates (practice, kind, one, other, alike, noticed_at) VALUES ($1, 'vehicle', $2, $3, $4, $5)
     ON CONFLICT DO NOTHING`,
    [practice, one, other, alike, timestamp(clock.now())],
  );
}

/** Plates are given anew, and misheard: whether it is the same vehicle is for staff to say. */
export function markSamePlate(
  { clock }: LedgerContext,
  tx: Transaction,
  { practice, id, plate }: { readonly practice: PracticeId; readonly id: VehicleId; readonly plate: Buffer },
): void {
  tx.write(
    `INSERT INTO duplicates (practice, kind, one, other, alike, noticed_at)
     SELECT $1, 'vehicle', id, $2, 'plate', $4 FROM vehicles
     WHERE practice = $1 AND plate_index = $3 AND id <> $2 AND merged_into IS NULL LIMIT 10 ON CONFLICT DO NOTHING`,
    [practice, id, plate, timestamp(clock.now())],
  );
}
