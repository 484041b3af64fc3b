import type { VehicleDetails } from "../../core/dialogue/requests.ts";
import { vinCheckDigit } from "../../core/language/vin.ts";
import { yearCode } from "../../partners/offline-vehicle-look-up.ts";
import { vinMakers } from "../../partners/vin-maker-table.ts";
import type { Random } from "../random.ts";
import { commonVehicles } from "./garage.data.ts";
import { weightedPick, wholeBetween } from "./weighted-pick.ts";

/** Letters of plates; I, O and Q are left out because they look and sound like others. */
const plateLetters = "ABCDEFGHJKLMNPRSTUVWXYZ";
const vinLetters = "ABCDEFGHJKLMNPRSTUVWXYZ";
const plateForms = ["AAA999", "999AAA", "AAAA99"];
const YEARS_ON_THE_ROAD = 22;
const MILES_A_YEAR = 11_500;

/**
 * An invented vehicle: make, model and year of today's roads, mileage by age, a VIN whose check digit is right, and a plate that
 * is not among `plates` and then is.
 */
export function newVehicle(random: Random, today: Temporal.PlainDate, plates: Set<string>): VehicleDetails {
  const [make, model] = weightedPick(random, commonVehicles, ([, , share]) => share);
  // Two numbers, so that newer ones are more frequent than old ones.
  const ageYears = Math.floor(random.next() * random.next() * YEARS_ON_THE_ROAD);
  const year = today.year - ageYears;
  return {
    id: null,
    year,
    make,
    model,
    plate: newPlate(random, plates),
    vin: newVin(random, make, year),
    mileage: Math.round((ageYears + random.next()) * MILES_A_YEAR * random.between(0.4, 1.6)),
  };
}

function newPlate(random: Random, plates: Set<string>): string {
  const plate = [...random.pick(plateForms)]
    .map((kind) => (kind === "A" ? random.pick([...plateLetters]) : wholeBetween(random, 0, 9)))
    .join("");
  if (plates.has(plate)) return newPlate(random, plates);
  plates.add(plate);
  return plate;
}

/** Null for makes whose codes are shared with others, of which a VIN tells nothing offline. */
function newVin(random: Random, make: string, year: number): string | null {
  const codes = vinMakers[make];
  if (codes === undefined) return null;
  const either = () => random.pick([...vinLetters, ..."0123456789"]);
  const { code, letterInSeventh } = yearCode(year);
  const seventh = letterInSeventh ? random.pick([...vinLetters]) : String(wholeBetween(random, 0, 9));
  const begins = `${random.pick(codes.split(" "))}${either()}${either()}${either()}${seventh}${either()}`;
  const serial = String(wholeBetween(random, 0, 999_999)).padStart(6, "0");
  const ends = `${code}${random.pick([...vinLetters])}${serial}`;
  return `${begins}${vinCheckDigit(`${begins}0${ends}`)}${ends}`;
}
