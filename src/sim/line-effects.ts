import { mixMulawInto } from "../core/audio/mix.ts";
import { mulawOf, mulawToLinear } from "../core/audio/mulaw.ts";
import type { Ms } from "../core/values/ids.ts";
import { type Random, seededRandom } from "./random.ts";

/** What a line does to the caller's sound on its way to us. */
export interface LineEffects {
  /**
   * The frame as it arrives, or null when it is lost. `index` counts the frames of the call from 0; `echo` is what the
   * caller's telephone plays of our own sound at that moment.
   */
  spoil(frame: Uint8Array, index: number, echo: Uint8Array | null): Uint8Array | null;
  /** How much later than its time the frame arrives. Frames never overtake each other. */
  delayMs(index: number): Ms;
  /** After what time our own sound comes back; null = it does not. */
  readonly echoDelayMs: Ms | null;
}

export const perfectLine: LineEffects = { spoil: (frame) => frame, delayMs: () => 0, echoDelayMs: null };

/** Speech has the level of the simulated voices. */
const SPEECH_AMPLITUDE = 32768 * 10 ** (-20 / 20);
/** Through a loudspeaker, a room and the network twice. */
const ECHO_DELAY_MS = 160;

export interface LineConditions {
  /** Speech level over noise level in dB; null = no noise. */
  readonly noiseDb: number | null;
  /** Share of frames that are lost, 0-100. */
  readonly lossPercent: number;
  /** Frames come up to so much late. */
  readonly jitterMs: Ms;
  /** How much weaker our own sound comes back; null = no echo. */
  readonly echoDb: number | null;
  readonly seed: number;
}

export const cleanLine: LineConditions = {
  noiseDb: null,
  lossPercent: 0,
  jitterMs: 0,
  echoDb: null,
  seed: 1,
};

/** Noise under the speech, an echo of ours, lost frames and late ones; the same from the same seed. */
export function poorLine(conditions: LineConditions): LineEffects {
  const { noiseDb, lossPercent, jitterMs, echoDb } = conditions;
  const random = seededRandom(conditions.seed);
  const jitter = seededRandom(conditions.seed + 1);
  const echoGain = echoDb === null ? 0 : 10 ** (-echoDb / 20);
  return {
    spoil(frame, _index, echo) {
      if (random.chance(lossPercent / 100)) return null;
      if (echo !== null) mixMulawInto(frame, echo, echoGain);
      return noiseDb === null ? frame : addNoise(frame, SPEECH_AMPLITUDE * 10 ** (-noiseDb / 20), random);
    },
    delayMs: () => (jitterMs === 0 ? 0 : jitter.between(0, jitterMs)),
    echoDelayMs: echoDb === null ? null : ECHO_DELAY_MS,
  };
}

/** Noise that falls by 6 dB an octave above 400 Hz, like a room's. */
function addNoise(frame: Uint8Array, amplitude: number, random: Random): Uint8Array {
  let rumble = 0;
  return frame.map((byte) => {
    rumble = 0.73 * rumble + 0.68 * gaussian(random);
    const sample = (mulawToLinear[byte] ?? 0) + amplitude * rumble;
    return mulawOf(Math.max(-32000, Math.min(32000, Math.round(sample))));
  });
}

/** Sum of uniforms: close enough to a bell for noise, with a variance of 1. */
function gaussian(random: Random): number {
  return (random.next() + random.next() + random.next() - 1.5) * 2;
}
