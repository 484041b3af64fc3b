import { describe, expect, test } from "vitest";
import type { Address } from "../core/language/understanding.ts";
import { hide } from "../core/values/private.ts";
import type { AddressBook } from "./address-book.ts";

/** A book that knows addresses is given this one. */
export const exampleAddress: Address = {
  number: "100",
  street: "Main Street",
  unit: null,
  city: "Portland",
  state: "OR",
  zip: "97205",
  poBox: null,
};

const nothing: Address = {
  number: null,
  street: null,
  unit: null,
  city: null,
  state: null,
  zip: null,
  poBox: null,
};

/** What every address book promises. `run` is given one that knows `exampleAddress`, if it knows any. */
export function addressBookContract(
  name: string,
  run: (check: (book: AddressBook) => Promise<void>) => Promise<void>,
): void {
  describe(`address book: ${name}`, () => {
    test("what exists comes back as it was told, whoever vouches for it", () =>
      run(async (book) => {
        const { state, address } = await book.check(hide(exampleAddress));
        expect(["verified", "unverified"]).toContain(state);
        expect(address.reveal()).toMatchObject({ ...exampleAddress, zip: expect.stringMatching(/^97205/) });
      }));

    test("the same address gives the same answer again", () =>
      run(async (book) => {
        const answers = [await book.check(hide(exampleAddress)), await book.check(hide(exampleAddress))];
        expect(answers[1]?.state).toBe(answers[0]?.state);
        expect(answers[1]?.address.reveal()).toEqual(answers[0]?.address.reveal());
      }));

    test.each<[what: string, address: Address]>([
      ["nothing", nothing],
      ["a town alone", { ...nothing, city: "Portland", state: "OR" }],
      ["a street without a house", { ...exampleAddress, number: null }],
      ["a house without a town", { ...exampleAddress, city: null, zip: null }],
      ["a street that nobody knows", { ...exampleAddress, street: "Nowhere Lane" }],
      ["signs", { ...exampleAddress, street: "M&m=1? #/%00 Street" }],
    ])("%s is unverified, and comes back as it was told", (_what, address) =>
      run(async (book) => {
        const answer = await book.check(hide(address));
        expect(answer.state).toBe("unverified");
        expect(answer.address.reveal()).toEqual(address);
      }),
    );
  });
}
