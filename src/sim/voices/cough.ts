import { FRAME_BYTES, SAMPLE_RATE_HZ } from "../../core/audio/audio-frame.ts";
import { encodeMulaw } from "../../core/audio/mulaw.ts";
import type { Random } from "../random.ts";

const BURST_MS = [110, 280] as const;
const FADES_MS = [40, 110] as const;
/** As loud as speech: 20 dB below full scale in the mean, with a sharp beginning. */
const AMPLITUDE = 9_000;
/** Where the throat rings, how widely, and how much of the noise does. */
const RINGS_HZ = [350, 1_400] as const;
const WIDTH_HZ = [120, 500] as const;
/** Share of coughs that end in a weak rough voice, and of those that come twice. */
const VOICED = 0.3;
const TWICE = 0.3;
const VOICE_MS = [40, 90] as const;
const VOICE_HZ = [100, 240] as const;
const VOICE_AMPLITUDE = 900;
const BREAK_MS = [60, 140] as const;

/** A cough as 8 kHz mu-law in whole frames: a burst of noise from a throat that fades. The same chance gives the same cough. */
export function cough(random: Random): Uint8Array {
  const sound = burst(random);
  if (random.chance(VOICED)) sound.push(...roughVoice(random));
  if (random.chance(TWICE)) sound.push(...silence(random.between(...BREAK_MS)), ...burst(random));
  const samples = new Int16Array(Math.ceil(sound.length / FRAME_BYTES) * FRAME_BYTES);
  samples.set(sound.map((sample) => Math.round(Math.max(-32_000, Math.min(32_000, sample)))));
  const mulaw = new Uint8Array(samples.length);
  encodeMulaw(samples, mulaw);
  return mulaw;
}

function samplesIn(durationMs: number): number {
  return Math.round((durationMs * SAMPLE_RATE_HZ) / 1000);
}

function silence(durationMs: number): number[] {
  return Array.from({ length: samplesIn(durationMs) }, () => 0);
}

function burst(random: Random): number[] {
  const fade = samplesIn(random.between(...FADES_MS));
  const decay = Math.exp((-Math.PI * random.between(...WIDTH_HZ)) / SAMPLE_RATE_HZ);
  const turn = 2 * decay * Math.cos((2 * Math.PI * random.between(...RINGS_HZ)) / SAMPLE_RATE_HZ);
  const rings = random.next();
  let [before, latest] = [0, 0];
  return Array.from({ length: samplesIn(random.between(...BURST_MS)) }, (_, at) => {
    const noise = random.next() + random.next() - 1;
    [before, latest] = [latest, noise + turn * latest - decay * decay * before];
    const throat = rings * latest * (1 - decay) * 4 + (1 - rings) * noise;
    return throat * AMPLITUDE * Math.exp(-at / fade);
  });
}

/** A few overtones of a pitch that is never quite the same. */
function roughVoice(random: Random): number[] {
  const hertz = random.between(...VOICE_HZ);
  const length = samplesIn(random.between(...VOICE_MS));
  let turn = 0;
  return Array.from({ length }, (_, at) => {
    turn += (2 * Math.PI * hertz * (0.9 + 0.2 * random.next())) / SAMPLE_RATE_HZ;
    const wave = Math.sin(turn) + Math.sin(2 * turn) / 2 + Math.sin(3 * turn) / 3 + random.next() - 0.5;
    return VOICE_AMPLITUDE * (1 - at / length) * wave;
  });
}
