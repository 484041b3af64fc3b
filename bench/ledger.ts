// npm run bench -- ledger: what openings, holds and bookings cost, and whether anything is ever booked twice.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Practice } from "../src/core/practice/practice.ts";
import { testPractice } from "../src/core/practice/testing/test-practice.ts";
import { openings } from "../src/core/scheduling/openings.ts";
import { systemClock } from "../src/runtime/system-clock.ts";
import { openBenchLedger } from "./ledger/bench-ledger.ts";
import { bookAtOnce, bookAtPace } from "./ledger/book-times.ts";
import { machineFigures } from "./ledger/machine-figures.ts";
import { playAtRandom } from "./ledger/random-operations.ts";
import { percentile, round } from "./load/figures.ts";

const help = `Openings of 1 and 20 resources over 60 days; holds and bookings of one caller, of many callers at the pace of
callers, and of as many in the same instant; random operations of many callers on the same few openings.
Options: --callers N (50), --bookings N for each (10), --pause-ms N between requests, on average (2000),
--operations N random ones (2000), --url postgres://… (a database to be filled; embedded unless given), --json`;

const wanted = { resources: [], days: [], times: [], refused: [], order: "earliest" } as const;
/** What is promised; printed beside what is measured. */
const limits = { openingsOneMs: 2, openingsTwentyMs: 20, holdAndBookP95Ms: { embedded: 15, server: 8 } };

export async function run(args: readonly string[]): Promise<void> {
  if (args.includes("--help")) return console.log(help);
  const option = (name: string) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
  const number = (name: string, usual: number) => Number(option(name) ?? usual);
  const load = {
    callers: number("--callers", 50),
    bookings: number("--bookings", 10),
    pauseMs: number("--pause-ms", 2000),
  };
  const openingsMs = { one: openingsMs60Days(1), twenty: openingsMs60Days(20) };
  const dataDirectory = await mkdtemp(join(tmpdir(), "frontdesk-bench-"));
  try {
    await using bench = await openBenchLedger(dataDirectory, option("--url") ?? null);
    const machine = await machineFigures(bench.database);
    // The first bookings pay for what the program compiles.
    await bookAtPace(bench, { callers: 1, bookings: 60, pauseMs: 0 });
    const oneCallerMs = await bookAtPace(bench, { callers: 1, bookings: 200, pauseMs: 0 });
    const atPaceMs = await bookAtPace(bench, load);
    const atOnceMs = await bookAtOnce(bench, load.callers);
    const random = await playAtRandom(bench, number("--operations", 2000));
    const { kind } = bench.database;
    const limitMs = { ...limits, holdAndBookP95Ms: limits.holdAndBookP95Ms[kind] };
    print({ database: kind, openingsMs, machine, oneCallerMs, atPaceMs, atOnceMs, random, limitMs }, args);
  } finally {
    await rm(dataDirectory, { recursive: true });
  }
}

function print(figures: object, args: readonly string[]): void {
  if (args.includes("--json")) console.log(JSON.stringify(figures));
  else for (const [name, value] of Object.entries(figures)) console.log(name.padEnd(12), value);
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
