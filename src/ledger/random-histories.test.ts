import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PersonDetails, VisitDetails } from "../core/dialogue/requests.ts";
import { testPractice } from "../core/practice/testing/test-practice.ts";
import { overlaps } from "../core/scheduling/intervals.ts";
import type { Opening } from "../core/scheduling/opening.ts";
import { allOpenings, isOfferable } from "../core/scheduling/openings.ts";
import { hide } from "../core/values/private.ts";
import type { BookingRecord, Ledger, RequestKey } from "../ports/ledger.ts";
import { VirtualClock } from "../ports/testing/virtual-clock.ts";
import { databasesUnderTest, sharedDatabase, type TestDatabase } from "./testing/test-database.ts";
import { openTestLedger } from "./testing/test-ledger.ts";

const practice = testPractice.id;
const noHolidays: ReadonlySet<string> = new Set();
const visit: VisitDetails = {
  complaint: null,
  complaintCategory: null,
  duration: null,
  pain: null,
  urgency: "routine",
  services: [],
  waiting: null,
  mileage: null,
};

function person(caller: number): PersonDetails {
  return {
    given: `Caller${caller}`,
    family: "Marsh",
    dateOfBirth: "1980-01-02",
    phone: null,
    email: caller % 2 === 0 ? `caller${caller}@example.com` : null,
    address: null,
    addressState: null,
    payer: null,
    memberId: null,
    groupNumber: null,
    vehicle: null,
  };
}

// A morning of two doctors with two kinds of visit: many openings that overlap each other.
const contested: readonly Opening[] = ["newPatient", "followUp"].flatMap((offering) =>
  allOpenings(
    testPractice,
    { offering, resources: ["garcia", "patel"], days: [], times: [], refused: [] },
    [],
    new VirtualClock().now(),
    noHolidays,
  ).slice(0, 24),
);

/** No two of these overlap: a new patient takes an hour, padding included. */
function openingsOnTheHour(): readonly Opening[] {
  const wanted = { offering: "newPatient", resources: [], days: [], times: [], refused: [] };
  const now = new VirtualClock().now();
  return allOpenings(testPractice, wanted, [], now, noHolidays).filter(
    ({ start }) => start % 3_600_000 === 0,
  );
}

/** What one caller does next. `again` repeats the request before with its key, as networks and crashes do. */
type Move =
  | { readonly kind: "hold"; readonly opening: number }
  | { readonly kind: "book" | "release" | "again" }
  | { readonly kind: "wait"; readonly seconds: number };

const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("hold"), opening: fc.nat(contested.length - 1) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("book") }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("release") }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("again") }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("wait"), seconds: fc.constantFrom(30, 90, 130) }) },
) as fc.Arbitrary<Move>;
const history = fc.array(fc.array(move, { minLength: 3, maxLength: 12 }), { minLength: 4, maxLength: 8 });

/** Plays one caller's moves and returns every answer beside its repetition. */
async function play(ledger: Ledger, clock: VirtualClock, caller: number, moves: readonly Move[]) {
  const repeated: { first: unknown; second: unknown }[] = [];
  let request = 0;
  let held = "none";
  let last: (() => Promise<unknown>) | null = null;
  let answer: unknown = null;
  const key = (): RequestKey => ({ call: `call-${caller}`, request: ++request });
  for (const next of moves) {
    if (next.kind === "wait") clock.advance(next.seconds * 1000);
    else if (next.kind === "again") {
      if (last !== null) repeated.push({ first: answer, second: await last() });
    } else {
      last = requestOf(ledger, next, { key: key(), held, caller });
      answer = await last();
      if (next.kind === "hold" && answer !== "taken") held = (answer as { hold: string }).hold;
    }
  }
  return repeated;
}

function requestOf(
  ledger: Ledger,
  next: Exclude<Move, { kind: "wait" | "again" }>,
  { key, held, caller }: { key: RequestKey; held: string; caller: number },
): () => Promise<unknown> {
  if (next.kind === "hold") {
    const opening = contested[next.opening] ?? expect.unreachable();
    return () => ledger.hold(practice, opening, key);
  }
  if (next.kind === "release") return () => ledger.release(held, key);
  return () => ledger.book(held, hide(person(caller)), hide(visit), key);
}

function withoutExpiry(answer: unknown): unknown {
  return typeof answer === "object" && answer !== null ? { ...answer, expires: null } : answer;
}

async function check(ledger: Ledger, { database }: TestDatabase): Promise<void> {
  const bookings = await ledger.bookings(practice, { from: 0, to: 4e12 });
  const padding = (booking: BookingRecord) => (booking.offering === "newPatient" ? 15 : 10) * 60_000;
  const kept = bookings.map((booking) => ({ ...booking, end: booking.end + padding(booking) }));
  for (const one of kept)
    for (const other of kept)
      if (one.id !== other.id && one.resource === other.resource) expect(overlaps(one, other)).toBe(false);
  for (const booking of bookings) {
    const { resource, offering, start, end } = booking;
    const opening = { id: `${resource}@${start}/${offering}`, resource, also: [], offering, start, end };
    expect(isOfferable(testPractice, opening, noHolidays)).toBe(true);
    const jobs = await database.query<{ recipient: string }>(
      "SELECT data->>'recipient' AS recipient FROM jobs.job WHERE data->>'confirmation' = $1 ORDER BY 1",
      [booking.confirmation],
    );
    const toPerson = booking.details.reveal().email === null ? [] : ["person"];
    expect(jobs.map(({ recipient }) => recipient)).toEqual([...toPerson, ...testPractice.email.staff].sort());
  }
  expect(new Set(bookings.map(({ confirmation }) => confirmation)).size).toBe(bookings.length);
}

for (const under of databasesUnderTest())
  describe(under.name, () => {
    const empty = sharedDatabase(under);

    test("whatever callers do at once, nothing overlaps and repeating changes nothing", async () => {
      const run = async (callers: readonly (readonly Move[])[]) => {
        const opened = await empty();
        await using under = await openTestLedger(opened);
        const { ledger, clock } = under;
        const plays = callers.map((moves, caller) => play(ledger, clock, caller, moves));
        for (const { first, second } of (await Promise.all(plays)).flat())
          expect(withoutExpiry(second)).toEqual(withoutExpiry(first));
        await check(ledger, opened);
      };
      await fc.assert(fc.asyncProperty(history, run), { numRuns: 8 });
    });

    test("two hundred callers for what twenty can have end with twenty bookings, and nobody hears an error", async () => {
      const opened = await empty();
      await using under = await openTestLedger(opened);
      const { ledger } = under;
      const separate = openingsOnTheHour().slice(0, 20);
      const answers = await Promise.all(
        Array.from({ length: 200 }, async (_, caller) => {
          const opening = separate[caller % separate.length] ?? expect.unreachable();
          const hold = await ledger.hold(practice, opening, { call: `call-${caller}`, request: 1 });
          if (hold === "taken") return hold;
          const key = { call: `call-${caller}`, request: 2 };
          return (await ledger.book(hold.hold, hide(person(caller)), hide(visit), key)) && "booked";
        }),
      );
      expect(answers.filter((answer) => answer === "booked")).toHaveLength(20);
      await check(ledger, opened);
    });
  });
