import { FRAME_BYTES } from "../../core/audio/audio-frame.ts";

/** Mu-law has a byte a sample. */
const FRAME_SAMPLES = FRAME_BYTES;
const FULL_SCALE = 32768;
/** Speech in the network is loudest around here (ITU-T P.56 active level of a handset near -20 dBFS). */
const SPEECH_LEVEL_DB = -20;
/** A frame so much below the loudest one is silence. */
const SILENCE_BELOW_PEAK_DB = 36;

/**
 * Brings 8 kHz speech to the level of a telephone line and cuts the silence around it, down to whole frames. What is left
 * starts with the first sounding frame and ends with the last, so that its ends are the ends of speech.
 */
export function toTelephoneLevel(samples: Int16Array): Int16Array {
  const levels = frameLevels(samples);
  const peak = Math.max(...levels, 1);
  const floor = peak * 10 ** (-SILENCE_BELOW_PEAK_DB / 20);
  const first = levels.findIndex((level) => level > floor);
  if (first < 0) return new Int16Array(0);
  const last = levels.findLastIndex((level) => level > floor);
  const active = levels.filter((level) => level > floor);
  const rms = Math.sqrt(active.reduce((sum, level) => sum + level * level, 0) / active.length);
  const gain = (FULL_SCALE * 10 ** (SPEECH_LEVEL_DB / 20)) / rms;
  const sounding = samples.subarray(first * FRAME_SAMPLES, (last + 1) * FRAME_SAMPLES);
  return sounding.map((sample) => Math.max(-32000, Math.min(32000, Math.round(sample * gain))));
}

/** Root mean square of each whole frame of 20 ms. */
function frameLevels(samples: Int16Array): number[] {
  const levels: number[] = [];
  for (let start = 0; start + FRAME_SAMPLES <= samples.length; start += FRAME_SAMPLES) {
    const energy = samples
      .subarray(start, start + FRAME_SAMPLES)
      .reduce((sum, sample) => sum + sample ** 2, 0);
    levels.push(Math.sqrt(energy / FRAME_SAMPLES));
  }
  return levels;
}

/** The samples of a mono 16-bit WAV file with a header of 44 bytes, as Flite writes it. */
export function readWav(file: Uint8Array): { samples: Int16Array; sampleRate: number } {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const count = Math.max(0, file.byteLength - 44) >> 1;
  const samples = new Int16Array(count);
  for (let index = 0; index < count; index++) samples[index] = view.getInt16(44 + index * 2, true);
  return { samples, sampleRate: view.getUint32(24, true) };
}
