import type { TurnReport } from "./call-report.ts";
import type { FarEndPlayback } from "./far-end-playback.ts";
import type { HeardSoFar } from "./heard-so-far.ts";
import type { WireTimes } from "./media-client.ts";

/** Sound of the agent this soon after the caller's onset is the rest of what they spoke into. */
const REST_MS = 100;
/** An agent that falls silent within this time of the caller's onset has been stopped by it. */
const STOPPED_WITHIN_MS = 2_000;

/** What the caller said, before the answer is known. */
export interface Said {
  readonly asked: string;
  readonly purpose: string;
  readonly said: string;
  readonly times: WireTimes;
  /** The agent was speaking when the caller began. */
  readonly overAgent: boolean;
  /** The agent's voice made the caller stop. */
  readonly hushed: boolean;
  readonly turnsBefore: number;
}

/** The turns of one call: each is complete when the next one begins. */
export class TurnLog {
  readonly turns: TurnReport[] = [];
  readonly #playback: FarEndPlayback;
  readonly #heard: HeardSoFar;
  readonly #zeroMs: () => number;
  #open: Said | null = null;

  /** `zeroMs` is when the call began, in milliseconds of `performance.now()`. */
  constructor(playback: FarEndPlayback, heard: HeardSoFar, zeroMs: () => number) {
    this.#playback = playback;
    this.#heard = heard;
    this.#zeroMs = zeroMs;
  }

  said(said: Said): void {
    this.#open = said;
  }

  /** The answer has come by now, or never will. Returns the turn that is complete, if one is. */
  close(): TurnReport | null {
    const open = this.#open;
    if (open === null) return null;
    this.#open = null;
    const { times, asked, purpose, said, overAgent, hushed, turnsBefore } = open;
    const heard = this.#heard.turns.slice(turnsBefore);
    const cutOff = this.#isCutOff(open);
    const answerMs = this.#playback.firstAudibleMs(times.endedMs);
    const at = (ms: number) => Math.round(ms - this.#zeroMs());
    const turn: TurnReport = {
      asked,
      purpose,
      said,
      heard: heard.length === 0 ? null : heard.join(" / "),
      gapMs: answerMs === null || cutOff ? null : Math.round(answerMs - times.endedMs),
      cutOff,
      hushed,
      startMs: at(times.startedMs),
      endMs: at(times.endedMs),
      overAgent,
      stoppedAfterMs: overAgent ? this.#stoppedAfter(times) : null,
    };
    this.turns.push(turn);
    return turn;
  }

  /** The agent began to speak while the caller was speaking; what it was saying when the caller began does not count. */
  #isCutOff({ times, overAgent }: Said): boolean {
    const { startedMs, endedMs } = times;
    const [clearMs] = this.#playback.clearsMs.filter((ms) => ms >= startedMs);
    const fromMs = overAgent ? Math.max(startedMs, clearMs ?? endedMs) + REST_MS : startedMs + REST_MS;
    const beganMs = this.#playback.firstAudibleMs(fromMs);
    return beganMs !== null && beganMs < endedMs;
  }

  #stoppedAfter({ startedMs }: WireTimes): number | null {
    const clearMs = this.#playback.clearsMs.find((ms) => ms >= startedMs);
    if (clearMs === undefined || clearMs - startedMs > STOPPED_WITHIN_MS) return null;
    return Math.round(clearMs - startedMs);
  }
}
