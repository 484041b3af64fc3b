import type { Address } from "../core/language/understanding.ts";
import type { Private } from "../core/values/private.ts";

/** What an address book says of an address. `unverified` is honest: nobody has vouched for it. */
export interface CheckedAddress {
  readonly state: "verified" | "corrected" | "unverified";
  readonly address: Private<Address>;
}

/** Knows which addresses exist. Throws `WorldError`. */
export interface AddressBook {
  check(address: Private<Address>): Promise<CheckedAddress>;
}
