import type { FieldId } from "../core/dialogue/field-ids.ts";
import { type Key, keysIn } from "../core/values/key.ts";
import type { CallerTruth } from "./caller.ts";

const INVITES = /keypad|press|keys|key in/i;
const DATE_KEYS = /month|year|digits|keypad|keys|press/i;

/** The keys for a field when the question invites to them; null when it does not, or the field has no digits. */
export function keysFor(field: FieldId, text: string, truth: CallerTruth): readonly Key[] | null {
  const digits = digitsOf(field, truth);
  if (digits === null || !INVITES.test(text)) return null;
  if (field === "dateOfBirth" && !DATE_KEYS.test(text)) return null;
  return keysIn(`${digits}#`);
}

function digitsOf(field: FieldId, truth: CallerTruth): string | null {
  if (field === "phone") return truth.phone.slice(-10);
  if (field === "memberId" && /^\d+$/.test(truth.memberId ?? "")) return truth.memberId;
  if (field !== "dateOfBirth") return null;
  const [year = "", month = "", day = ""] = truth.dateOfBirth.split("-");
  return `${month}${day}${year}`;
}
