import { FRAME_BYTES } from "../../core/audio/audio-frame.ts";

/** The last frames of a call, in one block of memory. */
export class SoundRing {
  readonly #bytes: Uint8Array;
  readonly #frames: number;
  #next = 0;
  #held = 0;

  constructor(frames: number) {
    this.#frames = frames;
    this.#bytes = new Uint8Array(frames * FRAME_BYTES);
  }

  push(frame: Uint8Array): void {
    this.#bytes.set(frame.subarray(0, FRAME_BYTES), this.#next * FRAME_BYTES);
    this.#next = (this.#next + 1) % this.#frames;
    this.#held = Math.min(this.#held + 1, this.#frames);
  }

  /** A copy of the last `frames` frames, or of as many as there are. */
  last(frames: number): Uint8Array {
    const count = Math.min(frames, this.#held);
    const result = new Uint8Array(count * FRAME_BYTES);
    for (let index = 0; index < count; index++) {
      const from = (this.#next - count + index + this.#frames) % this.#frames;
      result.set(this.#bytes.subarray(from * FRAME_BYTES, (from + 1) * FRAME_BYTES), index * FRAME_BYTES);
    }
    return result;
  }

  /** Forgets all but the last `frames` frames. */
  keep(frames: number): void {
    this.#held = Math.min(this.#held, frames);
  }
}
