import { FRAME_MS } from "./audio-frame.ts";
import { Pitch } from "./pitch.ts";

/** What a stretch of sound is made of. */
export interface SoundShape {
  /** How long it repeated itself as vowels do, in milliseconds, in all. */
  readonly pitchedMs: number;
  /** How much of its energy below 1 kHz was in those parts, 0 to 1. */
  readonly pitchedShare: number;
}

/** A frame that repeats itself so well is voiced. */
const PITCHED = 0.7;

/** Measures one stretch of sound at a time, frame by frame. */
export class SoundMeter {
  readonly #pitch = new Pitch();
  #pitchedFrames = 0;
  #pitchedEnergy = 0;
  #energy = 0;

  /** The next frame begins a new stretch. */
  reset(): void {
    if (this.#energy === 0) return;
    this.#pitch.reset();
    this.#pitchedFrames = 0;
    this.#pitchedEnergy = 0;
    this.#energy = 0;
  }

  /** `clear` tells that the frame is well above the noise of the line, which may hum. */
  push(frame: Uint8Array, clear: boolean): void {
    const periodicity = this.#pitch.push(frame);
    if (!clear) return;
    const energy = this.#pitch.energy;
    this.#energy += energy;
    if (periodicity < PITCHED) return;
    this.#pitchedFrames++;
    this.#pitchedEnergy += energy;
  }

  get shape(): SoundShape {
    const pitchedShare = this.#energy === 0 ? 0 : this.#pitchedEnergy / this.#energy;
    return { pitchedMs: this.#pitchedFrames * FRAME_MS, pitchedShare: Math.round(pitchedShare * 100) / 100 };
  }
}
