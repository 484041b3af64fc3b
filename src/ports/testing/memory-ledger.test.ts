import { testPractice } from "../../core/practice/testing/test-practice.ts";
import { ledgerContract } from "../ledger.contract.ts";
import { MemoryLedger } from "./memory-ledger.ts";
import { VirtualClock } from "./virtual-clock.ts";

ledgerContract("memory", async (practice = testPractice) => {
  const clock = new VirtualClock();
  const ledger = new MemoryLedger(practice, () => clock.now());
  return {
    ledger: ledger.port,
    clock,
    changePractice(changed) {
      ledger.practice = changed;
    },
    async [Symbol.asyncDispose]() {},
  };
});
