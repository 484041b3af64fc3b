/** Half-width of the interpolation kernel in samples of the slower side; 8 keeps aliases about 50 dB down. */
const HALF_WIDTH = 8;

/**
 * Converts a stream of samples from one rate to another by windowed-sinc interpolation, so that a browser's 44.1 or 48 kHz
 * microphone and loudspeaker meet the 8 kHz telephone line. Keeps its place between calls of `push`.
 */
export class Resampler {
  readonly #ratio: number;
  readonly #cutoff: number;
  readonly #reach: number;
  #history: Float32Array;
  /** Position of the next output sample in the history, in input samples. */
  #position: number;

  constructor(fromHz: number, toHz: number) {
    this.#ratio = fromHz / toHz;
    this.#cutoff = Math.min(1, toHz / fromHz);
    this.#reach = Math.ceil(HALF_WIDTH / this.#cutoff);
    this.#history = new Float32Array(this.#reach);
    this.#position = this.#reach;
  }

  push(input: Float32Array): Float32Array {
    const samples = new Float32Array(this.#history.length + input.length);
    samples.set(this.#history);
    samples.set(input, this.#history.length);
    const usable = samples.length - this.#reach;
    const count = Math.max(0, Math.ceil((usable - this.#position) / this.#ratio));
    const output = new Float32Array(count);
    for (let i = 0; i < count; i++) output[i] = this.#interpolate(samples, this.#position + i * this.#ratio);
    const next = this.#position + count * this.#ratio;
    const kept = Math.max(0, Math.floor(next) - this.#reach);
    this.#history = samples.slice(kept);
    this.#position = next - kept;
    return output;
  }

  #interpolate(samples: Float32Array, position: number): number {
    const first = Math.max(0, Math.ceil(position - this.#reach));
    const last = Math.min(samples.length - 1, Math.floor(position + this.#reach));
    let sum = 0;
    for (let i = first; i <= last; i++) sum += (samples[i] ?? 0) * kernel((i - position) * this.#cutoff);
    return sum * this.#cutoff;
  }
}

/** Sinc under a Hann window that ends at `HALF_WIDTH`. */
function kernel(x: number): number {
  if (Math.abs(x) >= HALF_WIDTH) return 0;
  const window = 0.5 + 0.5 * Math.cos((Math.PI * x) / HALF_WIDTH);
  return x === 0 ? 1 : (window * Math.sin(Math.PI * x)) / (Math.PI * x);
}
