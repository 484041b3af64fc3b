import { createHash } from "node:crypto";
import { PgBoss } from "pg-boss";
import type { Telemetry } from "../ports/telemetry.ts";
import type { Database, Queryable, Transaction } from "./database.ts";
import type { Outbox } from "./ledger-context.ts";
import { mailQueue } from "./mail-jobs.ts";
import { waitlistQueue } from "./waitlist-jobs.ts";

/** The queue of work to do after commit, on the ledger's own database. */
export interface PgBossOutbox extends Outbox, AsyncDisposable {
  /** For the worker: fetches, retries and buries jobs. */
  readonly boss: PgBoss;
  /** Waits for handlers in progress, at most ten seconds. */
  close(): Promise<void>;
}

/** Jobs that failed for good stay here until somebody looks at them. */
export const buriedQueue = "buried";

const DELIVERY_ATTEMPTS = 12;

/** Opens the queues, making their tables on first use. Safe to call from several processes at once. */
export async function openOutbox(settings: {
  readonly database: Database;
  readonly telemetry: Telemetry;
}): Promise<PgBossOutbox> {
  const { database, telemetry } = settings;
  const boss = new PgBoss({
    db: bossDatabase(database),
    schema: "jobs",
    schedule: false,
    // A job whose worker died is noticed by these passes.
    superviseIntervalSeconds: 10,
    monitorIntervalSeconds: 10,
  });
  boss.on("error", (error) => telemetry.log.warn("job queue error", { error }));
  await boss.start();
  await boss.createQueue(buriedQueue, { deleteAfterSeconds: 0, retentionSeconds: 365 * 86_400 });
  for (const queue of [mailQueue, waitlistQueue]) {
    await boss.createQueue(queue, {
      deadLetter: buriedQueue,
      retryLimit: DELIVERY_ATTEMPTS,
      retryDelay: 5,
      retryBackoff: true,
      retryDelayMax: 3600,
      expireInSeconds: 60,
    });
    // pg-boss reads a queue's settings at its first use, on a connection of its own. Inside a transaction on the embedded
    // database there is no second connection, so it must know them before.
    await boss.findJobs(queue, { id: jobId("none") });
  }
  let closing: Promise<void> | null = null;
  const close = () => {
    closing ??= boss.stop({ graceful: true, timeout: 10_000 });
    return closing;
  };
  return {
    boss,
    async add(tx, jobs) {
      for (const [queue, ofQueue = []] of Object.entries(Object.groupBy(jobs, ({ queue }) => queue))) {
        const inserts = ofQueue.map(({ key, data }) => ({ id: jobId(key), data }));
        await boss.insert(queue, inserts, { db: writingDatabase(tx) });
      }
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

function bossDatabase(queryable: Queryable): { executeSql: Queryable["raw"] } {
  return { executeSql: (text, values) => queryable.raw(text, values) };
}

/** For the one statement that callers would wait for; the queue does not look at its rows. */
function writingDatabase(tx: Transaction): { executeSql: Queryable["raw"] } {
  return {
    executeSql: async (text, values) => {
      tx.write(text, values);
      return { rows: [] };
    },
  };
}

/** A job's id is made from its key, so that the queue's primary key refuses the second of two equal jobs. */
function jobId(key: string): string {
  const hex = createHash("sha256").update(key).digest("hex");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}
