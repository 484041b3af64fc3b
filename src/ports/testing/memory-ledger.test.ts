import { testPractice } from "../../core/practice/testing/test-practice.ts";
import { ledgerContract } from "../ledger.contract.ts";
import { MemoryLedger } from "./memory-ledger.ts";
import { VirtualClock } from "./virtual-clock.ts";

ledgerContract("memory", async (practice = testPractice) => {
  const clock = new VirtualClock();
  const { port } = new MemoryLedger(practice, () => clock.now());
  return { ledger: port, clock, async [Symbol.asyncDispose]() {} };
});
