// Goal: whatever becomes of the services that are looked up in, a caller's request has an answer within the time that a caller
// waits. Method: the process's own look-ups against emulated services under every fault, before and after; time at the pace of
// the connections.
import { expect, test } from "vitest";
import { hide } from "../core/values/private.ts";
import { exampleHouse } from "../partners/usps/testing/example-house.ts";
import { exampleAddress } from "../ports/address-book.contract.ts";
import { countingTelemetry } from "../ports/testing/counting-telemetry.ts";
import { pacedClock } from "../ports/testing/paced-clock.ts";
import { exampleVin } from "../ports/vehicle-look-up.contract.ts";
import { type Fault, requestFaults } from "../sim/emulators/faults.ts";
import { startUsps } from "../sim/emulators/usps.ts";
import { startVpic } from "../sim/emulators/vpic.ts";
import { openLookUps } from "./look-ups.ts";
import { openSecrets } from "./secrets.ts";
import { readSettings } from "./settings.ts";

const delivered = [exampleHouse];
/** What the ledger's `performer` lets a caller wait. */
const patienceMs = 3_000;

async function world() {
  const opened = new AsyncDisposableStack();
  const usps = opened.use(await startUsps({ clientId: "client", clientSecret: "secret", delivered }));
  const known = { Make: "HONDA", Model: "Accord", ModelYear: "2003" };
  const vpic = opened.use(await startVpic({ [exampleVin]: known }));
  const telemetry = countingTelemetry();
  const settings = readSettings({
    USPS_CLIENT_ID: "client",
    USPS_CLIENT_SECRET: "secret",
    USPS_URL: usps.address,
    VIN_DECODER_URL: vpic.address,
  });
  const secrets = opened.use(await openSecrets({ settings, telemetry }));
  const clock = pacedClock();
  const lookUps = openLookUps({ settings, secrets, clock, telemetry }, opened);
  return {
    nowMs: clock.monotonicMs,
    fail(fault: Fault | null) {
      usps.setFault(fault);
      vpic.setFault(fault);
    },
    address: async () => (await lookUps.addressBook.check(hide(exampleAddress))).state,
    async vehicle() {
      const answer = await lookUps.vehicleLookUp.decode(hide(exampleVin));
      return answer === "notDecoded" ? answer : answer.source;
    },
    telemetry,
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}

test.each(requestFaults(60))(
  "%j: answered in time by what is known offline, and by the service again when it is over",
  async (fault) => {
    await using opened = await world();
    opened.fail(fault);
    const startedMs = opened.nowMs();
    expect(await Promise.all([opened.address(), opened.vehicle()])).toEqual(["unverified", "offline"]);
    expect(opened.nowMs() - startedMs).toBeLessThan(patienceMs);
    opened.fail(null);
    expect(await Promise.all([opened.address(), opened.vehicle()])).toEqual(["verified", "service"]);
    expect(JSON.stringify(opened.telemetry.everything())).not.toMatch(/Main S|97205|1HGCM/);
  },
);

test("without settings nobody is asked", async () => {
  const telemetry = countingTelemetry();
  const settings = readSettings({});
  const secrets = await openSecrets({ settings, telemetry });
  await using opened = new AsyncDisposableStack();
  const { addressBook, vehicleLookUp } = openLookUps(
    { settings, secrets, clock: pacedClock(), telemetry },
    opened,
  );
  expect((await addressBook.check(hide(exampleAddress))).state).toBe("unverified");
  expect(await vehicleLookUp.decode(hide(exampleVin))).toMatchObject({ source: "offline" });
  expect(telemetry.counted("partner_requests_total")).toBe(0);
});
