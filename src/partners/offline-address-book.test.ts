import { expect, test } from "vitest";
import { hide } from "../core/values/private.ts";
import { addressBookContract, exampleAddress } from "../ports/address-book.contract.ts";
import { offlineAddressBook, zipFitsState } from "./offline-address-book.ts";
import { zipPrefixes } from "./zip-prefix-table.ts";

addressBookContract("offline", (check) => check(offlineAddressBook));

test("nothing is ever called verified", async () => {
  const { state, address } = await offlineAddressBook.check(hide(exampleAddress));
  expect(state).toBe("unverified");
  expect(address.reveal()).toEqual(exampleAddress);
});

test("a ZIP code of another state is dropped", async () => {
  const { address: checked } = await offlineAddressBook.check(hide({ ...exampleAddress, zip: "10001" }));
  expect(checked.reveal()).toEqual({ ...exampleAddress, zip: null });
});

const pairs: readonly (readonly [state: string, zip: string, fits: boolean])[] = [
  ["OR", "97205", true],
  ["NY", "10118", true],
  ["NY", "06390", true],
  ["CT", "06830", true],
  ["MA", "02139-4307", true],
  ["TX", "73301", true],
  ["DC", "20500", true],
  ["PR", "00901", true],
  ["CA", "97205", false],
  ["WA", "10001", false],
  ["ME", "03901", true],
  ["NH", "03901", false],
];
for (const [state, zip, fits] of pairs)
  test(`${zip} is ${fits ? "" : "not "}in ${state}`, () => {
    expect(zipFitsState({ state, zip })).toBe(fits);
  });

test("two places alone share a prefix with a neighbour: Fishers Island and Alta", () => {
  const shared = Array.from({ length: 1000 }, (_, number) => String(number).padStart(3, "0")).flatMap(
    (prefix) => {
      const owners = Object.keys(zipPrefixes).filter((state) => zipFitsState({ state, zip: `${prefix}00` }));
      return owners.length > 1 ? [`${prefix} ${owners.join(" ")}`] : [];
    },
  );
  expect(shared).toEqual(["063 CT NY", "834 ID WY"]);
});
