import type { PersonDetails, Proof, VehicleOnFile } from "../core/dialogue/requests.ts";
import type { EpochMs, PersonId, PracticeId } from "../core/values/ids.ts";
import { codeText, isVinTail, nameText, zipText } from "../ports/identity.ts";
import { type Queryable, type Transaction, timestamp } from "./database.ts";
import type { LedgerContext, OfCall } from "./ledger-context.ts";
import { type FiledPerson, nameIndex, peopleOfPhone, personBornAs, phoneIndex } from "./people.ts";
import { vehiclesOf } from "./vehicles.ts";

/** Proofs that may fail before no further one is looked at, in a call and for the number or name that they are given for. */
const MOST_FAILURES = 3;
/** Wrong proofs for a number or a name count for so long, whoever gave them. */
const WRONG_FOR_MS = 60 * 60_000;

/** As it is sealed and kept; who asks gets the private parts hidden. */
export interface ProvedPerson {
  readonly person: PersonId;
  readonly details: PersonDetails;
  readonly vehicles: readonly VehicleOnFile[];
}

/**
 * Holds the proof against what is on file, within `tx`. Who passes is the call's own; who fails is counted, for the call and for
 * the number, or the name, that is on file and that the proof did not fit.
 */
export async function prove(
  ledger: LedgerContext,
  tx: Transaction,
  { practice, call }: OfCall,
  proof: Proof,
): Promise<ProvedPerson | "new" | "ambiguous" | "locked"> {
  const subject = subjectOf(ledger.keys, proof);
  if (await isLocked(ledger, tx, { practice, call }, subject)) return "locked";
  const [one, ...others] = await matching(ledger, tx, practice, proof);
  if (one === undefined) {
    countFailure(ledger, tx, { practice, call }, subject);
    return "new";
  }
  if (others.length > 0) return "ambiguous";
  tx.write("INSERT INTO call_scopes (call, person) VALUES ($1, $2) ON CONFLICT DO NOTHING", [
    call,
    one.person,
  ]);
  tx.write("DELETE FROM wrong_proofs WHERE practice = $1 AND subject_index = $2", [practice, subject.index]);
  const owned = await vehiclesOf(ledger, tx, [one.person]);
  return {
    person: one.person,
    details: one.details.reveal(),
    vehicles: owned.map(({ vehicle }) => vehicle),
  };
}

/** What a proof is given for: somebody of a name, or the owner of a number. */
interface Subject {
  readonly kind: "name" | "phone";
  readonly index: Buffer;
}

function subjectOf(keys: LedgerContext["keys"], proof: Proof): Subject {
  return proof.kind === "nameAndBirth"
    ? { kind: "name", index: nameIndex(keys, proof) }
    : { kind: "phone", index: phoneIndex(keys, proof.phone) };
}

async function isLocked(
  { clock }: LedgerContext,
  tx: Transaction,
  { practice, call }: OfCall,
  { index }: Subject,
): Promise<boolean> {
  // Proofs that are given at once, in one call or several, are counted one after another.
  tx.write("SELECT lock_resources($1, ARRAY[$2])", [practice, `~proof/${index.toString("base64")}`]);
  const [failed] = await tx.query<{ count: number; wrong: number }>(
    `INSERT INTO failed_proofs (call, count) VALUES ($1, 0)
     ON CONFLICT (call) DO UPDATE SET count = failed_proofs.count
     RETURNING count, (SELECT count(*) FROM wrong_proofs
                       WHERE practice = $2 AND subject_index = $3 AND given_at > $4) AS wrong`,
    [call, practice, index, timestamp(clock.now() - WRONG_FOR_MS)],
  );
  return failed !== undefined && Math.max(failed.count, failed.wrong) >= MOST_FAILURES;
}

function countFailure(
  { clock }: LedgerContext,
  tx: Transaction,
  { practice, call }: OfCall,
  { kind, index }: Subject,
): void {
  tx.write("UPDATE failed_proofs SET count = count + 1 WHERE call = $1", [call]);
  // Who is not on file can be missed as often as one likes; nothing is found out by it.
  tx.write(
    `WITH old AS (DELETE FROM wrong_proofs WHERE practice = $1 AND subject_index = $2 AND given_at <= $4)
     INSERT INTO wrong_proofs (practice, subject_index, given_at)
     SELECT $1, $2, $3 WHERE EXISTS (SELECT FROM people WHERE practice = $1 AND ${kind}_index = $2)`,
    [practice, index, timestamp(clock.now()), timestamp(clock.now() - WRONG_FOR_MS)],
  );
}

/** Wrong proofs that count no more, of every practice, are kept no longer. How many there were. */
export async function forgetWrongProofs(database: Queryable, now: EpochMs): Promise<number> {
  const old = await database.query("DELETE FROM wrong_proofs WHERE given_at <= $1 RETURNING 1", [
    timestamp(now - WRONG_FOR_MS),
  ]);
  return old.length;
}

async function matching(
  ledger: LedgerContext,
  tx: Queryable,
  practice: PracticeId,
  proof: Proof,
): Promise<readonly FiledPerson[]> {
  if (proof.kind === "nameAndBirth") return personBornAs(ledger, tx, practice, proof);
  const ofPhone = await peopleOfPhone(ledger, tx, practice, proof.phone);
  if (proof.kind === "familyAndZip") return ofPhone.filter(({ details }) => lives(details.reveal(), proof));
  const owned = await vehiclesOf(
    ledger,
    tx,
    ofPhone.map(({ person }) => person),
  );
  const fitting = owned.filter(({ vehicle }) => fits(vehicle, proof)).map(({ owner }) => owner);
  return ofPhone.filter(({ person }) => fitting.includes(person));
}

function lives({ family, address }: PersonDetails, proof: Extract<Proof, { kind: "familyAndZip" }>): boolean {
  const zip = zipText(proof.zip);
  return (
    nameText(family) === nameText(proof.family) && zip.length === 5 && zipText(address?.zip ?? "") === zip
  );
}

function fits({ plate, vin }: VehicleOnFile, proof: Extract<Proof, { kind: "plate" | "vinTail" }>): boolean {
  if (proof.kind === "vinTail") return isVinTail(vin, proof.tail);
  return plate !== null && codeText(proof.plate) !== "" && codeText(plate) === codeText(proof.plate);
}
