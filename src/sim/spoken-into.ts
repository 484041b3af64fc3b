import type { FarEndPlayback } from "./far-end-playback.ts";
import type { WireTimes } from "./media-client.ts";

/** What came of the agent's words that were under way when the caller began. */
export interface SpokenInto {
  /** The agent had more to say than the rest of a word, so that the caller has interrupted it. */
  readonly interrupted: boolean;
  /** From the caller's first sound to the order to be silent; null = none came, and the agent spoke on. */
  readonly stoppedAfterMs: number | null;
  /** When the words under way were over, stopped or said to their end. */
  readonly untilMs: number;
}

/** No pause between two sentences is so long. */
const PAUSE_MS = 1_000;
/** An agent that falls silent within this time of the caller's onset has been stopped by it. */
const STOPPED_WITHIN_MS = 2_000;
/** Sound that would have been over so soon by itself leaves nothing to stop. */
const LEFT_MS = 200;

/** Null when the agent was silent when the caller began. */
export function spokenInto({ startedMs }: WireTimes, playback: FarEndPlayback): SpokenInto | null {
  const untilMs = playback.heardOutMs(startedMs);
  if (untilMs === null) return null;
  const clearMs = playback.clearsMs.find((ms) => ms >= startedMs);
  const stops =
    clearMs !== undefined && clearMs - startedMs <= STOPPED_WITHIN_MS && clearMs - untilMs < PAUSE_MS;
  return {
    interrupted: stops || untilMs - startedMs >= LEFT_MS,
    stoppedAfterMs: stops ? Math.round(clearMs - startedMs) : null,
    untilMs: stops ? Math.min(untilMs, clearMs) : untilMs,
  };
}
