import type { PracticeId } from "../core/values/ids.ts";
import type { Private } from "../core/values/private.ts";
import type { Line, LineHandler, Resumed } from "../ports/line.ts";

/** What is known of a call when its media stream starts. */
export interface IncomingCall {
  readonly practice: PracticeId;
  readonly direction: "inbound" | "outbound";
  /** E.164, or null when withheld. */
  readonly from: Private<string> | null;
  /** Why it comes back, after a stream here or in a process that is gone; null for a new call. */
  readonly resumed: Resumed | null;
}

/** `taken`: the call has a live line already; `callerLimit`: its caller has too many calls. */
export type Refused = "busy" | "draining" | "taken" | "unknownPractice" | "callerLimit";

/** Answers a line at once, or says why not. Must not throw. */
export type Answer = (line: Line, call: IncomingCall) => LineHandler | Refused;
