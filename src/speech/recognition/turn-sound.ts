import { BYTES_PER_MS, FRAME_BYTES, FRAME_MS } from "../../core/audio/audio-frame.ts";
import { levelDb } from "../../core/audio/level.ts";

/** A minute: nobody says more in one turn, and sound that goes on for longer is not speech. */
const LONGEST_BYTES = 60_000 * BYTES_PER_MS;
/** So much quieter than the loudest frame, or so near to the quietest, is not speech. */
const BELOW_PEAK_DB = 28;
const ABOVE_FLOOR_DB = 7;
/** Nothing quieter can be speech. */
const AUDIBLE_DB = -62;
/** Kept after the last speech, so that a soft ending is not cut off. */
const TAIL_BYTES = 200 * BYTES_PER_MS;
/** A pause of this length may be the end of the turn. */
const PAUSE_BYTES = 140 * BYTES_PER_MS;
/** A short word of little voice, such as "it's", is noticed as speech only with the next: so long after it began to sound. */
const UNNOTICED_BYTES = 360 * BYTES_PER_MS;

/** The sound of one turn as it comes in, and where speech was last in it. */
export class TurnSound {
  #bytes = new Uint8Array(1 << 14);
  #length = 0;
  #peakDb = -96;
  #floorDb = 0;
  /** End of the last frame that may be speech. */
  #speechEnd = 0;
  /** Where speech ended before the latest pause, and where sound began again after it. */
  #pausedAt = 0;
  #resumedAt = 0;

  /** Whole frames. What goes beyond a minute is left out. */
  append(sound: Uint8Array): void {
    if (this.#length + sound.length > LONGEST_BYTES) return;
    if (this.#length + sound.length > this.#bytes.length) this.#grow(this.#length + sound.length);
    for (let start = 0; start < sound.length; start += FRAME_BYTES)
      this.#measure(sound.subarray(start, start + FRAME_BYTES), this.#length + start + FRAME_BYTES);
    this.#bytes.set(sound, this.#length);
    this.#length += sound.length;
  }

  get hasSpeech(): boolean {
    return this.#speechEnd > 0;
  }

  /** Position of the end of speech; equal positions mean that no speech has come since. */
  get speechEnd(): number {
    return this.#speechEnd;
  }

  /** Nothing has sounded for so long that the turn may be over. */
  get pauses(): boolean {
    return this.#length - this.#speechEnd >= PAUSE_BYTES;
  }

  /**
   * End of speech of the turn, if it ends now. What has just begun to sound after a pause is the beginning of what comes
   * next, or a breath: nobody has noticed it as speech yet.
   */
  get turnEnd(): number {
    const begins = this.#resumedAt > 0 && !this.pauses && this.#length - this.#resumedAt <= UNNOTICED_BYTES;
    return begins ? this.#pausedAt : this.#speechEnd;
  }

  get lengthMs(): number {
    return this.#length / BYTES_PER_MS;
  }

  /** Whole frames after this position. */
  framesAfter(position: number): number {
    return Math.floor((this.#length - position) / FRAME_BYTES);
  }

  /** A copy of everything up to shortly after this end of speech. */
  spoken(speechEnd: number): Uint8Array {
    const next = speechEnd < this.#speechEnd ? this.#resumedAt : this.#length;
    return this.#bytes.slice(0, Math.min(next, speechEnd + TAIL_BYTES));
  }

  #measure(frame: Uint8Array, end: number): void {
    const level = levelDb(frame);
    this.#peakDb = Math.max(this.#peakDb, level);
    // The floor follows quieter frames at once and louder ones by 1 dB in 100 ms.
    this.#floorDb = Math.min(level, this.#floorDb + FRAME_MS / 100);
    if (level <= Math.max(AUDIBLE_DB, this.#peakDb - BELOW_PEAK_DB, this.#floorDb + ABOVE_FLOOR_DB)) return;
    const begin = end - FRAME_BYTES;
    if (this.#speechEnd > 0 && begin - this.#speechEnd >= PAUSE_BYTES) {
      this.#pausedAt = this.#speechEnd;
      this.#resumedAt = begin;
    }
    this.#speechEnd = end;
  }

  #grow(least: number): void {
    const grown = new Uint8Array(Math.max(least, 2 * this.#bytes.length));
    grown.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = grown;
  }
}
