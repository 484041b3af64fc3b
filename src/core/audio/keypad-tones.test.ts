// Goal: every key that a telephone sends in the sound is heard once, and nothing else is taken for one. Method: tones as
// ITU-T Q.24 allows them, and what lines carry beside: voices, music, noise, the network's own tones.
import { describe, expect, test } from "vitest";
import { FRAME_BYTES } from "./audio-frame.ts";
import { KeypadTones } from "./keypad-tones.ts";
import { mulawOf } from "./mulaw.ts";

type Sound = (second: number) => number;

const sine =
  (hertz: number, amplitude: number): Sound =>
  (second) =>
    amplitude * Math.sin(2 * Math.PI * hertz * second);
const sum =
  (...sounds: readonly Sound[]): Sound =>
  (second) =>
    sounds.reduce((total, sound) => total + sound(second), 0);
const silence: Sound = () => 0;
let seed = 7;
const noise =
  (amplitude: number): Sound =>
  () => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    return amplitude * (seed / 0x40000000 - 1);
  };

const pairs: readonly (readonly [key: string, row: number, column: number])[] = [
  ["1", 697, 1209],
  ["2", 697, 1336],
  ["3", 697, 1477],
  ["4", 770, 1209],
  ["5", 770, 1336],
  ["6", 770, 1477],
  ["7", 852, 1209],
  ["8", 852, 1336],
  ["9", 852, 1477],
  ["*", 941, 1209],
  ["0", 941, 1336],
  ["#", 941, 1477],
];

/** Plays stretches of sound one after the other and returns the keys that were heard. */
function heard(...stretches: readonly (readonly [durationMs: number, sound: Sound])[]): string {
  const samples = stretches.flatMap(([durationMs, sound]) =>
    Array.from({ length: durationMs * 8 }, (_, i) =>
      mulawOf(Math.round(Math.max(-32000, Math.min(32000, sound(i / 8000) * 32767)))),
    ),
  );
  const detector = new KeypadTones();
  let keys = "";
  for (let at = 0; at + FRAME_BYTES <= samples.length; at += FRAME_BYTES)
    keys += detector.push(Uint8Array.from(samples.slice(at, at + FRAME_BYTES))) ?? "";
  return keys;
}

const tone = (row: number, column: number, low = 0.1, high = 0.1) => sum(sine(row, low), sine(column, high));

describe("keys", () => {
  test.each(pairs)("%s", (key, row, column) => {
    expect(heard([40, silence], [80, tone(row, column)], [60, silence])).toBe(key);
  });

  test("each is told once, however long it is held, and again after a pause", () => {
    expect(heard([500, tone(770, 1336)], [50, silence], [70, tone(770, 1336)], [60, silence])).toBe("55");
  });

  test("a number dialled as fast as machines do", () => {
    const dialled = ["5", "0", "3", "5", "5", "5", "0", "1", "2", "3"].flatMap((digit) => {
      const [, row, column] = pairs.find(([key]) => key === digit) ?? ["", 0, 0];
      return [[60, tone(row, column)] as const, [50, silence] as const];
    });
    expect(heard(...dialled)).toBe("5035550123");
  });

  test("wherever in a frame they begin", () => {
    for (let ms = 0; ms < 20; ms++)
      expect(heard([ms, silence], [60, tone(852, 1477)], [80, silence])).toBe("9");
  });

  test.each([
    ["1.5 % too high", tone(697 * 1.015, 1209 * 1.015)],
    ["1.5 % too low", tone(941 * 0.985, 1477 * 0.985)],
    ["the row louder by 6 dB", tone(770, 1336, 0.2, 0.1)],
    ["the column louder by 4 dB", tone(770, 1336, 0.1, 0.16)],
    ["quiet", tone(770, 1336, 0.014, 0.014)],
    ["as loud as the line allows", tone(770, 1336, 0.48, 0.48)],
    ["in noise 15 dB below", sum(tone(770, 1336), noise(0.03))],
  ])("%s", (_, sound) => {
    expect(heard([40, silence], [100, sound], [60, silence])).toMatch(/^.$/);
  });
});

describe("what is none", () => {
  const vowel = (hertz: number): Sound =>
    sum(
      ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((n) =>
        sine(hertz * n, (0.2 * (n === 4 || n === 7 ? 3 : 1)) / n),
      ),
    );
  const rest: readonly (readonly [string, Sound])[] = [
    ["silence", silence],
    ["noise", noise(0.3)],
    ["the dial tone", sum(sine(350, 0.1), sine(440, 0.1))],
    ["ringing", sum(sine(440, 0.1), sine(480, 0.1))],
    ["busy", sum(sine(480, 0.1), sine(620, 0.1))],
    ["a fax machine calling", sine(1100, 0.2)],
    ["a fax machine answering", sine(2100, 0.2)],
    ["a row alone", sine(770, 0.2)],
    ["a column alone", sine(1336, 0.2)],
    ["a row and a column that are not equally loud", tone(770, 1336, 0.3, 0.05)],
    ["a tone between two rows", tone(733, 1336)],
    ["a chord", sum(sine(784, 0.1), sine(988, 0.1), sine(1175, 0.1), sine(1319, 0.1))],
    ["a man's vowel", vowel(110)],
    ["a woman's vowel", vowel(210)],
    ["a key under a voice", sum(tone(770, 1336), vowel(150))],
  ];
  test.each(rest)("%s", (_, sound) => {
    expect(heard([2000, sound])).toBe("");
  });

  test("a voice that glides over the tones", () => {
    const from = 697;
    const glide: Sound = (second) => {
      const turn = 2 * Math.PI * (from * second + 50 * second * second);
      return (
        0.2 * Math.sin(turn / 2) +
        0.1 * Math.sin(turn) +
        0.1 * Math.sin(turn * 1.75) +
        0.05 * Math.sin(turn * 3)
      );
    };
    expect(heard([3000, glide])).toBe("");
  });

  test("a click of 30 ms of both tones", () => {
    expect(heard([100, silence], [30, tone(770, 1336)], [100, silence])).toBe("");
  });
});
