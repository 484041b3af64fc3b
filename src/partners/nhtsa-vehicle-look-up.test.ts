import { expect, test } from "vitest";
import { hide } from "../core/values/private.ts";
import { exampleVin, vehicleLookUpContract } from "../ports/vehicle-look-up.contract.ts";
import { WorldError } from "../ports/world-error.ts";
import { vpicLookUp } from "./testing/vpic-look-up.ts";
import { decoded, startVpicServer, type VpicAnswer } from "./testing/vpic-server.ts";

const accord = { Make: "HONDA", Model: "Accord", ModelYear: "2003" };

vehicleLookUpContract("vPIC", async (check) => {
  await using server = await startVpicServer((vin) =>
    decoded(vin === exampleVin ? accord : { ErrorCode: "7" }),
  );
  await check(vpicLookUp(server.address));
});

async function answerTo(answer: VpicAnswer) {
  await using server = await startVpicServer(() => answer);
  return await vpicLookUp(server.address).decode(hide(exampleVin));
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
  expect(await answerTo(decoded(result))).toEqual({ vehicle, source: "service" });
});

test.each([
  ["corrected in one place", { ...accord, ErrorCode: "2" }],
  ["errors in several places", { ...accord, ErrorCode: "5,14" }],
  ["characters that no VIN holds", { ErrorCode: "400" }],
  ["no make", { Model: "Accord" }],
])("what may be about another vehicle is not decoded: %s", async (_what, result) => {
  expect(await answerTo(decoded(result))).toBe("notDecoded");
});

test("a text that is no VIN is not asked for", async () => {
  await using server = await startVpicServer(() => decoded(accord));
  expect(await vpicLookUp(server.address).decode(hide("HELLO"))).toBe("notDecoded");
  expect(server.asked).toEqual([]);
});

test.each<[what: string, answer: VpicAnswer, retryable: boolean]>([
  ["silence", "silence", true],
  ["overload", { status: 503, body: "" }, true],
  ["too many questions", { status: 429, body: "" }, true],
  ["a refusal", { status: 403, body: exampleVin }, false],
  ["no JSON", { status: 200, body: `<html>${exampleVin}</html>` }, true],
  ["JSON of another form", { status: 200, body: `{"Results":"${exampleVin}"}` }, false],
])("%s is a failure of the world that does not repeat the VIN", async (_what, answer, retryable) => {
  const error = await answerTo(answer).then(
    () => expect.unreachable(),
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(WorldError);
  expect(error).toMatchObject({ retryable });
  const { message, stack, cause } = error as Error;
  expect([message, stack, String(cause), (cause as Error | undefined)?.stack].join()).not.toContain(
    exampleVin,
  );
});

test("nobody there is a failure of the world", async () => {
  const server = await startVpicServer(() => "silence");
  await server[Symbol.asyncDispose]();
  const asking = vpicLookUp(server.address).decode(hide(exampleVin));
  await expect(asking).rejects.toMatchObject({ name: "WorldError", retryable: true });
});
