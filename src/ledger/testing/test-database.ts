import { randomUUID } from "node:crypto";
import { cp, mkdtemp, rename, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll } from "vitest";
import { type Database, openDatabase } from "../database.ts";
import { migrate, migrationsChecksum } from "../migrate.ts";
import { openOutbox, type PgBossOutbox } from "../outbox.ts";
import { quietTelemetry } from "./quiet-telemetry.ts";

/** A migrated database of a test's own that nobody has open. */
export interface PreparedDatabase extends AsyncDisposable {
  /** Settings that open it. */
  readonly settings: { readonly dataDirectory: string | null; readonly databaseUrl: string | null };
}

/** The same, open. `settings` open it again, after `database` is closed. */
export interface TestDatabase extends PreparedDatabase {
  readonly database: Database;
  /** Opened when it is first asked for, which takes half a second, and closed with the database. */
  outbox(): Promise<PgBossOutbox>;
}

export interface DatabaseUnderTest {
  readonly name: "PGlite" | "PostgreSQL";
  open(): Promise<TestDatabase>;
  /** For programs that open it themselves; the embedded one lets in one process at a time. */
  prepare(): Promise<PreparedDatabase>;
}

/**
 * The databases that every suite runs on: PGlite always, a PostgreSQL server when `TEST_DATABASE_URL` names one. With
 * `REQUIRE_SERVICES=1` a missing server is an error, so that a run in which it was forgotten is not green.
 */
export function databasesUnderTest(): readonly DatabaseUnderTest[] {
  const url = process.env["TEST_DATABASE_URL"];
  if (url === undefined && process.env["REQUIRE_SERVICES"] === "1")
    throw new Error("REQUIRE_SERVICES is set, but TEST_DATABASE_URL names no PostgreSQL server");
  const embedded = underTest("PGlite", prepareEmbedded);
  return url === undefined ? [embedded] : [embedded, underTest("PostgreSQL", () => prepareOnServer(url))];
}

function underTest(
  name: DatabaseUnderTest["name"],
  prepare: DatabaseUnderTest["prepare"],
): DatabaseUnderTest {
  return { name, prepare, open: async () => opened(await prepare()) };
}

/** One database for all tests of a file; the returned function hands it out with all rows removed. */
export function sharedDatabase(under: DatabaseUnderTest): () => Promise<TestDatabase> {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await under.open();
  });
  afterAll(() => opened[Symbol.asyncDispose]());
  return async () => {
    await emptyTables(opened.database);
    return opened;
  };
}

/** Those that refer to others come before them. */
const tables = [
  "commitments",
  "holds",
  "bookings",
  "waitlist",
  "vehicles",
  "call_scopes",
  "merges",
  "duplicates",
  "people",
  "failed_proofs",
  "wrong_proofs",
  "audit",
  "consents",
  "tickets",
  "answered_requests",
  "calls",
  "call_events",
  "turn_timelines",
  "deliveries",
  "jobs.job",
];

/**
 * Deletes the rows, of which tests make few; truncating makes new files for every table and index and takes several times as
 * long.
 */
export async function emptyTables(database: Database): Promise<void> {
  const deletions = tables.map((table) => `DELETE FROM ${table};`);
  await database.raw(`DO $$ BEGIN ${deletions.join(" ")} END $$`);
}

// Making a database costs PGlite three seconds and copying one a tenth of one, so the first test that needs one on this
// machine makes it, and all others copy it.
async function prepareEmbedded(): Promise<PreparedDatabase> {
  const folder = await preparedFolder();
  return {
    settings: { dataDirectory: folder.path, databaseUrl: null },
    [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
  };
}

/** What a process keeps, with a migrated database in it that nobody has open. */
export async function preparedFolder(): Promise<AsyncDisposable & { readonly path: string }> {
  const template = join(tmpdir(), `frontdesk-test-template-${await templateName()}`);
  if (!(await exists(template))) await makeEmbeddedTemplate(template);
  const path = await mkdtemp(join(tmpdir(), "frontdesk-test-"));
  await cp(join(template, "database"), join(path, "database"), { recursive: true });
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

async function makeEmbeddedTemplate(template: string): Promise<void> {
  const draft = await mkdtemp(join(tmpdir(), "frontdesk-test-template-"));
  await prepare({ dataDirectory: draft, databaseUrl: null });
  // Several test processes may get here together: whoever renames first has made the template.
  await rename(draft, template).catch(() => rm(draft, { recursive: true, force: true }));
}

async function prepareOnServer(url: string): Promise<PreparedDatabase> {
  const template = `frontdesk_template_${await templateName()}`;
  const name = `frontdesk_test_${randomUUID().replaceAll("-", "")}`;
  await asAdministrator(url, async (client) => {
    const known = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [template]);
    if (known.rowCount === 0) await makeServerTemplate(url, client, template);
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  });
  return {
    settings: { dataDirectory: null, databaseUrl: databaseUrl(url, name) },
    // Without FORCE this fails while a connection is open, which is how a leaked pool is found.
    [Symbol.asyncDispose]: () => asAdministrator(url, (client) => client.query(`DROP DATABASE ${name}`)),
  };
}

async function opened(prepared: PreparedDatabase): Promise<TestDatabase> {
  const { settings } = prepared;
  const database = await openDatabase({ ...settings, telemetry: quietTelemetry });
  let outbox: Promise<PgBossOutbox> | null = null;
  return {
    database,
    settings,
    outbox() {
      outbox ??= openOutbox({ database, telemetry: quietTelemetry });
      return outbox;
    },
    async [Symbol.asyncDispose]() {
      await (await outbox)?.close();
      await database.close();
      await prepared[Symbol.asyncDispose]();
    },
  };
}

async function makeServerTemplate(url: string, client: pg.Client, template: string): Promise<void> {
  const draft = `${template}_draft`;
  await client.query(`DROP DATABASE IF EXISTS ${draft}`);
  await client.query(`CREATE DATABASE ${draft}`);
  await prepare({ dataDirectory: null, databaseUrl: databaseUrl(url, draft) });
  await client.query(`ALTER DATABASE ${draft} RENAME TO ${template}`);
}

async function asAdministrator(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    // A template cannot be copied while another test makes or copies it.
    await client.query("SELECT pg_advisory_lock(4072002)");
    await work(client);
  } finally {
    await client.end();
  }
}

async function prepare(settings: TestDatabase["settings"]): Promise<void> {
  await using database = await openDatabase({ ...settings, telemetry: quietTelemetry });
  await migrate(database);
  const outbox = await openOutbox({ database, telemetry: quietTelemetry });
  await outbox.close();
}

function databaseUrl(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}

async function templateName(): Promise<string> {
  return (await migrationsChecksum()).slice(0, 16);
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
