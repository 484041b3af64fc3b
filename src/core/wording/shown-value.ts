import type { FieldWithValue } from "../dialogue/saying.ts";
import type { Practice } from "../practice/practice.ts";
import { phrases } from "./en/phrases-table.ts";
import { spokenDuration } from "./spoken/dates.ts";
import { payerName, resourceName, spokenValue, vehicleName } from "./spoken-value.ts";

/** A field's value as screens show it: digits as digits, dates as people write them. */
export function shownValue(given: FieldWithValue, practice: Practice): string {
  switch (given.field) {
    case "duration":
      return spokenDuration(given.value);
    case "pain":
      return String(given.value);
    case "seenBefore":
      return given.value ? phrases.seenBefore.yes : phrases.seenBefore.no;
    case "dateOfBirth":
      return given.value.toString();
    case "payer":
      return given.value === "self" ? phrases.selfPayShown : payerName(given.value);
    case "doctor":
      return resourceName(practice, given.value);
    case "memberId":
    case "groupNumber":
    case "phone":
    case "email":
    case "booking":
    case "reason":
    case "messageText":
    case "zip":
    case "plate":
    case "vin":
      return given.value;
    case "vehicle":
      return vehicleName(given.value);
    case "mileage":
      return String(given.value);
    case "address": {
      const { number, street, unit, city, state, zip, poBox } = given.value;
      const line =
        poBox === null ? [number, street].filter((part) => part !== null).join(" ") : `P.O. Box ${poBox}`;
      const region = [state, zip].filter((part) => part !== null).join(" ");
      return [line, unit, city, region].filter((part) => part !== null && part !== "").join(", ");
    }
    case "complaint":
    case "name":
    case "staff":
    case "services":
    case "referral":
    case "waiting":
    case "time":
      return spokenValue(given, practice);
  }
}
