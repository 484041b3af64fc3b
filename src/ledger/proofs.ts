import type { PersonDetails, Proof, VehicleOnFile } from "../core/dialogue/requests.ts";
import type { CallId, PersonId, PracticeId } from "../core/values/ids.ts";
import { codeText, isVinTail, nameText, zipText } from "../ports/identity.ts";
import type { Queryable } from "./database.ts";
import type { LedgerContext } from "./ledger-context.ts";
import { type FiledPerson, peopleOfPhone, personBornAs } from "./people.ts";
import { vehiclesOf } from "./vehicles.ts";

/** Proofs of a call that may fail before no further one is looked at. */
const mostFailures = 3;

/** As it is sealed and kept; who asks gets the private parts hidden. */
export interface ProvedPerson {
  readonly person: PersonId;
  readonly details: PersonDetails;
  readonly vehicles: readonly VehicleOnFile[];
}

/** Holds the proof against what is on file, within `tx`. Who passes is the call's own; who fails is counted. */
export async function prove(
  ledger: LedgerContext,
  tx: Queryable,
  { practice, call }: { readonly practice: PracticeId; readonly call: CallId },
  proof: Proof,
): Promise<ProvedPerson | "new" | "ambiguous" | "locked"> {
  const [failed] = await tx.query<{ count: number }>(
    // The row is locked, so that proofs given at once are counted one after another.
    `INSERT INTO failed_proofs (call, count) VALUES ($1, 0)
     ON CONFLICT (call) DO UPDATE SET count = failed_proofs.count RETURNING count`,
    [call],
  );
  if ((failed?.count ?? 0) >= mostFailures) return "locked";
  const found = await matching(ledger, tx, practice, proof);
  const [one, ...others] = found;
  if (one === undefined) {
    await tx.query("UPDATE failed_proofs SET count = count + 1 WHERE call = $1", [call]);
    return "new";
  }
  if (others.length > 0) return "ambiguous";
  await tx.query("INSERT INTO call_scopes (call, person) VALUES ($1, $2) ON CONFLICT DO NOTHING", [
    call,
    one.person,
  ]);
  const owned = await vehiclesOf(ledger, tx, [one.person]);
  return {
    person: one.person,
    details: one.details.reveal(),
    vehicles: owned.map(({ vehicle }) => vehicle),
  };
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
