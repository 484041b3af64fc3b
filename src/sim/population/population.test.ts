import { expect, test } from "vitest";
import { identifierShapes } from "../../core/language/identifier-shapes.ts";
import { circumstancesOf, first, type Hearing, hear } from "../../core/language/testing/hear.ts";
import { understand } from "../../core/language/understand.ts";
import type { Address, ReadingValue } from "../../core/language/understanding.ts";
import { isCheckedVin } from "../../core/language/vin.ts";
import { isOfferable } from "../../core/scheduling/openings.ts";
import { hide } from "../../core/values/private.ts";
import { HolidayCalendar } from "../../ledger/holidays.ts";
import { zipFitsState } from "../../partners/offline-address-book.ts";
import { offlineVehicleLookUp } from "../../partners/offline-vehicle-look-up.ts";
import { VirtualClock } from "../../ports/testing/virtual-clock.ts";
import { loadPractice } from "../../practices/load-practice.ts";
import { seededRandom } from "../random.ts";
import { appointments, visitOf } from "./appointments.ts";
import { areaCodes } from "./area-codes.data.ts";
import { type Inhabitant, population } from "./people.ts";

// Goal: what is generated passes as what callers say. Method: every value is said to the parsers, which must give it back.

const shop = await loadPractice("practices", "auto-service");
const clinic = await loadPractice("practices", "clinic");
const clock = new VirtualClock();
const today = Temporal.PlainDate.from("2026-03-02");
const peopleOf = (seed: number, count: number, practice = shop): readonly Inhabitant[] =>
  population({ practice, count, random: seededRandom(seed), today });
const people = peopleOf(1, 1_500);
const cars = people.flatMap(({ vehicles }) => vehicles);

function readingOf<K extends ReadingValue["kind"]>(kind: K, text: string, hearing: Hearing): unknown {
  return first(hear(text, hearing), kind)?.value;
}

test("names, numbers and e-mail addresses come back from the parsers", () => {
  const wrong = people.filter(({ details: { given, family, phone, email } }) => {
    const name = readingOf("name", `${given} ${family}`, { asked: ["name"] });
    const number = readingOf("phone", `${phone}`, { asked: ["phone"] });
    const address = readingOf("email", `${email}`, { asked: ["email"] });
    return (
      JSON.stringify(name) !== JSON.stringify({ given, family }) || number !== phone || address !== email
    );
  });
  expect(wrong.map(({ details }) => details)).toEqual([]);
});

test("addresses come back from the parser, with a ZIP code of the state", () => {
  const wrong = people
    .map(({ details }) => details.address as Address)
    .filter((address) => {
      const { number, street, unit, city, state, zip } = address;
      const text = [
        `${number} ${street}`,
        unit === null ? null : `Apt ${unit}`,
        city,
        `${state} ${zip}`,
      ].filter((part) => part !== null);
      const read = readingOf("address", text.join(", "), { asked: ["address"] });
      return JSON.stringify(read) !== JSON.stringify(address) || !zipFitsState(address);
    });
  expect(wrong).toEqual([]);
});

test("vehicles and plates come back from the parsers", () => {
  const plates = circumstancesOf({ asked: ["identifier"] });
  const expectation = { ...plates.expectation, shape: identifierShapes["plate"] ?? null };
  const wrong = cars.filter(({ year, make, model, plate, mileage }) => {
    const said = readingOf("vehicle", `${year} ${make} ${model} with ${mileage} miles`, {
      asked: ["vehicle"],
    });
    const heard = { text: [...(plate ?? "")].join(" ").toLowerCase(), alternatives: [] };
    const read = first(understand(heard, { ...plates, expectation }), "identifier")?.value;
    const same = { year, make, model, mileage: (mileage ?? 0) < 10 ? null : mileage, colour: null };
    return JSON.stringify(said) !== JSON.stringify(same) || read !== plate;
  });
  expect(wrong).toEqual([]);
});

