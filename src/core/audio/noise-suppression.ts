import { BLOCK_SAMPLES, type Spectrum, samplesOf, spectrumOf } from "./fourier.ts";
import { applyGains, BANDS, bandPowers } from "./mel-bands.ts";

/** Blocks overlap by three quarters, so that their gains run into each other. */
const STEP_SAMPLES = BLOCK_SAMPLES / 4;
const OVERLAP_SAMPLES = BLOCK_SAMPLES - STEP_SAMPLES;
/** Squared and overlapped so, these windows add up to 2 everywhere. */
const window = Float64Array.from({ length: BLOCK_SAMPLES }, (_, index) =>
  Math.sin((Math.PI * (index + 0.5)) / BLOCK_SAMPLES),
);
const WINDOWS_SUM = 2;

/** The quietest blocks are noise: there is always some of it before the first word and after the last. */
const NOISE_SHARE = 0.15;
/** The loudest are speech, but for a click. */
const SPEECH_SHARE = 0.95;
/** Speech this far above the noise is recognized as it is. */
const CLEAR_DB = 26;

/** How much of what is known of the speech in a block is taken from the one beside it, so that chance peaks of noise do not count. */
const INERTIA = 0.95;
/** Powers of speech over noise are never taken to be less: -25 dB. */
const LEAST_SPEECH = 10 ** (-25 / 10);
const MOST_POWER = 1000;
/** A full Wiener filter (1) takes too much of weak consonants away. */
const STRENGTH = 0.7;
/** What is all noise is made 18 dB weaker. Silence would be unlike all that the recognizer has learned from. */
const LEAST_GAIN = 10 ** (-18 / 20);

/** One overlapping piece of the sound; powers are by band. */
interface Block {
  /** Place of its first sample; below 0 where it begins before the sound. */
  readonly start: number;
  readonly spectrum: Spectrum;
  readonly powers: Float64Array;
  readonly power: number;
}

/**
 * Takes steady noise out of a stretch of speech at 8 kHz: a Wiener filter in bands of the ear, whose speech over noise is
 * estimated after Ephraim and Malah, once forwards and once backwards. Sound that hardly has noise is returned as it is. The
 * same sound gives the same result. Takes 4 ms for a second of sound without noise, 8 with it.
 */
export function suppressNoise(samples: Float32Array): Float32Array {
  const blocks = blocksOf(samples);
  const noise = noiseIn(blocks, samples.length);
  if (noise === null) return samples;
  const overNoise = blocks.map(({ powers }) =>
    powers.map((power, band) => Math.min(MOST_POWER, power / (noise[band] as number))),
  );
  const forwards = speechOverNoise(overNoise);
  const backwards = speechOverNoise(overNoise.toReversed()).toReversed();
  const clean = new Float64Array(samples.length);
  for (const [index, { start, spectrum }] of blocks.entries()) {
    const [before, after] = [forwards[index] as Float64Array, backwards[index] as Float64Array];
    applyGains(
      spectrum,
      before.map((speech, band) => gainFor((speech + (after[band] as number)) / 2)),
    );
    overlapAdd(clean, start, samplesOf(spectrum));
  }
  return Float32Array.from(clean);
}

/** Every sample lies in as many blocks as any other; the first ones begin before the sound. */
function blocksOf(samples: Float32Array): readonly Block[] {
  const count = Math.ceil((samples.length + OVERLAP_SAMPLES) / STEP_SAMPLES);
  return Array.from({ length: count }, (_, index) => {
    const start = index * STEP_SAMPLES - OVERLAP_SAMPLES;
    const spectrum = spectrumOf(window.map((weight, at) => weight * (samples[start + at] ?? 0)));
    const powers = bandPowers(spectrum);
    return { start, spectrum, powers, power: powers.reduce((sum, power) => sum + power, 0) };
  });
}

/** Mean powers of the quietest blocks; null when they are so quiet that nothing is to be done. */
function noiseIn(blocks: readonly Block[], samples: number): Float64Array | null {
  const whole = blocks
    .filter(({ start }) => start >= 0 && start + BLOCK_SAMPLES <= samples)
    .sort((one, other) => one.power - other.power);
  const quiet = whole.slice(0, Math.ceil(whole.length * NOISE_SHARE));
  const loud = whole[Math.floor(whole.length * SPEECH_SHARE)];
  const mean = quiet.reduce((sum, { power }) => sum + power, 0) / quiet.length;
  if (loud === undefined || loud.power >= mean * 10 ** (CLEAR_DB / 10)) return null;
  return Float64Array.from({ length: BANDS }, (_, band) => {
    const sum = quiet.reduce((total, { powers }) => total + (powers[band] as number), 0);
    return Math.max(Number.MIN_VALUE, sum / quiet.length);
  });
}

/** Power of speech over that of noise, by block and band ("a priori"), from the power of both over that of noise ("a posteriori"). */
function speechOverNoise(overNoise: readonly Float64Array[]): readonly Float64Array[] {
  const passed = new Float64Array(BANDS);
  return overNoise.map((powers) =>
    powers.map((power, band) => {
      const here = Math.max(0, power - 1);
      const speech = Math.max(LEAST_SPEECH, INERTIA * (passed[band] as number) + (1 - INERTIA) * here);
      passed[band] = (speech / (1 + speech)) ** 2 * power;
      return speech;
    }),
  );
}

function gainFor(speech: number): number {
  return Math.max(LEAST_GAIN, (speech / (1 + speech)) ** STRENGTH);
}

function overlapAdd(sum: Float64Array, start: number, block: Float64Array): void {
  const from = Math.max(0, -start);
  const to = Math.min(BLOCK_SAMPLES, sum.length - start);
  for (let index = from; index < to; index++)
    (sum[start + index] as number) += ((window[index] as number) * (block[index] as number)) / WINDOWS_SUM;
}
