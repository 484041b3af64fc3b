import { inspect } from "node:util";
import { expect, test } from "vitest";
import { hide } from "../core/values/private.ts";
import { exampleVin, vehicleLookUpContract } from "../ports/vehicle-look-up.contract.ts";
import { startHttpEmulator } from "../sim/emulators/http-emulator.ts";
import { startVpic, type VpicResult } from "../sim/emulators/vpic.ts";
import { testUpstream } from "./http/testing/test-upstream.ts";
import { nhtsaVehicleLookUp } from "./nhtsa-vehicle-look-up.ts";
import { serviceFaults } from "./testing/service-faults.ts";

const accord = { Make: "HONDA", Model: "Accord", ModelYear: "2003" };

async function world(result: VpicResult = accord, patienceMs = 5_000) {
  const vpic = await startVpic({ [exampleVin]: result });
  const upstream = testUpstream(
    vpic.address,
    { attempts: 1, attemptMs: patienceMs, deadlineMs: patienceMs },
    "vPIC",
  );
  return {
    vpic,
    lookUp: nhtsaVehicleLookUp(upstream),
    async [Symbol.asyncDispose]() {
      await upstream.close();
      await vpic[Symbol.asyncDispose]();
    },
  };
}

vehicleLookUpContract("vPIC", async (check) => {
  await using opened = await world();
  await check(opened.lookUp);
});

async function answerTo(result: VpicResult) {
  await using opened = await world(result);
  return await opened.lookUp.decode(hide(exampleVin));
}

test.each([
  ["maker, model and year", accord, { make: "Honda", model: "Accord", year: 2003 }],
  [
    "a model that is written otherwise",
    { Make: "HONDA", Model: "CRV" },
    { make: "Honda", model: "CR-V", year: null },
  ],
  [
    "a make of capitals and dash",
    { Make: "MERCEDES-BENZ", Model: "GLC" },
    { make: "Mercedes-Benz", model: "GLC", year: null },
  ],
  [
    "a make that we do not know",
    { Make: "ALFA ROMEO", Model: "Giulia" },
    { make: "Alfa Romeo", model: "Giulia", year: null },
  ],
  [
    "a wrong check digit alone",
    { ...accord, ErrorCode: "1" },
    { make: "Honda", model: "Accord", year: 2003 },
  ],
  [
    "a year that does not fit",
    { ...accord, ErrorCode: "1, 11" },
    { make: "Honda", model: "Accord", year: null },
  ],
])("%s", async (_what, result, vehicle) => {
  expect(await answerTo(result)).toEqual({ vehicle, source: "service" });
});

test.each([
  ["corrected in one place", { ...accord, ErrorCode: "2" }],
  ["errors in several places", { ...accord, ErrorCode: "5,14" }],
  ["characters that no VIN holds", { ErrorCode: "400" }],
  ["no make", { Model: "Accord" }],
])("what may be about another vehicle is not decoded: %s", async (_what, result) => {
  expect(await answerTo(result)).toBe("notDecoded");
});

test("a text that is no VIN is not asked for", async () => {
  await using opened = await world();
  expect(await opened.lookUp.decode(hide("HELLO"))).toBe("notDecoded");
  expect(opened.vpic.requests).toEqual([]);
});

test.for(serviceFaults)(
  "%j is a failure of the world that does not repeat the VIN",
  async ([fault, retryable]) => {
    await using opened = await world(accord, 100);
    opened.vpic.setFault(fault);
    const error = await opened.lookUp.decode(hide(exampleVin)).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: "WorldError", retryable });
    expect(inspect(error, { depth: 9 })).not.toContain(exampleVin);
  },
);

test("JSON of another form is a failure of the world that does not repeat it", async () => {
  await using odd = await startHttpEmulator(() => ({ status: 200, body: `{"Results":"${exampleVin}"}` }));
  await using upstream = testUpstream(odd.address);
  const error = await nhtsaVehicleLookUp(upstream)
    .decode(hide(exampleVin))
    .catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ name: "WorldError", retryable: false });
  expect(inspect(error, { depth: 9 })).not.toContain(exampleVin);
});