test("a VIN has its check digit and tells make and year of its vehicle", async () => {
  const lookUp = offlineVehicleLookUp(clock);
  for (const { vin, make, year } of cars) {
    if (vin === null) continue;
    expect(isCheckedVin(vin), vin).toBe(true);
    expect(await lookUp.decode(hide(vin))).toMatchObject({ vehicle: { make, year } });
  }
  expect(cars.filter(({ vin }) => vin !== null).length).toBeGreaterThan(cars.length * 0.8);
});

test("only reserved numbers and the domain for examples; each household has its own number", () => {
  const numbers = people.map(({ details }) => details.phone ?? "");
  expect(numbers.filter((number) => !/^\+1[2-9]\d\d55501\d\d$/.test(number))).toEqual([]);
  expect(people.filter(({ details }) => !details.email?.endsWith("@example.com"))).toEqual([]);
  const emails = new Set(people.map(({ details }) => details.email));
  expect(emails.size).toBe(people.length);
  const households = Map.groupBy(people, ({ details }) => details.phone);
  for (const family of households.values()) {
    expect(family.length).toBeLessThanOrEqual(4);
    expect(new Set(family.map(({ details }) => details.family)).size).toBe(1);
    expect(new Set(family.map(({ details }) => details.given)).size).toBe(family.length);
  }
  expect(new Set(areaCodes).size).toBe(areaCodes.length);
});

test("plates and VINs are each their vehicle's own", () => {
  expect(new Set(cars.map(({ plate }) => plate)).size).toBe(cars.length);
  const vins = cars.map(({ vin }) => vin).filter((vin) => vin !== null);
  expect(new Set(vins).size).toBe(vins.length);
});

test("the same seed gives the same people, another seed others", () => {
  expect(peopleOf(7, 50)).toEqual(peopleOf(7, 50));
  expect(peopleOf(8, 50)).not.toEqual(peopleOf(7, 50));
  expect(peopleOf(7, 50)).toHaveLength(50);
});

test("patients of a clinic have a date of birth and a payer of the clinic, and no vehicle", () => {
  for (const { details, vehicles } of peopleOf(3, 300, clinic)) {
    const read = readingOf("dateOfBirth", `${details.dateOfBirth}`, { asked: ["dateOfBirth"] });
    expect(String(read)).toBe(details.dateOfBirth);
    expect(clinic.payers).toContain(details.payer);
    expect(details.memberId === null).toBe(details.payer === "self");
    expect(vehicles).toEqual([]);
  }
});

test.each([shop, clinic])(
  "appointments of $name lie in its hours and never take a seat twice",
  (practice) => {
    const calendar = new HolidayCalendar();
    const holidaysAround = (instant: number) => calendar.around(practice, instant);
    const options = { practice, count: 400, now: clock.now(), holidaysAround };
    const made = appointments({ ...options, random: seededRandom(5) });
    expect(made).toHaveLength(400);
    for (const { opening, madeAt } of made) {
      expect(isOfferable(practice, opening, holidaysAround(opening.start)), opening.id).toBe(true);
      expect(madeAt).toBeLessThan(Math.min(opening.start, clock.now()));
    }
    for (const { id, capacity } of practice.resources) {
      const taken = made
        .map(({ opening }) => opening)
        .filter((one) => [one.resource, ...one.also].includes(id));
      for (const one of taken) {
        const atOnce = taken.filter((other) => other.start <= one.start && one.start < other.end);
        expect(atOnce.length, id).toBeLessThanOrEqual(capacity);
      }
    }
    expect(appointments({ ...options, random: seededRandom(5) })).toEqual(made);
  },
);

test("what a vehicle is brought for leads to what is booked", () => {
  const holidaysAround = () => new Set<string>();
  const made = appointments({
    practice: shop,
    count: 200,
    random: seededRandom(2),
    now: clock.now(),
    holidaysAround,
  });
  for (const one of made) {
    const offering = shop.offerings.find(({ id }) => id === one.opening.offering);
    expect(one.services.every((service) => offering?.services.includes(service))).toBe(true);
    expect(visitOf(one, 62_000)).toMatchObject({ services: one.services, mileage: 62_000 });
  }
});
