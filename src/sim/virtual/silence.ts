import type { Ms } from "../../core/values/ids.ts";
import type { VirtualMoment } from "../virtual-call.ts";

/** After "hold on" the caller is left in peace for a minute. */
const MOMENT_MS = 60_000;
/** While something is looked up, from "one moment, please" on: the longest of the waits for a reply, all tries together. */
const LOOK_UP_MS = 60_000;
/** From the caller's last sound to the end of the turn: patience, and a recognizer that has to be given up on. */
const TURN_MS = 12_000;
/** A prompt whose end nobody reports counts as heard so much later than it ended. */
const UNREPORTED_MS = 8_000;
const UNREPORTED_SHARE = 0.25;

/** How long nobody may have said anything, by what is going on. */
export function silenceAllowed({ before, event }: VirtualMoment, marksMissing: boolean, promptMs: Ms): Ms {
  const unreported = marksMissing ? UNREPORTED_MS + promptMs * UNREPORTED_SHARE : 0;
  const { dialogue, turns } = before;
  if (dialogue.waiting) return MOMENT_MS + TURN_MS + unreported;
  if (event.kind === "answered") return TURN_MS;
  if (dialogue.wait !== null) return LOOK_UP_MS;
  return (turns.expected?.noInputAfterMs ?? 0) + TURN_MS + unreported;
}
