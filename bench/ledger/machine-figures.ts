import type { Database } from "../../src/ledger/database.ts";
import { percentile, round } from "../load/figures.ts";

/** What this machine's database takes for the least that can be asked of it: every promise below stands on these. */
export async function machineFigures(database: Database) {
  return {
    statementMs: await timesMs(() => database.query("SELECT 1 AS one")),
    commitMs: await timesMs(() =>
      database.query(
        "INSERT INTO answered_requests (call, request, kind, sealed_answer, answered_at) VALUES ($1, 1, 'bench', '', now())",
        [crypto.randomUUID()],
      ),
    ),
  };
}

async function timesMs(work: () => Promise<unknown>) {
  const times: number[] = [];
  for (let count = 0; count < 100; count += 1) {
    const startedMs = performance.now();
    await work();
    times.push(performance.now() - startedMs);
  }
  return {
    least: round(Math.min(...times), 2),
    p50: round(percentile(times, 0.5), 2),
    p95: round(percentile(times, 0.95), 2),
  };
}
