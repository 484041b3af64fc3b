import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import type { Database } from "./database.ts";

interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

// Any constant number; it keeps two starting processes from migrating at the same time.
const MIGRATION_LOCK = 4_072_001;

/**
 * Brings the tables up to date. All missing migrations are applied in one transaction or not at all. Safe to call from
 * several processes at once and as often as one likes. Throws when an applied migration differs from its file, or when the
 * database is newer than this program.
 */
export async function migrate(database: Database): Promise<void> {
  const migrations = await readMigrations();
  await database.transaction(async (tx) => {
    await tx.query("SELECT pg_advisory_xact_lock($1)", [MIGRATION_LOCK]);
    await tx.raw(
      `CREATE TABLE IF NOT EXISTS schema_migrations (
         number integer PRIMARY KEY, name text NOT NULL, checksum text NOT NULL,
         applied_at timestamptz NOT NULL DEFAULT now())`,
    );
    const applied = await tx.query<{ number: number; checksum: string }>(
      "SELECT number, checksum FROM schema_migrations ORDER BY number",
    );
    checkApplied(applied, migrations);
    for (const migration of migrations.slice(applied.length)) {
      await tx.raw(migration.sql);
      await tx.query("INSERT INTO schema_migrations (number, name, checksum) VALUES ($1, $2, $3)", [
        migration.number,
        migration.name,
        migration.checksum,
      ]);
    }
  });
}

/** How many migrations `migrate` would apply. Changes nothing, and throws when `migrate` would. */
export async function pendingMigrations(database: Database): Promise<number> {
  const migrations = await readMigrations();
  const [table] = await database.query<{ made: boolean }>(
    "SELECT to_regclass('schema_migrations') IS NOT NULL AS made",
  );
  if (table?.made !== true) return migrations.length;
  const applied = await database.query<{ number: number; checksum: string }>(
    "SELECT number, checksum FROM schema_migrations ORDER BY number",
  );
  checkApplied(applied, migrations);
  return migrations.length - applied.length;
}

function checkApplied(
  applied: readonly { number: number; checksum: string }[],
  migrations: readonly Migration[],
): void {
  for (const { number, checksum } of applied) {
    const migration = migrations[number - 1];
    if (migration === undefined)
      throw new Error(`The database has migration ${number}, which this version does not know`);
    if (migration.checksum !== checksum)
      throw new Error(`Migration ${migration.name} differs from the one that the database was made with`);
  }
}

/** A name for this set of migrations; changes when any of them does. */
export async function migrationsChecksum(): Promise<string> {
  const migrations = await readMigrations();
  return sha256(migrations.map(({ checksum }) => checksum).join("\n"));
}

async function readMigrations(): Promise<readonly Migration[]> {
  const directory = new URL("./migrations/", import.meta.url);
  const names = (await readdir(directory)).filter((name) => name.endsWith(".sql")).sort();
  return Promise.all(
    names.map(async (name, index) => {
      const number = Number(name.slice(0, 4));
      if (number !== index + 1) throw new Error(`Migration ${name} is out of sequence`);
      const sql = await readFile(new URL(name, directory), "utf8");
      return { number, name, sql, checksum: sha256(sql.replaceAll("\r\n", "\n")) };
    }),
  );
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
