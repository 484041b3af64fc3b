import type { FieldId } from "../core/dialogue/field-ids.ts";
import type { Outcome } from "./caller.ts";
import type { Topic } from "./topic.ts";

const proof: readonly FieldId[] = ["name", "dateOfBirth", "phone", "plate", "zip", "vin"];
const ofVisits: readonly FieldId[] = [...proof, "booking", "reason"];
const ofTickets: readonly FieldId[] = ["staff", "messageText", "name", "phone"];

/** What callers expect to be asked who have called about something else than a new appointment. */
const expected: Readonly<Partial<Record<Outcome, readonly FieldId[]>>> = {
  moved: [...ofVisits, "time"],
  cancelled: ofVisits,
  confirmed: ofVisits,
  status: proof,
  message: ofTickets,
  callBack: ofTickets,
  person: [...proof, ...ofTickets],
  stopped: ["phone"],
  textsStopped: ["phone"],
  answered: [],
  wrongNumber: [],
};

/** Whether a question shows the caller that something else is being done than what they have called for. */
export function isAstray(outcome: Outcome, topic: Topic): boolean {
  const fields = expected[outcome];
  switch (topic.kind) {
    case "field":
    case "confirmField":
      if (fields === undefined) return ["staff", "messageText", "reason", "booking"].includes(topic.field);
      return !fields.includes(topic.field);
    case "choose":
    case "confirmAll":
      return fields !== undefined && outcome !== "moved";
    default:
      return false;
  }
}
