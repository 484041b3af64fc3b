import { hide } from "../../values/private.ts";
import { type DialogueState, type Entry, valueIn, withEntry } from "../dialogue-state.ts";
import type { FieldId } from "../field-ids.ts";
import type { PersonDetails } from "../requests.ts";

/** Fields whose value on file is offered for confirmation, with what comes along on a yes. */
const offered: { readonly [F in FieldId]?: readonly (keyof PersonDetails & FieldId)[] } = {
  payer: ["payer", "memberId", "groupNumber"],
  address: ["address"],
  phone: ["phone"],
  email: ["email"],
};

/**
 * What is on file for a field, once name and date of birth have matched one person; null otherwise. Wording says only so
 * much of it that its owner recognises it.
 */
export function onFile(state: DialogueState, field: FieldId): unknown {
  if (state.identity.state !== "known" || offered[field] === undefined) return null;
  return state.identity.details.reveal()[field as keyof PersonDetails] ?? null;
}

/** The caller says that it still holds: the value, and what belongs to it, are taken over. */
export function takeFromFile(state: DialogueState, field: FieldId): DialogueState {
  const details = state.identity.details.reveal();
  return (offered[field] ?? []).reduce((filled, one) => {
    const value = details[one];
    // The insurance card's other numbers stay with the front desk when they are not on file.
    const entry: Entry =
      value === null || value === undefined ? { kind: "left", why: "notAtHand" } : onRecord(value);
    return withEntry(filled, one, entry);
  }, state);
}

/** Who has proved by plate who they are need not tell their name, nor which vehicle it is. */
export function fromFile(state: DialogueState): DialogueState {
  const { details, vehicles } = state.identity;
  const { given, family } = details.reveal();
  const plate = valueIn(state, "plate");
  const meant = vehicles.reveal().find((one) => plate !== null && one.plate === plate);
  const { year, make, model, mileage } = meant ?? {};
  // Of whoever has said yes to their given name, the file knows the family name.
  const named = given !== undefined && (valueIn(state, "name")?.family ?? null) === null;
  const withName = named ? withEntry(state, "name", onRecord({ given, family: family ?? null })) : state;
  return meant === undefined || state.entries.vehicle !== undefined
    ? withName
    : withEntry(withName, "vehicle", onRecord({ year, make, model, mileage, colour: null }));
}

function onRecord(value: unknown): Entry {
  return { kind: "value", value: hide(value), confidence: 1, how: "file", confirmed: true };
}
