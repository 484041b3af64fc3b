import { describe, expect, test } from "vitest";
import type { NewTicket } from "../core/dialogue/requests.ts";
import { testPractice } from "../core/practice/testing/test-practice.ts";
import { hide } from "../core/values/private.ts";
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
};

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
      await using tested = await openTestLedger(opened);
      const { ledger } = tested;
      const wanted = { offering: "newPatient", resources: [], days: [], times: [], refused: [] };
      const [opening] = await ledger.findOpenings(testPractice.id, {
        ...wanted,
        order: "earliest",
        count: 1,
      });
      const held = await ledger.hold(testPractice.id, opening ?? expect.unreachable(), {
        call: "CA1",
        request: 1,
      });
      const { given, family, dateOfBirth, phone, email, memberId, street, complaint } = secrets;
      const address = { number: "1", street, unit: null, city: null, state: null, zip: null, poBox: null };
      const person = { given, family, dateOfBirth, phone, email, memberId, address };
      const booking = await ledger.book(
        held === "taken" ? expect.unreachable() : held.hold,
        hide({ ...person, addressState: "unverified", payer: "aetna", groupNumber: null, vehicle: null }),
        hide({
          complaint,
          complaintCategory: null,
          duration: null,
          pain: 3,
          urgency: "routine",
          services: [],
          waiting: null,
          mileage: null,
        }),
        { call: "CA1", request: 2 },
      );
      const ticket: NewTicket = {
        purpose: "callBack",
        to: null,
        about: "other",
        phone: hide(phone),
        message: hide(secrets.message),
      };
      await ledger.takeTicket(testPractice.id, ticket, { call: "CA1", request: 3 });
      const store = postgresCallStore({ database: opened.database, keys: testKeys });
      const call = { id: "CA1", practice: testPractice.id, direction: "inbound", startedAt: 0 } as const;
      const { lease } = await store.take(call);
      const events = [{ kind: "typed" as const, at: 1, text: hide(secrets.words) }];
      await store.append([{ call: "CA1", lease, from: 0, events, timelines: [] }]);

      const everything = (await dump(opened.database)).toLowerCase();
      expect(everything).toContain(typeof booking === "string" ? "" : booking.confirmation.toLowerCase());
      const found = Object.values(secrets).filter(
        (secret) =>
          everything.includes(secret.toLowerCase()) ||
          everything.includes(Buffer.from(secret).toString("hex")),
      );
      expect(found).toEqual([]);
    });
  });
