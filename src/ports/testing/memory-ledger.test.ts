import { ledgerContract } from "../ledger.contract.ts";
import { memoryLedgerUnderTest } from "./memory-ledger-under-test.ts";

ledgerContract("memory", async (practice) => memoryLedgerUnderTest(practice));
