import type { Expectation } from "../../src/core/language/expectation.ts";
import type { PersonName } from "../../src/core/language/understanding.ts";
import { type FliteVoice, openFlite } from "../../src/speech/flite/flite.ts";
import { openResampler } from "../../src/speech/resample.ts";
import { atLevel } from "./line-noise.ts";
import { edgesOf, type Spoken } from "./spoken-line.ts";

/** What a caller says to one question: words and, between them, pauses in milliseconds. */
interface Answer {
  readonly kind: string;
  readonly asked: Partial<Expectation>;
  /** What the caller was called before. */
  readonly knownName?: PersonName;
  readonly said: readonly (string | number)[];
}

interface SpokenWord extends Spoken {
  readonly word: string;
}

export interface SpokenAnswer {
  readonly answer: Answer;
  readonly samples: Float64Array;
  /** When each word sounds, by its share of the letters. */
  readonly words: readonly SpokenWord[];
  readonly toMs: number;
}

const phone: Partial<Expectation> = { asked: ["phone"] };
const memberId: Partial<Expectation> = {
  asked: ["identifier"],
  shape: { name: "memberId", minLength: 8, maxLength: 12, masks: [] },
};

const answers: readonly Answer[] = [
  { kind: "yes or no", asked: { asked: ["yesNo"] }, said: ["yes"] },
  { kind: "yes or no", asked: { asked: ["yesNo"] }, said: ["no thank you"] },
  { kind: "yes or no", asked: { asked: ["yesNo"] }, said: ["that's right"] },
  { kind: "yes or no", asked: { asked: ["yesNo"] }, said: ["um", 900, "yes"] },
  { kind: "number in one go", asked: phone, said: ["five oh three five five five oh one two three"] },
  {
    kind: "number in parts",
    asked: phone,
    said: ["five oh three", 500, "five five five", 600, "oh one two three"],
  },
  {
    kind: "number in parts",
    asked: phone,
    said: ["five oh three", 1000, "five five five", 1500, "oh one two three"],
  },
  { kind: "number in parts", asked: memberId, said: ["a b c", 900, "one two three", 1400, "four five six"] },
  { kind: "e-mail", asked: { asked: ["email"] }, said: ["alice dot moreno at example dot com"] },
  {
    kind: "e-mail",
    asked: { asked: ["email"] },
    said: ["alice dot moreno", 1200, "at example", 700, "dot com"],
  },
  {
    kind: "spelling",
    asked: { asked: ["name"], spelling: true },
    said: ["m", 300, "o", 500, "r", 300, "e n", 900, "o"],
  },
  {
    kind: "spelling, name known",
    asked: { asked: ["name"], spelling: true },
    knownName: { given: "Alice", family: "Moreno" },
    said: ["m", 300, "o", 500, "r", 300, "e n", 1500, "o"],
  },
  {
    kind: "spelling, name known",
    asked: { asked: ["name"] },
    said: ["Alice Moreno", 200, "m o r", 900, "e n o"],
  },
  { kind: "name", asked: { asked: ["name"] }, said: ["Alice Moreno"] },
  { kind: "name", asked: { asked: ["name"] }, said: ["my name is", 800, "Alice Moreno"] },
  { kind: "date", asked: { asked: ["date"] }, said: ["next tuesday"] },
  { kind: "date", asked: { asked: ["date"] }, said: ["it's um", 1400, "the tenth of march"] },
  { kind: "date of birth", asked: { asked: ["dateOfBirth"] }, said: ["march fourth nineteen eighty one"] },
  {
    kind: "date of birth",
    asked: { asked: ["dateOfBirth"] },
    said: ["march fourth", 700, "nineteen eighty one"],
  },
  { kind: "complaint", asked: { asked: ["complaint"] }, said: ["I have had a sore throat since monday"] },
  { kind: "complaint", asked: { asked: ["complaint"] }, said: ["I have a fever and", 900, "my back hurts"] },
  { kind: "complaint", asked: { asked: ["complaint"] }, said: ["well", 600, "my knee hurts"] },
];

const LEAD_MS = 1000;
const TAIL_MS = 7000;
const SPEECH_DB = -24;

/** Speaks an answer after a second of silence, with enough silence after it for the most patient listener. */
export async function speakAnswers(voices: readonly FliteVoice[]): Promise<readonly SpokenAnswer[]> {
  const flite = openFlite();
  const resample = await openResampler();
  const speak = (words: string, voice: FliteVoice) => {
    const sound = resample(flite.speak(words, { voice }), 8000);
    const edges = edgesOf(sound);
    return atLevel(Float64Array.from(sound.subarray(edges.from, edges.to)), SPEECH_DB);
  };
  return voices.flatMap((voice) => answers.map((answer) => assemble(answer, (words) => speak(words, voice))));
}

function assemble(answer: Answer, speak: (words: string) => Float64Array): SpokenAnswer {
  const parts: Float64Array[] = [new Float64Array(8 * LEAD_MS)];
  const words: SpokenWord[] = [];
  let atMs = LEAD_MS;
  for (const part of answer.said) {
    const sound = typeof part === "number" ? new Float64Array(8 * part) : speak(part);
    if (typeof part !== "number") words.push(...wordsIn(part, atMs, sound.length / 8));
    parts.push(sound);
    atMs += sound.length / 8;
  }
  parts.push(new Float64Array(8 * TAIL_MS));
  return { answer, samples: Float64Array.from(parts.flatMap((part) => [...part])), words, toMs: atMs };
}

function wordsIn(text: string, fromMs: number, durationMs: number): SpokenWord[] {
  let letters = 0;
  const all = text.replaceAll(" ", "").length;
  return text.split(" ").map((word) => {
    const from = fromMs + (letters / all) * durationMs;
    letters += word.length;
    return { word, fromMs: from, toMs: fromMs + (letters / all) * durationMs };
  });
}
