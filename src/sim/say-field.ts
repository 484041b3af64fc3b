import type { FieldId } from "../core/dialogue/field-ids.ts";
import type { Caller, CallerCar, CallerTruth } from "./caller.ts";
import type { Random } from "./random.ts";
import * as ways from "./sentences.data.ts";
import {
  spelledPlainly,
  spelledWithCodeWords,
  spokenDate,
  spokenDigits,
  spokenEmail,
  spokenNumber,
  spokenPhone,
  spokenYear,
} from "./spoken-forms.ts";

export interface Asked {
  /** Counts how often the field has been asked in this call, from 1. */
  readonly attempt: number;
  /** The words of the question, for what it invites to. */
  readonly text: string;
}

/** Fields whose answers are sentences of their own. */
const wholeFields: readonly FieldId[] = [
  "seenBefore",
  "groupNumber",
  "time",
  "reason",
  "staff",
  "messageText",
];

/** The caller's sentence about one field. The further the attempts, the plainer. */
export function sayField(
  field: FieldId,
  caller: Caller,
  truth: CallerTruth,
  asked: Asked,
  random: Random,
): string {
  const value = fieldValue(field, caller, truth, asked, random);
  const [first, again] = ways.sentences[field];
  const whole = wholeFields.includes(field) || isWhole(value);
  const template = whole ? "*." : random.pick(asked.attempt === 1 ? first : again);
  return capital(template.replace("*", value));
}

/** The value as it is said, without a sentence around it. */
export function fieldValue(
  field: FieldId,
  caller: Caller,
  truth: CallerTruth,
  asked: Asked,
  random: Random,
): string {
  switch (field) {
    case "complaint":
      return truth.complaint;
    case "duration":
      return truth.duration.spoken;
    case "pain":
      return spokenNumber(truth.pain);
    case "seenBefore":
      return random.pick(truth.seenBefore ? ways.knownHere : ways.newHere);
    case "name":
      return spokenName(truth, asked);
    case "dateOfBirth":
      return spokenDate(truth.dateOfBirth);
    case "payer":
      return truth.payer === "self" ? random.pick(ways.selfPay) : truth.payerSpoken;
    case "memberId":
      return truth.memberId === null ? random.pick(ways.none) : spelled(truth.memberId, caller, asked);
    case "groupNumber":
      return truth.groupNumber === null ? random.pick(ways.none) : spelled(truth.groupNumber, caller, asked);
    case "address":
      return truth.address === null ? random.pick(ways.none) : spokenAddress(truth.address, asked);
    case "phone":
      return spokenPhone(truth.phone);
    case "email":
      return truth.email === null ? random.pick(ways.none) : emailAsAsked(truth.email, asked);
    case "booking":
      return "the first one";
    case "reason":
      return caller.errand?.reason ?? random.pick(ways.ratherNot);
    case "staff":
      return caller.errand?.staff ?? random.pick(ways.anyoneThere);
    case "messageText":
      return caller.errand?.message ?? random.pick(ways.none);
    case "vehicle":
    case "services":
    case "waiting":
    case "plate":
    case "mileage":
      return truth.car === null ? random.pick(ways.none) : sayOfCar(field, truth.car, { asked, random });
    case "zip":
      return truth.address === null ? random.pick(ways.none) : spokenDigits(truth.address.zip);
    case "vin":
      return truth.car?.vin ? spelledWithCodeWords(truth.car.vin) : random.pick(ways.none);
    case "referral":
      return random.pick(ways.referred);
    case "doctor":
      return caller.wish.doctor?.spoken ?? random.pick(ways.anyDoctor);
    case "time":
      return random.pick(caller.wish.days === "nextWeek" ? ways.nextWeek : ways.anyTime);
  }
}

function sayOfCar(
  field: "vehicle" | "services" | "waiting" | "plate" | "mileage",
  car: CallerCar,
  { asked, random }: { readonly asked: Asked; readonly random: Random },
): string {
  switch (field) {
    case "vehicle":
      return car.vin !== null && asked.attempt === 1
        ? `the VIN is ${spelledWithCodeWords(car.vin)}`
        : `${spokenYear(car.year)} ${car.make} ${car.model}`;
    case "services":
      return car.work;
    case "waiting":
      return random.pick(car.waits ? ways.waitsThere : ways.dropsOff);
    case "plate":
      if (car.vin !== null && asked.attempt === 1)
        return `the last six of the VIN are ${spelledWithCodeWords(car.vin.slice(-6))}`;
      return car.plate === null ? random.pick(ways.none) : spelledWithCodeWords(car.plate);
    case "mileage":
      return car.mileage === null ? random.pick(ways.unknown) : spokenThousands(car.mileage);
  }
}

/** 42000 as "forty two thousand"; callers round. */
function spokenThousands(miles: number): string {
  return `${spokenNumber(Math.round(miles / 1000))} thousand`;
}

/** Sentences of their own, which no template fits around. */
function isWhole(value: string): boolean {
  return (
    value.startsWith("the ") ||
    [...ways.selfPay, ...ways.none, ...ways.unknown, ...ways.anyDoctor].includes(value)
  );
}

function spokenName(truth: CallerTruth, asked: Asked): string {
  const name = `${truth.given} ${truth.family}`;
  if (!/spell|letter/i.test(asked.text)) return name;
  if (/first and last name/i.test(asked.text))
    return `${spelledWithCodeWords(truth.given)}, ${spelledWithCodeWords(truth.family)}`;
  if (/last name/i.test(asked.text)) return spelledWithCodeWords(truth.family);
  return /first name/i.test(asked.text) ? spelledWithCodeWords(truth.given) : name;
}

/** Whoever is asked to spell spells, and says the part that was asked for. */
function emailAsAsked(email: string, { text }: Asked): string {
  const [local = "", domain = ""] = email.split("@");
  if (/after the at sign/i.test(text)) return spokenEmail(domain);
  if (!/letter by letter/i.test(text)) return spokenEmail(email);
  const before = local.split(".").map(spelledWithCodeWords).join(", dot, ");
  return /before the at sign/i.test(text) ? before : `${before}, at ${spokenEmail(domain)}`;
}

function spelled(identifier: string, caller: Caller, asked: Asked): string {
  if (/^\d+$/.test(identifier)) return spokenDigits(identifier, [3, 3]);
  const withCodeWords = caller.habits.spellsWithCodeWords || asked.attempt > 1;
  return withCodeWords ? spelledWithCodeWords(identifier) : spelledPlainly(identifier);
}

/** A number that was taken for another is said figure by figure. */
function spokenAddress(address: NonNullable<CallerTruth["address"]>, { attempt }: Asked): string {
  const { number, street, city, stateSpoken, zip } = address;
  const house = attempt === 1 ? spokenHouse(number) : spokenDigits(number);
  return `${house} ${street}, ${city}, ${stateSpoken}, ${spokenDigits(zip)}`;
}

/** House numbers go in pairs from behind: "two forty", "twelve oh five". */
function spokenHouse(number: string): string {
  if (number.length < 3) return spokenNumber(Number(number));
  const rest = Number(number.slice(-2));
  const lower = rest === 0 ? "hundred" : rest < 10 ? `oh ${spokenNumber(rest)}` : spokenNumber(rest);
  return `${spokenNumber(Number(number.slice(0, -2)))} ${lower}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
