import type { FieldId } from "../core/dialogue/field-ids.ts";
import type { CallerTruth } from "./caller.ts";
import { monthNames } from "./spoken-forms.ts";
import { squash } from "./squash.ts";

/** Whether a read-back of one field says what is true. Fields that cannot be checked by ear count as right. */
export function readBackIsRight(field: FieldId, text: string, truth: CallerTruth): boolean {
  const said = squash(text);
  // The end of a number is enough only where no more of it was said.
  if (field === "phone" && /\d{7}/.test(said)) return said.includes(truth.phone.slice(-10));
  return trueForms(field, truth).every((alternatives) => alternatives.some((form) => said.includes(form)));
}

/** A read-back of everything says what is in question; that of a move says nothing about the person. */
export function isTrueIfSaid(field: FieldId, text: string, truth: CallerTruth): boolean {
  if (field === "name") {
    const [, name] = /\bfor ([A-Z][^,.?]*)/.exec(text) ?? [];
    return name === undefined || squash(name) === squash(`${truth.given} ${truth.family}`);
  }
  const said = field === "dateOfBirth" ? /\bborn\b/.test(text) : /\d{7}/.test(squash(text));
  return !said || readBackIsRight(field, text, truth);
}

export function offersTrueNumber(text: string, truth: CallerTruth): boolean {
  return /calling from|this number/i.test(text) || readBackIsRight("phone", text, truth);
}

/** All of these must be said, each in one of its forms. */
function trueForms(field: FieldId, truth: CallerTruth): string[][] {
  switch (field) {
    case "name":
      return [[squash(truth.given)], [squash(truth.family)]];
    case "dateOfBirth":
      return [dateForms(truth.dateOfBirth)];
    case "phone":
      return [[truth.phone.slice(-4)]];
    case "email":
      return [truth.email === null ? [""] : [truth.email]];
    case "memberId":
      return [[truth.memberId?.toLowerCase() ?? ""]];
    case "groupNumber":
      return [[truth.groupNumber?.toLowerCase() ?? ""]];
    case "payer":
      return [[squash(truth.payerSpoken), truth.payer]];
    case "address":
      return truth.address === null ? [] : addressForms(truth.address);
    case "plate":
      return [[truth.car?.plate?.toLowerCase() ?? ""]];
    case "vin":
      return [[truth.car?.vin?.slice(-6).toLowerCase() ?? ""]];
    case "pain":
      return [[String(truth.pain)]];
    case "duration":
    case "complaint":
    case "seenBefore":
    case "doctor":
    case "booking":
    case "reason":
    case "staff":
    case "messageText":
    case "vehicle":
    case "services":
    case "waiting":
    case "referral":
    case "zip":
    case "mileage":
    case "time":
      return [];
  }
}

function dateForms(isoDate: string): string[] {
  const [year = "", month = "", day = ""] = isoDate.split("-");
  const name = monthNames[Number(month) - 1]?.toLowerCase() ?? "";
  return [`${name}${Number(day)}${year}`, `${Number(month)}${Number(day)}${year}`, `${month}${day}${year}`];
}

function addressForms(address: NonNullable<CallerTruth["address"]>): string[][] {
  const [name = ""] = address.street.split(" ");
  return [[address.number], [squash(name)], [squash(address.city), address.zip]];
}
