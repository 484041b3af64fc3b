import type { VehicleOnFile } from "../core/dialogue/requests.ts";
import type { VehicleId } from "../core/values/ids.ts";
import { withoutFilled } from "../ports/identity.ts";
import type { Merge } from "../ports/ledger-of-staff.ts";
import type { Transaction } from "./database.ts";
import type { LedgerContext } from "./ledger-context.ts";
import { beforeContext, type MergeRow } from "./merge-row.ts";
import { openVehicle, sealedVehicle, vehicleIndexes } from "./vehicles.ts";

/** What was on file of the vehicle that is kept, before another was merged with it. */
export interface VehicleBefore {
  readonly details: VehicleOnFile;
  /** How far the work on it is was known. */
  readonly atWork: boolean;
}

/** Each is found by its own VIN and plate again. */
export async function partVehicles(
  { keys }: LedgerContext,
  tx: Transaction,
  { kept, merged }: Merge<VehicleId>,
  { moved, sealed_before }: MergeRow,
): Promise<void> {
  const rows = await tx.query<{ readonly id: VehicleId; readonly sealed_details: Buffer }>(
    "SELECT id, sealed_details FROM vehicles WHERE id = ANY ($1)",
    [[kept, merged]],
  );
  const [one, other] = [kept, merged].map((vehicle) => rows.find(({ id }) => id === vehicle));
  if (one === undefined || other === undefined) throw new Error("A locked vehicle is not there");
  const before = keys.open<VehicleBefore>(sealed_before, beforeContext).reveal();
  const [now, from] = [openVehicle(keys, one), openVehicle(keys, other)];
  const details = { ...withoutFilled<VehicleOnFile>(now, before.details, from), id: kept };
  const [own, others] = [vehicleIndexes(keys, details), vehicleIndexes(keys, from)];
  // A VIN is one vehicle's at a time, so it is given up before it is had.
  tx.write(
    `UPDATE vehicles SET sealed_details = $2, vin_index = $3, plate_index = $4,
            work_state = CASE WHEN $5 OR vehicles.work_since IS DISTINCT FROM other.work_since THEN vehicles.work_state END,
            work_since = CASE WHEN $5 OR vehicles.work_since IS DISTINCT FROM other.work_since THEN vehicles.work_since END
     FROM vehicles other WHERE vehicles.id = $1 AND other.id = $6`,
    [kept, sealedVehicle(keys, details), own.vin, own.plate, before.atWork, merged],
  );
  tx.write(
    "UPDATE vehicles SET merged_into = CASE id WHEN $1 THEN NULL ELSE $1 END WHERE id = ANY ($2) AND merged_into = $3",
    [merged, moved["vehicles"], kept],
  );
  tx.write("UPDATE vehicles SET vin_index = $2, plate_index = $3 WHERE id = $1", [
    merged,
    others.vin,
    others.plate,
  ]);
}
