import type { CallId } from "../core/values/ids.ts";

/** Orders to the telephone company about a call that is in progress, beside its media stream. */
export interface CallControl {
  /** Connects the caller to another number, E.164. Throws `WorldError`; repeated orders ring again. */
  transfer(call: CallId, to: string): Promise<void>;
  /** Ends the call. Ending an ended call succeeds. Throws `WorldError`. */
  hangUp(call: CallId): Promise<void>;
}
