import { mulawOf } from "../../src/core/audio/mulaw.ts";
import { openFlite } from "../../src/speech/flite/flite.ts";
import { openResampler } from "../../src/speech/resample.ts";
import { atLevel, seededRandom } from "./line-noise.ts";

/** Where somebody speaks, in milliseconds of the line. */
export interface Spoken {
  readonly fromMs: number;
  readonly toMs: number;
}

export interface SpokenLine {
  readonly samples: Float64Array;
  readonly spoken: readonly Spoken[];
}

const phrases = [
  "Yes.",
  "No.",
  "Yes, please.",
  "My name is Alice Moreno.",
  "Five oh three, five five five, oh one two three.",
  "March the fourth, nineteen eighty one.",
  "I have had a sore throat for about three days.",
  "Next Tuesday at ten.",
  "The second one.",
  "Six.",
  "Hold on a second.",
  "Blue Cross.",
];
const voices = ["rms", "awb", "kal16", "slt"] as const;

/** Pauses are long enough to tell every utterance from the next. */
const PAUSE_MS = [1200, 2000] as const;
/** Speech begins and ends where 10 ms of the clean sound rise above this under its loudest 10 ms. */
const EDGE_DB = -35;

/** All phrases by four voices, one after the other, each at `levelDb` (relative to full scale, over its whole length). */
export async function speakLine(levelDb: number, seed: number): Promise<SpokenLine> {
  const random = seededRandom(seed);
  const flite = openFlite();
  const resample = await openResampler();
  const parts: Float64Array[] = [];
  const spoken: Spoken[] = [];
  let at = 0;
  const add = (part: Float64Array) => {
    parts.push(part);
    at += part.length;
  };
  for (const voice of voices) {
    for (const phrase of phrases) {
      add(new Float64Array(Math.round(8 * (PAUSE_MS[0] + random() * (PAUSE_MS[1] - PAUSE_MS[0])))));
      const sound = resample(flite.speak(phrase, { voice }), 8000);
      const edges = edgesOf(sound);
      spoken.push({ fromMs: (at + edges.from) / 8, toMs: (at + edges.to) / 8 });
      add(atLevel(Float64Array.from(sound), levelDb));
    }
  }
  add(new Float64Array(8 * PAUSE_MS[1]));
  const samples = new Float64Array(at);
  let offset = 0;
  for (const part of parts) {
    samples.set(part, offset);
    offset += part.length;
  }
  return { samples, spoken };
}

/** Where speech begins and ends in the clean sound, in samples. */
export function edgesOf(sound: Int16Array): { from: number; to: number } {
  const window = 80;
  const levels: number[] = [];
  for (let i = 0; i + window <= sound.length; i += window) {
    let sum = 0;
    for (let k = i; k < i + window; k++) sum += (sound[k] as number) ** 2;
    levels.push(10 * Math.log10(sum + 1));
  }
  const edge = Math.max(...levels) + EDGE_DB;
  return {
    from: levels.findIndex((level) => level > edge) * window,
    to: (levels.findLastIndex((level) => level > edge) + 1) * window,
  };
}

/** The line as it is sent: both sounds together, in mu-law frames. */
export function toFrames(voice: Float64Array, noise: Float64Array): Uint8Array[] {
  const frames: Uint8Array[] = [];
  for (let i = 0; i + 160 <= voice.length; i += 160) {
    frames.push(Uint8Array.from({ length: 160 }, (_, k) => mulawOf(clip(sum(voice, noise, i + k)))));
  }
  return frames;
}

function sum(voice: Float64Array, noise: Float64Array, i: number): number {
  return (voice[i] as number) + (noise[i] ?? 0);
}

function clip(sample: number): number {
  return Math.max(-32768, Math.min(32767, Math.round(sample)));
}
