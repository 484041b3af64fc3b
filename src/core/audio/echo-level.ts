import type { Ms } from "../values/ids.ts";
import { FRAME_BYTES, FRAME_MS } from "./audio-frame.ts";
import { levelDb, SILENCE_DB } from "./level.ts";

/** An echo comes back within so many frames: 800 ms. */
const LAGS = 40;
/** What is played is kept for so many frames, what is about to be among them. */
const KEPT = 128;
/** Levels under this are silence, however deep. */
const FLOOR_DB = -60;
/** What counts lately, by frame: about four seconds. */
const FADING = 0.995;
/** So much is heard while we speak before anything is said of an echo: a second and a half, as frames that fade. */
const LEAST_WEIGHT = 66;
/** How well what comes in has to follow what goes out. Two people who speak at once come to 0.5 at most over such a time. */
const ALIKE = 0.7;
const STILL_ALIKE = 0.5;
/** Nearer than this it is no echo, but somebody who speaks at the same time. */
const MOST_GAIN_DB = -5;
/** Sound of ours from which the gain is measured. */
const LOUD_DB = -35;
/** The level of an echo is not known better than this. */
export const ABOVE_ECHO_DB = 4;
/** Rooms and clocks blur an echo by so many frames before and after. */
const EARLY_FRAMES = 1;
const LATE_FRAMES = 4;
const EVERY_FRAMES = 10;

/** Running sums over frames, of the two levels at one lag. */
class Likeness {
  weight = 0;
  #out = 0;
  #in = 0;
  #outOut = 0;
  #inIn = 0;
  #outIn = 0;
  #loud = 0;
  #gain = 0;

  add(outDb: number, inDb: number): void {
    this.weight = this.weight * FADING + 1;
    this.#out = this.#out * FADING + outDb;
    this.#in = this.#in * FADING + inDb;
    this.#outOut = this.#outOut * FADING + outDb * outDb;
    this.#inIn = this.#inIn * FADING + inDb * inDb;
    this.#outIn = this.#outIn * FADING + outDb * inDb;
    if (outDb < LOUD_DB) return;
    this.#loud = this.#loud * FADING + 1;
    this.#gain = this.#gain * FADING + inDb - outDb;
  }

  /** -1 to 1. */
  get correlation(): number {
    const { weight } = this;
    const spread =
      (this.#outOut - (this.#out * this.#out) / weight) * (this.#inIn - (this.#in * this.#in) / weight);
    return spread <= 0 ? 0 : (this.#outIn - (this.#out * this.#in) / weight) / Math.sqrt(spread);
  }

  get gainDb(): number {
    return this.#loud === 0 ? SILENCE_DB : this.#gain / this.#loud;
  }
}

/**
 * How loud our own sound comes back, learned from how the level of what comes in follows the level of what goes out. Only
 * levels are compared, so that a telephone's loudspeaker, a room and two codecs between them do not matter.
 */
export class EchoLevel {
  readonly #played = new Float64Array(KEPT).fill(SILENCE_DB);
  readonly #playedIn = new Int32Array(KEPT).fill(-1);
  readonly #lags = Array.from({ length: LAGS }, () => new Likeness());
  #lastPlayed = -1;
  #untilLook = EVERY_FRAMES;
  #lag: number | null = null;
  #gainDb = SILENCE_DB;
  #isEcho = false;

  get known(): boolean {
    return this.#lag !== null;
  }

  /** Whether the frame that came last is no more than our echo. */
  get isEcho(): boolean {
    return this.#isEcho;
  }

  /** Whole frames of ours are heard at the far end from this time on, of any clock that never goes back. */
  plays(frames: Uint8Array, fromMs: Ms): void {
    const first = Math.floor(fromMs / FRAME_MS);
    for (let start = 0; start + FRAME_BYTES <= frames.length; start += FRAME_BYTES) {
      const index = first + start / FRAME_BYTES;
      this.#played[index % KEPT] = levelDb(frames.subarray(start, start + FRAME_BYTES));
      this.#playedIn[index % KEPT] = index;
      this.#lastPlayed = Math.max(this.#lastPlayed, index);
    }
  }

  /** What would be heard later than this is dropped. */
  cleared(nowMs: Ms): void {
    const now = Math.floor(nowMs / FRAME_MS);
    for (let index = now + 1; index <= this.#lastPlayed; index++) this.#playedIn[index % KEPT] = -1;
    this.#lastPlayed = Math.min(this.#lastPlayed, now);
  }

  /** One frame has come in. Returns the level to which it may be no more than our echo; -96 when there is none. */
  push(frame: Uint8Array, nowMs: Ms): number {
    const now = Math.floor(nowMs / FRAME_MS);
    this.#isEcho = false;
    if (this.#lastPlayed < now - LAGS) return SILENCE_DB;
    const inDb = Math.max(FLOOR_DB, levelDb(frame));
    for (let lag = 0; lag < LAGS; lag++)
      (this.#lags[lag] as Likeness).add(Math.max(FLOOR_DB, this.#playedAt(now - lag)), inDb);
    if (--this.#untilLook === 0) {
      this.#untilLook = EVERY_FRAMES;
      this.#look();
    }
    const expectedDb = this.#expectedDb(now);
    this.#isEcho = expectedDb > FLOOR_DB && inDb <= expectedDb + ABOVE_ECHO_DB;
    return expectedDb;
  }

  #look(): void {
    let best = 0;
    let alike = 0;
    for (const [lag, likeness] of this.#lags.entries()) {
      if (likeness.correlation <= alike) continue;
      alike = likeness.correlation;
      best = lag;
    }
    const { weight, gainDb } = this.#lags[best] as Likeness;
    const enough = alike >= (this.#lag === null ? ALIKE : STILL_ALIKE);
    this.#lag = enough && weight >= LEAST_WEIGHT && gainDb <= MOST_GAIN_DB ? best : null;
    this.#gainDb = gainDb;
  }

  #expectedDb(now: number): number {
    if (this.#lag === null) return SILENCE_DB;
    let loudestDb = SILENCE_DB;
    for (let frames = -EARLY_FRAMES; frames <= LATE_FRAMES; frames++)
      loudestDb = Math.max(loudestDb, this.#playedAt(now - this.#lag - frames));
    return Math.max(SILENCE_DB, loudestDb + this.#gainDb);
  }

  #playedAt(index: number): number {
    return index >= 0 && this.#playedIn[index % KEPT] === index
      ? (this.#played[index % KEPT] as number)
      : SILENCE_DB;
  }
}
