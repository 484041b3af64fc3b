// npm run bench -- ledger: what openings, holds and bookings cost.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PersonDetails, VisitDetails } from "../src/core/dialogue/requests.ts";
import type { Practice } from "../src/core/practice/practice.ts";
import { testPractice } from "../src/core/practice/testing/test-practice.ts";
import { openings } from "../src/core/scheduling/openings.ts";
import { hide } from "../src/core/values/private.ts";
import { openDatabase } from "../src/ledger/database.ts";
import { openKeyring } from "../src/ledger/keyring.ts";
import { openLedger } from "../src/ledger/ledger.ts";
import { migrate } from "../src/ledger/migrate.ts";
import { openOutbox } from "../src/ledger/outbox.ts";
import type { Ledger } from "../src/ports/ledger.ts";
import { systemClock } from "../src/runtime/system-clock.ts";
import { percentile, round } from "./load/figures.ts";

const help = `Openings of 1 and 20 resources over 60 days, and callers that hold and book at once.
Options: --callers N (50), --rounds N (4), --url postgres://… (a database to be filled; embedded unless given), --json`;

const telemetry = {
  log: { debug() {}, info() {}, warn() {}, error() {}, with: () => telemetry.log },
  meter: { count() {}, observeSeconds() {}, gauge() {} },
};
const wanted = { resources: [], days: [], times: [], refused: [], order: "earliest" } as const;
const visit: VisitDetails = {
  complaint: "a cough",
  complaintCategory: null,
  duration: null,
  pain: 2,
  urgency: "routine",
  services: [],
  waiting: null,
  mileage: null,
};

export async function run(args: readonly string[]): Promise<void> {
  if (args.includes("--help")) return console.log(help);
  const option = (name: string) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
  const callers = Number(option("--callers") ?? 50);
  const rounds = Number(option("--rounds") ?? 4);
  const figures = {
    openingsMs: { one: openingsMs(1), twenty: openingsMs(20) },
    ...(await bookingFigures({ callers, rounds, databaseUrl: option("--url") ?? null })),
  };
  if (args.includes("--json")) console.log(JSON.stringify(figures));
  else console.table(figures);
}

function practiceOf(doctors: number): Practice {
  const [doctor] = testPractice.resources;
  if (doctor === undefined) throw new Error("The practice has no doctor");
  const resources = Array.from({ length: doctors }, (_, number) => ({ ...doctor, id: `doctor${number}` }));
  return { ...testPractice, resources, horizonDays: 60 };
}

/** Median of many computations in a calendar that is half full. */
function openingsMs(doctors: number): number {
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

interface BookingRun {
  readonly callers: number;
  readonly rounds: number;
  readonly databaseUrl: string | null;
}

async function bookingFigures({ callers, rounds, databaseUrl }: BookingRun) {
  const dataDirectory = await mkdtemp(join(tmpdir(), "frontdesk-bench-"));
  try {
    await using database = await openDatabase({ dataDirectory, databaseUrl, telemetry });
    await migrate(database);
    await using outbox = await openOutbox({ database, telemetry });
    const keys = await openKeyring({ dataDirectory, setting: null });
    // An hour a visit, padding included, so that no two openings overlap and every caller gets theirs.
    const practice = { ...practiceOf(20), gridMinutes: 60, id: `bench-${crypto.randomUUID()}` };
    const practices = new Map([[practice.id, practice]]);
    const ledger = openLedger({ database, practices, clock: systemClock, keys, outbox, telemetry });
    const one = await bookAtOnce(ledger, practice, { callers: 1, rounds: 20 });
    const many = await bookAtOnce(ledger, practice, { callers, rounds });
    const bookings = await ledger.bookings(practice.id, { from: 0, to: 4e12 });
    const expected = 20 + callers * rounds;
    if (bookings.length !== expected) throw new Error(`${bookings.length} bookings instead of ${expected}`);
    return { database: database.kind, oneCallerMs: one, [`${callers}CallersMs`]: many };
  } finally {
    await rm(dataDirectory, { recursive: true });
  }
}

/** Each caller takes an opening of their own; the times are those of hold and book together, waiting included. */
async function bookAtOnce(
  ledger: Ledger,
  practice: Practice,
  { callers, rounds }: Omit<BookingRun, "databaseUrl">,
) {
  const times: number[] = [];
  const startedMs = performance.now();
  for (let round = 0; round < rounds; round += 1) {
    const wish = { ...wanted, offering: "newPatient", count: callers };
    const offered = await ledger.findOpenings(practice.id, wish);
    await Promise.all(offered.map(async (opening) => times.push(await bookMs(ledger, practice, opening))));
  }
  const perSecond = Math.round((times.length / (performance.now() - startedMs)) * 1000);
  const at = (share: number) => round(percentile(times, share), 1);
  return { p50: at(0.5), p95: at(0.95), perSecond };
}

async function bookMs(
  ledger: Ledger,
  practice: Practice,
  opening: Parameters<Ledger["hold"]>[1],
): Promise<number> {
  const call = crypto.randomUUID();
  const startedMs = performance.now();
  const held = await ledger.hold(practice.id, opening, { call, request: 1 });
  if (held === "taken") throw new Error("An opening that was just found is taken");
  await ledger.book(held.hold, hide(personOf(call)), hide(visit), { call, request: 2 });
  return performance.now() - startedMs;
}

function personOf(call: string): PersonDetails {
  return {
    given: call,
    family: "Marsh",
    dateOfBirth: "1980-01-02",
    phone: "+15035550111",
    email: "caller@example.com",
    address: null,
    addressState: null,
    payer: "self",
    memberId: null,
    groupNumber: null,
    vehicle: null,
  };
}
