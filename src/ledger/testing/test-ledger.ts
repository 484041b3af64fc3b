import type { Practice } from "../../core/practice/practice.ts";
import { testPractice } from "../../core/practice/testing/test-practice.ts";
import type { LedgerUnderTest } from "../../ports/testing/ledger-scene.ts";
import { VirtualClock } from "../../ports/testing/virtual-clock.ts";
import { keyringFrom } from "../keyring.ts";
import { openLedger } from "../ledger.ts";
import { quietTelemetry } from "./quiet-telemetry.ts";
import type { TestDatabase } from "./test-database.ts";

export const testKeys = keyringFrom(`test:${Buffer.alloc(32, 7).toString("base64")}`);

/** A ledger of `testPractice`, or of another, at nine o'clock on a Monday. */
export async function openTestLedger(
  opened: TestDatabase,
  practice: Practice = testPractice,
): Promise<LedgerUnderTest> {
  const { database } = opened;
  const outbox = await opened.outbox();
  const clock = new VirtualClock();
  const practices = new Map([[practice.id, practice]]);
  const context = { database, practices, clock, keys: testKeys, outbox, telemetry: quietTelemetry };
  return {
    ledger: openLedger(context),
    clock,
    practice,
    changePractice: (changed) => void practices.set(changed.id, changed),
  };
}
