import { Resampler } from "./resampler.ts";

const LINE_HZ = 8000;

/** In: samples at 8 kHz, a mark's name, or `null` to drop all that is queued. Out: the names of marks reached or dropped. */
export type LoudspeakerMessage = Float32Array | string | null;

/** Plays the line's sound in order, and tells when each mark is reached. */
class Loudspeaker extends AudioWorkletProcessor {
  readonly #resampler = new Resampler(LINE_HZ, sampleRate);
  #queue: (Float32Array | string)[] = [];
  #offset = 0;

  constructor() {
    super();
    this.port.onmessage = (event: MessageEvent<LoudspeakerMessage>) => {
      if (event.data === null) this.#clear();
      else this.#queue.push(typeof event.data === "string" ? event.data : this.#resampler.push(event.data));
    };
  }

  process(_inputs: Float32Array[][], outputs: Float32Array[][]): boolean {
    const channel = outputs[0]?.[0];
    if (channel === undefined) return true;
    let written = 0;
    while (written < channel.length) {
      const head = this.#queue[0];
      if (head === undefined) break;
      if (typeof head === "string") this.port.postMessage(head);
      else written += this.#copy(head, channel, written);
      if (typeof head === "string" || this.#offset === head.length) this.#shift();
    }
    return true;
  }

  #copy(from: Float32Array, into: Float32Array, at: number): number {
    const count = Math.min(from.length - this.#offset, into.length - at);
    into.set(from.subarray(this.#offset, this.#offset + count), at);
    this.#offset += count;
    return count;
  }

  #shift(): void {
    this.#queue.shift();
    this.#offset = 0;
  }

  /** The telephone company also returns the marks of audio that was dropped, so the softphone does. */
  #clear(): void {
    for (const item of this.#queue) if (typeof item === "string") this.port.postMessage(item);
    this.#queue = [];
    this.#offset = 0;
  }
}

registerProcessor("loudspeaker", Loudspeaker);
