import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { databaseLimits } from "../app/back-office.ts";
import type { Outcome, Proof, Request } from "../core/dialogue/requests.ts";
import { testPractice } from "../core/practice/testing/test-practice.ts";
import { hide } from "../core/values/private.ts";
import { offlineAddressBook } from "../partners/offline-address-book.ts";
import { offlineVehicleLookUp } from "../partners/offline-vehicle-look-up.ts";
import { resilience } from "../partners/resilience/resilience.ts";
import type { Ledger, Perform } from "../ports/ledger.ts";
import { plainPerson as person } from "../ports/testing/plain-person.ts";
import { plainVisit } from "../ports/testing/plain-visit.ts";
import { settled, VirtualClock } from "../ports/testing/virtual-clock.ts";
import { type Database, openDatabase } from "./database.ts";
import { type EmbeddedDatabase, startEmbeddedDatabase } from "./embedded-database.ts";
import { openLedger } from "./ledger.ts";
import { openOutbox, type PgBossOutbox } from "./outbox.ts";
import { performer } from "./perform-request.ts";
import { type FaultyProxy, startFaultyProxy } from "./testing/faulty-proxy.ts";
import { quietTelemetry } from "./testing/quiet-telemetry.ts";
import { databasesUnderTest, emptyTables, type TestDatabase } from "./testing/test-database.ts";
import { testKeys } from "./testing/test-ledger.ts";

const practice = testPractice.id;
const proof: Proof = { kind: "nameAndBirth", given: "Ana", family: "Marsh", dateOfBirth: "1980-01-02" };
const findOne: Request = {
  kind: "findOpenings",
  wanted: {
    offering: "newPatient",
    resources: [],
    days: [],
    times: [],
    refused: [],
    order: "earliest",
    count: 1,
  },
};

// The embedded database behind a proxy, reached as a server is: what happens to a network connection can happen to it.
let opened: TestDatabase;
let embedded: EmbeddedDatabase;
let proxy: FaultyProxy;
let database: Database;
let outbox: PgBossOutbox;
let clock: VirtualClock;
let ledger: Ledger;
let perform: Perform;

beforeAll(async () => {
  const [under] = databasesUnderTest();
  opened = await (under ?? expect.unreachable()).open();
  await opened.database.close();
  embedded = await startEmbeddedDatabase(opened.settings.dataDirectory, () => {});
  const { host, port } = embedded.address;
  proxy = await startFaultyProxy(
    host.startsWith("/") ? { path: `${host}/.s.PGSQL.${port}` } : { host, port },
  );
});

afterAll(async () => {
  await proxy[Symbol.asyncDispose]();
  await embedded.close();
  await opened[Symbol.asyncDispose]();
});

beforeEach(async () => {
  const databaseUrl = `postgres://postgres@127.0.0.1:${proxy.port}/postgres`;
  database = await openDatabase({
    dataDirectory: null,
    databaseUrl,
    telemetry: quietTelemetry,
    connections: 1,
  });
  await emptyTables(database);
  outbox = await openOutbox({ database, telemetry: quietTelemetry });
  clock = new VirtualClock();
  const practices = new Map([[practice, testPractice]]);
  ledger = openLedger({ database, practices, clock, keys: testKeys, outbox, telemetry: quietTelemetry });
  const vehicleLookUp = offlineVehicleLookUp(clock);
  const office = { ledger, addressBook: offlineAddressBook, vehicleLookUp };
  const parts = { clock, telemetry: quietTelemetry };
  // Without waits between attempts, so that no test waits for the machine's clock.
  const policy = resilience({ service: "database", limits: databaseLimits, ...parts, chance: () => 0 });
  perform = performer({ ...office, resilience: policy, ...parts });
});

afterEach(async () => {
  proxy.restore();
  await outbox.close();
  await database.close();
});

/**
 * Waits for the outcome. Time stands still while the database is asked; in `silence` it goes on, for nothing else ends the
 * wait.
 */
