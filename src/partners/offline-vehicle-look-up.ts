import { vinCheckDigit } from "../core/language/vin.ts";
import type { Clock } from "../ports/clock.ts";
import type { VehicleLookUp } from "../ports/vehicle-look-up.ts";
import { vinMakers } from "./vin-maker-table.ts";

const makerOf = new Map(
  Object.entries(vinMakers).flatMap(([make, codes]) => codes.split(" ").map((code) => [code, make] as const)),
);

/** The codes of model years in their order, from 1980 and again from 2010 (49 CFR 565.15). */
const yearCodes = "ABCDEFGHJKLMNPRSTVWXY123456789";
const FIRST_YEAR = 1980;
const cycleYears = yearCodes.length;
const YEAR_PLACE = 9;
const CYCLE_PLACE = 6;

/** Reads maker and model year from the VIN itself. The model is in no part of a VIN that makers agree on, so it is null. */
export function offlineVehicleLookUp(clock: Pick<Clock, "now">): VehicleLookUp {
  return {
    async decode(vin) {
      const text = vin.reveal();
      const make = isVin(text) ? makerOf.get(text.slice(0, 3)) : undefined;
      if (make === undefined) return "notDecoded";
      const thisYear = Temporal.Instant.fromEpochMilliseconds(clock.now()).toZonedDateTimeISO("UTC").year;
      return { vehicle: { year: modelYear(text, thisYear), make, model: null }, source: "offline" };
    },
  };
}

/** Seventeen characters that a VIN may hold; the check digit may still be wrong. */
export function isVin(text: string): boolean {
  return vinCheckDigit(text) !== null;
}

/**
 * The model year of a car or light truck; null for a code that stands for no year. A letter in the seventh place means 2010
 * or later, but makers outside North America do not keep to that, so a year still to come is taken for the one 30 years before.
 */
export function modelYear(vin: string, thisYear: number): number | null {
  const code = yearCodes.indexOf(vin.charAt(YEAR_PLACE));
  if (code < 0 || vin.length <= YEAR_PLACE) return null;
  const cycle = /[A-Z]/.test(vin.charAt(CYCLE_PLACE)) ? 1 : 0;
  const year = FIRST_YEAR + code + cycle * cycleYears;
  return year > thisYear + 1 ? year - cycleYears : year;
}

/** The code of a model year between 1980 and 2039, and whether the seventh place holds a letter in that year. */
export function yearCode(year: number): { readonly code: string; readonly letterInSeventh: boolean } {
  const code = yearCodes.charAt((year - FIRST_YEAR) % cycleYears);
  return { code, letterInSeventh: year >= FIRST_YEAR + cycleYears };
}
