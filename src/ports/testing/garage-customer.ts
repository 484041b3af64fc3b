import type { PersonDetails } from "../../core/dialogue/requests.ts";
import { ana, civic } from "./ledger-scene.ts";

export const home = {
  number: "12",
  street: "Main Street",
  unit: null,
  city: "Portland",
  state: "OR",
  zip: "97205",
  poBox: null,
};
/** A customer of a garage, who gives no date of birth. */
export const ben: PersonDetails = {
  ...ana,
  given: "Ben",
  family: "Oakes",
  dateOfBirth: null,
  address: home,
  vehicle: civic,
};
