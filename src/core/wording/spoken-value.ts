import type { FieldWithValue } from "../dialogue/saying.ts";
import { payers } from "../language/en/payer-table.ts";
import { states } from "../language/en/states.data.ts";
import type { Address } from "../language/understanding.ts";
import type { Practice } from "../practice/practice.ts";
import { phrases } from "./en/phrases-table.ts";
import { spelled, spokenDigits, spokenEmail, spokenPhone } from "./spoken/characters.ts";
import { spokenDateWithYear, spokenDuration } from "./spoken/dates.ts";
import { cardinal } from "./spoken/numbers.ts";

/** A field's value as it is said back. */
export function spokenValue(given: FieldWithValue, practice: Practice): string {
  switch (given.field) {
    case "complaint":
      return given.value.words;
    case "duration":
      return spokenDuration(given.value);
    case "pain":
      return cardinal(given.value);
    case "seenBefore":
      return given.value ? phrases.seenBefore.yes : phrases.seenBefore.no;
    case "name":
      return [given.value.given, given.value.family].filter((part) => part !== null).join(" ");
    case "dateOfBirth":
      return spokenDateWithYear(given.value);
    case "payer":
      return payerName(given.value);
    case "memberId":
    case "groupNumber":
      return spelled(given.value);
    case "address":
      return spokenAddress(given.value);
    case "phone":
      return spokenPhone(given.value);
    case "email":
      return spokenEmail(given.value);
    case "doctor":
      return resourceName(practice, given.value);
    case "time":
      return "";
  }
}

export function payerName(id: string): string {
  if (id === "self") return phrases.selfPay;
  return payers.find((payer) => payer.id === id)?.name ?? id;
}

/** The name that is said of a doctor; `any` is anyone. */
export function resourceName(practice: Practice, id: string): string {
  if (id === "any") return phrases.anyDoctor;
  return practice.resources.find((resource) => resource.id === id)?.name ?? id;
}

/** Numbers of houses stay digits, which every voice reads well; ZIP codes are said digit by digit. */
function spokenAddress({ number, street, unit, city, state, zip, poBox }: Address): string {
  const line =
    poBox === null ? [number, street].filter((part) => part !== null).join(" ") : `P.O. box ${poBox}`;
  const parts = [line, unit, city, stateName(state), zip === null ? null : spokenDigits(zip, [5, 4])];
  return parts.filter((part) => part !== null && part !== "").join(", ");
}

function stateName(code: string | null): string | null {
  const name = states.find((state) => state.code === code)?.spoken[0];
  return name?.replaceAll(/\b(?!of\b)[a-z]/g, (letter) => letter.toUpperCase()) ?? code;
}
