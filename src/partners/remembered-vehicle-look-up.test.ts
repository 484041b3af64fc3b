import { expect, test } from "vitest";
import { hide } from "../core/values/private.ts";
import { countingTelemetry } from "../ports/testing/counting-telemetry.ts";
import { VirtualClock } from "../ports/testing/virtual-clock.ts";
import { exampleVin, vehicleLookUpContract } from "../ports/vehicle-look-up.contract.ts";
import { offlineVehicleLookUp } from "./offline-vehicle-look-up.ts";
import { rememberedVehicleLookUp } from "./remembered-vehicle-look-up.ts";
import { vpicLookUp } from "./testing/vpic-look-up.ts";
import type { VpicAnswer } from "./testing/vpic-server.ts";
import { decoded, startVpicServer } from "./testing/vpic-server.ts";

const accord = decoded({ Make: "HONDA", Model: "Accord", ModelYear: "2003" });
const fromService = { vehicle: { year: 2003, make: "Honda", model: "Accord" }, source: "service" };
const fromItself = { vehicle: { year: 2003, make: "Honda", model: null }, source: "offline" };
const dayMs = 24 * 3_600_000;

async function opened(answerTo: (vin: string) => VpicAnswer) {
  const server = await startVpicServer(answerTo);
  const clock = new VirtualClock();
  const telemetry = countingTelemetry();
  const lookUp = rememberedVehicleLookUp({
    service: vpicLookUp(server.address),
    offline: offlineVehicleLookUp(clock),
    clock,
    telemetry,
  });
  return { server, clock, telemetry, lookUp, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}

vehicleLookUpContract("remembered, with the service there", async (check) => {
  await using world = await opened((vin) => (vin === exampleVin ? accord : decoded({ ErrorCode: "7" })));
  await check(world.lookUp);
});

vehicleLookUpContract("remembered, with the service away", async (check) => {
  await using world = await opened(() => ({ status: 503, body: "" }));
  await check(world.lookUp);
});

test("the service is asked once a week for a VIN", async () => {
  await using world = await opened(() => accord);
  const ask = () => world.lookUp.decode(hide(exampleVin));
  expect(await Promise.all([ask(), ask(), ask()])).toEqual([fromService, fromService, fromService]);
  world.clock.advance(7 * dayMs);
  await ask();
  expect(world.server.asked).toHaveLength(1);
  world.clock.advance(1);
  await ask();
  expect(world.server.asked).toHaveLength(2);
});

test("a silent service is not waited for twice as long, and is asked again the next time", async () => {
  let away = true;
  await using world = await opened(() => (away ? "silence" : accord));
  expect(await world.lookUp.decode(hide(exampleVin))).toEqual(fromItself);
  expect(JSON.stringify(world.telemetry.everything())).not.toContain(exampleVin);
  expect(world.telemetry.lines).toHaveLength(1);
  away = false;
  expect(await world.lookUp.decode(hide(exampleVin))).toEqual(fromService);
});

test("what the service does not know is read from the VIN, and not remembered", async () => {
  await using world = await opened(() => decoded({ ErrorCode: "8" }));
  expect(await world.lookUp.decode(hide(exampleVin))).toEqual(fromItself);
  await world.lookUp.decode(hide(exampleVin));
  expect(world.server.asked).toHaveLength(2);
});
