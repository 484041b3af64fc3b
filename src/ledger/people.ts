import { randomUUID } from "node:crypto";
import type { PersonDetails } from "../core/dialogue/requests.ts";
import type { CallId, PersonId, PracticeId } from "../core/values/ids.ts";
import { hide, type Private } from "../core/values/private.ts";
import { identityText, nameText, phoneText, withNews } from "../ports/identity.ts";
import { type Queryable, type Transaction, timestamp } from "./database.ts";
import type { LedgerContext } from "./ledger-context.ts";
import { saveVehicle } from "./vehicles.ts";

const context = "people.sealed_details";

export interface FiledPerson {
  readonly person: PersonId;
  readonly details: Private<PersonDetails>;
}

/** Whom the number belongs to, however it is written, longest known first. */
export async function peopleOfPhone(
  { keys }: LedgerContext,
  queryable: Queryable,
  practice: PracticeId,
  phone: string,
): Promise<readonly FiledPerson[]> {
  const rows = await queryable.query<PersonRow>(
    `SELECT id, sealed_details FROM people WHERE practice = $1 AND phone_index = $2
     ORDER BY created_at, id`,
    [practice, phoneIndex(keys, phone)],
  );
  return rows.map((row) => filed(keys, row));
}

/** The person of this name and date of birth; accents, case and punctuation do not matter. */
export async function personBornAs(
  { keys }: LedgerContext,
  queryable: Queryable,
  practice: PracticeId,
  identity: Pick<PersonDetails, "given" | "family" | "dateOfBirth">,
): Promise<readonly FiledPerson[]> {
  const rows = await queryable.query<PersonRow>(
    "SELECT id, sealed_details FROM people WHERE practice = $1 AND identity_index = $2",
    [practice, identityIndex(keys, { ...identity, phone: null })],
  );
  return rows.map((row) => filed(keys, row));
}

export interface SavedPerson {
  readonly person: PersonId;
  /** What was given, with the ids of the vehicle that it names. */
  readonly details: PersonDetails;
}

/**
 * Finds the person, or creates one who is the call's own from then on. Only what is the call's own is brought up to date:
 * anybody can say a name, and that must not change what is on file under it.
 */
export async function savePerson(
  ledger: LedgerContext,
  tx: Transaction,
  { practice, call }: { readonly practice: PracticeId; readonly call: CallId },
  details: Private<PersonDetails>,
): Promise<SavedPerson> {
  const given = details.reveal();
  const known = await matching(ledger, tx, { practice, call }, given);
  const person = known?.id ?? randomUUID();
  const own = known === null || known.own;
  if (known === null) insertPerson(ledger, tx, { practice, call, person }, given);
  else if (own) {
    const onFile = filed(ledger.keys, known).details.reveal();
    updatePerson(ledger, tx, person, withNews(onFile, withoutVehicle(given)));
  }
  if (given.vehicle === null) return { person, details: given };
  const vehicle = await saveVehicle(ledger, tx, { practice, person, own }, given.vehicle);
  return { person, details: { ...given, vehicle: { ...given.vehicle, id: vehicle } } };
}

interface PersonRow {
  readonly id: PersonId;
  readonly sealed_details: Buffer;
}

/** Without a date of birth, a person of this call and this name is meant even when they give another number. */
async function matching(
  { keys }: LedgerContext,
  tx: Transaction,
  { practice, call }: { readonly practice: PracticeId; readonly call: CallId },
  given: PersonDetails,
): Promise<(PersonRow & { readonly own: boolean }) | null> {
  const [row] = await tx.query<PersonRow & { own: boolean }>(
    // Two searches, because one with "or" would look at every person of the practice.
    `SELECT id, sealed_details, own FROM (
       SELECT people.*, EXISTS (SELECT FROM call_scopes WHERE call = $4 AND person = people.id) AS own
       FROM people WHERE practice = $1 AND identity_index = $2
       UNION ALL
       SELECT people.*, true FROM call_scopes JOIN people ON people.id = call_scopes.person
       WHERE call = $4 AND practice = $1 AND name_index = $3) AS found
     ORDER BY own DESC, identity_index = $2 DESC LIMIT 1`,
    [practice, identityIndex(keys, given), given.dateOfBirth === null ? nameIndex(keys, given) : null, call],
  );
  return row ?? null;
}

function insertPerson(
  { keys, clock }: LedgerContext,
  tx: Transaction,
  { practice, call, person }: { practice: PracticeId; call: CallId; person: PersonId },
  given: PersonDetails,
): void {
  // Two calls that create the same person at once: one of them meets the unique identity, and its transaction runs again.
  tx.write(
    `WITH added AS (
       INSERT INTO people (id, practice, identity_index, name_index, phone_index, sealed_details, created_at, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $7) RETURNING id)
     INSERT INTO call_scopes (call, person) SELECT $8, id FROM added`,
    [
      person,
      practice,
      identityIndex(keys, given),
      nameIndex(keys, given),
      given.phone === null ? null : phoneIndex(keys, given.phone),
      sealedPerson(keys, given),
      timestamp(clock.now()),
      call,
    ],
  );
}

function updatePerson(
  { keys, clock }: LedgerContext,
  tx: Transaction,
  person: PersonId,
  details: PersonDetails,
): void {
  tx.write(
    `UPDATE people SET name_index = $2, phone_index = $3, sealed_details = $4, updated_at = $5 WHERE id = $1`,
    [
      person,
      nameIndex(keys, details),
      details.phone === null ? null : phoneIndex(keys, details.phone),
      keys.seal(details, context),
      timestamp(clock.now()),
    ],
  );
}

/** Sealed as `people` keeps it: without the vehicle, which has a row of its own. */
export function sealedPerson(keys: LedgerContext["keys"], details: PersonDetails): Buffer {
  return keys.seal(withoutVehicle(details), context);
}

function filed(keys: LedgerContext["keys"], row: PersonRow): FiledPerson {
  // Rows of earlier versions have no vehicle in them.
  const details = keys.open<PersonDetails>(row.sealed_details, context).reveal();
  return { person: row.id, details: hide({ ...details, vehicle: null }) };
}

function withoutVehicle(details: PersonDetails): PersonDetails {
  return { ...details, vehicle: null };
}

export function identityIndex(
  keys: LedgerContext["keys"],
  given: Parameters<typeof identityText>[0],
): Buffer {
  return keys.index(identityText(given) ?? randomUUID(), "people.identity");
}

export function nameIndex(keys: LedgerContext["keys"], { given, family }: PersonDetails): Buffer {
  return keys.index(`${nameText(given)}\0${nameText(family)}`, "people.name");
}

export function phoneIndex(keys: LedgerContext["keys"], phone: string): Buffer {
  return keys.index(phoneText(phone), "people.phone");
}
