import * as fc from "fast-check";
import { expect, test } from "vitest";
import { services } from "../language/en/service-table.ts";
import { makes } from "../language/en/vehicle-table.ts";
import { electricVehicles, includedServices, serviceIntervals } from "./service-intervals-table.ts";
import { suggestService } from "./suggest-service.ts";

const today = Temporal.PlainDate.from("2026-03-02");
const offered = new Set(services.map(({ id }) => id));

function suggested(
  mileage: number | null,
  year: number | null = 2024,
  asked: readonly string[] = ["oilChange"],
  car: readonly [make: string, model: string] = ["Honda", "Civic"],
): string {
  const [make, model] = car;
  const found = suggestService({ vehicle: { year, make, model, mileage }, asked, offered, today });
  if (found === null) return "nothing";
  return `${found.service} ${found.because === "mileage" ? `at ${found.miles} miles` : `after ${found.years} years`}`;
}

test.each([
  [29_500, "generalMaintenance at 30000 miles", "a little before the mark"],
  [62_000, "generalMaintenance at 60000 miles", "what holds most comes first"],
  [91_000, "generalMaintenance at 90000 miles", "every thirty thousand"],
  [15_200, "brakeInspection at 15000 miles", ""],
  [7_600, "tireRotation at 7500 miles", ""],
  [11_000, "nothing", "long past the last mark"],
  [400, "nothing", "a new car has no mark behind it"],
])("with %i miles it is %s", (mileage, expected) => expect(suggested(mileage)).toBe(expected));

test("age speaks where mileage does not", () => {
  expect(suggested(11_000, 2021)).toBe("battery after 5 years");
  expect(suggested(null, 2020)).toBe("coolant after 6 years");
  expect(suggested(null, 2026)).toBe("nothing");
  expect(suggested(null, null)).toBe("nothing");
  expect(suggested(null, 2027)).toBe("nothing");
});

test("what is asked for, or lies in it, is not proposed", () => {
  expect(suggested(91_000, 2024, ["generalMaintenance"])).toBe("nothing");
  expect(suggested(15_200, 2024, ["brakeService"])).toBe("tireRotation at 15000 miles");
  expect(suggested(7_600, 2024, ["tires"])).toBe("nothing");
});

test("an electric car needs no transmission service", () => {
  const asked = ["generalMaintenance"];
  expect(suggested(62_000, 2021, asked, ["Tesla", "Model 3"])).toBe("nothing");
  expect(suggested(62_000, 2021, asked, ["Nissan", "Leaf"])).toBe("nothing");
  expect(suggested(62_000, 2021, asked, ["Nissan", "Altima"])).toBe("transmission at 60000 miles");
});

test("what the practice does not do is not proposed", () => {
  const vehicle = { year: 2021, make: "Honda", model: "Civic", mileage: 62_000 };
  expect(suggestService({ vehicle, asked: [], offered: new Set(["oilChange"]), today })).toBeNull();
});

test("a mark is never more than a little ahead, and never proposed for what is asked", () => {
  fc.assert(
    fc.property(fc.nat(300_000), fc.subarray([...offered]), (mileage, asked) => {
      const vehicle = { year: null, make: null, model: null, mileage };
      const found = suggestService({ vehicle, asked, offered, today });
      if (found?.because !== "mileage") return;
      expect(found.miles).toBeLessThanOrEqual(mileage + 1_000);
      expect(found.miles).toBeGreaterThan(0);
      expect(asked).not.toContain(found.service);
    }),
  );
});

test("the tables name services and vehicles that exist", () => {
  const named = [
    ...serviceIntervals.map(({ service }) => service),
    ...Object.entries(includedServices).flat(2),
  ];
  expect(named.filter((id) => !offered.has(id))).toEqual([]);
  const known = new Set(
    makes.flatMap(({ name, models }) => [name, ...models.map((one) => `${name} ${one.name}`)]),
  );
  expect([...electricVehicles].filter((name) => !known.has(name))).toEqual([]);
});
