import type { CallId } from "../core/values/ids.ts";
import type { Private } from "../core/values/private.ts";

export interface OutboundCall {
  /** The practice's number, E.164: it is shown to who is called, and tells which practice speaks. */
  readonly from: string;
  /** E.164. */
  readonly to: Private<string>;
  /** How long it may ring, in seconds. */
  readonly ringSeconds: number;
}

/** Places calls. Who takes one is connected to the conversation like somebody who has called. */
export interface CallPlacer {
  /**
   * Resolves when the telephone company has taken the order, or says that the number cannot be called. It never rings twice for
   * one order: a `WorldError` that is not `retryable` leaves open whether it rings. Whether a machine has taken the call is told
   * by the telephony later.
   */
  place(call: OutboundCall): Promise<CallId | "notCallable">;
}
