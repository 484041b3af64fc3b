import { BYTES_PER_MS, FRAME_BYTES, FRAME_MS } from "../core/audio/audio-frame.ts";
import { levelDb } from "../core/audio/level.ts";

/** A frame of our sound as the caller hears it. */
export interface PlayedFrame {
  readonly atMs: number;
  readonly audible: boolean;
  readonly sound: Uint8Array;
}

/** Sound above this is heard as sound, 25 dB below speech; breath, line noise and comfort noise are below. */
const AUDIBLE_DB = -45;
/** A busy machine sends so late now and then; whoever answers takes longer. */
const HOLE_MS = 100;

export function isAudible(frame: Uint8Array): boolean {
  return levelDb(frame) > AUDIBLE_DB;
}

/**
 * What the telephone company does with the sound that it is sent: plays it in real time in the order of arrival, returns
 * a mark when everything before it has been played, and on a clear drops what has not been played and returns the marks
 * at once. Time is an argument, so that it needs no timer: whoever owns it asks again at `nextMarkMs`.
 */
export class FarEndPlayback {
  readonly #frames: PlayedFrame[] = [];
  #marks: { readonly atMs: number; readonly name: string }[] = [];
  #playedUntilMs = 0;
  /** When what was still to be played was dropped. */
  readonly clearsMs: number[] = [];

  /** Sound of any length has arrived. */
  receive(nowMs: number, sound: Uint8Array): void {
    let atMs = Math.max(nowMs, this.#playedUntilMs);
    for (let start = 0; start < sound.length; start += FRAME_BYTES) {
      const frame = sound.subarray(start, start + FRAME_BYTES);
      this.#frames.push({ atMs, audible: isAudible(frame), sound: frame });
      atMs += frame.length / BYTES_PER_MS;
    }
    this.#playedUntilMs = atMs;
  }

  mark(nowMs: number, name: string): void {
    this.#marks.push({ atMs: Math.max(nowMs, this.#playedUntilMs), name });
  }

  /** Returns the names of the marks that come back because of it. */
  clear(nowMs: number): readonly string[] {
    this.clearsMs.push(nowMs);
    while ((this.#frames.at(-1)?.atMs ?? 0) >= nowMs) this.#frames.pop();
    this.#playedUntilMs = Math.min(this.#playedUntilMs, nowMs);
    const names = this.#marks.map((mark) => mark.name);
    this.#marks = [];
    return names;
  }

  /** Takes out the marks whose sound has been played. */
  dueMarks(nowMs: number): readonly string[] {
    const due = this.#marks.filter((mark) => mark.atMs <= nowMs);
    this.#marks = this.#marks.filter((mark) => mark.atMs > nowMs);
    return due.map((mark) => mark.name);
  }

  get nextMarkMs(): number | null {
    return this.#marks[0]?.atMs ?? null;
  }

  /** The frame that the caller hears at a moment; null when there is silence. */
  soundAt(atMs: number): Uint8Array | null {
    const frame = this.#frames.findLast((one) => one.atMs <= atMs);
    return frame === undefined || atMs - frame.atMs >= FRAME_MS ? null : frame.sound;
  }

  /** When the queue runs dry. In the past when it has. */
  get playedUntilMs(): number {
    return this.#playedUntilMs;
  }

  /** When the caller began to hear something at or after `fromMs`; null when nothing so far. */
  firstAudibleMs(fromMs: number): number | null {
    return this.#frames.find((frame) => frame.audible && frame.atMs >= fromMs)?.atMs ?? null;
  }

  /** The end of the last sound that was heard before `nowMs`; null when there was none. */
  lastAudibleMs(nowMs: number): number | null {
    const last = this.#frames.findLast((frame) => frame.audible && frame.atMs < nowMs);
    return last === undefined ? null : last.atMs + FRAME_MS;
  }

  /**
   * When the caller heard the last of what was being played at `atMs`, be that in a pause of it; what is sent for a pause is
   * silence, and nothing is sent between one answer and the next. Null when nothing was being played.
   */
  heardOutMs(atMs: number): number | null {
    const at = this.#frames.findLastIndex((frame) => frame.atMs <= atMs);
    const playing = this.#frames[at];
    if (playing === undefined || atMs - playing.atMs >= FRAME_MS + HOLE_MS) return null;
    let [endMs, untilMs] = [playing.atMs + FRAME_MS, this.lastAudibleMs(atMs) ?? atMs];
    for (const { atMs: nextMs, audible } of this.#frames.slice(at)) {
      if (nextMs - endMs >= HOLE_MS) break;
      endMs = nextMs + FRAME_MS;
      if (audible) untilMs = endMs;
    }
    return untilMs;
  }

  /** Everything that was played, in order. */
  get frames(): readonly PlayedFrame[] {
    return this.#frames;
  }
}
