import type { EpochMs, PersonId, PracticeId, VehicleId } from "../core/values/ids.ts";
import { hide } from "../core/values/private.ts";
import type { Duplicate } from "../ports/ledger-of-staff.ts";
import type { LedgerContext } from "./ledger-context.ts";
import { openPerson } from "./people.ts";
import { openVehicle } from "./vehicles.ts";

interface DuplicateRow {
  readonly kind: Duplicate["kind"];
  readonly one: string;
  readonly other: string;
  readonly alike: Duplicate["alike"];
  readonly noticedAt: EpochMs;
  readonly sealed_one: Buffer;
  readonly sealed_other: Buffer;
}

/** Pairs that nobody has settled, the first noticed first. */
export async function readDuplicates(
  { database, keys }: LedgerContext,
  practice: PracticeId,
): Promise<readonly Duplicate[]> {
  const rows = await database.query<DuplicateRow>(
    `SELECT kind, one, other, alike, noticed_at AS "noticedAt",
            coalesce(p1.sealed_details, v1.sealed_details) AS sealed_one,
            coalesce(p2.sealed_details, v2.sealed_details) AS sealed_other
     FROM duplicates
     LEFT JOIN people p1 ON kind = 'person' AND p1.id = one LEFT JOIN people p2 ON kind = 'person' AND p2.id = other
     LEFT JOIN vehicles v1 ON kind = 'vehicle' AND v1.id = one LEFT JOIN vehicles v2 ON kind = 'vehicle' AND v2.id = other
     WHERE duplicates.practice = $1 AND settled_at IS NULL ORDER BY noticed_at, duplicates.id`,
    [practice],
  );
  return rows.map(({ kind, one, other, alike, noticedAt, sealed_one, sealed_other }) => {
    const found = { alike, noticedAt };
    if (kind === "vehicle") {
      const vehicle = (id: VehicleId, sealed_details: Buffer) =>
        hide(openVehicle(keys, { id, sealed_details }));
      return { ...found, kind, one: vehicle(one, sealed_one), other: vehicle(other, sealed_other) };
    }
    const person = (id: PersonId, sealed: Buffer) => ({
      person: id,
      details: hide(openPerson(keys, sealed)),
    });
    return { ...found, kind, one: person(one, sealed_one), other: person(other, sealed_other) };
  });
}
