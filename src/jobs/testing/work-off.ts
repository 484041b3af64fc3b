import { textingPractice } from "../../core/practice/testing/test-practice.ts";
import { openOutbox } from "../../ledger/outbox.ts";
import type { TestDatabase } from "../../ledger/testing/test-database.ts";
import type { Mailer } from "../../ports/mailer.ts";
import { countingTelemetry } from "../../ports/testing/counting-telemetry.ts";
import type { LedgerUnderTest } from "../../ports/testing/ledger-scene.ts";
import type { TextMessenger } from "../../ports/text-messenger.ts";
import { startWorker } from "../worker.ts";

interface World {
  readonly opened: TestDatabase;
  readonly tested: LedgerUnderTest;
  readonly mailer: Mailer;
  readonly messenger: TextMessenger;
}

/** Works until every message's job that is due has been tried once; what was counted and logged meanwhile. */
export async function workOff({ opened: { database }, tested, mailer, messenger }: World) {
  const telemetry = countingTelemetry();
  const { ledger, clock } = tested;
  await using outbox = await openOutbox({ database, telemetry });
  const practices = new Map([[textingPractice.id, textingPractice]]);
  const parts = { database, outbox, ledger, clock, mailer, messenger, practices, telemetry };
  await using _worker = await startWorker(parts);
  const due = "SELECT 1 FROM jobs.job WHERE name = 'mail' AND state IN ('created', 'active')";
  while ((await database.query(due)).length > 0) await new Promise((resolve) => setImmediate(resolve));
  return telemetry;
}

/** Lets the time pass that jobs wait for after a failure. */
export async function letRetriesBeDue({ database }: TestDatabase): Promise<void> {
  await database.query("UPDATE jobs.job SET start_after = now(), state = 'created' WHERE state = 'retry'");
}
