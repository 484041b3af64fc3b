import { faultsInLedger } from "../../src/ledger/testing/faults-in-ledger.ts";
import { type Move, RandomCaller } from "../../src/ledger/testing/random-caller.ts";
import type { BenchLedger } from "./bench-ledger.ts";

const CALLERS = 40;
/** So few that most callers want what somebody else has. */
const CONTESTED_OPENINGS = 60;
const kinds: readonly Move["kind"][] = [
  ...["hold", "hold", "hold", "hold", "book", "book", "book"],
  ...["shift", "reschedule", "reschedule", "cancel", "cancel", "confirm", "release", "again", "again"],
] as Move["kind"][];

/** Random operations of callers at once, then a look at everything that is in the ledger. */
export async function playAtRandom(bench: BenchLedger, operations: number) {
  const { ledger, database, practice, free } = bench;
  const scene = { ledger, practice: practice.id, contested: free.slice(-CONTESTED_OPENINGS) };
  // A database on a server may have been through this before.
  const firstCaller = Math.floor(Math.random() * 1e9) * 2;
  const startedMs = performance.now();
  let left = operations;
  let repeatedOtherwise = 0;
  await Promise.all(
    Array.from({ length: CALLERS }, async (_, number) => {
      const caller = new RandomCaller(scene, firstCaller + number);
      while (left > 0) {
        left -= 1;
        const kind = kinds[Math.floor(Math.random() * kinds.length)] ?? "again";
        const opening = Math.floor(Math.random() * CONTESTED_OPENINGS);
        const quarters = Math.floor(Math.random() * 9) - 4;
        if ((await caller.play({ kind, opening, quarters })) !== null) repeatedOtherwise += 1;
      }
    }),
  );
  const perSecond = Math.round((operations / (performance.now() - startedMs)) * 1000);
  const faults = await faultsInLedger(ledger, database, practice);
  const bookings = await ledger.bookings(practice.id, { from: 0, to: 4e12 });
  const changes = bookings.reduce((sum, { sequence }) => sum + sequence, 0);
  return {
    operations,
    perSecond,
    bookings: bookings.length,
    changes,
    repeatedOtherwise,
    faults: faults.length,
    first: faults[0] ?? null,
  };
}
