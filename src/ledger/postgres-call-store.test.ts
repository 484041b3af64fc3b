import { describe, expect, test } from "vitest";
import { testPractice } from "../core/practice/testing/test-practice.ts";
import { callStoreContract } from "../ports/call-store.contract.ts";
import { LedgerScene } from "../ports/testing/ledger-scene.ts";
import { postgresCallStore } from "./postgres-call-store.ts";
import { databasesUnderTest, sharedDatabase } from "./testing/test-database.ts";
import { openTestLedger, testKeys } from "./testing/test-ledger.ts";

for (const under of databasesUnderTest())
  describe(under.name, () => {
    const empty = sharedDatabase(under);
    callStoreContract(under.name, async () => {
      const { database } = await empty();
      return { store: postgresCallStore({ database, keys: testKeys }), async [Symbol.asyncDispose]() {} };
    });

    test("a call that ends gives back the time that it holds", async () => {
      const opened = await empty();
      const tested = await openTestLedger(opened);
      const { ledger } = tested;
      const store = postgresCallStore({ database: opened.database, keys: testKeys });
      const scene = new LedgerScene(tested);
      const earliest = () => scene.firstOpening();
      const opening = await earliest();
      const call = { id: "CA1", practice: testPractice.id, direction: "inbound", startedAt: 0 } as const;
      const { lease } = await store.take(call);
      await ledger.hold(testPractice.id, opening, { call: "CA1", request: 1 });
      expect((await earliest()).id).not.toBe(opening.id);
      await store.finish("CA1", lease, { at: 1000, reason: "done" });
      expect((await earliest()).id).toBe(opening.id);
    });
  });
