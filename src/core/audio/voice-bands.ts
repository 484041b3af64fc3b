import { FRAME_BYTES, SAMPLE_RATE_HZ } from "./audio-frame.ts";
import { SILENCE_DB } from "./level.ts";
import { mulawToLinear } from "./mulaw.ts";

/** Hum and rumble end below, the strong part of voiced sound ends above. */
const HUM_HZ = 150;
const VOICED_HZ = 1000;

const humKept = Math.exp((-2 * Math.PI * HUM_HZ) / SAMPLE_RATE_HZ);
const voicedStep = 1 - Math.exp((-2 * Math.PI * VOICED_HZ) / SAMPLE_RATE_HZ);

/**
 * Splits sound into the band of vowels (150 Hz to 1 kHz) and the band of hissing consonants above it, and measures both.
 * Noise spreads over all of the line's 4 kHz, so each band alone shows speech better than the whole does.
 */
export class VoiceBands {
  lowDb = SILENCE_DB;
  highDb = SILENCE_DB;
  #before = 0;
  #highPassed = 0;
  #first = 0;
  #second = 0;

  /** One frame of mu-law. The levels of both bands are then in `lowDb` and `highDb`, relative to full scale. */
  push(frame: Uint8Array): void {
    let before = this.#before;
    let highPassed = this.#highPassed;
    let first = this.#first;
    let second = this.#second;
    let low = 0;
    let high = 0;
    for (let i = 0; i < FRAME_BYTES; i++) {
      const sample = mulawToLinear[frame[i] as number] as number;
      highPassed = humKept * (highPassed + sample - before);
      before = sample;
      first += voicedStep * (highPassed - first);
      second += voicedStep * (first - second);
      const rest = highPassed - second;
      low += second * second;
      high += rest * rest;
    }
    this.#before = before;
    this.#highPassed = highPassed;
    this.#first = first;
    this.#second = second;
    this.lowDb = toDb(low);
    this.highDb = toDb(high);
  }
}

const FULL_SCALE = FRAME_BYTES * 32768 * 32768;

function toDb(energy: number): number {
  return energy <= FULL_SCALE * 1e-10 ? SILENCE_DB : 10 * Math.log10(energy / FULL_SCALE);
}
