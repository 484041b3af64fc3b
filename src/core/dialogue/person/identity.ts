import type { Practice } from "../../practice/practice.ts";
import { type DialogueState, valueIn } from "../dialogue-state.ts";
import type { FieldId } from "../field-ids.ts";
import type { Proof } from "../requests.ts";
import { isSettled, missingPart, wantsReadBack } from "../settled.ts";

/** What the caller tells to prove who they are. Without the plate at hand, the family name and the ZIP code do. */
export function proofFields({ identity }: Practice, state: DialogueState): readonly FieldId[] {
  if (identity === "nameAndBirth") return ["name", "dateOfBirth"];
  if (vinTail(state) !== null) return ["phone", "vin"];
  return state.entries.plate?.kind === "left" ? ["phone", "name", "zip"] : ["phone", "plate"];
}

/** What of the proof is still to be told, or to be made sure. Beside a ZIP code the family name is enough. */
export function missingProof(state: DialogueState, practice: Practice): readonly FieldId[] {
  const { name } = state.entries;
  const familyTold =
    practice.identity === "phoneAndOne" &&
    name !== undefined &&
    missingPart(state, "name") === "given" &&
    !wantsReadBack("name", name);
  return proofFields(practice, state).filter(
    (field) => !(field === "name" && familyTold) && !isSettled(state, field),
  );
}

/** The proof, once all of it is told and sure; null before. */
export function proofOf(state: DialogueState, practice: Practice): Proof | null {
  if (missingProof(state, practice).length > 0) return null;
  return practice.identity === "nameAndBirth" ? nameAndBirth(state) : phoneAndOne(state);
}

function nameAndBirth(state: DialogueState): Proof | null {
  const name = valueIn(state, "name");
  const dateOfBirth = valueIn(state, "dateOfBirth")?.toString() ?? null;
  if (name === null || dateOfBirth === null) return null;
  return { kind: "nameAndBirth", given: name.given ?? "", family: name.family ?? "", dateOfBirth };
}

function phoneAndOne(state: DialogueState): Proof | null {
  const phone = valueIn(state, "phone");
  const [plate, tail] = [valueIn(state, "plate"), vinTail(state)];
  const [family, zip] = [valueIn(state, "name")?.family ?? null, valueIn(state, "zip")];
  if (phone === null) return null;
  if (tail !== null) return { kind: "vinTail", phone, tail };
  if (plate !== null) return { kind: "plate", phone, plate };
  return family === null || zip === null ? null : { kind: "familyAndZip", phone, family, zip };
}

/** The last six characters of a VIN that was volunteered tell a vehicle as well as its plate. */
function vinTail(state: DialogueState): string | null {
  const vin = valueIn(state, "vin");
  return vin === null || vin.length < 6 ? null : vin;
}

/** Somebody on file calls from this number, so that a plate may tell who it is before anything else is asked. */
export function mayBeKnown({ callers, entries }: DialogueState): boolean {
  return (callers?.reveal().length ?? 0) > 0 || entries.plate !== undefined;
}

/** The vehicle of the booking is on file, so that nobody has to tell its plate. */
export function plateIsKnown({ identity }: DialogueState): boolean {
  return identity.state === "known" && identity.vehicles.reveal().length > 0;
}
