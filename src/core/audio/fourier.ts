/** Length of the blocks that are taken apart: a power of two. */
export const BLOCK_SAMPLES = 256;
/** Frequencies from 0 to half of the sample rate, both included. */
export const FREQUENCIES = BLOCK_SAMPLES / 2 + 1;

/** A block as sums of cosines (`real`) and sines (`imaginary`); both have `BLOCK_SAMPLES` entries, the second half mirrors the first. */
export interface Spectrum {
  readonly real: Float64Array;
  readonly imaginary: Float64Array;
}

const turns = Array.from({ length: BLOCK_SAMPLES / 2 }, (_, index) => (2 * Math.PI * index) / BLOCK_SAMPLES);
const cosines = Float64Array.from(turns, Math.cos);
const sines = Float64Array.from(turns, Math.sin);
const mirrored = Uint16Array.from({ length: BLOCK_SAMPLES }, (_, index) => bitsReversed(index));

/** The spectrum of `BLOCK_SAMPLES` samples, by the fast Fourier transform. */
export function spectrumOf(samples: Float64Array): Spectrum {
  const spectrum = { real: samples.slice(), imaginary: new Float64Array(BLOCK_SAMPLES) };
  transform(spectrum);
  return spectrum;
}

/** The samples whose spectrum this is; takes `spectrum` apart. */
export function samplesOf(spectrum: Spectrum): Float64Array {
  const { real, imaginary } = spectrum;
  // With both halves exchanged the transform runs backwards.
  transform({ real: imaginary, imaginary: real });
  for (let index = 0; index < BLOCK_SAMPLES; index++) (real[index] as number) /= BLOCK_SAMPLES;
  return real;
}

/** Cooley and Tukey's, in place. */
function transform({ real, imaginary }: Spectrum): void {
  for (let index = 0; index < BLOCK_SAMPLES; index++) {
    const other = mirrored[index] as number;
    if (other <= index) continue;
    exchange(real, index, other);
    exchange(imaginary, index, other);
  }
  for (let length = 2; length <= BLOCK_SAMPLES; length *= 2) {
    for (let start = 0; start < BLOCK_SAMPLES; start += length) join({ real, imaginary }, start, length);
  }
}

/** Joins the spectra of the even and the odd samples of a part. */
function join({ real, imaginary }: Spectrum, start: number, length: number): void {
  const half = length / 2;
  const step = BLOCK_SAMPLES / length;
  for (let index = 0; index < half; index++) {
    const cosine = cosines[index * step] as number;
    const sine = sines[index * step] as number;
    const even = start + index;
    const odd = even + half;
    const oddReal = (real[odd] as number) * cosine + (imaginary[odd] as number) * sine;
    const oddImaginary = (imaginary[odd] as number) * cosine - (real[odd] as number) * sine;
    real[odd] = (real[even] as number) - oddReal;
    imaginary[odd] = (imaginary[even] as number) - oddImaginary;
    (real[even] as number) += oddReal;
    (imaginary[even] as number) += oddImaginary;
  }
}

function exchange(numbers: Float64Array, one: number, other: number): void {
  const kept = numbers[one] as number;
  numbers[one] = numbers[other] as number;
  numbers[other] = kept;
}

function bitsReversed(index: number): number {
  let reversed = 0;
  for (let bit = 1; bit < BLOCK_SAMPLES; bit *= 2) reversed = reversed * 2 + (index & bit ? 1 : 0);
  return reversed;
}
