import { z } from "zod";
import type { Address } from "../../core/language/understanding.ts";
import { hide, type Private } from "../../core/values/private.ts";
import type { AddressBook, CheckedAddress } from "../../ports/address-book.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Upstream, UpstreamAnswer } from "../../ports/upstream.ts";
import { WorldError } from "../../ports/world-error.ts";
import { type ResilienceLimits, usualLimits } from "../resilience/resilience.ts";
import { completed, corrected, queryOf, sameAddress, type UspsAddress } from "./usps-address.ts";
import { type UspsCredentials, UspsToken } from "./usps-token.ts";

/** Sixty questions an hour are too few to ask anything twice; and a token may be asked for first within the time of a request. */
export const uspsLimits: ResilienceLimits = {
  ...usualLimits,
  deadlineMs: 1_400,
  attemptMs: 1_400,
  attempts: 1,
  atOnce: 4,
};

const doing = "checking an address";

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? "");
const form = z.object({
  address: z.object({
    streetAddress: z.string().min(1),
    secondaryAddress: text,
    city: z.string().min(1),
    state: z.string().length(2),
    ZIPCode: z.string().regex(/^\d{5}$/),
    ZIPPlus4: text,
  }),
  additionalInfo: z.object({ DPVConfirmation: text }).nullish(),
});

interface Options extends UspsCredentials {
  /** `https://apis.usps.com` */
  readonly usps: Upstream;
  readonly clock: Pick<Clock, "now">;
}

/** The addresses of the United States Postal Service (version 3). Only what it delivers to is vouched for. */
export function uspsAddressBook(options: Options): AddressBook {
  const token = new UspsToken(options);

  async function ask(query: URLSearchParams): Promise<UpstreamAnswer> {
    const bearer = await token.current();
    const answer = await options.usps.request({
      doing,
      method: "GET",
      path: `/addresses/v3/address?${query}`,
      headers: { authorization: `Bearer ${bearer}`, accept: "application/json" },
      // Addresses that are not found, and those that the service cannot make anything of.
      expected: [400, 401, 404],
    });
    if (answer.status === 401) token.forget(bearer);
    return answer;
  }

  return {
    async check(address) {
      const told = address.reveal();
      const query = queryOf(told);
      if (query === null) return { state: "unverified", address };
      let answer = await ask(query);
      // Tokens may be withdrawn before their time; another one that is refused too is no token of ours.
      if (answer.status === 401) answer = await ask(query);
      if (answer.status === 401) throw new WorldError("usps", doing, { retryable: false, status: 401 });
      if (answer.status >= 400) return { state: "unverified", address };
      return checked(address, told, answer.json());
    },
  };
}

function checked(address: Private<Address>, told: Address, body: unknown): CheckedAddress {
  const read = form.safeParse(body);
  // What the answer holds instead may repeat the address, so it is not told.
  if (!read.success) throw new WorldError("usps", doing, { retryable: false });
  // Y: house and unit are known. D and S: the house is, and its unit is missing or is not. N: nothing is.
  if (read.data.additionalInfo?.DPVConfirmation !== "Y") return { state: "unverified", address };
  const { ZIPCode, ZIPPlus4, ...rest } = read.data.address;
  const known: UspsAddress = { ...rest, zip: ZIPPlus4 === "" ? ZIPCode : `${ZIPCode}-${ZIPPlus4}` };
  return sameAddress(told, known)
    ? { state: "verified", address: hide(completed(told, known)) }
    : { state: "corrected", address: hide(corrected(known)) };
}
