import { describe, expect, test } from "vitest";
import type { Booking, PersonDetails } from "../core/dialogue/requests.ts";
import { testPractice } from "../core/practice/testing/test-practice.ts";
import { hide } from "../core/values/private.ts";
import { ana, anyOpening, granted, LedgerScene, visit } from "../ports/testing/ledger-scene.ts";
import type { Database } from "./database.ts";
import { postgresCallStore } from "./postgres-call-store.ts";
import { databasesUnderTest } from "./testing/test-database.ts";
import { openTestLedger, testKeys } from "./testing/test-ledger.ts";

const secrets = {
  given: "Zerlina",
  family: "Quackenbush",
  dateOfBirth: "1971-11-23",
  phone: "+15035550147",
  email: "zerlina@example.com",
  street: "Marmalade Lane",
  memberId: "XQ7712345",
  complaint: "hiccups since the wedding",
  message: "tell nobody about the parrot",
  words: "my name is Zerlina Quackenbush",
  plate: "QK 4711",
  vin: "1HGCM82633A004352",
  reason: "the parrot is better",
  language: "Esperanto",
};

/** Every request that brings something private with it. */
async function callAboutEverything(scene: LedgerScene): Promise<Booking> {
  const { ledger } = scene;
  const { given, family, dateOfBirth, phone, email, memberId, street, plate, vin } = secrets;
  const address = { number: "1", street, unit: null, city: null, state: null, zip: null, poBox: null };
  const vehicle = { id: null, year: 2003, make: null, model: null, plate, vin, mileage: null };
  const person: PersonDetails = {
    ...ana,
    given,
    family,
    dateOfBirth,
    phone,
    email,
    memberId,
    address,
    vehicle,
  };
  const { hold } = await scene.held(await scene.firstOpening(), scene.next("CA1"));
  const told = hide({ ...visit, complaint: secrets.complaint });
  const booking = granted(await ledger.book(hold, hide(person), told, scene.next("CA1")));
  await ledger.joinWaitlist(testPractice.id, anyOpening, hide(person), scene.next("CA1"));
  const preferences = { language: secrets.language, channel: null, reminders: null, favorite: null };
  await ledger.prefer(testPractice.id, booking.person, hide(preferences), scene.next("CA1"));
  await ledger.stopCalling(testPractice.id, hide(phone), scene.next("CA1"));
  await ledger.identify(testPractice.id, hide({ kind: "plate", phone, plate }), scene.next("CA2"));
  await ledger.takeTicket(
    testPractice.id,
    { purpose: "message", to: null, about: "other", phone: hide(phone), message: hide(secrets.message) },
    scene.next("CA1"),
  );
  await ledger.cancelBooking(booking, hide(secrets.reason), scene.next("CA1"));
  return booking;
}

/** Every row of every table as text, ours and the queue's. */
async function dump(database: Database): Promise<string> {
  const tables = await database.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
  );
  const dumps = await Promise.all(
    tables.map(({ name }) => database.query<{ row: string }>(`SELECT t::text AS row FROM ${name} t`)),
  );
  return dumps.flatMap((rows) => rows.map(({ row }) => row)).join("\n");
}

for (const under of databasesUnderTest())
  describe(`what lies in ${under.name} after a call`, () => {
    test("has none of the caller's words, names or numbers in it, plain or in hexadecimal", async () => {
      await using opened = await under.open();
      const tested = await openTestLedger(opened);
      const scene = new LedgerScene(tested);
      const booking = await callAboutEverything(scene);
      const store = postgresCallStore({ database: opened.database, keys: testKeys });
      const call = { id: "CA1", practice: testPractice.id, direction: "inbound", startedAt: 0 } as const;
      const { lease } = await store.take(call);
      const events = [{ kind: "typed" as const, at: 1, text: hide(secrets.words) }];
      await store.append([{ call: "CA1", lease, from: 0, events, timelines: [] }]);

      const everything = (await dump(opened.database)).toLowerCase();
      expect(everything).toContain(booking.confirmation.toLowerCase());
      const found = Object.values(secrets).filter(
        (secret) =>
          everything.includes(secret.toLowerCase()) ||
          everything.includes(Buffer.from(secret).toString("hex")),
      );
      expect(found).toEqual([]);
    });
  });
