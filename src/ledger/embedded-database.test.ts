import { expect, test } from "vitest";
import { databasesUnderTest } from "./testing/test-database.ts";

test("a database that breaks down is started again with what was committed, and closes in order", async () => {
  const [under] = databasesUnderTest();
  await using opened = await (under ?? expect.unreachable()).open();
  const { database } = opened;
  await database.raw(
    "CREATE FUNCTION f(a int) RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN f(a + 1); END $$",
  );
  await database.query("INSERT INTO deliveries (id, delivered_at) VALUES ('before', now())");
  // The stack of WebAssembly is smaller than PostgreSQL believes, so endless recursion ends the program.
  await expect(database.query("SELECT f(1)")).rejects.toMatchObject({ retryable: true });
  const read = () => database.query<{ id: string }>("SELECT id FROM deliveries").catch(() => null);
  let rows = await read();
  while (rows === null) rows = await read();
  expect(rows).toEqual([{ id: "before" }]);
});
