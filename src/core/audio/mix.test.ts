import { expect, test } from "vitest";
import { FRAME_BYTES, silentFrame } from "./audio-frame.ts";
import { levelDb, SILENCE_DB } from "./level.ts";
import { mixMulawInto } from "./mix.ts";
import { mulawOf, mulawToLinear } from "./mulaw.ts";

const toneOf = (amplitude: number) =>
  Uint8Array.from({ length: FRAME_BYTES }, (_, i) =>
    mulawOf(Math.round(amplitude * Math.sin((i * Math.PI) / 8))),
  );

test("sums are clipped, and the shorter sound decides how far they go", () => {
  const [loud, low] = [mulawOf(30_000), mulawOf(-30_000)];
  const into = Uint8Array.of(loud, low, loud);
  mixMulawInto(into, Uint8Array.of(loud, low), 0.5);
  expect([...into]).toEqual([mulawOf(32_767), mulawOf(-32_768), loud]);
});

test("adding silence changes nothing, adding a sound to silence gives the sound", () => {
  const tone = toneOf(8000);
  const both = tone.slice();
  mixMulawInto(both, silentFrame());
  expect(both).toEqual(tone);
  const quiet = silentFrame();
  mixMulawInto(quiet, tone);
  expect(quiet).toEqual(tone);
});

test("two equal tones are 6 dB louder than one", () => {
  const twice = toneOf(8000);
  mixMulawInto(twice, toneOf(8000));
  expect(levelDb(twice) - levelDb(toneOf(8000))).toBeCloseTo(6, 0);
});

test("levels: full scale, a known tone, nothing", () => {
  expect(levelDb(new Uint8Array(FRAME_BYTES).fill(0x80))).toBeCloseTo(20 * Math.log10(32124 / 32768), 3);
  expect(levelDb(toneOf(16_384))).toBeCloseTo(-9, 0);
  expect(levelDb(silentFrame())).toBe(SILENCE_DB);
  expect(levelDb(new Uint8Array(0))).toBe(SILENCE_DB);
  expect(mulawToLinear[0xff]).toBe(0);
});
