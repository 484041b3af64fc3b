import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Practice } from "../core/practice/practice.ts";
import { testGarage } from "../core/practice/testing/test-garage.ts";
import { testPractice } from "../core/practice/testing/test-practice.ts";
import type { Opening } from "../core/scheduling/opening.ts";
import { allOpenings } from "../core/scheduling/openings.ts";
import { hide } from "../core/values/private.ts";
import { anyOpening, granted } from "../ports/testing/ledger-scene.ts";
import { plainVisit } from "../ports/testing/plain-visit.ts";
import { VirtualClock } from "../ports/testing/virtual-clock.ts";
import { faultsInLedger } from "./testing/faults-in-ledger.ts";
import { type Move, personOf, RandomCaller } from "./testing/random-caller.ts";
import { databasesUnderTest, sharedDatabase } from "./testing/test-database.ts";
import { openTestLedger } from "./testing/test-ledger.ts";

/** The first day's openings of every offering: many that overlap each other. */
function contestedOf(practice: Practice): readonly Opening[] {
  return practice.offerings.flatMap(({ id: offering }) => {
    const wanted = { offering, resources: [], days: [], times: [], refused: [] };
    return allOpenings(practice, wanted, [], new VirtualClock().now(), new Set()).slice(0, 16);
  });
}

/** No two of these overlap: a new patient takes an hour, padding included. */
function openingsOnTheHour(): readonly Opening[] {
  const wanted = { offering: "newPatient", resources: [], days: [], times: [], refused: [] };
  const all = allOpenings(testPractice, wanted, [], new VirtualClock().now(), new Set());
  return all.filter(({ start }) => start % 3_600_000 === 0);
}

type TimedMove = Move | { readonly kind: "wait"; readonly seconds: number };
const only = <Kind extends string>(kind: Kind, weight: number) => ({
  weight,
  arbitrary: fc.constant({ kind }),
});
const move: fc.Arbitrary<TimedMove> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant("hold" as const), opening: fc.nat(47) }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant("shift" as const), quarters: fc.integer({ min: -4, max: 4 }) }),
  },
  only("book" as const, 4),
  only("reschedule" as const, 2),
  only("cancel" as const, 1),
  only("confirm" as const, 1),
  only("release" as const, 1),
  only("again" as const, 2),
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("wait" as const), seconds: fc.constantFrom(30, 90, 130) }),
  },
);
const history = fc.array(fc.array(move, { minLength: 4, maxLength: 14 }), { minLength: 4, maxLength: 8 });

for (const under of databasesUnderTest())
  describe(under.name, () => {
    const empty = sharedDatabase(under);

    test.each([testPractice, testGarage])(
      "whatever callers of $id do at once, nothing is booked twice and repeating changes nothing",
      async (practice) => {
        const run = async (callers: readonly (readonly TimedMove[])[]) => {
          const opened = await empty();
          const tested = await openTestLedger(opened, practice);
          const { ledger, clock } = tested;
          const scene = { ledger, practice: practice.id, contested: contestedOf(practice) };
          const play = async (moves: readonly TimedMove[], number: number) => {
            const caller = new RandomCaller(scene, number);
            for (const next of moves) {
              if (next.kind === "wait") clock.advance(next.seconds * 1000);
              else expect(await caller.play(next)).toBeNull();
            }
          };
          await Promise.all(callers.map(play));
          expect(await faultsInLedger(ledger, opened.database, practice)).toEqual([]);
        };
        await fc.assert(fc.asyncProperty(history, run), { numRuns: 6 });
      },
    );

    test("two hundred callers for what twenty can have end with twenty bookings, an offer for everybody else, and no error", async () => {
      const opened = await empty();
      const tested = await openTestLedger(opened);
      const { ledger } = tested;
      const separate = openingsOnTheHour().slice(0, 20);
      const comes = async (caller: number) => {
        const opening = separate[caller % separate.length] ?? expect.unreachable();
        const hold = await ledger.hold(testPractice.id, opening, { call: `call-${caller}`, request: 1 });
        if (hold === "taken") {
          const instead = granted(await ledger.findOpenings(testPractice.id, anyOpening)).openings;
          return instead.length > 0 && instead.every(({ id }) => id !== opening.id) ? "offered" : "nothing";
        }
        const key = { call: `call-${caller}`, request: 2 };
        granted(await ledger.book(granted(hold).hold, hide(personOf(caller)), hide(plainVisit), key));
        return "booked";
      };
      const answers: string[] = [];
      // Fifty at a time, so that even on a busy machine nobody waits longer for a connection than a statement may.
      while (answers.length < 200)
        answers.push(
          ...(await Promise.all(Array.from({ length: 50 }, (_, at) => comes(answers.length + at)))),
        );
      expect(answers.filter((answer) => answer === "booked")).toHaveLength(20);
      expect(answers.filter((answer) => answer === "offered")).toHaveLength(180);
      expect(await faultsInLedger(ledger, opened.database, testPractice)).toEqual([]);
    });
  });
