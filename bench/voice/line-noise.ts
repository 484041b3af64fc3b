import { encodeMulaw, mulawToLinear } from "../../src/core/audio/mulaw.ts";

/** Sound to try voice activity and recognition in. All of it comes from a seed, so that figures can be had again. */

/** Uniform in 0–1, from a 32-bit seed (Mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function whiteNoise(samples: number, random: () => number): Float64Array {
  // The sum of four uniform values is near enough to a normal one.
  return Float64Array.from({ length: samples }, () => random() + random() + random() + random() - 2);
}

/** Falls by 3 dB an octave (Kellet's filter, good to half a decibel from 10 Hz up at 44 kHz, from 2 Hz at 8 kHz). */
export function pinkNoise(samples: number, random: () => number): Float64Array {
  let [a, b, c] = [0, 0, 0];
  return whiteNoise(samples, random).map((white) => {
    a = 0.99765 * a + white * 0.099046;
    b = 0.963 * b + white * 0.2965164;
    c = 0.57 * c + white * 1.0526913;
    return a + b + c + white * 0.1848;
  });
}

/** Chords of plucked tones with their overtones, two a second: what a line plays to somebody on hold. */
export function holdMusic(samples: number, random: () => number): Float64Array {
  const out = new Float64Array(samples);
  const scale = [262, 294, 330, 392, 440, 523, 587, 659];
  for (let start = 0; start < samples; start += 4000) {
    for (let voice = 0; voice < 3; voice++) {
      const hertz = scale[Math.floor(random() * scale.length)] as number;
      const length = Math.min(8000, samples - start);
      for (let i = 0; i < length; i++) {
        const turn = (i / 8000) * 2 * Math.PI * hertz;
        const tone = Math.sin(turn) + 0.4 * Math.sin(2 * turn) + 0.2 * Math.sin(3 * turn);
        out[start + i] = (out[start + i] as number) + tone * Math.exp(-i / 3000);
      }
    }
  }
  return out;
}

function levelOf(sound: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < sound.length; i++) sum += (sound[i] as number) ** 2;
  return Math.sqrt(sum / Math.max(1, sound.length));
}

/** The sound at `db` relative to full scale. */
export function atLevel(sound: Float64Array, db: number): Float64Array {
  const gain = (32768 * 10 ** (db / 20)) / Math.max(1e-9, levelOf(sound));
  return sound.map((sample) => sample * gain);
}

/** Level of the voices, relative to full scale. */
const SPEECH_DB = -20;

/** The mu-law with pink noise so many decibels below a voice. */
export function addPinkNoise(mulaw: Uint8Array, snrDb: number, random: () => number): Uint8Array {
  const noise = atLevel(pinkNoise(mulaw.length, random), SPEECH_DB - snrDb);
  const samples = Int16Array.from(mulaw, (byte, index) => {
    const sum = (mulawToLinear[byte] as number) + (noise[index] as number);
    return Math.max(-32_768, Math.min(32_767, Math.round(sum)));
  });
  const noisy = new Uint8Array(mulaw.length);
  encodeMulaw(samples, noisy);
  return noisy;
}
