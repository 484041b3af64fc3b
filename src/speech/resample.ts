import createModule from "@echogarden/speex-resampler-wasm/simd";
import type { Sound } from "./flite/flite.ts";

interface SpeexModule {
  readonly HEAP16: Int16Array;
  _malloc(bytes: number): number;
  _free(pointer: number): void;
  _speex_resampler_init(channels: number, from: number, to: number, QUALITY: number, error: number): number;
  _speex_resampler_skip_zeros(state: number): number;
  _speex_resampler_process_int(
    state: number,
    channel: number,
    from: number,
    fromLength: number,
    to: number,
    toLength: number,
  ): number;
  _speex_resampler_destroy(state: number): void;
}

/** Changes the sample rate of a whole sound. */
export type Resample = (sound: Sound, toRate: number) => Int16Array;

/** Changes the sample rate of a sound that comes in pieces. Holds memory until it is disposed of. */
export interface StreamResampler extends Disposable {
  /** As much of the new sound as is known by now, which is a little less than has come. */
  push(samples: Int16Array): Int16Array;
  /** The rest, when no more comes. */
  end(): Int16Array;
}

export interface Rates {
  readonly fromRate: number;
  readonly toRate: number;
}

/** 0–10; 7 keeps everything below 3.7 kHz at 8 kHz and costs about 0.3 ms per second of sound. */
const QUALITY = 7;

export async function openResampler(): Promise<Resample> {
  const speex = (await createModule()) as SpeexModule;
  return (sound, toRate) => {
    if (sound.sampleRate === toRate) return sound.samples;
    return resampleWhole(speex, sound, toRate);
  };
}

/** Makes resamplers of one kind, each for one sound. */
export async function openStreamResampler(rates: Rates): Promise<() => StreamResampler> {
  const speex = (await createModule()) as SpeexModule;
  return () => new SpeexStream(speex, rates);
}

function resampleWhole(speex: SpeexModule, { samples, sampleRate }: Sound, toRate: number): Int16Array {
  using stream = new SpeexStream(speex, { fromRate: sampleRate, toRate });
  const padded = new Int16Array(samples.length + stream.latency);
  padded.set(samples);
  return stream.push(padded).slice(0, Math.ceil((samples.length * toRate) / sampleRate));
}

class SpeexStream implements StreamResampler {
  readonly #speex: SpeexModule;
  readonly #rates: Rates;
  #state: number;
  #taken = 0;
  #given = 0;

  constructor(speex: SpeexModule, rates: Rates) {
    this.#speex = speex;
    this.#rates = rates;
    this.#state = speex._speex_resampler_init(1, rates.fromRate, rates.toRate, QUALITY, 0);
    speex._speex_resampler_skip_zeros(this.#state);
  }

  /** The filter holds back so many samples at most: with as much silence behind them the last ones come out. */
  get latency(): number {
    return this.#rates.fromRate >> 5;
  }

  push(samples: Int16Array): Int16Array {
    const made = this.#process(samples);
    this.#taken += samples.length;
    this.#given += made.length;
    return made;
  }

  end(): Int16Array {
    const { fromRate, toRate } = this.#rates;
    const left = Math.ceil((this.#taken * toRate) / fromRate) - this.#given;
    return this.#process(new Int16Array(this.latency)).subarray(0, Math.max(0, left));
  }

  [Symbol.dispose](): void {
    if (this.#state !== 0) this.#speex._speex_resampler_destroy(this.#state);
    this.#state = 0;
  }

  #process(samples: Int16Array): Int16Array {
    const speex = this.#speex;
    const { fromRate, toRate } = this.#rates;
    // What was held back may come out with what these samples make.
    const outLength = Math.ceil(((samples.length + this.latency) * toRate) / fromRate);
    const from = speex._malloc(2 * samples.length);
    const to = speex._malloc(2 * outLength);
    const lengths = speex._malloc(8);
    try {
      speex.HEAP16.set(samples, from >> 1);
      const counts = new DataView(speex.HEAP16.buffer);
      counts.setUint32(lengths, samples.length, true);
      counts.setUint32(lengths + 4, outLength, true);
      speex._speex_resampler_process_int(this.#state, 0, from, lengths, to, lengths + 4);
      const produced = new DataView(speex.HEAP16.buffer).getUint32(lengths + 4, true);
      return speex.HEAP16.slice(to >> 1, (to >> 1) + produced);
    } finally {
      for (const pointer of [from, to, lengths]) speex._free(pointer);
    }
  }
}
