import type { CallState } from "../../core/call/call.ts";
import type { CallEvent } from "../../core/call/events.ts";
import type { Ms } from "../../core/values/ids.ts";
import type { Random } from "../random.ts";
import type { Trouble } from "./trouble.ts";

/** What the parts of a virtual call share: its time, its chance, its troubles, and the way into the fold. */
export interface VirtualWorld {
  readonly now: Ms;
  readonly random: Random;
  readonly trouble: Trouble;
  readonly state: CallState;
  /** The call is over: nothing new is told any more, except replies that are under way. */
  readonly over: boolean;
  after(delayMs: Ms, happen: () => void): void;
  tell(event: CallEvent): void;
}
