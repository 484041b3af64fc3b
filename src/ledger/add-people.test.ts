import { describe, expect, test } from "vitest";
import type { PersonDetails, VehicleDetails } from "../core/dialogue/requests.ts";
import { hide } from "../core/values/private.ts";
import { plainPerson } from "../ports/testing/plain-person.ts";
import { VirtualClock } from "../ports/testing/virtual-clock.ts";
import { addPeople, type NewPerson } from "./add-people.ts";
import { peopleOfPhone } from "./people.ts";
import { quietTelemetry } from "./testing/quiet-telemetry.ts";
import { databasesUnderTest, sharedDatabase } from "./testing/test-database.ts";
import { testKeys } from "./testing/test-ledger.ts";

const diaz: PersonDetails = { ...plainPerson, family: "Diaz", dateOfBirth: null, phone: "+15035550123" };
const civic: VehicleDetails = {
  id: null,
  year: 2019,
  make: "Honda",
  model: "Civic",
  plate: "BKT472",
  vin: "1HGCM82633A004352",
  mileage: 62_000,
};
const person = (details: Partial<PersonDetails>, vehicles: readonly VehicleDetails[]): NewPerson => ({
  details: hide({ ...diaz, ...details }),
  vehicles: hide(vehicles),
});

describe.each(databasesUnderTest())("adding people on $name", (under) => {
  const fresh = sharedDatabase(under);

  async function opened() {
    const { database } = await fresh();
    const rest = { clock: new VirtualClock(), keys: testKeys, telemetry: quietTelemetry };
    const ledger = { database, practices: new Map(), outbox: { add: async () => {} }, ...rest };
    const add = async (people: readonly NewPerson[]) => {
      const added = await addPeople(ledger, "shop", people);
      return added.map((one) => ({ person: one.person, vehicles: one.vehicles.reveal() }));
    };
    return { ledger, database, add };
  }

  test("people and their vehicles are on file, with as little as is known of them", async () => {
    const { ledger, database, add } = await opened();
    const pickup = { ...civic, model: "Ridgeline", plate: null, vin: null, mileage: null };
    const [ana, ben] = await add([
      person({}, [civic, pickup]),
      person({ given: "Ben", phone: null, dateOfBirth: "1980-02-03" }, []),
    ]);
    expect(ana?.vehicles.map(({ model }) => model).toSorted()).toEqual(["Civic", "Ridgeline"]);
    expect(ben?.vehicles).toEqual([]);
    const found = await peopleOfPhone(ledger, database, "shop", "503 555 0123");
    expect(found.map((one) => [one.person, one.details.reveal().given])).toEqual([[ana?.person, "Ana"]]);
  });

  test("who is on file stays as they are, and comes back with what they drive", async () => {
    const { ledger, database, add } = await opened();
    const [first] = await add([person({ email: "ana@example.com" }, [civic])]);
    const again = await add([
      person({ given: "ANA", email: "other@example.com" }, [{ ...civic, plate: "OTHER1", vin: null }]),
    ]);
    expect(again).toEqual([first]);
    const [found] = await peopleOfPhone(ledger, database, "shop", "+15035550123");
    expect(found?.details.reveal().email).toBe("ana@example.com");
  });

  test("one VIN is one vehicle, whoever comes with it", async () => {
    const { add } = await opened();
    const [, ben] = await add([person({}, [civic]), person({ given: "Ben" }, [civic])]);
    expect(ben?.vehicles).toEqual([]);
  });

  test("somebody twice in one go is one person, and no call has their scope", async () => {
    const { database, add } = await opened();
    const [one, two] = await add([person({}, []), person({ given: "ana" }, [])]);
    expect(two?.person).toBe(one?.person);
    expect((await database.raw("SELECT count(*) AS n FROM call_scopes")).rows).toEqual([{ n: "0" }]);
  });
});
