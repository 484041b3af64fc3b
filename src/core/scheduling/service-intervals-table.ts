/** After how many miles, and after how many years, makers commonly ask for a service; null = that does not count. */
export interface ServiceInterval {
  /** Service id of `core/language`. */
  readonly service: string;
  readonly everyMiles: number | null;
  readonly everyYears: number | null;
  /** Vehicles with an electric motor alone have no need of it. */
  readonly combustionOnly: boolean;
}

/** What matters most first. Figures are what most makers' handbooks come near to; the handbook of the vehicle decides. */
export const serviceIntervals: readonly ServiceInterval[] = [
  { service: "generalMaintenance", everyMiles: 30_000, everyYears: null, combustionOnly: false },
  { service: "transmission", everyMiles: 60_000, everyYears: null, combustionOnly: true },
  { service: "brakeInspection", everyMiles: 15_000, everyYears: null, combustionOnly: false },
  { service: "tireRotation", everyMiles: 7_500, everyYears: null, combustionOnly: false },
  { service: "battery", everyMiles: null, everyYears: 5, combustionOnly: true },
  { service: "coolant", everyMiles: null, everyYears: 6, combustionOnly: true },
];

/** Services that hold another one, so that it is not proposed on top. */
export const includedServices: Readonly<Record<string, readonly string[]>> = {
  generalMaintenance: ["oilChange", "tireRotation", "brakeInspection", "wipers", "lights"],
  brakeService: ["brakeInspection"],
  tires: ["tireRotation"],
  repair: ["brakeInspection"],
};

/** Makes, and models of others, that are electric only; named as in `core/language`. */
export const electricVehicles: ReadonlySet<string> = new Set([
  "Tesla",
  "Rivian",
  "Polestar",
  "Nissan Leaf",
  "Chevrolet Bolt",
  "Ford Mustang Mach-E",
  "Kia EV6",
  "Audi e-tron",
  "BMW i3",
  "BMW i4",
  "Volkswagen ID.4",
  "Porsche Taycan",
]);
