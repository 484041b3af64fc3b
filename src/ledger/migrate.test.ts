import { describe, expect, test } from "vitest";
import { migrate, pendingMigrations } from "./migrate.ts";
import { databasesUnderTest } from "./testing/test-database.ts";

for (const under of databasesUnderTest())
  describe(`migrations on ${under.name}`, () => {
    test("are applied once, however often and by however many they are called for", async () => {
      await using opened = await under.open();
      const applied = () => opened.database.query("SELECT * FROM schema_migrations ORDER BY number");
      const before = await applied();
      expect(before.length).toBeGreaterThan(0);
      await Promise.all([migrate(opened.database), migrate(opened.database), migrate(opened.database)]);
      expect(await applied()).toEqual(before);
    });

    test("that are missing are counted without being applied", async () => {
      await using opened = await under.open();
      const { database } = opened;
      expect(await pendingMigrations(database)).toBe(0);
      await database.query("DELETE FROM schema_migrations WHERE number > 1");
      const pending = await pendingMigrations(database);
      expect(pending).toBeGreaterThan(0);
      await database.query("DROP TABLE schema_migrations");
      expect(await pendingMigrations(database)).toBe(pending + 1);
    });

    test("refuse a database that was made by other migrations", async () => {
      await using opened = await under.open();
      await opened.database.query("UPDATE schema_migrations SET checksum = 'another' WHERE number = 1");
      await expect(migrate(opened.database)).rejects.toThrow("0001-ledger.sql differs");
    });

    test("refuse a database that is newer than this program", async () => {
      await using opened = await under.open();
      await opened.database.query(
        "INSERT INTO schema_migrations (number, name, checksum) VALUES (9000, 'later', 'x')",
      );
      await expect(migrate(opened.database)).rejects.toThrow("migration 9000");
      await expect(pendingMigrations(opened.database)).rejects.toThrow("migration 9000");
    });
  });
