import { describe } from "vitest";
import { callStoreContract } from "../ports/call-store.contract.ts";
import { postgresCallStore } from "./postgres-call-store.ts";
import { databasesUnderTest, sharedDatabase } from "./testing/test-database.ts";
import { testKeys } from "./testing/test-ledger.ts";

for (const under of databasesUnderTest())
  describe(under.name, () => {
    const empty = sharedDatabase(under);
    callStoreContract(under.name, async () => {
      const { database } = await empty();
      return { store: postgresCallStore({ database, keys: testKeys }), async [Symbol.asyncDispose]() {} };
    });
  });
