import { expect, test } from "vitest";
import { decodeMulaw, encodeMulaw, mulawOf } from "./mulaw.ts";

/** The encoder of G.711 as the recommendation describes it: by decision levels, without a table. */
function reference(sample: number): number {
  const sign = sample < 0 ? 0x80 : 0;
  const biased = Math.min(Math.abs(sample), 32635) + 132;
  let segment = 0;
  while (segment < 7 && biased >= 1 << (segment + 8)) segment++;
  return ~(sign | (segment << 4) | ((biased >> (segment + 3)) & 15)) & 0xff;
}

test("every sample is encoded as the recommendation says", () => {
  for (let sample = -32768; sample <= 32767; sample++) expect(mulawOf(sample)).toBe(reference(sample));
});

test("every byte survives decoding and encoding, save the negative zero", () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, i) => i);
  const samples = new Int16Array(256);
  const again = new Uint8Array(256);
  decodeMulaw(bytes, samples);
  encodeMulaw(samples, again);
  expect([...again]).toEqual([...bytes].map((byte) => (byte === 0x7f ? 0xff : byte)));
});

test("known values", () => {
  const samples = new Int16Array(4);
  decodeMulaw(Uint8Array.of(0xff, 0x00, 0x80, 0xfe), samples);
  expect([...samples]).toEqual([0, -32124, 32124, 8]);
});

test("a frame that does not fit is a bug", () => {
  expect(() => decodeMulaw(new Uint8Array(160), new Int16Array(80))).toThrow(RangeError);
  expect(() => encodeMulaw(new Int16Array(160), new Uint8Array(80))).toThrow(RangeError);
});
