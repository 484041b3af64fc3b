import { expect, test } from "vitest";
import type { Expectation } from "../language/expectation.ts";
import type { Ms } from "../values/ids.ts";
import { isMurmur } from "./murmur.ts";
import { colour } from "./testing/run-scripts.ts";
import { circumstancesOf } from "./testing/turn-script.ts";
import type { AnswerHeard } from "./turn-io.ts";

const complaint: Partial<Expectation> = { asked: ["complaint"] };
const name: Partial<Expectation> = { asked: ["name"] };
const yesNo: Partial<Expectation> = { asked: ["yesNo"] };

const corpus: readonly (readonly [
  words: string,
  lastedMs: Ms,
  confidence: number,
  heard: AnswerHeard,
  asked: Partial<Expectation>,
  murmur: boolean,
])[] = [
  // More than can be said in the time.
  ["belly pain", 280, 0.9, "question", complaint, true],
  ["belly pain", 560, 0.9, "question", complaint, false],
  ["four eight two nine one three", 500, 1, "question", { asked: ["identifier"] }, true],
  ["i can't breathe", 300, 0.9, "part", complaint, false],
  // A short value that the recognizer is not sure of.
  ["wright", 300, 0.5, "question", name, true],
  ["wright", 300, 0.9, "question", name, false],
  ["wright", 600, 0.5, "question", name, false],
  // A short value before anything was asked for it.
  ["the lump", 320, 0.9, "part", complaint, true],
  ["the lump", 320, 0.9, "question", complaint, false],
  // Of what is offered one may be taken as soon as it was named.
  ["blue", 300, 0.9, "part", colour, false],
  ["blue", 300, 0.4, "part", colour, true],
  // Short words that say something at any time.
  ["no", 220, 0.4, "part", name, false],
  ["yes", 260, 0.4, "question", yesNo, false],
  ["what", 240, 0.5, "part", complaint, false],
  ["help", 300, 0.5, "part", complaint, false],
  ["wait", 300, 0.5, "part", name, false],
  ["chest pain", 420, 0.5, "part", name, false],
];
test.each(corpus)(
  '"%s" in %s ms, sure by %s, %s heard',
  (words, lastedMs, confidence, answerHeard, asked, murmur) => {
    const heard = { text: words, alternatives: [words] };
    const circumstances = circumstancesOf(asked);
    expect(isMurmur({ heard, confidence, lastedMs, answerHeard, circumstances })).toBe(murmur);
  },
);
