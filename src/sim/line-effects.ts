import { mulawOf, mulawToLinear } from "../core/audio/mulaw.ts";
import { type Random, seededRandom } from "./random.ts";

/** What a line does to the caller's sound on its way to us. */
export interface LineEffects {
  /** The frame as it arrives, or null when it is lost. `index` counts the frames of the call from 0. */
  spoil(frame: Uint8Array, index: number): Uint8Array | null;
}

export const perfectLine: LineEffects = { spoil: (frame) => frame };

/** Speech has the level of the simulated voices. */
const SPEECH_AMPLITUDE = 32768 * 10 ** (-20 / 20);

export interface LineConditions {
  /** Speech level over noise level in dB; null = no noise. */
  readonly noiseDb: number | null;
  /** Share of frames that are lost, 0-100. */
  readonly lossPercent: number;
  readonly seed: number;
}

/** Noise under the speech and lost frames, the same from the same seed. */
export function poorLine(conditions: LineConditions): LineEffects {
  const random = seededRandom(conditions.seed);
  const noiseDb = conditions.noiseDb;
  return {
    spoil(frame) {
      if (random.chance(conditions.lossPercent / 100)) return null;
      return noiseDb === null ? frame : addNoise(frame, SPEECH_AMPLITUDE * 10 ** (-noiseDb / 20), random);
    },
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
