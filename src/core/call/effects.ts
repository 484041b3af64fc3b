import type { EndReason } from "../dialogue/dialogue-io.ts";
import type { Request } from "../dialogue/requests.ts";
import type { Expectation } from "../language/expectation.ts";
import type { RequestId } from "../values/ids.ts";
import type { Prompt } from "../wording/prompt.ts";

/** What to do about it; the runtime carries effects out in order. */
export type Effect =
  | { readonly kind: "speak"; readonly prompt: Prompt }
  /** Drop all audio of playbacks before `playback`. */
  | { readonly kind: "clearAudio"; readonly playback: number }
  | { readonly kind: "listenFor"; readonly expectation: Expectation }
  /** The caller's turn is over: the recognizer shall give the final words of what it has heard now. */
  | { readonly kind: "finishUtterance" }
  | { readonly kind: "request"; readonly id: RequestId; readonly request: Request }
  /** This may be requested in a moment: whatever can be begun without harm may begin. Null, or another one, takes its place. */
  | { readonly kind: "foresee"; readonly request: Request | null }
  /** Nobody waits for the reply any more. */
  | { readonly kind: "cancel"; readonly id: RequestId }
  | { readonly kind: "transfer"; readonly to: string }
  | { readonly kind: "hangUp"; readonly reason: EndReason };
