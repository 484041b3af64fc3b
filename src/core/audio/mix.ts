import { mulawOf, mulawToLinear } from "./mulaw.ts";

/** Adds `added`, times `gain`, to `into`, sample by sample, as far as both go. Too loud sums are clipped. */
export function mixInto(into: Int16Array, added: Int16Array, gain = 1): void {
  const length = Math.min(into.length, added.length);
  for (let i = 0; i < length; i++) into[i] = clip((into[i] as number) + (added[i] as number) * gain);
}

/** The same for mu-law on both sides: echo, a second speaker, noise on the line. */
export function mixMulawInto(into: Uint8Array, added: Uint8Array, gain = 1): void {
  const length = Math.min(into.length, added.length);
  for (let i = 0; i < length; i++) {
    const sum =
      (mulawToLinear[into[i] as number] as number) + (mulawToLinear[added[i] as number] as number) * gain;
    into[i] = mulawOf(clip(sum));
  }
}

function clip(sample: number): number {
  return Math.max(-32768, Math.min(32767, Math.round(sample)));
}
