// Goal: what counts for an hour is kept for little more. Method: wrong proofs in a real database, and a clock that is moved.
import { describe, expect, test } from "vitest";
import { hide } from "../core/values/private.ts";
import { databasesUnderTest, sharedDatabase } from "../ledger/testing/test-database.ts";
import { openTestLedger } from "../ledger/testing/test-ledger.ts";
import { countingTelemetry } from "../ports/testing/counting-telemetry.ts";
import { ana, bornAs, LedgerScene } from "../ports/testing/ledger-scene.ts";
import { startUpkeep } from "./upkeep.ts";

const minute = 60_000;

for (const under of databasesUnderTest())
  describe(`upkeep on ${under.name}`, () => {
    const empty = sharedDatabase(under);

    test("wrong proofs are removed when they count no more, whoever gave them", async () => {
      const opened = await empty();
      const { database } = opened;
      const tested = await openTestLedger(opened);
      const scene = new LedgerScene(tested);
      const kept = async () => (await database.query("SELECT 1 FROM wrong_proofs")).length;
      const wrong = hide(bornAs({ ...ana, dateOfBirth: "1990-01-01" }));
      await scene.booked("call-1");
      await tested.ledger.identify(scene.practice.id, wrong, scene.next("call-2"));
      tested.clock.advance(30 * minute);
      await tested.ledger.identify(scene.practice.id, wrong, scene.next("call-3"));

      const telemetry = countingTelemetry();
      const stop = startUpkeep({ database, clock: tested.clock, telemetry });
      tested.clock.advance(45 * minute);
      expect(await kept()).toBe(2);
      tested.clock.advance(15 * minute);
      await expect.poll(kept).toBe(0);
      stop();
      expect(tested.clock.pending).toBe(0);
    });
  });
