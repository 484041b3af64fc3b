import { expect, test } from "vitest";
import { offeringForServices } from "./offering-for-services.ts";
import type { Offering } from "./practice.ts";

const plain = {
  alsoCalled: [],
  paddingMinutes: 0,
  complaints: [],
  newPeople: true,
  knownPeople: true,
} as const;
const offering = (id: string, durationMinutes: number, services: readonly string[]): Offering => ({
  ...plain,
  id,
  name: id,
  durationMinutes,
  services,
  needs: [],
  preparation: null,
  price: null,
  rules: { minAgeYears: null, maxAgeYears: null, payers: null, referral: false },
  waiting: false,
});

const offerings = [
  offering("dropOff", 300, ["oilChange", "tireRotation", "brakes", "recall"]),
  offering("oil", 45, ["oilChange"]),
  offering("oilAndTires", 60, ["oilChange", "tireRotation"]),
  offering("advisor", 30, ["recall"]),
];

test.each([
  [["oilChange"], "oil"],
  [["tireRotation", "oilChange"], "oilAndTires"],
  [["tireRotation"], "oilAndTires"],
  [["oilChange", "brakes"], "dropOff"],
  [["recall"], "advisor"],
  [["recall", "oilChange"], "dropOff"],
  [["paint"], null],
  [["paint", "oilChange"], null],
  [[], null],
])("%j is booked as %s", (wanted, id) =>
  expect(offeringForServices({ offerings }, wanted)?.id ?? null).toBe(id),
);
