import type { LiveMessage } from "../console/live-message.ts";
import type { FarEndPlayback } from "./far-end-playback.ts";

/**
 * What the agent made of an "uh-huh" or a cough: spoke on, stopped and took its words up again, or stopped for good, be it
 * that it fell silent or that it took the sound for an answer.
 */
export type AsideOutcome = "spokeOn" | "resumed" | "stopped";

/** The order to be silent comes within this time of the sound's end. */
const STOPS_WITHIN_MS = 1_500;
const RESUMES_WITHIN_MS = 4_000;

export interface AsideTimes {
  /** In milliseconds of `performance.now()`. */
  readonly startedMs: number;
  readonly endedMs: number;
  /** When the call began. */
  readonly zeroMs: number;
}

export function asideOutcome(
  { startedMs, endedMs, zeroMs }: AsideTimes,
  playback: FarEndPlayback,
  messages: readonly LiveMessage[],
): AsideOutcome {
  const clearMs = playback.clearsMs.find((ms) => ms >= startedMs && ms <= endedMs + STOPS_WITHIN_MS);
  if (clearMs === undefined) return "spokeOn";
  const audibleMs = playback.firstAudibleMs(clearMs);
  if (audibleMs === null || audibleMs - clearMs > RESUMES_WITHIN_MS) return "stopped";
  const untilMs = audibleMs - zeroMs;
  const taken = messages.some(
    (message) => message.kind === "heard" && message.at >= startedMs - zeroMs && message.at <= untilMs,
  );
  return taken ? "stopped" : "resumed";
}
