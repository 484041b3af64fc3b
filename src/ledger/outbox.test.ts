import { describe, expect, test } from "vitest";
import type { NewTicket } from "../core/dialogue/requests.ts";
import { testPractice } from "../core/practice/testing/test-practice.ts";
import { hide } from "../core/values/private.ts";
import type { Database } from "./database.ts";
import { openOutbox } from "./outbox.ts";
import { quietTelemetry } from "./testing/quiet-telemetry.ts";
import { databasesUnderTest, sharedDatabase } from "./testing/test-database.ts";
import { openTestLedger } from "./testing/test-ledger.ts";

const job = { key: "one", queue: "mail", data: { kind: "booked" } };

async function jobs(database: Database): Promise<readonly Record<string, string>[]> {
  const rows = await database.query<{ data: Record<string, string> }>(
    "SELECT data FROM jobs.job ORDER BY data::text",
  );
  return rows.map(({ data }) => data);
}

for (const under of databasesUnderTest())
  describe(`outbox on ${under.name}`, () => {
    const empty = sharedDatabase(under);

    test("a job with a known key is not added again", async () => {
      const { database } = await empty();
      await using outbox = await openOutbox({ database, telemetry: quietTelemetry });
      await database.transaction((tx) => outbox.add(tx, [job, { ...job, key: "two" }]));
      await database.transaction((tx) => outbox.add(tx, [job]));
      expect(await jobs(database)).toHaveLength(2);
    });

    test("jobs of a transaction that fails are not there", async () => {
      const { database } = await empty();
      await using outbox = await openOutbox({ database, telemetry: quietTelemetry });
      const failing = database.transaction(async (tx) => {
        await outbox.add(tx, [job]);
        throw new Error("no");
      });
      await expect(failing).rejects.toThrow("no");
      expect(await jobs(database)).toEqual([]);
    });

    test("a ticket tells each staff address once, without saying what it is about", async () => {
      const opened = await empty();
      const tested = await openTestLedger(opened);
      const ticket: NewTicket = {
        purpose: "callBack",
        to: null,
        about: "callBack",
        phone: hide("+15035550111"),
        message: hide("it hurts"),
      };
      const take = () => tested.ledger.takeTicket(testPractice.id, ticket, { call: "CA1", request: 1 });
      const number = await take();
      await take();
      expect(await jobs(opened.database)).toEqual(
        ["manager@example.com", "staff@example.com"].map((recipient) => ({
          kind: "ticket",
          practice: testPractice.id,
          ticket: number,
          recipient,
        })),
      );
    });
  });
