import type { Delivered } from "../../../sim/emulators/usps.ts";

/** The house of `exampleAddress`, as the postal service has it. */
export const exampleHouse: Delivered = {
  streetAddress: "100 MAIN ST",
  units: [],
  city: "PORTLAND",
  state: "OR",
  ZIPCode: "97205",
  ZIPPlus4: "1234",
};