async function outcomeOf(request: Request, number: number, silence = false): Promise<Outcome> {
  let outcome: Outcome | null = null;
  const startedMs = clock.monotonicMs();
  const done = perform(practice, request, { call: "CA1", request: number }).then((found) => {
    outcome = found;
  });
  while (outcome === null) {
    if (silence) clock.advance(50);
    await settled();
  }
  await done;
  expect(clock.monotonicMs() - startedMs).toBeLessThanOrEqual(databaseLimits.deadlineMs);
  return outcome;
}

async function hold(number: number): Promise<Extract<Outcome, { kind: "held" }>> {
  const found = await outcomeOf(findOne, number);
  const [opening] = found.kind === "openings" ? found.openings : [];
  const held = await outcomeOf({ kind: "hold", opening: opening ?? expect.unreachable() }, number + 1);
  return held.kind === "held" ? held : expect.unreachable();
}

describe("each request has its outcome", () => {
  test("from asking who it is to the booking", async () => {
    expect(await outcomeOf({ kind: "identify", proof: hide(proof) }, 1)).toEqual({ kind: "newPerson" });
    const held = await hold(2);
    const again = await outcomeOf({ kind: "hold", opening: held.opening }, 3);
    expect(again).toEqual(held);
    const book: Request = { kind: "book", hold: held.hold, person: hide(person), visit: hide(plainVisit) };
    expect(await outcomeOf(book, 4)).toMatchObject({
      kind: "booked",
      booking: { start: held.opening.start },
    });
    expect(await outcomeOf({ ...book, hold: "gone" }, 5)).toEqual({ kind: "expired" });
    expect(await outcomeOf({ kind: "hold", opening: held.opening }, 6)).toEqual({ kind: "taken" });
    expect(await outcomeOf({ kind: "release", hold: "gone" }, 7)).toEqual({ kind: "released" });
    expect(await outcomeOf({ kind: "identify", proof: hide(proof) }, 8)).toMatchObject({
      kind: "knownPerson",
    });
  });

  test("addresses and tickets", async () => {
    const address = {
      number: "1",
      street: "Main Street",
      unit: null,
      city: null,
      state: null,
      zip: null,
      poBox: null,
    };
    const checked = await outcomeOf({ kind: "checkAddress", address: hide(address) }, 1);
    expect(checked).toMatchObject({ kind: "addressChecked", state: "unverified" });
    const ticket: Request = {
      kind: "takeTicket",
      purpose: "callBack",
      to: null,
      about: "billing",
      phone: null,
      message: hide("call me"),
    };
    expect(await outcomeOf(ticket, 2)).toMatchObject({ kind: "ticketTaken" });
  });
});

describe("when the database is away", () => {
  test("refusing connections, the caller hears so within three seconds, and the same key works later", async () => {
    const held = await hold(1);
    const book: Request = { kind: "book", hold: held.hold, person: hide(person), visit: hide(plainVisit) };
    proxy.cut();
    expect(await outcomeOf(book, 3)).toEqual({ kind: "failed", retryable: true });
    clock.advance(7_000);
    proxy.restore();
    expect(await outcomeOf(book, 3)).toMatchObject({ kind: "booked" });
  });

  test("saying nothing, it is the same", async () => {
    const held = await hold(1);
    proxy.stall();
    const request: Request = { kind: "release", hold: held.hold };
    expect(await outcomeOf(request, 3, true)).toEqual({ kind: "failed", retryable: true });
    proxy.restore();
    expect(await outcomeOf(request, 3)).toEqual({ kind: "released" });
  });

  test("a connection lost with the answer to COMMIT in it ends with one booking, and the caller hears of it", async () => {
    const held = await hold(1);
    proxy.cutAfter("COMMIT");
    const book: Request = { kind: "book", hold: held.hold, person: hide(person), visit: hide(plainVisit) };
    const outcome = await outcomeOf(book, 3);
    expect(outcome).toMatchObject({ kind: "booked" });
    const bookings = await ledger.bookings(practice, { from: 0, to: 4e12 });
    expect(bookings.map(({ id }) => id)).toEqual(outcome.kind === "booked" ? [outcome.booking.id] : []);
  });
});

test("a bug of ours is an outcome too, and not worth repeating", async () => {
  const found = perform("no-such-practice", findOne, { call: "CA1", request: 1 });
  expect(await found).toEqual({ kind: "failed", retryable: false });
  expect(clock.pending).toBe(0);
});
