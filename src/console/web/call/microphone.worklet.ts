import { Resampler } from "./resampler.ts";

const LINE_HZ = 8000;
const FRAME_SAMPLES = 160;

/** Posts the microphone's sound in frames of 20 ms at 8 kHz. */
class Microphone extends AudioWorkletProcessor {
  readonly #resampler = new Resampler(sampleRate, LINE_HZ);
  #frame = new Float32Array(FRAME_SAMPLES);
  #filled = 0;

  process(inputs: Float32Array[][]): boolean {
    const channel = inputs[0]?.[0];
    if (channel === undefined) return true;
    for (const sample of this.#resampler.push(channel)) {
      this.#frame[this.#filled++] = sample;
      if (this.#filled === FRAME_SAMPLES) this.#post();
    }
    return true;
  }

  #post(): void {
    this.port.postMessage(this.#frame, [this.#frame.buffer]);
    this.#frame = new Float32Array(FRAME_SAMPLES);
    this.#filled = 0;
  }
}

registerProcessor("microphone", Microphone);
