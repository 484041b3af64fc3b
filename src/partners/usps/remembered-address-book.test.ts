import { expect, test } from "vitest";
import { hide } from "../../core/values/private.ts";
import { addressBookContract, exampleAddress } from "../../ports/address-book.contract.ts";
import type { AddressBook, CheckedAddress } from "../../ports/address-book.ts";
import { countingTelemetry } from "../../ports/testing/counting-telemetry.ts";
import { VirtualClock } from "../../ports/testing/virtual-clock.ts";
import { WorldError } from "../../ports/world-error.ts";
import { offlineAddressBook } from "../offline-address-book.ts";
import { HourlyBudget } from "./hourly-budget.ts";
import { rememberedAddressBook } from "./remembered-address-book.ts";

const hourMs = 3_600_000;
const verified: AddressBook["check"] = async (address) => ({ state: "verified", address });

function world(answer: AddressBook["check"] = verified, most = 60) {
  const [clock, telemetry] = [new VirtualClock(), countingTelemetry()];
  let asked = 0;
  const service: AddressBook = {
    check(address) {
      asked += 1;
      return answer(address);
    },
  };
  const budget = new HourlyBudget(most, clock);
  const book = rememberedAddressBook({ service, offline: offlineAddressBook, budget, clock, telemetry });
  const check = (zip = "97205") => book.check(hide({ ...exampleAddress, zip }));
  return { book, check, clock, telemetry, asked: () => asked };
}

addressBookContract("remembered, with a service that knows nothing", (check) =>
  check(world(async (address) => ({ state: "unverified", address })).book),
);

test("the service is asked once a day for an address, however it is written", async () => {
  const { book, check, clock, asked } = world();
  await Promise.all([check(), check(), check()]);
  await book.check(hide({ ...exampleAddress, city: "PORTLAND" }));
  expect(asked()).toBe(1);
  clock.advance(24 * hourMs + 1);
  await check();
  expect(asked()).toBe(2);
});

test("beyond the budget an address is honestly unverified, and asked for again in the next hour", async () => {
  const { check, clock, asked, telemetry } = world(verified, 2);
  const states = [];
  for (const zip of ["97201", "97202", "97203"]) states.push((await check(zip)).state);
  expect(states).toEqual(["verified", "verified", "unverified"]);
  expect(asked()).toBe(2);
  expect(telemetry.counted("address_checks_total", { result: "overBudget" })).toBe(1);
  expect((await check("97201")).state).toBe("verified");
  clock.advance(hourMs);
  expect((await check("97203")).state).toBe("verified");
});

test("a service that is away is not believed to know nothing: the next one asks again", async () => {
  const failure = new WorldError("usps", "checking an address", { retryable: true });
  const answers: (() => Promise<CheckedAddress>)[] = [() => Promise.reject(failure)];
  const { check, telemetry, asked } = world((address) => (answers.shift() ?? (() => verified(address)))());
  expect((await check()).state).toBe("unverified");
  expect((await check()).state).toBe("verified");
  expect(asked()).toBe(2);
  expect(JSON.stringify(telemetry.everything())).not.toMatch(/Main S|Portland|97205/);
});

test("a ZIP code of another state is dropped also when the service is away", async () => {
  const { check } = world(() => Promise.reject(new WorldError("usps", "checking", { retryable: true })));
  expect((await check("10001")).address.reveal().zip).toBeNull();
});
