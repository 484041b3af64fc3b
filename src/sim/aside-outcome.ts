import type { LiveMessage } from "../console/live-message.ts";
import type { FarEndPlayback } from "./far-end-playback.ts";
import { isRestOf } from "./heard-so-far.ts";

/**
 * What the agent made of an "uh-huh" or a cough: spoke on, stopped and took its words up again, or stopped for good, be it
 * that it fell silent or that it took the sound for an answer. Nobody can tell when the caller's own words have overtaken it.
 */
export type AsideOutcome = "spokeOn" | "resumed" | "stopped" | "overtaken";

/** The order to be silent comes within this time of the sound's end. */
const STOPS_WITHIN_MS = 1_500;
const RESUMES_WITHIN_MS = 4_000;

/** What is known of a call when it is over; times in milliseconds of `performance.now()`. */
export interface CallAround {
  readonly playback: FarEndPlayback;
  readonly messages: readonly LiveMessage[];
  /** When the call began; messages and turns count from there. */
  readonly zeroMs: number;
  /** When the caller's own turns began. */
  readonly turnsFromMs: readonly number[];
}

export function asideOutcome(
  { startedMs, endedMs }: { readonly startedMs: number; readonly endedMs: number },
  { playback, messages, zeroMs, turnsFromMs }: CallAround,
): AsideOutcome {
  const clearMs = playback.clearsMs.find((ms) => ms >= startedMs && ms <= endedMs + STOPS_WITHIN_MS);
  if (clearMs === undefined) return "spokeOn";
  const [fromMs, untilMs] = [startedMs - zeroMs, clearMs - zeroMs + RESUMES_WITHIN_MS];
  const sayings = messages.flatMap((message) => (message.kind === "saying" ? [message] : []));
  const goesOn = sayings.some(
    (rest) =>
      rest.at >= fromMs &&
      rest.at <= untilMs &&
      sayings.some((one) => one.at < fromMs && isRestOf(one, rest)),
  );
  if (goesOn) return "resumed";
  return turnsFromMs.some((ms) => ms >= fromMs && ms <= untilMs) ? "overtaken" : "stopped";
}
