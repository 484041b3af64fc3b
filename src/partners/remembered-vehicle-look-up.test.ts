import { expect, test } from "vitest";
import { hide } from "../core/values/private.ts";
import { countingTelemetry } from "../ports/testing/counting-telemetry.ts";
import { VirtualClock } from "../ports/testing/virtual-clock.ts";
import { exampleVin, vehicleLookUpContract } from "../ports/vehicle-look-up.contract.ts";
import { startVpic, type VpicResult } from "../sim/emulators/vpic.ts";
import { testUpstream } from "./http/testing/test-upstream.ts";
import { nhtsaVehicleLookUp } from "./nhtsa-vehicle-look-up.ts";
import { offlineVehicleLookUp } from "./offline-vehicle-look-up.ts";
import { rememberedVehicleLookUp } from "./remembered-vehicle-look-up.ts";

const accord = { Make: "HONDA", Model: "Accord", ModelYear: "2003" };
const fromService = { vehicle: { year: 2003, make: "Honda", model: "Accord" }, source: "service" };
const fromItself = { vehicle: { year: 2003, make: "Honda", model: null }, source: "offline" };
const dayMs = 24 * 3_600_000;

async function opened(result: VpicResult = accord) {
  const vpic = await startVpic({ [exampleVin]: result });
  const upstream = testUpstream(vpic.address, { attempts: 1 });
  const clock = new VirtualClock();
  const telemetry = countingTelemetry();
  const service = nhtsaVehicleLookUp(upstream);
  const lookUp = rememberedVehicleLookUp({ service, offline: offlineVehicleLookUp(clock), clock, telemetry });
  return {
    vpic,
    clock,
    telemetry,
    lookUp,
    async [Symbol.asyncDispose]() {
      await upstream.close();
      await vpic[Symbol.asyncDispose]();
    },
  };
}

vehicleLookUpContract("remembered, with the service there", async (check) => {
  await using world = await opened();
  await check(world.lookUp);
});

vehicleLookUpContract("remembered, with the service away", async (check) => {
  await using world = await opened();
  world.vpic.setFault("serverError");
  await check(world.lookUp);
});

test("the service is asked once a week for a VIN", async () => {
  await using world = await opened();
  const ask = () => world.lookUp.decode(hide(exampleVin));
  expect(await Promise.all([ask(), ask(), ask()])).toEqual([fromService, fromService, fromService]);
  world.clock.advance(7 * dayMs);
  await ask();
  expect(world.vpic.requests).toHaveLength(1);
  world.clock.advance(1);
  await ask();
  expect(world.vpic.requests).toHaveLength(2);
});

test("a silent service is not waited for twice as long, and is asked again the next time", async () => {
  await using world = await opened();
  world.vpic.setFault("hang");
  expect(await world.lookUp.decode(hide(exampleVin))).toEqual(fromItself);
  expect(JSON.stringify(world.telemetry.everything())).not.toContain(exampleVin);
  expect(world.telemetry.lines).toHaveLength(1);
  world.vpic.setFault(null);
  expect(await world.lookUp.decode(hide(exampleVin))).toEqual(fromService);
});

test("what the service does not know is read from the VIN, and not remembered", async () => {
  await using world = await opened({ ErrorCode: "8" });
  expect(await world.lookUp.decode(hide(exampleVin))).toEqual(fromItself);
  await world.lookUp.decode(hide(exampleVin));
  expect(world.vpic.requests).toHaveLength(2);
});
