import createModule from "@echogarden/speex-resampler-wasm/simd";
import type { Sound } from "./flite/flite.ts";

interface SpeexModule {
  readonly HEAP16: Int16Array;
  _malloc(bytes: number): number;
  _free(pointer: number): void;
  _speex_resampler_init(channels: number, from: number, to: number, quality: number, error: number): number;
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

/** 0–10; 7 keeps everything below 3.7 kHz at 8 kHz and costs about 0.3 ms per second of sound. */
const quality = 7;

export async function openResampler(): Promise<Resample> {
  const speex = (await createModule()) as SpeexModule;
  return (sound, toRate) => {
    if (sound.sampleRate === toRate) return sound.samples;
    return resampleWhole(speex, sound, toRate);
  };
}

function resampleWhole(speex: SpeexModule, sound: Sound, toRate: number): Int16Array {
  // The filter holds back its latency, so that much silence is appended to press the last samples out.
  const padding = sound.sampleRate >> 5;
  const inLength = sound.samples.length + padding;
  const outLength = Math.ceil((sound.samples.length * toRate) / sound.sampleRate);
  const from = speex._malloc(2 * inLength);
  const to = speex._malloc(2 * outLength);
  const lengths = speex._malloc(8);
  try {
    const state = speex._speex_resampler_init(1, sound.sampleRate, toRate, quality, 0);
    speex._speex_resampler_skip_zeros(state);
    speex.HEAP16.fill(0, from >> 1, (from >> 1) + inLength);
    speex.HEAP16.set(sound.samples, from >> 1);
    const counts = new DataView(speex.HEAP16.buffer);
    counts.setUint32(lengths, inLength, true);
    counts.setUint32(lengths + 4, outLength, true);
    speex._speex_resampler_process_int(state, 0, from, lengths, to, lengths + 4);
    speex._speex_resampler_destroy(state);
    const produced = counts.getUint32(lengths + 4, true);
    return speex.HEAP16.slice(to >> 1, (to >> 1) + produced);
  } finally {
    for (const pointer of [from, to, lengths]) speex._free(pointer);
  }
}
