import SpeexResampler from "@echogarden/speex-resampler-wasm";

const QUALITY = 8;
const LINE_RATE = 8000;

/** Converts a whole recording to 8 kHz. Resolves to a function because the WebAssembly module loads once. */
export async function openResampler(): Promise<(samples: Int16Array, fromRate: number) => Int16Array> {
  const speex = await SpeexResampler();
  return (samples, fromRate) => (fromRate === LINE_RATE ? samples : resample(speex, samples, fromRate));
}

type Speex = Awaited<ReturnType<typeof SpeexResampler>>;

function resample(speex: Speex, samples: Int16Array, fromRate: number): Int16Array {
  const capacity = Math.ceil((samples.length * LINE_RATE) / fromRate) + 256;
  const input = speex._malloc(samples.length * 2);
  const output = speex._malloc(capacity * 2);
  const lengths = speex._malloc(8);
  const state = speex._speex_resampler_init(1, fromRate, LINE_RATE, QUALITY, lengths);
  try {
    if (state === 0) throw new Error(`no resampler from ${fromRate} Hz`);
    speex._speex_resampler_skip_zeros(state);
    speex.HEAP16.set(samples, input >> 1);
    speex.HEAPU32[lengths >> 2] = samples.length;
    speex.HEAPU32[(lengths >> 2) + 1] = capacity;
    speex._speex_resampler_process_int(state, 0, input, lengths, output, lengths + 4);
    const made = speex.HEAPU32[(lengths >> 2) + 1] ?? 0;
    return speex.HEAP16.slice(output >> 1, (output >> 1) + made);
  } finally {
    if (state !== 0) speex._speex_resampler_destroy(state);
    for (const pointer of [input, output, lengths]) speex._free(pointer);
  }
}
