import type { FieldWithValue } from "../dialogue/saying.ts";
import { payers } from "../language/en/payer-table.ts";
import { services } from "../language/en/service-table.ts";
import { states } from "../language/en/states.data.ts";
import type { Address, Vehicle } from "../language/understanding.ts";
import type { Practice } from "../practice/practice.ts";
import { phrases } from "./en/phrases-table.ts";
import { spelled, spokenDigits, spokenEmail, spokenPhone } from "./spoken/characters.ts";
import { spokenDateWithYear, spokenDuration } from "./spoken/dates.ts";
import { cardinal, spokenYear } from "./spoken/numbers.ts";

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
    case "booking":
    case "time":
      return "";
    case "reason":
    case "messageText":
      return given.value;
    case "staff":
      return staffName(practice, given.value);
    case "zip":
      return spokenDigits(given.value);
    case "plate":
    case "vin":
      return spelled(given.value);
    case "vehicle":
      return spokenVehicle(given.value);
    case "services":
      return serviceNames(given.value);
    case "mileage":
      return cardinal(given.value);
    case "referral":
      return given.value ? phrases.referral.yes : phrases.referral.no;
    case "waiting":
      return given.value ? phrases.waits.yes : phrases.waits.no;
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

/** Whom a message is for, as it is said. */
export function staffName(practice: Practice, id: string): string {
  const { people, resources } = practice;
  if (id === "any") return phrases.anyStaff;
  return [...people, ...resources].find((one) => one.id === id)?.name ?? id;
}

function spokenVehicle(vehicle: Vehicle): string {
  return vehicleName({ ...vehicle, year: vehicle.year === null ? null : spokenYear(vehicle.year) });
}

/** `twenty nineteen Toyota Camry`; where it is shown, the year is in digits. */
export function vehicleName(vehicle: {
  readonly year: number | string | null;
  readonly make: string | null;
  readonly model: string | null;
}): string {
  return [vehicle.year, vehicle.make, vehicle.model].filter((part) => part !== null).join(" ");
}

function serviceNames(ids: readonly string[]): string {
  const names = ids.map((id) => services.find((service) => service.id === id)?.name ?? id);
  return names.join(` ${phrases.and} `);
}

/** ` with Dr. Elena Garcia`; a bay or a lift is nobody to come to. */
export function withWhom({ resource }: { readonly resource: string }, practice: Practice): string {
  return isSomebody(practice, resource) ? ` with ${resourceName(practice, resource)}` : "";
}

function isSomebody({ kind, resources }: Practice, id: string): boolean {
  const role = resources.find((resource) => resource.id === id)?.role;
  return kind !== "autoService" || role === "advisor";
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
