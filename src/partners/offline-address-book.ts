import type { Address } from "../core/language/understanding.ts";
import type { AddressBook } from "../ports/address-book.ts";
import { zipPrefixes } from "./zip-prefix-table.ts";

/**
 * An address book that has no addresses. It corrects nothing and vouches for nothing, so every answer is `unverified`; the
 * one thing it can tell, that a ZIP code belongs to another state, drops the ZIP code, so that a wrong one is asked for again
 * instead of being kept beside a right state.
 */
export const offlineAddressBook: AddressBook = {
  async check(address) {
    return { state: "unverified", address: address.map(withoutWrongZip) };
  },
};

function withoutWrongZip(address: Address): Address {
  return zipFitsState(address) ? address : { ...address, zip: null };
}

/** True also when either is missing or the state is unknown: nothing speaks against the ZIP code then. */
export function zipFitsState({ state, zip }: Pick<Address, "state" | "zip">): boolean {
  const ranges = state === null ? undefined : zipPrefixes[state];
  if (ranges === undefined || zip === null) return true;
  const prefix = Number(zip.slice(0, 3));
  return ranges.some(([first, last]) => first <= prefix && prefix <= last);
}
