import { mulawOf, mulawToLinear } from "./mulaw.ts";

/** Adds the sound `added`, times `gain`, to `into`, as far as both go: echo, a second speaker, noise. Too loud sums are clipped. */
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
