import { randomUUID } from "node:crypto";
import type { PersonDetails } from "../core/dialogue/requests.ts";
import type { CallId, PersonId, PracticeId } from "../core/values/ids.ts";
import { hide, type Private } from "../core/values/private.ts";
import { identityText, nameText, phoneText, withNews } from "../ports/identity.ts";
import { type Queryable, type Transaction, timestamp } from "./database.ts";
import type { LedgerContext, OfCall } from "./ledger-context.ts";
import { saveVehicle } from "./vehicles.ts";

const detailsContext = "people.sealed_details";

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
    `SELECT DISTINCT id, sealed_details, created_at FROM people_found WHERE practice = $1 AND phone_index = $2
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
    "SELECT id, sealed_details FROM people_found WHERE practice = $1 AND identity_index = $2",
    [practice, identityIndex(keys, { ...identity, phone: null })],
  );
  return rows.map((row) => filed(keys, row));
}

export interface SavedPerson {
  readonly person: PersonId;
  /** What was given, with the ids of the vehicle that it names. */
  readonly details: PersonDetails;
}

/** What a person who is given is searched by. */
export interface PersonSought {
  readonly identity: Buffer;
  /** Without a date of birth, a person of this call and this name is meant even when they give another number. */
  readonly name: Buffer | null;
}

export function soughtBy({ keys }: Pick<LedgerContext, "keys">, given: PersonDetails): PersonSought {
  return {
    identity: identityIndex(keys, given),
    name: given.dateOfBirth === null ? nameIndex(keys, given) : null,
  };
}

/** A person on file, as `find_person` tells; `own` when the call has their scope. */
export interface FoundPerson extends PersonRow {
  readonly own: boolean;
  /** The call that put them on file; null = staff, or an import. */
  readonly created_by: CallId | null;
}

interface PersonRow {
  readonly id: PersonId;
  readonly sealed_details: Buffer;
}

export async function findPerson(
  ledger: LedgerContext,
  tx: Queryable,
  { practice, call }: OfCall,
  given: Private<PersonDetails>,
): Promise<FoundPerson | null> {
  const { identity, name } = soughtBy(ledger, given.reveal());
  const [row] = await tx.query<FoundPerson>(
    "SELECT id, sealed_details, own, created_by FROM find_person($1, $2, $3, $4)",
    [practice, call, identity, name],
  );
  return row ?? null;
}

/**
 * Brings the person who was found up to date, or creates one who is the call's own from then on. Only what is the call's own is
 * changed: anybody can say a name, and that must not change what is on file under it.
 */
export async function savePerson(
  ledger: LedgerContext,
  tx: Transaction,
  { practice, call }: OfCall,
  known: FoundPerson | null,
  details: Private<PersonDetails>,
): Promise<SavedPerson> {
  const given = details.reveal();
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

function insertPerson(
  { keys, clock }: LedgerContext,
  tx: Transaction,
  { practice, call, person }: OfCall & { readonly person: PersonId },
  given: PersonDetails,
): void {
  // Two calls that create the same person at once: one of them meets the unique identity, and its transaction runs again.
  // Who has the same name and number, or the same number and date of birth, may be the same person misheard; who is known by
  // no date of birth may have another number. Staff decide.
  tx.write(
    `WITH alike AS (
       SELECT id, 'name' AS how FROM people
       WHERE practice = $2 AND name_index = $4 AND merged_into IS NULL
         AND (phone_index = $5 OR birth_index IS NULL OR $6::bytea IS NULL)
       UNION
       SELECT id, 'numberAndBirth' FROM people
       WHERE practice = $2 AND phone_index = $5 AND birth_index = $6 AND name_index <> $4 AND merged_into IS NULL),
     marked AS (
       INSERT INTO duplicates (practice, kind, one, other, alike, noticed_at)
       SELECT $2, 'person', id, $1, how, $8 FROM alike LIMIT ${MOST_MARKED} ON CONFLICT DO NOTHING),
     added AS (
       INSERT INTO people (id, practice, identity_index, name_index, phone_index, birth_index, sealed_details, created_at,
                           updated_at, created_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8, $9) RETURNING id)
     INSERT INTO call_scopes (call, person) SELECT $9, id FROM added`,
    [
      person,
      practice,
      identityIndex(keys, given),
      nameIndex(keys, given),
      given.phone === null ? null : phoneIndex(keys, given.phone),
      birthIndex(keys, given),
      sealedPerson(keys, given),
      timestamp(clock.now()),
      call,
    ],
  );
}

/** Nobody looks through more than so many people of one name. */
const MOST_MARKED = 10;

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
      keys.seal(details, detailsContext),
      timestamp(clock.now()),
    ],
  );
}

/** Sealed as `people` keeps it: without the vehicle, which has a row of its own. */
export function sealedPerson(keys: LedgerContext["keys"], details: PersonDetails): Buffer {
  return keys.seal(withoutVehicle(details), detailsContext);
}

/** What `sealedPerson` sealed. */
export function openPerson(keys: LedgerContext["keys"], sealed: Buffer): PersonDetails {
  // Rows of earlier versions have no vehicle in them.
  return withoutVehicle(keys.open<PersonDetails>(sealed, detailsContext).reveal());
}

function filed(keys: LedgerContext["keys"], row: PersonRow): FiledPerson {
  return { person: row.id, details: hide(openPerson(keys, row.sealed_details)) };
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

export function nameIndex(
  keys: LedgerContext["keys"],
  { given, family }: Pick<PersonDetails, "given" | "family">,
): Buffer {
  return keys.index(`${nameText(given)}\0${nameText(family)}`, "people.name");
}

export function birthIndex(
  keys: LedgerContext["keys"],
  { dateOfBirth }: Pick<PersonDetails, "dateOfBirth">,
): Buffer | null {
  return dateOfBirth === null ? null : keys.index(dateOfBirth, "people.birth");
}

export function phoneIndex(keys: LedgerContext["keys"], phone: string): Buffer {
  return keys.index(phoneText(phone), "people.phone");
}
