import { randomUUID } from "node:crypto";
import type { PersonDetails } from "../core/dialogue/requests.ts";
import type { PersonId, PracticeId } from "../core/values/ids.ts";
import type { Private } from "../core/values/private.ts";
import { type Queryable, timestamp } from "./database.ts";
import type { LedgerContext } from "./ledger-context.ts";

type Identity = Pick<PersonDetails, "given" | "family" | "dateOfBirth">;

const context = "people.sealed_details";

/** The person on file with this name and date of birth, or null. Accents, case and punctuation do not matter. */
export async function findPerson(
  { database, keys }: LedgerContext,
  practice: PracticeId,
  identity: Private<Identity>,
): Promise<{ person: PersonId; details: Private<Partial<PersonDetails>> } | null> {
  const [row] = await database.query<{ id: string; sealed_details: Buffer }>(
    "SELECT id, sealed_details FROM people WHERE practice = $1 AND identity_index = $2",
    [practice, keys.index(identityText(identity.reveal()), "people.identity")],
  );
  if (row === undefined) return null;
  return { person: row.id, details: keys.open<PersonDetails>(row.sealed_details, context) };
}

/** Finds or adds the person and keeps the newest details; what was not given this time stays as it was. */
export async function savePerson(
  { keys, clock }: LedgerContext,
  tx: Queryable,
  practice: PracticeId,
  details: Private<PersonDetails>,
): Promise<PersonId> {
  const given = details.reveal();
  const identity = keys.index(identityText(given), "people.identity");
  const [known] = await tx.query<{ sealed_details: Buffer }>(
    "SELECT sealed_details FROM people WHERE practice = $1 AND identity_index = $2 FOR UPDATE",
    [practice, identity],
  );
  const before = known === undefined ? null : keys.open<PersonDetails>(known.sealed_details, context);
  const merged = before === null ? given : merge(before.reveal(), given);
  const [row] = await tx.query<{ id: string }>(
    `INSERT INTO people (id, practice, identity_index, phone_index, sealed_details, created_at, updated_at)
     VALUES ($1, $2, $3, $4, $5, $6, $6)
     ON CONFLICT (practice, identity_index) DO UPDATE
       SET phone_index = excluded.phone_index, sealed_details = excluded.sealed_details,
           updated_at = excluded.updated_at
     RETURNING id`,
    [
      randomUUID(),
      practice,
      identity,
      merged.phone === null ? null : keys.index(merged.phone, "people.phone"),
      keys.seal(merged, context),
      timestamp(clock.now()),
    ],
  );
  if (row === undefined) throw new Error("Saving a person returned no row");
  return row.id;
}

function merge(before: PersonDetails, given: PersonDetails): PersonDetails {
  const news = Object.entries(given).filter(([, value]) => value !== null);
  return { ...before, ...Object.fromEntries(news) };
}

function identityText({ given, family, dateOfBirth }: Identity): string {
  return [plain(given), plain(family), dateOfBirth].join("\0");
}

function plain(name: string): string {
  return name
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "");
}
