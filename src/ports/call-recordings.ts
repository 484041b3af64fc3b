import type { CallId } from "../core/values/ids.ts";
import type { Private } from "../core/values/private.ts";

export type RecordingId = string;

/** Recordings of calls at the telephone company, which keeps them until they are deleted. All throw `WorldError`. */
export interface CallRecordings {
  /** Records the call from now on, each side in a channel of its own. `over`: the call cannot be recorded any more. */
  start(call: CallId): Promise<RecordingId | "over">;
  /** The whole recording as a WAV file. It is `pending` until some moments after the call. */
  fetch(recording: RecordingId): Promise<Private<Uint8Array> | "pending" | "gone">;
  /** Deleting what is gone succeeds. */
  delete(recording: RecordingId): Promise<void>;
}
