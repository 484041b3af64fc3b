import type { Practice } from "../../src/core/practice/practice.ts";
import { testPractice } from "../../src/core/practice/testing/test-practice.ts";
import type { Opening } from "../../src/core/scheduling/opening.ts";
import { allOpenings } from "../../src/core/scheduling/openings.ts";
import { type Database, openDatabase } from "../../src/ledger/database.ts";
import { keyringFrom } from "../../src/ledger/keyring.ts";
import { openLedger } from "../../src/ledger/ledger.ts";
import { migrate } from "../../src/ledger/migrate.ts";
import { openOutbox } from "../../src/ledger/outbox.ts";
import { quietTelemetry as telemetry } from "../../src/ledger/testing/quiet-telemetry.ts";
import type { Ledger } from "../../src/ports/ledger.ts";
import { systemClock } from "../../src/runtime/system-clock.ts";

/** A ledger of a practice with twenty doctors who see a patient an hour, so that no two openings overlap. */
export interface BenchLedger extends AsyncDisposable {
  readonly ledger: Ledger;
  readonly database: Database;
  readonly practice: Practice;
  /** All openings of the practice while nothing is booked, by start. */
  readonly free: readonly Opening[];
}

export async function openBenchLedger(
  dataDirectory: string,
  databaseUrl: string | null,
): Promise<BenchLedger> {
  const database = await openDatabase({ dataDirectory, databaseUrl, telemetry });
  await migrate(database);
  const outbox = await openOutbox({ database, telemetry });
  const practice = hourlyPractice();
  const practices = new Map([[practice.id, practice]]);
  const keys = keyringFrom(`bench:${Buffer.alloc(32, 7).toString("base64")}`);
  const wanted = { offering: "newPatient", resources: [], days: [], times: [], refused: [] };
  return {
    ledger: openLedger({ database, practices, clock: systemClock, keys, outbox, telemetry }),
    database,
    practice,
    free: allOpenings(practice, wanted, [], systemClock.now() + 86_400_000, new Set()),
    async [Symbol.asyncDispose]() {
      await outbox.close();
      await database.close();
    },
  };
}

function hourlyPractice(): Practice {
  const [doctor] = testPractice.resources;
  if (doctor === undefined) throw new Error("The practice has no doctor");
  const resources = Array.from({ length: 20 }, (_, number) => ({ ...doctor, id: `doctor${number}` }));
  return {
    ...testPractice,
    id: `bench-${crypto.randomUUID()}`,
    resources,
    gridMinutes: 60,
    // No day is closed, so that what is free can be told without a calendar of holidays.
    holidays: { country: "AQ", region: null },
    closures: [],
  };
}
