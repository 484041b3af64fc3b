import { BYTES_PER_MS } from "../../src/core/audio/audio-frame.ts";
import type { GradedCall } from "../../src/sim/run-call.ts";

export interface Waits {
  readonly longestWaitMs: number;
  readonly longestSilenceMs: number;
}

/** How long the caller heard nothing: before an answer began, and within answers. The greeting is the first of them. */
export function waitsOf({ report, spoken: { call } }: GradedCall): Waits {
  const zeroMs = call.sent.startedMs;
  const audible = call.playback.frames
    .filter((frame) => frame.audible)
    .map(({ atMs, sound }) => ({ fromMs: atMs - zeroMs, toMs: atMs - zeroMs + sound.length / BYTES_PER_MS }));
  const answers = [0, ...report.turns.map(({ endMs }) => endMs)].map((fromMs, index) => {
    const toMs = report.turns[index]?.startMs ?? Number.POSITIVE_INFINITY;
    return { fromMs, frames: audible.filter((frame) => frame.fromMs >= fromMs && frame.fromMs < toMs) };
  });
  const waits = answers.flatMap(({ fromMs, frames: [first] }) => (first ? [first.fromMs - fromMs] : []));
  const silences = answers.flatMap(({ frames }) =>
    frames.slice(1).map(({ fromMs }, index) => fromMs - (frames[index]?.toMs ?? fromMs)),
  );
  return {
    longestWaitMs: Math.round(Math.max(0, ...waits)),
    longestSilenceMs: Math.round(Math.max(0, ...silences)),
  };
}
