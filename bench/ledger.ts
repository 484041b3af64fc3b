// npm run bench -- ledger: what openings, holds and bookings cost, and whether anything is ever booked twice.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { wholeNumber } from "../src/app/usage-error.ts";
import type { Practice } from "../src/core/practice/practice.ts";
import { testPractice } from "../src/core/practice/testing/test-practice.ts";
import { openings } from "../src/core/scheduling/openings.ts";
import { systemClock } from "../src/runtime/system-clock.ts";
import { openBenchLedger } from "./ledger/bench-ledger.ts";
import { bookAtOnce, bookAtPace } from "./ledger/book-times.ts";
import { machineFigures } from "./ledger/machine-figures.ts";
import { playAtRandom } from "./ledger/random-operations.ts";
import { percentile, round } from "./load/figures.ts";

const help = `Usage: npm run bench -- ledger [options]

Openings of 1 and 20 resources over 60 days; holds and bookings of one caller, of many callers at the pace of
callers, and of as many in the same instant; random operations of many callers on the same few openings.

  --callers N      how many callers (default: 50)
  --bookings N     bookings of each (default: 10)
  --pause-ms N     between two requests of a caller, on average (default: 2000)
  --operations N   random operations (default: 2000)
  --url URL        a PostgreSQL database that is filled, postgres://… (default: an embedded one)
  --json           one JSON object`;

const flags = {
  callers: { type: "string", default: "50" },
  bookings: { type: "string", default: "10" },
  "pause-ms": { type: "string", default: "2000" },
  operations: { type: "string", default: "2000" },
  url: { type: "string" },
  json: { type: "boolean", default: false },
  help: { type: "boolean", default: false },
} as const;

const wanted = { resources: [], days: [], times: [], refused: [], order: "earliest" } as const;
/** What is promised; printed beside what is measured. */
const limits = { openingsOneMs: 2, openingsTwentyMs: 20, holdAndBookP95Ms: { embedded: 15, server: 8 } };

export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: flags });
  if (values.help) return console.log(help);
  const load = {
    callers: wholeNumber("callers", values.callers, 1, 1_000),
    bookings: wholeNumber("bookings", values.bookings, 1, 1_000),
    pauseMs: wholeNumber("pause-ms", values["pause-ms"], 0, 60_000),
  };
  const operations = wholeNumber("operations", values.operations, 0, 1_000_000);
  const openingsMs = { one: openingsMs60Days(1), twenty: openingsMs60Days(20) };
  const dataDirectory = await mkdtemp(join(tmpdir(), "frontdesk-bench-"));
  try {
    await using bench = await openBenchLedger(dataDirectory, values.url ?? null);
    const machine = await machineFigures(bench.database);
    // The first bookings pay for what the program compiles.
    await bookAtPace(bench, { callers: 1, bookings: 60, pauseMs: 0 });
    const oneCallerMs = await bookAtPace(bench, { callers: 1, bookings: 200, pauseMs: 0 });
    const atPaceMs = await bookAtPace(bench, load);
    const atOnceMs = await bookAtOnce(bench, load.callers);
    const random = await playAtRandom(bench, operations);
    const { kind } = bench.database;
    const limitMs = { ...limits, holdAndBookP95Ms: limits.holdAndBookP95Ms[kind] };
    const figures = { database: kind, openingsMs, machine, oneCallerMs, atPaceMs, atOnceMs, random, limitMs };
    if (values.json) console.log(JSON.stringify(figures));
    else for (const [name, value] of Object.entries(figures)) console.log(name.padEnd(12), value);
  } finally {
    await rm(dataDirectory, { recursive: true });
  }
}

/** Median of many computations in a calendar that is half full. */
function openingsMs60Days(doctors: number): number {
  const practice = practiceOf(doctors);
  const now = systemClock.now();
  const busy = practice.resources.flatMap(({ id }) =>
    Array.from({ length: 240 }, (_, hour) => {
      const start = Math.ceil(now / 3_600_000) * 3_600_000 + hour * 6 * 3_600_000;
      return { resource: id, seat: 1, start, end: start + 3_600_000 };
    }),
  );
  const times = Array.from({ length: 60 }, () => {
    const startedMs = performance.now();
    openings(practice, { ...wanted, offering: "newPatient", count: 3 }, busy, now, new Set());
    return performance.now() - startedMs;
  });
  return round(percentile(times.slice(10), 0.5), 2);
}

function practiceOf(doctors: number): Practice {
  const [doctor] = testPractice.resources;
  if (doctor === undefined) throw new Error("The practice has no doctor");
  const resources = Array.from({ length: doctors }, (_, number) => ({ ...doctor, id: `doctor${number}` }));
  return { ...testPractice, resources, horizonDays: 60 };
}
