import type { Practice } from "../core/practice/practice.ts";
import type { PracticeId } from "../core/values/ids.ts";
import { type Database, openDatabase } from "../ledger/database.ts";
import { openKeyring } from "../ledger/keyring.ts";
import { openLedger } from "../ledger/ledger.ts";
import { messageLog } from "../ledger/message-log.ts";
import { migrate } from "../ledger/migrate.ts";
import { openOutbox, type PgBossOutbox } from "../ledger/outbox.ts";
import { performer } from "../ledger/perform-request.ts";
import { postgresCallStore } from "../ledger/postgres-call-store.ts";
import { type ResilienceLimits, resilience } from "../partners/resilience/resilience.ts";
import type { CallStore } from "../ports/call-store.ts";
import type { Clock } from "../ports/clock.ts";
import type { Ledger, Perform } from "../ports/ledger.ts";
import type { MessageLog } from "../ports/message-log.ts";
import type { Secret } from "../ports/secret.ts";
import type { Telemetry } from "../ports/telemetry.ts";
import type { LookUps } from "./look-ups.ts";

/** The database and what is built on it alone. Servers of one process may share it. */
export interface Store extends AsyncDisposable {
  readonly database: Database;
  readonly outbox: PgBossOutbox;
  readonly ledger: Ledger;
  readonly callStore: CallStore;
  readonly messages: MessageLog;
}

/** What a conversation needs behind it: the database, and the services that are asked beside it. */
export interface BackOffice extends Store {
  readonly perform: Perform;
}

export interface StoreSettings {
  readonly dataDirectory: string;
  /** `postgres://…`; null = the embedded database under the data directory. */
  readonly databaseUrl: Secret | null;
  /** Encryption keys as `openKeyring` takes them; null = a key file under the data directory. */
  readonly key: Secret | null;
  readonly practices: ReadonlyMap<PracticeId, Practice>;
  readonly clock: Clock;
  readonly telemetry: Telemetry;
}

export interface BackOfficeSettings extends StoreSettings {
  readonly lookUps: LookUps;
}

/** Opens the database, brings its tables up to date, and builds the ledger on it. Disposing closes in reverse order. */
export async function openStore(settings: StoreSettings): Promise<Store> {
  const { dataDirectory, databaseUrl, practices, clock, telemetry } = settings;
  await using opened = new AsyncDisposableStack();
  const keys = await openKeyring({ dataDirectory, setting: settings.key?.current() ?? null });
  const database = opened.use(await openDatabase({ dataDirectory, databaseUrl, telemetry }));
  await migrate(database);
  const outbox = opened.use(await openOutbox({ database, telemetry }));
  const ledger = openLedger({ database, practices, clock, keys, outbox, telemetry });
  const callStore = postgresCallStore({ database, keys });
  const messages = messageLog(database);
  const all = opened.move();
  return { database, outbox, ledger, callStore, messages, [Symbol.asyncDispose]: () => all.disposeAsync() };
}

/** A caller waits in silence meanwhile; after three seconds hearing "that did not work" is better. */
export const databaseLimits: ResilienceLimits = {
  deadlineMs: 3_000,
  attemptMs: 3_000,
  attempts: 6,
  backOff: { firstMs: 200, capMs: 800 },
  // There is nothing to take in its place, so it is asked again as soon as anybody wants it, by as many as are on the line.
  restAfterFailures: Number.POSITIVE_INFINITY,
  restMs: 1,
  atOnce: 10_000,
  waiting: 0,
};

/** Opens a store, unless one is given, and what is asked beside it. A store that was given stays open when this is closed. */
export async function openBackOffice(settings: BackOfficeSettings, given?: Store): Promise<BackOffice> {
  const { lookUps, clock, telemetry } = settings;
  await using opened = new AsyncDisposableStack();
  const store = given ?? opened.use(await openStore(settings));
  const policy = resilience({ service: "database", limits: databaseLimits, clock, telemetry });
  const perform = performer({ ledger: store.ledger, ...lookUps, resilience: policy, clock, telemetry });
  const all = opened.move();
  return { ...store, perform, [Symbol.asyncDispose]: () => all.disposeAsync() };
}
