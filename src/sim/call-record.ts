import { FRAME_BYTES, FRAME_MS } from "../core/audio/audio-frame.ts";
import { levelDb, SILENCE_DB } from "../core/audio/level.ts";
import type { Ms } from "../core/values/ids.ts";
import type { CallReport } from "./call-report.ts";
import type { MediaCall } from "./media-client.ts";
import type { Aside, SpokenCall } from "./spoken-call.ts";

/** What the agent said in one go, and how much of it the caller heard. All times count from the beginning of the call. */
export interface PromptRecord {
  readonly purpose: string;
  readonly text: string;
  /** Characters of the text that reached the caller. */
  readonly heard: number;
  readonly finished: boolean;
  readonly startMs: Ms;
  readonly endMs: Ms;
}

/** One call with everything that a report shows of it. */
export interface CallRecord {
  readonly report: CallReport;
  readonly prompts: readonly PromptRecord[];
  readonly asides: readonly Aside[];
  readonly lengthMs: Ms;
  /** Mean levels in dB against full scale, one for each `LEVEL_MS`. */
  readonly callerLevels: readonly number[];
  readonly agentLevels: readonly number[];
}

export const LEVEL_MS = 100;
const FRAMES_A_LEVEL = LEVEL_MS / FRAME_MS;

export function recordOf(report: CallReport, spoken: SpokenCall): CallRecord {
  const { call, messages, asides } = spoken;
  const agentFrames = agentFramesOf(call);
  const length = Math.max(call.sent.frames.length, agentFrames.length);
  return {
    report,
    prompts: promptsOf(messages),
    asides,
    lengthMs: length * FRAME_MS,
    callerLevels: levelsOf(call.sent.frames, length),
    agentLevels: levelsOf(agentFrames, length),
  };
}

/** From the live feed: when a prompt was begun, and what was last told of it. */
function promptsOf(messages: SpokenCall["messages"]): PromptRecord[] {
  let silentMs = 0;
  return messages.flatMap((message) => {
    if (message.kind !== "saying") return [];
    const told = messages.flatMap((one) =>
      one.kind === "said" && one.prompt === message.prompt
        ? [{ at: one.at, upTo: one.upTo, finished: one.finished }]
        : [],
    );
    const last = told.at(-1);
    // What is queued behind another prompt begins when that one is over.
    const startMs = Math.round(Math.max(message.at, silentMs));
    silentMs = Math.max(silentMs, last?.at ?? 0);
    return [
      {
        purpose: message.purpose,
        text: message.text,
        heard: last?.upTo ?? 0,
        finished: last?.finished ?? false,
        startMs,
        endMs: Math.round(last?.at ?? startMs),
      },
    ];
  });
}

/** What the caller heard, in frames of the call's own time. */
function agentFramesOf({ sent, playback }: Pick<MediaCall, "sent" | "playback">): Uint8Array[] {
  const frames: Uint8Array[] = [];
  for (const { atMs, sound } of playback.frames) {
    const index = Math.round((atMs - sent.startedMs) / FRAME_MS);
    if (index >= 0) frames[index] = sound;
  }
  return frames;
}

function levelsOf(frames: readonly (Uint8Array | undefined)[], length: number): number[] {
  return Array.from({ length: Math.ceil(length / FRAMES_A_LEVEL) }, (_, index) => {
    const start = index * FRAMES_A_LEVEL;
    // `slice` keeps holes, which `Array.from` fills.
    const levels = Array.from(frames.slice(start, start + FRAMES_A_LEVEL), (frame) =>
      frame === undefined || frame.length < FRAME_BYTES ? SILENCE_DB : levelDb(frame),
    );
    return Math.round(Math.max(SILENCE_DB, ...levels));
  });
}
