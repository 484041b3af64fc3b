import type { Vehicle } from "../language/understanding.ts";
import {
  electricVehicles,
  includedServices,
  type ServiceInterval,
  serviceIntervals,
} from "./service-intervals-table.ts";

/** A service worth proposing, and why: "at sixty thousand miles", "after five years". */
export type ServiceSuggestion =
  | { readonly service: string; readonly because: "mileage"; readonly miles: number }
  | { readonly service: string; readonly because: "age"; readonly years: number };

/** How long before a mark a service is worth proposing, and how long after it has probably been done. */
const BEFORE_MILES = 1_000;
const AFTER_SHARE = 0.15;

/**
 * The one service that age and mileage speak for most; null when nothing does, or what is asked for holds it already. It is a
 * proposal to be made once: without a record of past services nobody can say that it is due.
 */
export function suggestService(told: {
  readonly vehicle: Pick<Vehicle, "year" | "make" | "model" | "mileage">;
  /** Services asked for. */
  readonly asked: readonly string[];
  /** What the practice does. */
  readonly offered: ReadonlySet<string>;
  readonly today: Temporal.PlainDate;
}): ServiceSuggestion | null {
  const { vehicle, asked, offered, today } = told;
  const covered = new Set([...asked, ...asked.flatMap((service) => includedServices[service] ?? [])]);
  const electric = isElectric(vehicle);
  for (const interval of serviceIntervals) {
    const { service, combustionOnly } = interval;
    if (covered.has(service) || !offered.has(service) || (combustionOnly && electric)) continue;
    const due = byMileage(interval, vehicle.mileage) ?? byAge(interval, vehicle.year, today);
    if (due !== null) return due;
  }
  return null;
}

function byMileage(
  { service, everyMiles }: ServiceInterval,
  mileage: number | null,
): ServiceSuggestion | null {
  if (everyMiles === null || mileage === null) return null;
  const mark = Math.floor((mileage + BEFORE_MILES) / everyMiles) * everyMiles;
  const past = mileage - mark;
  if (mark === 0 || past > everyMiles * AFTER_SHARE) return null;
  return { service, because: "mileage", miles: mark };
}

function byAge(
  { service, everyYears }: ServiceInterval,
  year: number | null,
  today: Temporal.PlainDate,
): ServiceSuggestion | null {
  if (everyYears === null || year === null) return null;
  const years = today.year - year;
  return years > 0 && years % everyYears === 0 ? { service, because: "age", years } : null;
}

function isElectric({ make, model }: Pick<Vehicle, "make" | "model">): boolean {
  return make !== null && (electricVehicles.has(make) || electricVehicles.has(`${make} ${model}`));
}
