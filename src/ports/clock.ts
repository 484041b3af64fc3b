import type { EpochMs } from "../core/values/ids.ts";

/** Time as an argument: the runtime and the ledger ask this, never the machine. */
export interface Clock {
  /** Time of day. May jump when the machine's clock is set. */
  now(): EpochMs;
  /** Milliseconds from an arbitrary start; never goes back. */
  monotonicMs(): number;
  /** Calls back once, not before `delayMs` has passed. The returned function cancels. */
  after(delayMs: number, callBack: () => void): () => void;
}
