import { describe } from "vitest";
import { ledgerContract } from "../ports/ledger.contract.ts";
import { databasesUnderTest, sharedDatabase } from "./testing/test-database.ts";
import { openTestLedger } from "./testing/test-ledger.ts";

for (const under of databasesUnderTest())
  describe(under.name, () => {
    const database = sharedDatabase(under);
    ledgerContract(under.name, async (practice) => openTestLedger(await database(), practice));
  });
