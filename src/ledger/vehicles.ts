import { randomUUID } from "node:crypto";
import type { VehicleDetails, VehicleOnFile, WorkStatus } from "../core/dialogue/requests.ts";
import type { CallId, EpochMs, PersonId, PracticeId, VehicleId } from "../core/values/ids.ts";
import { codeText, vehicleName, withNews } from "../ports/identity.ts";
import { type Queryable, type Transaction, timestamp } from "./database.ts";
import type { LedgerContext } from "./ledger-context.ts";
import { markSamePlate, markVehicles } from "./mark-duplicates.ts";

const detailsContext = "vehicles.sealed_details";

interface VehicleRow {
  readonly id: VehicleId;
  readonly person: PersonId;
  readonly sealed_details: Buffer;
}

/** What belongs to any of these people, first known first. */
export async function vehiclesOf(
  { keys }: LedgerContext,
  queryable: Queryable,
  people: readonly PersonId[],
): Promise<readonly { readonly owner: PersonId; readonly vehicle: VehicleOnFile }[]> {
  const rows = await queryable.query<VehicleRow>(
    `SELECT id, person, sealed_details FROM vehicles WHERE person = ANY ($1) AND merged_into IS NULL
     ORDER BY created_at, id`,
    [people],
  );
  return rows.map((row) => ({ owner: row.person, vehicle: openVehicle(keys, row) }));
}

/**
 * Finds the vehicle by its id, its VIN or its owner's plate, or creates it. One VIN is one vehicle: said by somebody who does
 * not own it, it is referred to and stays as it is and whose it is, until staff decide. For a person who is not the call's own
 * nothing is created or changed, null where nothing is found: a plate put under somebody's name would prove to be them.
 */
export async function saveVehicle(
  ledger: LedgerContext,
  tx: Transaction,
  {
    practice,
    person,
    own,
  }: { readonly practice: PracticeId; readonly person: PersonId; readonly own: boolean },
  given: VehicleDetails,
): Promise<VehicleId | null> {
  const { keys, clock } = ledger;
  const { vin, plate } = vehicleIndexes(keys, given);
  const found = await tx.query<VehicleRow>(
    // Two searches, because one with "or" would look at every vehicle of the practice.
    `SELECT id, person, sealed_details FROM (
       SELECT * FROM vehicles WHERE practice = $1 AND vin_index = $3
       UNION
       SELECT * FROM vehicles
       WHERE practice = $1 AND person = $2 AND (id = $5 OR plate_index = $4) AND merged_into IS NULL) AS found
     ORDER BY id = $5 DESC NULLS LAST, vin_index = $3 DESC NULLS LAST`,
    [practice, person, vin, plate, given.id],
  );
  const known = found.find((row) => row.person === person);
  const theirs = found.find((row) => row.person !== person);
  if (!own || (known === undefined && theirs !== undefined)) return (known ?? theirs)?.id ?? null;
  const id = known?.id ?? randomUUID();
  // A VIN that is another owner's is not taken over.
  const news = { ...given, id, vin: theirs === undefined ? given.vin : null };
  const details = known === undefined ? news : withNews(openVehicle(keys, known), news);
  tx.write(
    `INSERT INTO vehicles (id, practice, person, vin_index, plate_index, sealed_details, created_at, updated_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $7)
     ON CONFLICT (id) DO UPDATE SET
       vin_index = coalesce(excluded.vin_index, vehicles.vin_index),
       plate_index = coalesce(excluded.plate_index, vehicles.plate_index),
       sealed_details = excluded.sealed_details, updated_at = excluded.updated_at`,
    [
      id,
      practice,
      person,
      theirs === undefined ? vin : null,
      plate,
      sealedVehicle(keys, details),
      timestamp(clock.now()),
    ],
  );
  if (theirs !== undefined) markVehicles(ledger, tx, practice, { one: theirs.id, other: id, alike: "vin" });
  if (known === undefined && plate !== null) markSamePlate(ledger, tx, { practice, id, plate });
  return id;
}

/** What a vehicle is found by. */
export function vehicleIndexes(
  keys: LedgerContext["keys"],
  { vin, plate }: Pick<VehicleDetails, "vin" | "plate">,
): { readonly vin: Buffer | null; readonly plate: Buffer | null } {
  return {
    vin: vin === null ? null : keys.index(codeText(vin), "vehicles.vin"),
    plate: plate === null ? null : keys.index(codeText(plate), "vehicles.plate"),
  };
}

/** Sealed as `vehicles` keeps it. */
export function sealedVehicle(keys: LedgerContext["keys"], vehicle: VehicleOnFile): Buffer {
  return keys.seal(vehicle, detailsContext);
}

/** The work on the vehicles of a person of the call's own, newest first; null when the person is not. */
export async function readStatus(
  { database, keys }: LedgerContext,
  practice: PracticeId,
  person: PersonId,
  call: CallId,
): Promise<readonly WorkStatus[] | null> {
  const rows = await database.query<Partial<WorkRow>>(
    `SELECT vehicles.sealed_details, work_state, work_since
     FROM call_scopes JOIN people ON people.id = call_scopes.person AND people.practice = $1
     LEFT JOIN vehicles ON vehicles.person = people.id AND work_state IS NOT NULL AND vehicles.merged_into IS NULL
     WHERE call_scopes.call = $3 AND people.id = $2 ORDER BY work_since DESC, vehicles.id`,
    [practice, person, call],
  );
  if (rows.length === 0) return null;
  return rows.filter(hasWork).map(({ sealed_details, work_state, work_since }) => ({
    vehicle: vehicleName(keys.open<VehicleDetails>(sealed_details, detailsContext).reveal()),
    state: work_state,
    since: work_since,
  }));
}

interface WorkRow {
  readonly sealed_details: Buffer;
  readonly work_state: WorkStatus["state"];
  readonly work_since: EpochMs;
}

function hasWork(row: Partial<WorkRow>): row is WorkRow {
  return row.work_state !== undefined && row.work_state !== null;
}

/** A state that it has already keeps its time. */
export async function writeStatus(
  { database, clock }: LedgerContext,
  practice: PracticeId,
  { vehicle, state }: { readonly vehicle: VehicleId; readonly state: WorkStatus["state"] },
): Promise<void> {
  await database.query(
    `UPDATE vehicles SET work_state = $3, work_since = $4
     WHERE practice = $1 AND id = coalesce((SELECT merged_into FROM vehicles WHERE id = $2), $2)
       AND work_state IS DISTINCT FROM $3`,
    [practice, vehicle, state, timestamp(clock.now())],
  );
}

export function openVehicle(
  keys: LedgerContext["keys"],
  row: Pick<VehicleRow, "id" | "sealed_details">,
): VehicleOnFile {
  return { ...keys.open<VehicleDetails>(row.sealed_details, detailsContext).reveal(), id: row.id };
}
