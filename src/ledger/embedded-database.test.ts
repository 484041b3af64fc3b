import { relative } from "node:path";
import { expect, test } from "vitest";
import { openDatabase } from "./database.ts";
import { quietTelemetry } from "./testing/quiet-telemetry.ts";
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

test("the data directory may be given relative to where the program runs", async () => {
  const [under] = databasesUnderTest();
  await using opened = await (under ?? expect.unreachable()).open();
  await opened.database.close();
  const dataDirectory = relative(process.cwd(), opened.settings.dataDirectory ?? expect.unreachable());
  await using database = await openDatabase({ dataDirectory, databaseUrl: null, telemetry: quietTelemetry });
  expect(await database.query("SELECT 1 AS one")).toEqual([{ one: 1 }]);
});
