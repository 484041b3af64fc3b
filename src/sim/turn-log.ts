import type { TurnReport } from "./call-report.ts";
import type { FarEndPlayback } from "./far-end-playback.ts";
import type { HeardSoFar } from "./heard-so-far.ts";
import type { WireTimes } from "./media-client.ts";
import { spokenInto } from "./spoken-into.ts";

/** Sound of the agent this soon after the caller's onset began together with it. */
const TOGETHER_MS = 100;

/** What the caller said, before the answer is known. */
export interface Said {
  readonly asked: string;
  readonly purpose: string;
  readonly said: string;
  readonly times: WireTimes;
  /** Keys are no speech, and whoever answers before the last of them cuts nobody off. */
  readonly pressed: boolean;
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
    const { times, asked, purpose, said, pressed, hushed, turnsBefore } = open;
    const heard = this.#heard.turns.slice(turnsBefore);
    const into = spokenInto(times, this.#playback);
    const answerMs = this.#playback.firstAudibleMs(into?.untilMs ?? times.startedMs + TOGETHER_MS);
    const early = answerMs !== null && answerMs < times.endedMs;
    const at = (ms: number) => Math.round(ms - this.#zeroMs());
    const turn: TurnReport = {
      asked,
      purpose,
      said,
      heard: heard.length === 0 ? null : heard.join(" / "),
      gapMs: answerMs === null || early ? null : Math.round(answerMs - times.endedMs),
      cutOff: early && !pressed,
      hushed,
      startMs: at(times.startedMs),
      endMs: at(times.endedMs),
      overAgent: into?.interrupted ?? false,
      stoppedAfterMs: into?.stoppedAfterMs ?? null,
    };
    this.turns.push(turn);
    return turn;
  }
}
