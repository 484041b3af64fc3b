import { mulawToLinear } from "./mulaw.ts";

/** Squares of the samples that a mu-law byte stands for, relative to full scale. */
const power = Float64Array.from({ length: 256 }, (_, byte) => ((mulawToLinear[byte] as number) / 32768) ** 2);

/** Level that stands for no sound at all. */
export const SILENCE_DB = -96;

/** Mean level of the sound in dB relative to full scale, from -96 (nothing) to 0. */
export function levelDb(mulaw: Uint8Array): number {
  if (mulaw.length === 0) return SILENCE_DB;
  let sum = 0;
  for (let i = 0; i < mulaw.length; i++) sum += power[mulaw[i] as number] as number;
  return sum === 0 ? SILENCE_DB : Math.max(SILENCE_DB, 10 * Math.log10(sum / mulaw.length));
}
