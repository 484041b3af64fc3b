import type { VehicleOnFile } from "../core/dialogue/requests.ts";
import type { PracticeId, VehicleId } from "../core/values/ids.ts";
import { codeText, withNews } from "../ports/identity.ts";
import type { Merge } from "../ports/ledger-of-staff.ts";
import { timestamp } from "./database.ts";
import type { LedgerContext } from "./ledger-context.ts";
import { settleDuplicates } from "./mark-duplicates.ts";
import { beforeContext } from "./merge-row.ts";
import type { VehicleBefore } from "./part-vehicles.ts";
import { keepDeed } from "./staff-audit.ts";
import { openVehicle, sealedVehicle, vehicleIndexes } from "./vehicles.ts";

interface VehicleRow {
  readonly id: VehicleId;
  readonly sealed_details: Buffer;
  readonly merged_into: VehicleId | null;
  readonly work_state: string | null;
}

/**
 * What is on file of the one that is kept stays, the other fills it in. Bookings that name the merged one still lead somewhere.
 */
export function mergeVehicles(
  ledger: LedgerContext,
  practice: PracticeId,
  { kept, merged }: Merge<VehicleId>,
  staff: string,
): Promise<"merged" | "notThere" | "different"> {
  return ledger.database.transaction(async (tx) => {
    const rows = await tx.query<VehicleRow>(
      `SELECT id, sealed_details, merged_into, work_state FROM vehicles
       WHERE practice = $1 AND id = ANY ($2) ORDER BY id FOR UPDATE`,
      [practice, [kept, merged]],
    );
    const [one, other] = [kept, merged].map((vehicle) => rows.find(({ id }) => id === vehicle));
    if (one === undefined || other === undefined || one === other || one.merged_into !== null)
      return "notThere";
    if (other.merged_into !== null) return other.merged_into === kept ? "merged" : "notThere";
    const [stays, goes] = [openVehicle(ledger.keys, one), openVehicle(ledger.keys, other)];
    if (haveTwoVins(stays, goes)) return "different";
    const before: VehicleBefore = { details: stays, atWork: one.work_state !== null };
    const details = withNews<VehicleOnFile>(goes, stays);
    const { vin, plate } = vehicleIndexes(ledger.keys, details);
    // A VIN is one vehicle's at a time, so it is given up before it is had.
    tx.write(
      `WITH v AS (UPDATE vehicles SET merged_into = $1, vin_index = NULL, plate_index = NULL
                  WHERE id = $2 OR merged_into = $2 RETURNING id)
       INSERT INTO merges (practice, kind, kept, merged, staff, at, sealed_before, moved)
       VALUES ($3, 'vehicle', $1, $2, $4, $5, $6, jsonb_build_object('vehicles', ARRAY(SELECT id FROM v)))`,
      [
        ...[kept, merged, practice, staff],
        timestamp(ledger.clock.now()),
        ledger.keys.seal(before, beforeContext),
      ],
    );
    tx.write(
      `UPDATE vehicles SET sealed_details = $2, vin_index = $3, plate_index = $4,
              work_state = coalesce(vehicles.work_state, other.work_state),
              work_since = coalesce(vehicles.work_since, other.work_since)
       FROM vehicles other WHERE vehicles.id = $1 AND other.id = $5`,
      [kept, sealedVehicle(ledger.keys, details), vin, plate, merged],
    );
    settleDuplicates(ledger, tx, "vehicle", { kept, merged });
    keepDeed(ledger, tx, practice, { deed: "mergeVehicles", staff, subjects: [kept, merged] });
    return "merged";
  });
}

function haveTwoVins({ vin: one }: VehicleOnFile, { vin: other }: VehicleOnFile): boolean {
  return one !== null && other !== null && codeText(one) !== codeText(other);
}
