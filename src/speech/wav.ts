import { SAMPLE_RATE_HZ } from "../core/audio/audio-frame.ts";
import { decodeMulaw } from "../core/audio/mulaw.ts";

const PCM = 1;
const headerBytes = 44;

/** Mu-law of the line as a WAV file of 16-bit samples, which every service reads. */
export function wavOf(sound: Uint8Array): Uint8Array<ArrayBuffer> {
  const file = new Uint8Array(headerBytes + 2 * sound.length);
  const header = new DataView(file.buffer);
  const text = (at: number, words: string) => file.set(new TextEncoder().encode(words), at);
  text(0, "RIFF");
  header.setUint32(4, file.length - 8, true);
  text(8, "WAVEfmt ");
  header.setUint32(16, 16, true);
  header.setUint16(20, PCM, true);
  header.setUint16(22, 1, true);
  header.setUint32(24, SAMPLE_RATE_HZ, true);
  header.setUint32(28, 2 * SAMPLE_RATE_HZ, true);
  header.setUint16(32, 2, true);
  header.setUint16(34, 16, true);
  text(36, "data");
  header.setUint32(40, 2 * sound.length, true);
  // The header's length is even, so samples lie where an `Int16Array` can; every machine that Node runs on is little-endian.
  decodeMulaw(sound, new Int16Array(file.buffer, headerBytes));
  return file;
}
