import { SAMPLE_RATE_HZ } from "./audio-frame.ts";
import { BLOCK_SAMPLES, FREQUENCIES, type Spectrum } from "./fourier.ts";

/** As many as tell the noise of a line from speech; the lowest are about as narrow as the spectrum's own frequencies. */
export const BANDS = 40;
const LOWEST_HZ = 60;
const HIGHEST_HZ = 3_900;

interface Part {
  readonly band: number;
  readonly weight: number;
}

/** Of each frequency of the spectrum, the one or two bands that it lies in; their weights add up to 1. */
const partsOf: readonly (readonly Part[])[] = Array.from({ length: FREQUENCIES }, (_, bin) => {
  const hertz = Math.min(HIGHEST_HZ, Math.max(LOWEST_HZ, (bin * SAMPLE_RATE_HZ) / BLOCK_SAMPLES));
  const place = ((mel(hertz) - mel(LOWEST_HZ)) / (mel(HIGHEST_HZ) - mel(LOWEST_HZ))) * (BANDS - 1);
  const band = Math.min(BANDS - 2, Math.floor(place));
  return [
    { band, weight: band + 1 - place },
    { band: band + 1, weight: place - band },
  ].filter(({ weight }) => weight > 0);
});

const weightOf = new Float64Array(BANDS);
for (const { band, weight } of partsOf.flat()) (weightOf[band] as number) += weight;

/** Mean power of a spectrum in bands as wide as the ear hears them: narrow ones below, wide ones above. */
export function bandPowers({ real, imaginary }: Spectrum): Float64Array {
  const powers = new Float64Array(BANDS);
  for (let bin = 0; bin < FREQUENCIES; bin++) {
    const power = (real[bin] as number) ** 2 + (imaginary[bin] as number) ** 2;
    for (const { band, weight } of partsOf[bin] as readonly Part[])
      (powers[band] as number) += weight * power;
  }
  return powers.map((sum, band) => sum / (weightOf[band] as number));
}

/** Multiplies each frequency by the gain of the bands that it lies in. */
export function applyGains({ real, imaginary }: Spectrum, gains: Float64Array): void {
  for (let bin = 0; bin < FREQUENCIES; bin++) {
    let gain = 0;
    for (const { band, weight } of partsOf[bin] as readonly Part[]) gain += weight * (gains[band] as number);
    const mirror = (BLOCK_SAMPLES - bin) % BLOCK_SAMPLES;
    for (const at of mirror === bin ? [bin] : [bin, mirror]) {
      (real[at] as number) *= gain;
      (imaginary[at] as number) *= gain;
    }
  }
}

/** Pitch as the ear counts it. */
function mel(hertz: number): number {
  return 2595 * Math.log10(1 + hertz / 700);
}
