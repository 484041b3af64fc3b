import type { Practice } from "../../core/practice/practice.ts";
import { testPractice } from "../../core/practice/testing/test-practice.ts";
import type { LedgerUnderTest } from "./ledger-scene.ts";
import { MemoryLedger } from "./memory-ledger.ts";
import { VirtualClock } from "./virtual-clock.ts";

/** A ledger in memory of `testPractice`, or of another. */
export function memoryLedgerUnderTest(practice: Practice = testPractice): LedgerUnderTest {
  const clock = new VirtualClock();
  const memory = new MemoryLedger(practice, () => clock.now());
  return {
    ledger: memory.port,
    clock,
    practice,
    changePractice(changed) {
      memory.practice = changed;
    },
  };
}
