import { describe, expect, test } from "vitest";
import { hide } from "../core/values/private.ts";
import { openLedger } from "../ledger/ledger.ts";
import { quietTelemetry } from "../ledger/testing/quiet-telemetry.ts";
import { databasesUnderTest, sharedDatabase } from "../ledger/testing/test-database.ts";
import { testKeys } from "../ledger/testing/test-ledger.ts";
import { granted } from "../ports/testing/ledger-scene.ts";
import { VirtualClock } from "../ports/testing/virtual-clock.ts";
import { loadPractice } from "../practices/load-practice.ts";
import { population } from "../sim/population/people.ts";
import { seededRandom } from "../sim/random.ts";
import { seedLedger } from "./seed-ledger.ts";

const practice = await loadPractice("practices", "auto-service");
const clock = new VirtualClock();
const year = { from: clock.now() - 400 * 86_400_000, to: clock.now() + 60 * 86_400_000 };

describe.each(databasesUnderTest())("seeding on $name", (under) => {
  const fresh = sharedDatabase(under);

  async function seeded() {
    const { database } = await fresh();
    const steps: string[] = [];
    const job = { database, keys: testKeys, telemetry: quietTelemetry, practice, people: 60, seed: 4 };
    const progress = (what: string, done: number, of: number) => steps.push(`${what} ${done}/${of}`);
    const run = () => seedLedger({ ...job, now: clock.now(), progress });
    const context = { database, practices: new Map([[practice.id, practice]]), clock, keys: testKeys };
    const ledger = openLedger({ ...context, outbox: { add: async () => {} }, telemetry: quietTelemetry });
    const rows = async (table: string) =>
      Number((await database.raw(`SELECT count(*) AS n FROM ${table}`)).rows[0]?.["n"]);
    return { report: await run(), run, ledger, rows, steps };
  }

  test("people are known by number and prove themselves by plate", async () => {
    const { ledger } = await seeded();
    const today = Temporal.PlainDate.from("2026-03-02");
    const people = population({ practice, count: 60, random: seededRandom(4), today });
    for (const [index, { details, vehicles }] of people.slice(0, 8).entries()) {
      const phone = details.phone ?? "";
      const callers = await ledger.whoCalls(practice.id, hide(phone));
      expect(callers.reveal().map(({ given }) => given)).toContain(details.given);
      const key = { call: `call-${index}`, request: 1 };
      const proof = hide({ kind: "plate", phone, plate: vehicles[0]?.plate ?? "" } as const);
      const known = granted(await ledger.identify(practice.id, proof, key));
      expect(known.vehicles.reveal()).toHaveLength(vehicles.length);
    }
  });

  test("what is reported is there, and appointments are booked for people on file", async () => {
    const { report, ledger, rows, steps } = await seeded();
    expect(report).toMatchObject({ practice: "auto-service", seed: 4, people: 60, bookings: 12 });
    expect([await rows("people"), await rows("vehicles")]).toEqual([60, report.vehicles]);
    const bookings = await ledger.bookings(practice.id, year);
    expect(bookings).toHaveLength(12);
    for (const { visit, details, bookedAt, start } of bookings) {
      expect(visit.reveal().services.length).toBeGreaterThan(0);
      expect(details.reveal().vehicle?.id).toBeTypeOf("string");
      expect(bookedAt).toBeLessThan(start);
    }
    expect([steps.at(0), steps.at(-1)]).toEqual(["people 60/60", "bookings 12/12"]);
  });

  test("the same seed again adds nothing, and no call is left with anybody's scope", async () => {
    const { run, rows, report } = await seeded();
    const tables = ["people", "vehicles", "bookings", "commitments", "holds"];
    const before = await Promise.all(tables.map(rows));
    expect(await run()).toEqual(report);
    expect(await Promise.all(tables.map(rows))).toEqual(before);
    expect(await rows("jobs.job")).toBe(0);
    const scopes = await rows("call_scopes");
    expect(scopes).toBe(0);
  });
});
