import { randomUUID } from "node:crypto";
import type { PersonDetails, VehicleDetails, VehicleOnFile } from "../core/dialogue/requests.ts";
import type { PersonId, PracticeId } from "../core/values/ids.ts";
import { hide, type Private } from "../core/values/private.ts";
import { type Queryable, timestamp } from "./database.ts";
import type { LedgerContext } from "./ledger-context.ts";
import { birthIndex, identityIndex, nameIndex, phoneIndex, sealedPerson } from "./people.ts";
import { sealedVehicle, vehicleIndexes, vehiclesOf } from "./vehicles.ts";

export interface NewPerson {
  readonly details: Private<PersonDetails>;
  readonly vehicles: Private<readonly VehicleDetails[]>;
}

export interface AddedPerson {
  readonly person: PersonId;
  readonly vehicles: Private<readonly VehicleOnFile[]>;
}

/**
 * Puts many people and what they drive on file, in one transaction and few statements. Who is on file already stays as they
 * are, with the vehicles that they have; a VIN that is on file is not added again. For filling a ledger beforehand: callers are
 * added by booking, and no call gets the scope of these people.
 */
export async function addPeople(
  ledger: LedgerContext,
  practice: PracticeId,
  people: readonly NewPerson[],
): Promise<readonly AddedPerson[]> {
  return ledger.database.transaction(async (tx) => {
    const filed = await insertPeople(ledger, tx, practice, people);
    const owned = people.flatMap(({ vehicles }, index) => {
      const { person, isNew } = filed[index] as FiledId;
      return isNew ? vehicles.reveal().map((vehicle) => ({ person, vehicle })) : [];
    });
    await insertVehicles(ledger, tx, practice, owned);
    const ids = filed.map(({ person }) => person);
    const byOwner = Map.groupBy(await vehiclesOf(ledger, tx, ids), ({ owner }) => owner);
    return ids.map((person) => ({
      person,
      vehicles: hide((byOwner.get(person) ?? []).map(({ vehicle }) => vehicle)),
    }));
  });
}

interface FiledId {
  readonly person: PersonId;
  readonly isNew: boolean;
}

async function insertPeople(
  { keys, clock }: LedgerContext,
  tx: Queryable,
  practice: PracticeId,
  people: readonly NewPerson[],
): Promise<readonly FiledId[]> {
  const details = people.map((one) => one.details.reveal());
  const identities = details.map((one) => identityIndex(keys, one));
  const added = await tx.query<{ id: PersonId }>(
    `INSERT INTO people (id, practice, identity_index, name_index, phone_index, birth_index, sealed_details, created_at, updated_at)
     SELECT id, $1, identity, name, phone, birth, details, $2, $2
     FROM unnest($3::text[], $4::bytea[], $5::bytea[], $6::bytea[], $7::bytea[], $8::bytea[])
       AS one (id, identity, name, phone, birth, details)
     ON CONFLICT (practice, identity_index) DO NOTHING RETURNING id`,
    [
      practice,
      timestamp(clock.now()),
      people.map(() => randomUUID()),
      identities,
      details.map((one) => nameIndex(keys, one)),
      details.map(({ phone }) => (phone === null ? null : phoneIndex(keys, phone))),
      details.map((one) => birthIndex(keys, one)),
      details.map((one) => sealedPerson(keys, one)),
    ],
  );
  const fresh = new Set(added.map(({ id }) => id));
  const rows = await tx.query<{ id: PersonId; identity_index: Buffer }>(
    "SELECT id, identity_index FROM people WHERE practice = $1 AND identity_index = ANY ($2::bytea[])",
    [practice, identities],
  );
  const byIdentity = new Map(rows.map(({ id, identity_index }) => [identity_index.toString("hex"), id]));
  return identities.map((identity) => {
    const person = byIdentity.get(identity.toString("hex"));
    if (person === undefined) throw new Error("A person that was just filed is not on file");
    return { person, isNew: fresh.has(person) };
  });
}

async function insertVehicles(
  { keys, clock }: LedgerContext,
  tx: Queryable,
  practice: PracticeId,
  owned: readonly { readonly person: PersonId; readonly vehicle: VehicleDetails }[],
): Promise<void> {
  const vehicles: readonly VehicleOnFile[] = owned.map(({ vehicle }) => ({ ...vehicle, id: randomUUID() }));
  const indexes = vehicles.map((vehicle) => vehicleIndexes(keys, vehicle));
  await tx.query(
    `INSERT INTO vehicles (id, practice, person, vin_index, plate_index, sealed_details, created_at, updated_at)
     SELECT id, $1, person, vin, plate, details, $2, $2
     FROM unnest($3::text[], $4::text[], $5::bytea[], $6::bytea[], $7::bytea[])
       AS one (id, person, vin, plate, details)
     ON CONFLICT (practice, vin_index) DO NOTHING`,
    [
      practice,
      timestamp(clock.now()),
      vehicles.map(({ id }) => id),
      owned.map(({ person }) => person),
      indexes.map(({ vin }) => vin),
      indexes.map(({ plate }) => plate),
      vehicles.map((vehicle) => sealedVehicle(keys, vehicle)),
    ],
  );
}
