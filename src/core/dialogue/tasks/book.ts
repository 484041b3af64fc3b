import { complaints } from "../../language/en/complaint-table.ts";
import type { Practice } from "../../practice/practice.ts";
import { type DialogueState, valueIn } from "../dialogue-state.ts";
import type { FieldId } from "../field-ids.ts";
import { mayBeKnown, plateIsKnown } from "../person/identity.ts";
import { mayWait, needsReferral, suitableResources } from "../search/visit.ts";
import type { Task } from "./task.ts";

/** Fields that are asked after another one without being named in the practice file. */
const followers: { readonly [F in FieldId]?: readonly FieldId[] } = {
  complaint: ["duration", "pain", "referral"],
  payer: ["memberId", "groupNumber"],
  services: ["waiting", "plate"],
  vehicle: ["mileage", "plate"],
  phone: ["zip"],
};

/** Reasons for a visit that do not hurt and have not begun on some day. */
const errands: ReadonlySet<string> = new Set([
  "checkup",
  "newPatient",
  "followUp",
  "vaccination",
  "refill",
  "labWork",
  "referral",
  "pregnancy",
  "cholesterol",
  "highBloodPressure",
  "diabetes",
  "thyroid",
  "weight",
  "womensHealth",
  "mensHealth",
  "sexualHealth",
  "mentalHealth",
  "sleep",
]);

/** Books a visit. Which fields it takes is the practice file's to say. */
export const book: Task = {
  id: "book",
  fields: askedFor,
  wanted: {
    duration: isSymptom,
    pain: isSymptom,
    seenBefore: (state) => state.identity.state !== "known" || state.entries.seenBefore !== undefined,
    memberId: hasPayer,
    groupNumber: (state) => hasPayer(state) && state.entries.memberId?.kind !== "left",
    plate: (state, practice) => practice.identity === "phoneAndOne" && !plateIsKnown(state),
    zip: lacksPlate,
    waiting: mayWait,
    referral: needsReferral,
    doctor: (state, practice) =>
      practice.kind !== "autoService" && !state.urgent && suitableResources(state, practice).length > 1,
    time: () => false,
  },
  stages: ["hold", "identity", "fields", "suggestion", "openings", "readBack", "book"],
};

function askedFor(practice: Practice, state: DialogueState): readonly FieldId[] {
  const listed = practice.askFor as readonly FieldId[];
  const asked = listed.flatMap((field) => [
    field,
    ...(followers[field] ?? []).filter((one) => !listed.includes(one)),
  ]);
  // The plate of somebody on file spares the questions for vehicle and name; a new one is told after the vehicle.
  const late = mayBeKnown(state) ? -1 : asked.lastIndexOf("plate");
  return asked.filter((field, index) =>
    field === "plate" && late >= 0 ? index === late : asked.indexOf(field) === index,
  );
}

/** Who proves themselves by number and plate, and has no plate at hand, is known by their ZIP code the next time. */
function lacksPlate(state: DialogueState, { identity }: Practice): boolean {
  return (
    identity === "phoneAndOne" && state.entries.plate?.kind === "left" && state.identity.state !== "known"
  );
}

function isSymptom(state: DialogueState): boolean {
  const category = valueIn(state, "complaint")?.category;
  return (
    category !== undefined &&
    (category === "other" || complaints.some(({ id }) => id === category)) &&
    !errands.has(category)
  );
}

function hasPayer(state: DialogueState): boolean {
  const payer = valueIn(state, "payer");
  return payer !== null && payer !== "self";
}
