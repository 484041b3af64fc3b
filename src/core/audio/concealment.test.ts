import { expect, test } from "vitest";
import { BYTES_PER_MS, MULAW_SILENCE, SAMPLE_RATE_HZ } from "./audio-frame.ts";
import { Concealment } from "./concealment.ts";
import { levelDb } from "./level.ts";
import { mulawOf, mulawToLinear } from "./mulaw.ts";

/** A voice of so many hertz and its overtones, from `fromMs` of the line on. */
function voice(hertz: number, fromMs: number, durationMs: number): Uint8Array {
  return Uint8Array.from({ length: durationMs * BYTES_PER_MS }, (_, index) => {
    const turn = ((fromMs * BYTES_PER_MS + index) / SAMPLE_RATE_HZ) * 2 * Math.PI * hertz;
    return mulawOf(Math.round(4000 * (Math.sin(turn) + 0.6 * Math.sin(2 * turn) + 0.3 * Math.sin(5 * turn))));
  });
}

function after(sound: Uint8Array, ...gapsMs: number[]): Uint8Array[] {
  const concealment = new Concealment();
  concealment.heard(sound);
  return gapsMs.map((ms) => {
    const part = new Uint8Array(ms * BYTES_PER_MS);
    concealment.fill(part);
    return part;
  });
}

/** 1 where both go up and down together. */
function correlation(one: Uint8Array, other: Uint8Array): number {
  let [product, energy, otherEnergy] = [0, 0, 0];
  for (let i = 0; i < one.length; i++) {
    const [a, b] = [mulawToLinear[one[i] as number] as number, mulawToLinear[other[i] as number] as number];
    product += a * b;
    energy += a * a;
    otherEnergy += b * b;
  }
  return product / Math.sqrt(energy * otherEnergy);
}

test.each([80, 110, 160, 220, 300])("a voice of %s Hz goes on through a lost frame as it was", (hertz) => {
  const [gap] = after(voice(hertz, 0, 100), 20);
  expect(correlation(gap as Uint8Array, voice(hertz, 100, 20))).toBeGreaterThan(0.9);
});

test("it fades, and is silence after 60 ms, however the gap is asked for", () => {
  const [first, second, third, fourth] = after(voice(110, 0, 100), 20, 20, 20, 20).map(levelDb);
  expect(second).toBeLessThan((first as number) - 1);
  expect(third).toBeLessThan((second as number) - 4);
  expect(fourth).toBe(-96);
  const [whole] = after(voice(110, 0, 100), 80);
  expect([...(whole as Uint8Array)]).toEqual(
    after(voice(110, 0, 100), 7, 33, 40).flatMap((part) => [...part]),
  );
});

test("noise goes on as loud as it was, and silence stays silence", () => {
  let seed = 5;
  const noise = Uint8Array.from({ length: 800 }, () => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    return mulawOf(seed / 0x40000 - 4096);
  });
  const [gap] = after(noise, 20);
  expect(Math.abs(levelDb(gap as Uint8Array) - levelDb(noise))).toBeLessThan(2.5);
  expect(after(new Uint8Array(800).fill(MULAW_SILENCE), 20)[0]).toEqual(
    new Uint8Array(160).fill(MULAW_SILENCE),
  );
});

test("after sound that came, a gap is a new one", () => {
  const concealment = new Concealment();
  concealment.heard(voice(110, 0, 100));
  concealment.fill(new Uint8Array(80 * BYTES_PER_MS));
  concealment.heard(voice(110, 180, 20));
  const gap = new Uint8Array(20 * BYTES_PER_MS);
  concealment.fill(gap);
  expect(levelDb(gap)).toBeGreaterThan(-25);
});
