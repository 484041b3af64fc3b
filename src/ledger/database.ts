import pg from "pg";
import type { Secret } from "../ports/secret.ts";
import type { Telemetry } from "../ports/telemetry.ts";
import { asWorldError, isConflict, isConnectionLost } from "./database-errors.ts";
import { startEmbeddedDatabase } from "./embedded-database.ts";

/** Runs statements, alone or inside a transaction. `timestamptz` arrives as milliseconds, `bigint` as a number. */
export interface Queryable {
  /** The text is prepared once for each connection, so it must be one of few: values go into `values`, columns are named. */
  query<Row extends object>(text: string, values?: readonly unknown[]): Promise<readonly Row[]>;
  /** A statement whose rows arrive as the driver makes them: for libraries that bring their own SQL. */
  raw(text: string, values?: readonly unknown[]): Promise<{ rows: Record<string, unknown>[] }>;
}

export interface Transaction extends Queryable {
  /**
   * Sends a statement whose rows nobody reads, without waiting for it. Statements are carried out in the order in which they
   * are sent; one that fails fails the transaction. What a caller waits for is mostly messages that go to and fro.
   */
  write(text: string, values?: readonly unknown[]): void;
}

export interface Database extends Queryable, AsyncDisposable {
  readonly kind: "embedded" | "server";
  /**
   * Commits what `work` did, or nothing when it throws. `work` may run several times, after deadlocks and serialization
   * conflicts. It must use `tx` alone: the embedded database has one connection, so asking the database itself waits for
   * ever.
   */
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface DatabaseSettings {
  /** For the embedded database; null keeps it in memory. Not used with a `databaseUrl`. */
  readonly dataDirectory: string | null;
  /** `postgres://…`, a `Secret` being asked at each new connection; null = embedded. */
  readonly databaseUrl: string | Secret | null;
  readonly telemetry: Telemetry;
  /** Connections to a server, 10 unless told. The embedded database always has one. */
  readonly connections?: number;
}

/** For a connection, whether it must be made or another statement must end first. */
const CONNECT_TIMEOUT_MS = 3_000;
/** With one connection a burst of callers stands in line for it; whoever asks on behalf of a caller has a deadline of its own. */
const EMBEDDED_TURN_TIMEOUT_MS = 15_000;
const STATEMENT_TIMEOUT_MS = 10_000;
const MOST_CONFLICTS = 5;

/** Opens the embedded database or a pool to a server. A server that is away is noticed at the first statement, not here. */
export async function openDatabase(settings: DatabaseSettings): Promise<Database> {
  const { dataDirectory, databaseUrl, telemetry } = settings;
  if (databaseUrl !== null) {
    const Client = typeof databaseUrl === "string" ? pg.Client : clientAt(databaseUrl);
    const address = typeof databaseUrl === "string" ? { connectionString: databaseUrl } : {};
    const pool = newPool({ ...address, Client, max: settings.connections ?? 10 }, telemetry);
    return pooledDatabase("server", pool, async () => {});
  }
  const embedded = await startEmbeddedDatabase(dataDirectory, (error) =>
    telemetry.log.error("embedded database ended", { error }),
  );
  // PGlite is one session however many sockets lead to it, and the socket server mixes the messages of several
  // connections within one statement. With one connection nothing can be mixed, and nothing is lost: it runs one
  // statement at a time anyway.
  const one = {
    user: "postgres",
    database: "postgres",
    max: 1,
    connectionTimeoutMillis: EMBEDDED_TURN_TIMEOUT_MS,
  };
  const pool = newPool({ ...embedded.address, ...one }, telemetry);
  return pooledDatabase("embedded", pool, () => embedded.close());
}

/** Each connection is made with the address of the moment, so that a password that is rotated needs no restart. */
function clientAt(databaseUrl: Secret): new () => pg.Client {
  return class extends pg.Client {
    constructor(config?: pg.ClientConfig) {
      super({ ...config, connectionString: databaseUrl.current() });
    }
  };
}

function newPool(config: pg.PoolConfig, telemetry: Telemetry): pg.Pool {
  const pool = new pg.Pool({
    application_name: "frontdesk",
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    query_timeout: STATEMENT_TIMEOUT_MS,
    keepAlive: true,
    // A connection that is made anew has prepared and compiled nothing: callers would pay for that after every quiet moment.
    idleTimeoutMillis: 0,
    // Statements go out behind each other without waiting for answers.
    pipeline: true,
    // Every connection to the embedded database is the same session, which still has what a lost connection prepared. Every
    // statement finds its rows by an index whatever its values are, so that planning it again for them is work for nothing: a
    // third of a hold's.
    onConnect: async (client) => {
      await client.query("DEALLOCATE ALL; SET plan_cache_mode = force_generic_plan");
    },
    ...config,
  });
  // Without listeners, a server that goes away would end the process: the pool tells of connections that lie idle, and a
  // connection that is lent out tells of itself, beside failing the statement that it was at.
  pool.on("error", (error) => telemetry.log.warn("database connection lost", { error }));
  pool.on("connect", (client) => client.on("error", () => {}));
  return pool;
}

function pooledDatabase(kind: Database["kind"], pool: pg.Pool, release: () => Promise<void>): Database {
  let closing: Promise<void> | null = null;
  const close = () => {
    closing ??= pool.end().then(release);
    return closing;
  };
  return {
    kind,
    ...queryableOn(pool),
    transaction: (work) => inTransaction(pool, work),
    close,
    [Symbol.asyncDispose]: close,
  };
}

function queryableOn(client: pg.Pool | pg.ClientBase): Queryable {
  return {
    async query<Row extends object>(text: string, values: readonly unknown[] = []) {
      try {
        const name = statementName(text);
        const result = await client.query<Row>({ name, text, values: [...values], types: ourTypes });
        return result.rows;
      } catch (error) {
        throw asWorldError(error);
      }
    },
    async raw(text, values) {
      try {
        return await (values === undefined ? client.query(text) : client.query(text, [...values]));
      } catch (error) {
        throw asWorldError(error);
      }
    },
  };
}

const statementNames = new Map<string, string>();

/** Planning some statements costs more than carrying them out. */
function statementName(text: string): string {
  const name = statementNames.get(text) ?? `frontdesk_${statementNames.size + 1}`;
  statementNames.set(text, name);
  return name;
}

async function inTransaction<T>(pool: pg.Pool, work: (tx: Transaction) => Promise<T>): Promise<T> {
  for (let conflicts = 0; ; conflicts += 1) {
    try {
      return await attempt(pool, work);
    } catch (error) {
      if (!isConflict(error) || conflicts === MOST_CONFLICTS) throw error;
    }
  }
}

async function attempt<T>(pool: pg.Pool, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const client = await pool.connect().catch((error: unknown) => {
    throw asWorldError(error);
  });
  let broken = false;
  try {
    const queryable = queryableOn(client);
    const sent: Promise<unknown>[] = [];
    const send = (statement: Promise<unknown>) => {
      // Whoever waits for it hears of its failure; until then it is no unhandled one.
      statement.catch(() => {});
      sent.push(statement);
    };
    send(queryable.raw("BEGIN"));
    const write: Transaction["write"] = (text, values) => send(queryable.query(text, values));
    try {
      const result = await work({ ...queryable, write });
      // After a statement that failed the server takes COMMIT for ROLLBACK and says nothing, so all of them are asked.
      send(queryable.raw("COMMIT"));
      return result;
    } finally {
      // The first that failed is the cause of whatever failed after it.
      for (const statement of sent) await statement;
    }
  } catch (error) {
    broken = isConnectionLost(error) || !(await rollBack(client));
    throw error;
  } finally {
    client.release(broken);
  }
}

/** False when the connection is of unknown state; the pool then makes a new one. */
function rollBack(client: pg.PoolClient): Promise<boolean> {
  return client.query("ROLLBACK").then(
    () => true,
    () => false,
  );
}

const TIMESTAMPTZ = 1184;
const BIGINT = 20;
const parseTimestamp: (text: string) => Date = pg.types.getTypeParser(TIMESTAMPTZ);

const ourTypes: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: "text" | "binary") {
    if (oid === TIMESTAMPTZ) return (text: string) => parseTimestamp(text).getTime();
    if (oid === BIGINT) return Number;
    return pg.types.getTypeParser(oid, format as "text");
  },
};

/** An instant as a statement's parameter. */
export function timestamp(epochMs: number): string {
  return Temporal.Instant.fromEpochMilliseconds(Math.round(epochMs)).toString();
}
