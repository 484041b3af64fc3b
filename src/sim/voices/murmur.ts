import { FRAME_BYTES, SAMPLE_RATE_HZ } from "../../core/audio/audio-frame.ts";
import { encodeMulaw } from "../../core/audio/mulaw.ts";
import type { Random } from "../random.ts";

const PITCH_HZ = [90, 210] as const;
const SYLLABLE_MS = [110, 200] as const;
/** Between the syllables a breath through the nose. */
const BREATH_MS = [30, 70] as const;
/** The second syllable is so much higher than the first. */
const RISES = [1.05, 1.35] as const;
/** As loud as speech, 20 dB below full scale. */
const AMPLITUDE = 5_200;
const BREATH_AMPLITUDE = 350;
const EDGE_MS = 25;
/** A closed mouth lets little through above: each overtone is so much weaker than the one before it. */
const OVERTONES = [1, 0.6, 0.25, 0.1, 0.05] as const;

/** An "mm-hm" as 8 kHz mu-law in whole frames: two hummed syllables. The same chance gives the same hum. */
export function murmur(random: Random): Uint8Array {
  const hertz = random.between(...PITCH_HZ);
  const first = hum(hertz, hertz * 0.95, random.between(...SYLLABLE_MS));
  const breath = Array.from(
    { length: samplesIn(random.between(...BREATH_MS)) },
    () => BREATH_AMPLITUDE * (2 * random.next() - 1),
  );
  const second = hum(hertz, hertz * random.between(...RISES), random.between(...SYLLABLE_MS));
  const sound = [...first, ...breath, ...second];
  const mulaw = new Uint8Array(Math.ceil(sound.length / FRAME_BYTES) * FRAME_BYTES);
  const samples = new Int16Array(mulaw.length);
  samples.set(sound.map((sample) => Math.round(sample)));
  encodeMulaw(samples, mulaw);
  return mulaw;
}

function samplesIn(durationMs: number): number {
  return Math.round((durationMs * SAMPLE_RATE_HZ) / 1000);
}

function hum(fromHertz: number, toHertz: number, durationMs: number): number[] {
  const length = samplesIn(durationMs);
  const edge = samplesIn(EDGE_MS);
  let turn = 0;
  return Array.from({ length }, (_, at) => {
    turn += (2 * Math.PI * (fromHertz + ((toHertz - fromHertz) * at) / length)) / SAMPLE_RATE_HZ;
    const swell = Math.min(1, at / edge, (length - at) / edge);
    const wave = OVERTONES.reduce((sum, share, index) => sum + share * Math.sin(turn * (index + 1)), 0);
    return AMPLITUDE * swell * wave;
  });
}
