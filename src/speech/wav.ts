import { SAMPLE_RATE_HZ } from "../core/audio/audio-frame.ts";
import { decodeMulaw } from "../core/audio/mulaw.ts";

/** Of a WAV file: how a sample is written, and in how many bytes. */
const formats = { pcm: { tag: 1, sampleBytes: 2 }, mulaw: { tag: 7, sampleBytes: 1 } } as const;

const HEADER_BYTES = 44;

/** Mu-law of the line as a WAV file of 16-bit samples, which every service reads. */
export function wavOf(sound: Uint8Array): Uint8Array<ArrayBuffer> {
  const file = emptyWav({ format: "pcm", channels: 1, samples: sound.length });
  // The header's length is even, so samples lie where an `Int16Array` can; every machine that Node runs on is little-endian.
  decodeMulaw(sound, new Int16Array(file.buffer, HEADER_BYTES));
  return file;
}

/** Two sounds of mu-law, sample by sample, as a WAV file that keeps them as they are. */
export function stereoWavOf(stereo: Uint8Array): Uint8Array {
  const file = emptyWav({ format: "mulaw", channels: 2, samples: stereo.length / 2 });
  file.set(stereo, HEADER_BYTES);
  return file;
}

/** A file with its header and room for so many samples of each channel, at the line's rate. */
function emptyWav(of: { format: keyof typeof formats; channels: 1 | 2; samples: number }) {
  const { tag, sampleBytes } = formats[of.format];
  const frameBytes = of.channels * sampleBytes;
  const file = new Uint8Array(HEADER_BYTES + of.samples * frameBytes);
  const header = new DataView(file.buffer);
  const text = (at: number, words: string) => file.set(new TextEncoder().encode(words), at);
  text(0, "RIFF");
  header.setUint32(4, file.length - 8, true);
  text(8, "WAVEfmt ");
  header.setUint32(16, 16, true);
  header.setUint16(20, tag, true);
  header.setUint16(22, of.channels, true);
  header.setUint32(24, SAMPLE_RATE_HZ, true);
  header.setUint32(28, SAMPLE_RATE_HZ * frameBytes, true);
  header.setUint16(32, frameBytes, true);
  header.setUint16(34, 8 * sampleBytes, true);
  text(36, "data");
  header.setUint32(40, of.samples * frameBytes, true);
  return file;
}
