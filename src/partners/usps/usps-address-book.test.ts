// Goal: what the postal service says of an address becomes one of our three words, honestly. Method: the real client against the
// emulated service, which knows four buildings.
import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import type { Address } from "../../core/language/understanding.ts";
import { hide } from "../../core/values/private.ts";
import { addressBookContract, exampleAddress } from "../../ports/address-book.contract.ts";
import { VirtualClock } from "../../ports/testing/virtual-clock.ts";
import { type Delivered, startUsps } from "../../sim/emulators/usps.ts";
import { testUpstream } from "../http/testing/test-upstream.ts";
import { fixedSecret } from "../secrets/hidden-secret.ts";
import { serviceFaults } from "../testing/service-faults.ts";
import { exampleHouse } from "./testing/example-house.ts";
import { uspsAddressBook } from "./usps-address-book.ts";

const delivered: readonly Delivered[] = [
  exampleHouse,
  { ...exampleHouse, streetAddress: "742 SW EVERGREEN TER", units: ["APT 4A", "APT 4B"] },
  { ...exampleHouse, streetAddress: "PO BOX 460" },
  { ...exampleHouse, streetAddress: "350 5TH AVE", units: ["STE 300"] },
];
const credentials = { clientId: "client", clientSecret: "the secret" };

async function world(options: { secret?: string; hourlyQuota?: number; patienceMs?: number } = {}) {
  const patienceMs = options.patienceMs ?? 5_000;
  const usps = await startUsps({ ...credentials, delivered, ...options });
  const upstream = testUpstream(
    usps.address,
    { attempts: 1, attemptMs: patienceMs, deadlineMs: patienceMs },
    "usps",
  );
  const clock = new VirtualClock();
  const clientSecret = fixedSecret(options.secret ?? credentials.clientSecret);
  return {
    usps,
    clock,
    book: uspsAddressBook({ usps: upstream, clientId: credentials.clientId, clientSecret, clock }),
    askedFor: (path: string) => usps.requests.filter((request) => request.path === path).length,
    async [Symbol.asyncDispose]() {
      await upstream.close();
      await usps[Symbol.asyncDispose]();
    },
  };
}

addressBookContract("USPS", async (check) => {
  await using opened = await world();
  await check(opened.book);
});

const evergreen: Address = { ...exampleAddress, number: "742", street: "Southwest Evergreen Terrace" };

test.each<[what: string, told: Address, state: string, parts: Partial<Address>]>([
  ["without a ZIP code", { ...exampleAddress, zip: null }, "verified", { zip: "97205-1234" }],
  ["without a town", { ...exampleAddress, city: null }, "verified", { city: "Portland" }],
  ["in abbreviations", { ...exampleAddress, street: "Main St." }, "verified", { street: "Main St." }],
  ["with a unit", { ...evergreen, unit: "4B" }, "verified", { unit: "4B" }],
  ["a box", { ...exampleAddress, number: null, street: null, poBox: "460" }, "verified", { poBox: "460" }],
  ["a town of another name", { ...exampleAddress, city: "Linnton" }, "corrected", { city: "Portland" }],
  ["a ZIP code of the next town", { ...exampleAddress, zip: "97210" }, "corrected", { zip: "97205-1234" }],
  ["a unit that it has not", { ...evergreen, unit: "9Z" }, "unverified", { unit: "9Z" }],
  ["no unit where there are some", evergreen, "unverified", { unit: null }],
])("%s", async (_what, told, state, parts) => {
  await using opened = await world();
  const answer = await opened.book.check(hide(told));
  expect(answer.state).toBe(state);
  expect(answer.address.reveal()).toMatchObject(parts);
});

test("what is corrected is in our words, without capitals and abbreviations", async () => {
  await using opened = await world();
  const told = { ...evergreen, unit: "4B", zip: "97210" };
  const { state, address } = await opened.book.check(hide(told));
  expect(state).toBe("corrected");
  expect(address.reveal()).toEqual({ ...told, zip: "97205-1234" });
});

describe("the access token", () => {
  const token = "/oauth2/v3/token";
  const ask = (opened: Awaited<ReturnType<typeof world>>) => opened.book.check(hide(exampleAddress));

  test("is fetched once by all who ask at the same time, and kept until shortly before its end", async () => {
    await using opened = await world();
    await Promise.all([ask(opened), ask(opened), ask(opened)]);
    opened.clock.advance((28_799 - 61) * 1000);
    await ask(opened);
    expect(opened.askedFor(token)).toBe(1);
    opened.clock.advance(2_000);
    await ask(opened);
    expect(opened.askedFor(token)).toBe(2);
  });

  test("that was withdrawn is replaced, and the question asked again", async () => {
    await using opened = await world();
    await ask(opened);
    opened.usps.withdrawTokens();
    expect((await ask(opened)).state).toBe("verified");
    expect(opened.askedFor(token)).toBe(2);
  });

  test("that is refused for its secret is a failure that does not show it", async () => {
    await using opened = await world({ secret: "another secret" });
    const error = await ask(opened).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: "WorldError", retryable: false, status: 401 });
    expect(inspect(error, { depth: 9 })).not.toContain("another secret");
  });

  test("that could not be had is asked for again the next time", async () => {
    await using opened = await world();
    opened.usps.nextFaults("serverError");
    await expect(ask(opened)).rejects.toMatchObject({ status: 500 });
    expect((await ask(opened)).state).toBe("verified");
  });
});

test.for(serviceFaults)(
  "%j is a failure of the world that does not repeat the address",
  async ([fault, retryable]) => {
    await using opened = await world({ patienceMs: 100 });
    const usual = null;
    opened.usps.nextFaults(usual, fault, usual, fault);
    const error = await opened.book.check(hide(exampleAddress)).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: "WorldError", retryable });
    expect(inspect(error, { depth: 9 })).not.toMatch(/Main S|Portland|97205/i);
  },
);

test("the service's own limit is a failure that names its wait", async () => {
  await using opened = await world({ hourlyQuota: 1 });
  await opened.book.check(hide(exampleAddress));
  await expect(opened.book.check(hide(exampleAddress))).rejects.toMatchObject({
    status: 429,
    retryAfterMs: 3_600_000,
  });
});
