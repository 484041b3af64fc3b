import * as fc from "fast-check";
import { expect, test } from "vitest";
import { makes } from "../core/language/en/vehicle-table.ts";
import { hide } from "../core/values/private.ts";
import { VirtualClock } from "../ports/testing/virtual-clock.ts";
import { vehicleLookUpContract } from "../ports/vehicle-look-up.contract.ts";
import { modelYear, offlineVehicleLookUp, yearCode } from "./offline-vehicle-look-up.ts";
import { vinMakers } from "./vin-maker-table.ts";

const lookUp = offlineVehicleLookUp(new VirtualClock());
vehicleLookUpContract("offline", (check) => check(lookUp));

test("the model is never guessed, and the answer says that it was read offline", async () => {
  expect(await lookUp.decode(hide("1HGCM82633A004352"))).toEqual({
    vehicle: { year: 2003, make: "Honda", model: null },
    source: "offline",
  });
});

test.each([
  ["1M8GDM9AXKP042788", 1989, "a figure in the seventh place is before 2010"],
  ["5YJ3E1EA7KF317000", 2019, "a letter in the seventh place is 2010 or later"],
  ["WBA3A5C51CF256651", 2012, "a German car sold in America"],
  ["1HGCM8A63ZA004352", null, "Z stands for no year"],
  ["1HGCM8A630A004352", null, "nor does nought"],
  ["1HGCM8AA0XA004352", 1999, "2029 is yet to come, so it is thirty years earlier"],
])("the year of %s is %s: %s", (vin, year, _why) => expect(modelYear(vin, 2026)).toBe(year));

test("every model year from 1980 on comes back from its code", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1980, max: 2027 }), (year) => {
      const { code, letterInSeventh } = yearCode(year);
      expect(modelYear(`1HGCM8${letterInSeventh ? "A" : "2"}60${code}A004352`, 2026)).toBe(year);
    }),
  );
});

test("the table names makes that callers can name, and no code twice", () => {
  const known = new Set(makes.map(({ name }) => name));
  expect(Object.keys(vinMakers).filter((make) => !known.has(make))).toEqual([]);
  const codes = Object.values(vinMakers).flatMap((all) => all.split(" "));
  expect(codes.filter((code) => !/^[A-HJ-NPR-Z\d]{3}$/.test(code))).toEqual([]);
  expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
});
