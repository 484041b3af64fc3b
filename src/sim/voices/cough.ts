import { FRAME_BYTES, SAMPLE_RATE_HZ } from "../../core/audio/audio-frame.ts";
import { encodeMulaw } from "../../core/audio/mulaw.ts";
import type { Random } from "../random.ts";

const LASTS_MS = [140, 260] as const;
/** As loud as speech: 20 dB below full scale in the mean, with a sharp beginning. */
const AMPLITUDE = 9_000;
const FADES_MS = 70;

/** A cough as 8 kHz mu-law in whole frames: a burst of noise that fades. The same chance gives the same cough. */
export function cough(random: Random): Uint8Array {
  const samples =
    Math.round((random.between(...LASTS_MS) * SAMPLE_RATE_HZ) / 1000 / FRAME_BYTES) * FRAME_BYTES;
  const fade = (FADES_MS * SAMPLE_RATE_HZ) / 1000;
  const sound = Int16Array.from({ length: samples }, (_, at) => {
    const noise = random.next() + random.next() - 1;
    return Math.round(noise * AMPLITUDE * Math.exp(-at / fade));
  });
  const mulaw = new Uint8Array(samples);
  encodeMulaw(sound, mulaw);
  return mulaw;
}
