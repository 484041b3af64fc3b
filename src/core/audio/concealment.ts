import { BYTES_PER_MS, FRAME_BYTES, MULAW_SILENCE } from "./audio-frame.ts";
import { mulawOf, mulawToLinear } from "./mulaw.ts";

/** Periods of voices: 200 Hz and more, down to 66 Hz; faster ones are found as several of theirs. */
const SHORTEST = 5 * BYTES_PER_MS;
const LONGEST = 15 * BYTES_PER_MS;
/** What is looked at for a period: the latest frame against what came before it. */
const COMPARED = FRAME_BYTES / 2;
const KEPT = COMPARED + LONGEST;
/** One sample in so many is compared, and every second period is tried. */
const COARSE = 2;
/** A sound goes on as it was for so long, and has faded away after that. */
const STEADY = 10 * BYTES_PER_MS;
const FADED = 60 * BYTES_PER_MS;

/**
 * Fills a short gap in the sound with what came before it: the last period of the voice again and again, fading to silence in
 * 60 ms. A hole in the middle of a vowel would be heard as the end of one word and the beginning of the next.
 */
export class Concealment {
  /** The latest sound, oldest first. */
  readonly #sound = new Uint8Array(KEPT).fill(MULAW_SILENCE);
  #period = LONGEST;
  #filled = 0;

  /** Sound that has come. */
  heard(sound: Uint8Array): void {
    this.#filled = 0;
    if (sound.length >= KEPT) {
      this.#sound.set(sound.subarray(sound.length - KEPT));
      return;
    }
    this.#sound.copyWithin(0, sound.length);
    this.#sound.set(sound, KEPT - sound.length);
  }

  /** Writes what may have been in a gap over all of `into`. A further call goes on with the same gap. */
  fill(into: Uint8Array): void {
    if (this.#filled === 0) this.#period = this.#findPeriod();
    for (let i = 0; i < into.length; i++) {
      const at = this.#filled + i;
      const gain = Math.min(1, (FADED - at) / (FADED - STEADY));
      const byte = this.#sound[KEPT - this.#period + (at % this.#period)] as number;
      into[i] = gain <= 0 ? MULAW_SILENCE : mulawOf(Math.round((mulawToLinear[byte] as number) * gain));
    }
    this.#filled = Math.min(FADED, this.#filled + into.length);
  }

  #findPeriod(): number {
    let best = LONGEST;
    let most = 0;
    for (let period = SHORTEST; period <= LONGEST; period += COARSE) {
      const alike = this.#likeness(period);
      if (alike <= most) continue;
      most = alike;
      best = period;
    }
    return best;
  }

  /** The squared correlation of the latest sound with that one period before it; 0 where it is no likeness. */
  #likeness(period: number): number {
    let product = 0;
    let energy = 1;
    for (let i = KEPT - COMPARED; i < KEPT; i += COARSE) {
      const before = mulawToLinear[this.#sound[i - period] as number] as number;
      product += before * (mulawToLinear[this.#sound[i] as number] as number);
      energy += before * before;
    }
    return product <= 0 ? 0 : (product * product) / energy;
  }
}
