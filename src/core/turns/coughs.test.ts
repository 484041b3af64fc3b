import { expect, test } from "vitest";
import type { SoundShape } from "../audio/sound-shape.ts";
import type { Ms } from "../values/ids.ts";
import { isHummed, isVoiceless } from "./sound-kind.ts";
import { colour, runScripts, type TurnTable } from "./testing/run-scripts.ts";

const coughs: TurnTable = [
  [
    "PSEIT: a cough is known by its sound: the prompt goes on at once, and its words are nobody's",
    `0 P1 What brings you in today? You can tell me in your own words.
     1000 H1 34
     1500 S
     1800 E cough
     1850 I the red one
     2300 T the red one
     2310 P1 You can tell me in your own words.
     5000 H1`,
    ["1500 clear", "1900 finish", "1900 resume 1 from 26"],
  ],
  [
    "SEITSIET: nor on the caller's move, and what comes after it is an answer of its own",
    `1000 S
     1300 E cough
     1340 I red
     1700 T red
     3000 S
     3500 I2 the blue one
     3700 E
     3900 T2 the blue one`,
    ["1400 finish", "3740 finish", '3900 turn "the blue one"'],
  ],
  [
    "SET: without a hypothesis neither",
    `1000 S
     1300 E cough
     1700 T red
     4000 A`,
    ["1400 finish"],
  ],
  [
    "SESIET: a word soon after a cough is heard with it",
    `1000 S
     1300 E cough
     1350 S
     1800 I the blue one
     2000 E
     2300 T the blue one`,
    ["2040 finish", '2300 turn "the blue one"'],
  ],
  [
    "SEISETT: a cough after the answer adds nothing to it",
    `1000 S
     1500 E
     1510 I the blue one
     1545 S
     1600 T the blue one
     1900 E cough
     1950 I2 red
     2300 T2 red`,
    ["1540 finish", "1940 finish", '2300 turn "the blue one"'],
  ],
  [
    "!PSEITH: what turns out to be our echo is nobody's, however long it was",
    `0 P1 !Thank you for calling. This call is recorded.
     300 S
     1900 E echo
     1950 I the red one
     2300 T the red one
     4000 H1`,
    ["2000 finish"],
  ],
  [
    "!PSEEITH: also when it turns out only after it has paused",
    `0 P1 !Thank you for calling. This call is recorded.
     300 S
     900 E
     1000 E echo
     1050 I the red one
     2300 T the red one
     4000 H1`,
    ["1000 finish"],
  ],
  [
    "ISET: words of a voice that was not noticed stand, though a cough follows",
    `1000 I the blue one
     1100 S
     1400 E cough
     1700 T the blue one`,
    ["1440 finish", '1700 turn "the blue one"'],
  ],
  [
    "SET: a recognizer that tells the words of a cough by itself is not believed either",
    `1000 S
     1300 E cough
     1320 T red
     4000 A`,
    ["1400 finish"],
  ],
  [
    "PSEPSEPSEI: coughs do not make us slower to stop",
    `0 P1 What brings you in today?
     1500 S
     1800 E cough
     1910 P1 What brings you in today?
     3000 S
     3300 E cough
     3410 P1 What brings you in today?
     5000 S
     5500 I4 the blue one
     5700 E
     5900 T4 the blue one`,
    [
      "1500 clear",
      "1900 finish",
      "1900 resume 1 from 0",
      "3000 clear",
      "3400 finish",
      "3400 resume 1 from 0",
      "5000 clear",
      "5740 finish",
      '5900 turn "the blue one"',
    ],
  ],
];
runScripts(coughs, colour);

const hummed: TurnTable = [
  [
    "PSEIT: an mm-hm is known by its sound, whatever the recognizer makes of it",
    `0 P1 What brings you in today? You can tell me in your own words.
     1000 H1 34
     1500 S
     1900 E hum
     1950 I red
     2350 T red`,
    ["1500 clear", "2140 finish", "2350 resume 1 from 26"],
  ],
  [
    "PSESEIT: unless words follow it",
    `0 P1 What brings you in today? You can tell me in your own words.
     1000 H1 34
     1500 S
     1900 E hum
     2000 S
     2500 E
     2510 I the blue one
     2700 T the blue one`,
    ["1500 clear", "2540 finish", '2700 turn "the blue one"'],
  ],
  [
    "SEIT: as an answer it is what the recognizer hears",
    `1000 S
     1400 E hum
     1450 I blue
     1700 T blue`,
    ["1450 finish", '1700 turn "blue"'],
  ],
];
runScripts(hummed, colour);

function sound(pitchedMs: Ms, pitchedShare: number, dullest = 0.3, brightest = 1, dipDb = 20): SoundShape {
  return { pitchedMs, pitchedShare, dipDb, dullest, brightest };
}

const shapes: readonly (readonly [name: string, shape: SoundShape, lastedMs: Ms, voiceless: boolean])[] = [
  ["a burst of noise", sound(0, 0), 220, true],
  ["noise that repeats itself for a frame", sound(20, 0.1), 300, true],
  ["a cough that ends in a little voice", sound(80, 0.12), 340, true],
  ["two coughs, one after the other", sound(60, 0.03), 720, true],
  ["the least of words", sound(60, 0.7), 240, false],
  ["six, most of it hissed", sound(120, 0.9), 540, false],
  ["a whisper", sound(0, 0), 800, false],
];
test.each(shapes)("%s", (_name, shape, lastedMs, voiceless) => {
  expect(isVoiceless(shape, lastedMs)).toBe(voiceless);
});

const hums: readonly (readonly [name: string, shape: SoundShape, lastedMs: Ms, hummed: boolean])[] = [
  ["mm-hm", sound(300, 1, 0.04, 0.06), 340, true],
  ["mm-hm on a noisy line", sound(280, 0.95, 0.05, 0.08), 360, true],
  ["no, which begins as dull", sound(280, 1, 0.02, 0.07), 320, false],
  ["four", sound(220, 0.95, 0.08, 0.12), 420, false],
  ["two, which has one syllable", sound(240, 1, 0.03, 0.034, 1.5), 240, false],
  ["uh-huh", sound(280, 0.97, 0.04, 0.38), 340, false],
  ["a long hum", sound(800, 1, 0.04, 0.06), 900, false],
  ["a dull knock", sound(40, 0.5, 0.04, 0.05), 160, false],
];
test.each(hums)("whether %s is hummed", (_name, shape, lastedMs, hummed) => {
  expect(isHummed(shape, lastedMs)).toBe(hummed);
});
