import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { openDatabase } from "./database.ts";
import { noteDelivery } from "./deliveries.ts";
import { quietTelemetry } from "./testing/quiet-telemetry.ts";
import { databasesUnderTest, sharedDatabase } from "./testing/test-database.ts";

const add = "INSERT INTO deliveries (id, delivered_at) VALUES ($1, now())";
const divide = "SELECT 1 / $1::integer AS divided";

for (const under of databasesUnderTest())
  describe(`transactions on ${under.name}`, () => {
    const empty = sharedDatabase(under);

    test("statements that nobody waits for are carried out in their order, and all of them", async () => {
      const { database } = await empty();
      const seen = await database.transaction(async (tx) => {
        tx.write(add, ["one"]);
        tx.write("UPDATE deliveries SET id = 'two' WHERE id = 'one'");
        return tx.query<{ id: string }>("SELECT id FROM deliveries");
      });
      expect(seen).toEqual([{ id: "two" }]);
      expect(await database.query("SELECT id FROM deliveries")).toEqual(seen);
    });

    test("one that fails fails the transaction, which is then as if it had never been", async () => {
      const { database } = await empty();
      const failing = database.transaction(async (tx) => {
        tx.write(add, ["one"]);
        tx.write(divide, [0]);
        return "done";
      });
      await expect(failing).rejects.toMatchObject({ cause: { code: "22012" } });
      expect(await database.query("SELECT id FROM deliveries")).toEqual([]);
    });

    test("the failure that is told is the first, not that of a statement behind it", async () => {
      const { database } = await empty();
      const failing = database.transaction(async (tx) => {
        tx.write(divide, [0]);
        return tx.query("SELECT id FROM deliveries");
      });
      await expect(failing).rejects.toMatchObject({ cause: { code: "22012" } });
    });

    test("work that meets a row which came first is done again, and finds it", async () => {
      const { database } = await empty();
      await noteDelivery(database, "one", 0);
      let runs = 0;
      const found = await database.transaction(async (tx) => {
        runs += 1;
        if (runs === 1) tx.write(add, ["one"]);
        return tx.query<{ id: string }>("SELECT id FROM deliveries");
      });
      expect([runs, found]).toEqual([2, [{ id: "one" }]]);
    });
  });

// A server only: nobody signs in to the embedded database. Roles stand in for passwords, because a connection can be asked who
// it is.
for (const under of databasesUnderTest().filter(({ name }) => name === "PostgreSQL"))
  test("an address that changes: connections that are there go on, and the next one is made with the new one", async () => {
    await using opened = await under.open();
    const role = `frontdesk_test_${randomUUID().replaceAll("-", "")}`;
    await opened.database.raw(`CREATE ROLE ${role} LOGIN`);
    try {
      const address = new URL(opened.settings.databaseUrl ?? "");
      const secret = { current: () => address.href, accepted: () => [address.href] };
      const options = { dataDirectory: null, databaseUrl: secret, telemetry: quietTelemetry, connections: 1 };
      await using database = await openDatabase(options);
      const whoAmI = async () => (await database.query<{ me: string }>("SELECT current_user AS me"))[0]?.me;
      const before = await whoAmI();
      address.username = role;
      expect(await whoAmI()).toBe(before);
      await database.query("SELECT pg_terminate_backend(pg_backend_pid())").catch(() => undefined);
      await expect.poll(() => whoAmI().catch(() => null)).toBe(role);
    } finally {
      await opened.database.raw(`DROP ROLE ${role}`);
    }
  });
