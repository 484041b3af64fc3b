import { FRAME_MS } from "./audio-frame.ts";
import { Pitch } from "./pitch.ts";

/** What a stretch of sound is made of. */
export interface SoundShape {
  /** How long it repeated itself as vowels do, in milliseconds, in all. */
  readonly pitchedMs: number;
  /** How much of its energy below 1 kHz was in those parts, 0 to 1. */
  readonly pitchedShare: number;
  /** How far it falls between two loud parts of it, in dB, 40 at most: in a word of one syllable hardly. */
  readonly dipDb: number;
  /**
   * How bright its louder parts are: 0.02 is a hum, 0.1 an "oh", 0.3 an "ah", 2 a hiss. The tenth and the eightieth percentile,
   * which are close together where the sound is the same throughout.
   */
  readonly dullest: number;
  readonly brightest: number;
}

/** Beyond this nothing is as short as a hum. */
const MOST_FRAMES = 40;
/** Parts that are weaker than the loudest by more are its edges. */
const EDGE = 10 ** (-15 / 10);
/** Syllables are no weaker than this beside the loudest. */
const LOUD = 10 ** (-10 / 10);
/** Nothing falls lower than this share of what is around it. */
const DEEPEST = 10 ** (-40 / 10);
/** A frame that repeats itself so well is voiced. */
const PITCHED = 0.7;

/** Measures one stretch of sound at a time, frame by frame. */
export class SoundMeter {
  readonly #pitch = new Pitch();
  readonly #energies = new Float64Array(MOST_FRAMES);
  readonly #brightness = new Float64Array(MOST_FRAMES);
  #frames = 0;
  #pitchedFrames = 0;
  #pitchedEnergy = 0;
  #energy = 0;

  /** The next frame begins a new stretch. */
  reset(): void {
    if (this.#energy === 0) return;
    this.#pitch.reset();
    this.#frames = 0;
    this.#pitchedFrames = 0;
    this.#pitchedEnergy = 0;
    this.#energy = 0;
  }

  /** `clear` tells that the frame is well above the noise of the line, which may hum. */
  push(frame: Uint8Array, clear: boolean): void {
    const periodicity = this.#pitch.push(frame);
    const energy = clear ? this.#pitch.energy : 0;
    this.#energy += energy;
    if (this.#frames < MOST_FRAMES) {
      this.#energies[this.#frames] = energy;
      this.#brightness[this.#frames++] = this.#pitch.brightness;
    }
    if (!clear || periodicity < PITCHED) return;
    this.#pitchedFrames++;
    this.#pitchedEnergy += energy;
  }

  get shape(): SoundShape {
    const pitchedShare = this.#energy === 0 ? 0 : this.#pitchedEnergy / this.#energy;
    const loud = this.#loudBrightness();
    return {
      pitchedMs: this.#pitchedFrames * FRAME_MS,
      pitchedShare: rounded(pitchedShare),
      dipDb: rounded(this.#dipDb()),
      dullest: rounded(loud[Math.floor(0.1 * (loud.length - 1))] ?? 0),
      brightest: rounded(loud[Math.floor(0.8 * (loud.length - 1))] ?? 0),
    };
  }

  #dipDb(): number {
    const energies = this.#energies.subarray(0, this.#frames);
    const loud = LOUD * loudestOf(energies);
    let deepest = 1;
    for (let at = 1; at < energies.length - 1; at++) {
      const edge = Math.min(loudestOf(energies.subarray(0, at)), loudestOf(energies.subarray(at + 1)));
      if (edge > loud) deepest = Math.max(deepest, edge / Math.max(energies[at] as number, edge * DEEPEST));
    }
    return 10 * Math.log10(deepest);
  }

  /** In ascending order. */
  #loudBrightness(): Float64Array {
    const energies = this.#energies.subarray(0, this.#frames);
    const edge = EDGE * loudestOf(energies);
    return this.#brightness.filter((_, at) => at < this.#frames && (energies[at] as number) > edge).sort();
  }
}

function loudestOf(energies: Float64Array): number {
  return energies.reduce((most, energy) => Math.max(most, energy), 0);
}

/** Enough to decide by, and short in a journal. */
function rounded(share: number): number {
  return Math.round(share * 1000) / 1000;
}
