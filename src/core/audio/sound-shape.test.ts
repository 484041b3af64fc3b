import { expect, test } from "vitest";
import { FRAME_BYTES, SAMPLE_RATE_HZ } from "./audio-frame.ts";
import { mulawOf } from "./mulaw.ts";
import type { SoundShape } from "./sound-shape.ts";
import { VoiceActivity } from "./voice-activity.ts";

type Wave = (second: number) => number;

let seed = 11;
/** -1 to 1, from a small generator of its own. */
function chance(): number {
  seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
  return seed / 0x40000000 - 1;
}

/** A glottal tone through its overtones, whose pitch glides by so much a second. */
function vowel(hertz: number, glide = 0): Wave {
  return (second) => {
    const phase = 2 * Math.PI * (hertz * second + (glide * second * second) / 2);
    return [1, 2, 3, 4, 5].reduce((sum, harmonic) => sum + Math.sin(phase * harmonic) / harmonic, 0) / 2;
  };
}

const hiss: Wave = () => chance();
const silence: Wave = () => 0;

/** Noise that rings at a frequency, as that of a throat does. */
function ringing(hertz: number, widthHertz: number): Wave {
  const decay = Math.exp((-Math.PI * widthHertz) / SAMPLE_RATE_HZ);
  const turn = 2 * decay * Math.cos((2 * Math.PI * hertz) / SAMPLE_RATE_HZ);
  let [before, latest] = [0, 0];
  return () => {
    [before, latest] = [latest, chance() + turn * latest - decay * decay * before];
    return latest * (1 - decay);
  };
}

/** Falls by half in so long. */
function fading(wave: Wave, halfLifeMs: number): Wave {
  return (second) => wave(second) * 0.5 ** ((second * 1000) / halfLifeMs);
}

function steep(wave: Wave): Wave {
  return (second) => wave(second) * Math.min(1, second / 0.005);
}

type Part = readonly [wave: Wave, durationMs: number, amplitude: number];

/** Plays the parts over a quiet line and tells what the voice in it, if there was one, is made of. */
function shapeOf(parts: readonly Part[], noise = 40): SoundShape | null {
  const activity = new VoiceActivity();
  const line: readonly Part[] = [[silence, 2000, 0], ...parts, [silence, 400, 0]];
  const samples = line.flatMap(([wave, durationMs, amplitude]) =>
    Array.from({ length: durationMs * 8 }, (_, at) => amplitude * wave(at / SAMPLE_RATE_HZ)),
  );
  let shape: SoundShape | null = null;
  for (let start = 0; start + FRAME_BYTES <= samples.length; start += FRAME_BYTES) {
    const frame = Uint8Array.from(samples.slice(start, start + FRAME_BYTES), (sample) =>
      mulawOf(Math.round(sample + noise * chance())),
    );
    if (activity.push(frame) === "stopped") shape = activity.sound;
  }
  return shape;
}

const withoutVowel: readonly (readonly [string, readonly Part[]])[] = [
  ["a burst of white noise that fades", [[fading(hiss, 50), 220, 9000]]],
  ["a short one", [[fading(hiss, 30), 140, 12_000]]],
  ["a long one", [[fading(hiss, 120), 500, 9000]]],
  ["noise from a throat", [[steep(fading(ringing(700, 300), 80)), 260, 30_000]]],
  ["from a narrower one", [[steep(fading(ringing(450, 150), 80)), 260, 40_000]]],
  [
    "two coughs",
    [
      [fading(hiss, 50), 180, 9000],
      [silence, 100, 0],
      [fading(ringing(900, 400), 60), 180, 30_000],
    ],
  ],
  ["a rustle", [[(second) => chance() * Math.sin(second * 60) ** 2, 400, 5000]]],
  ["a hiss", [[hiss, 300, 2500]]],
];

test.each(withoutVowel)("%s has no vowel", (_name, parts) => {
  expect(shapeOf(parts)?.pitchedMs).toBeLessThan(40);
});

test("a cough that ends in voice is noise by most of its energy", () => {
  const shape = shapeOf([
    [fading(ringing(800, 300), 80), 160, 40_000],
    [fading(vowel(140), 50), 80, 1500],
  ]);
  expect(shape?.pitchedMs).toBeLessThanOrEqual(100);
  expect(shape?.pitchedShare).toBeLessThan(0.2);
});

const withVowel: readonly (readonly [string, readonly Part[]])[] = [
  ["a low voice", [[vowel(85), 200, 6000]]],
  ["a high voice", [[vowel(250), 200, 6000]]],
  ["a child's voice", [[vowel(330), 200, 6000]]],
  ["a voice that falls", [[vowel(180, -300), 200, 6000]]],
  ["a quiet voice", [[vowel(120), 200, 500]]],
  [
    "a consonant, a vowel, a consonant",
    [
      [hiss, 140, 1800],
      [vowel(120), 100, 6000],
      [hiss, 140, 1800],
    ],
  ],
];

test.each(withVowel)("%s has a vowel", (_name, parts) => {
  const shape = shapeOf(parts);
  expect(shape?.pitchedMs).toBeGreaterThanOrEqual(60);
  expect(shape?.pitchedShare).toBeGreaterThan(0.5);
});

test("in noise 10 dB under it as well", () => {
  expect(shapeOf([[vowel(120), 240, 6000]], 2200)?.pitchedMs).toBeGreaterThanOrEqual(60);
});

test("the hum of the line is none", () => {
  const hum: Part = [(second) => Math.sin(2 * Math.PI * 120 * second), 1500, 150];
  const activityAfterHum = shapeOf([
    hum,
    [(s) => fading(hiss, 50)(s) + 0.02 * vowel(120)(s), 240, 9000],
    hum,
  ]);
  expect(activityAfterHum?.pitchedMs).toBeLessThan(40);
});

test("two hums with a breath between them have a dip, and one has none, nor one after a weak burst", () => {
  const hum: Part = [(second) => Math.sin(2 * Math.PI * 130 * second), 140, 5000];
  expect(shapeOf([hum, [hiss, 60, 300], hum])?.dipDb).toBeGreaterThan(10);
  expect(shapeOf([hum, hum])?.dipDb).toBeLessThan(3);
  expect(shapeOf([[hiss, 60, 600], [silence, 20, 0], hum, hum])?.dipDb).toBeLessThan(3);
});
