import type { PersonDetails, VehicleDetails } from "../../core/dialogue/requests.ts";
import {
  commonestFamilyNames,
  commonestGivenNames,
  commonFamilyNames,
  commonGivenNames,
} from "../../core/language/en/common-names.data.ts";
import { capitalName } from "../../core/language/name-case.ts";
import type { Address } from "../../core/language/understanding.ts";
import type { Practice } from "../../core/practice/practice.ts";
import { zipPrefixes } from "../../partners/zip-prefix-table.ts";
import type { Random } from "../random.ts";
import { areaCodes, RESERVED_PER_AREA_CODE } from "./area-codes.data.ts";
import { newVehicle } from "./vehicle.ts";
import { weightedPick, wholeBetween } from "./weighted-pick.ts";

/** Somebody invented, as the ledger keeps people; `details.vehicle` is null, for there may be several. */
export interface Inhabitant {
  readonly details: PersonDetails;
  readonly vehicles: readonly VehicleDetails[];
}

export interface PopulationOptions {
  readonly practice: Practice;
  readonly count: number;
  readonly random: Random;
  readonly today: Temporal.PlainDate;
}

const householdSizes: readonly (readonly [people: number, share: number])[] = [
  [1, 28],
  [2, 36],
  [3, 18],
  [4, 18],
];
const COMMON_SHARE = 0.7;
/** Names that are taken for verbs when they are not spelled. */
const auxiliaryVerbs: ReadonlySet<string> = new Set(["will", "may"]);
const UNIT_SHARE = 0.18;
/** Where a practice names none. */
const plainStreets = ["Main Street", "Oak Street", "Park Avenue"];
const plainCities = ["Springfield"];
const OLDEST_YEARS = 92;

/**
 * Invented people in households that share family name, address and telephone number. Each person of a household has another
 * given name, no two people have one e-mail address, and every number is a reserved one: they last for about 28,000 households,
 * after which strangers share numbers too. The same seed gives the same people.
 */
export function population({ practice, count, random, today }: PopulationOptions): readonly Inhabitant[] {
  const people: Inhabitant[] = [];
  const phones = reservedNumbers(random);
  const emails = new Set<string>();
  const plates = new Set<string>();
  while (people.length < count) {
    const [size] = weightedPick(random, householdSizes, ([, share]) => share);
    const household = {
      family: capitalName(pickName(random, commonestFamilyNames, commonFamilyNames)),
      phone: phones.next().value as string,
      address: newAddress(random, practice),
      payer: practice.payers.length === 0 ? null : random.pick(practice.payers),
    };
    const given = new Set<string>();
    while (given.size < Math.min(size, count - people.length))
      given.add(pickName(random, commonestGivenNames, commonGivenNames));
    for (const name of given) {
      const email = newEmail(name, household.family, emails);
      people.push(inhabitant({ practice, random, today, plates }, { ...household, given: name, email }));
    }
  }
  return people;
}

interface Member {
  readonly given: string;
  readonly family: string;
  readonly phone: string;
  readonly email: string;
  readonly address: Address;
  readonly payer: string | null;
}

function inhabitant(
  { practice, random, today, plates }: Omit<PopulationOptions, "count"> & { readonly plates: Set<string> },
  { given, family, phone, email, address, payer }: Member,
): Inhabitant {
  const insured = payer !== null && payer !== "self";
  const details: PersonDetails = {
    given: capitalName(given),
    family,
    dateOfBirth: practice.identity === "nameAndBirth" ? birthDate(random, today) : null,
    phone,
    email,
    address,
    addressState: "unverified",
    payer,
    memberId: insured ? memberId(random) : null,
    groupNumber: insured ? String(wholeBetween(random, 10_000, 99_999)) : null,
    vehicle: null,
  };
  const vehicles = practice.kind === "autoService" ? (random.chance(0.3) ? 2 : 1) : 0;
  return { details, vehicles: Array.from({ length: vehicles }, () => newVehicle(random, today, plates)) };
}

function pickName(random: Random, commonest: readonly string[], common: readonly string[]): string {
  const name = random.pick(random.chance(COMMON_SHARE) ? commonest : common);
  return auxiliaryVerbs.has(name) ? pickName(random, commonest, common) : name;
}

/** Every reserved number once, in an order of the seed's own, then all over again. */
function* reservedNumbers(random: Random): Generator<string> {
  const all = areaCodes.length * RESERVED_PER_AREA_CODE;
  const start = wholeBetween(random, 0, all - 1);
  // A step that shares no factor with the number of numbers comes by each of them.
  const step = 7_919;
  for (let at = start; ; at = (at + step) % all) {
    const line = 100 + (at % RESERVED_PER_AREA_CODE);
    yield `+1${areaCodes[Math.floor(at / RESERVED_PER_AREA_CODE)]}5550${line}`;
  }
}

function newAddress(random: Random, { area }: Practice): Address {
  const [first, last] = random.pick(zipPrefixes[area.state] ?? [[100, 199]]);
  const zip = wholeBetween(random, first, last) * 100 + wholeBetween(random, 1, 99);
  return {
    number: String(wholeBetween(random, 100, 9_899)),
    street: random.pick(area.streets.length === 0 ? plainStreets : area.streets),
    unit: random.chance(UNIT_SHARE) ? String(wholeBetween(random, 1, 40)) : null,
    city: random.pick(area.cities.length === 0 ? plainCities : area.cities),
    state: area.state,
    zip: String(zip).padStart(5, "0"),
    poBox: null,
  };
}

/** `given.family@example.com`, with a number for the second of that name and on. */
function newEmail(given: string, family: string, taken: Set<string>): string {
  const plain = `${given}.${family}`.toLowerCase().replace(/[^a-z.]/g, "");
  let email = `${plain}@example.com`;
  for (let number = 2; taken.has(email); number += 1) email = `${plain}${number}@example.com`;
  taken.add(email);
  return email;
}

function birthDate(random: Random, today: Temporal.PlainDate): string {
  return today.subtract({ days: wholeBetween(random, 30, OLDEST_YEARS * 365) }).toString();
}

function memberId(random: Random): string {
  const letters = Array.from({ length: 3 }, () => random.pick([..."ABCDEFGHJKLMNPRSTUVWXYZ"])).join("");
  return `${letters}${wholeBetween(random, 100_000_000, 999_999_999)}`;
}
