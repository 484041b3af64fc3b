import { readActs } from "./acts.ts";
import { readAlternatives } from "./alternatives.ts";
import { readChoices } from "./choices.ts";
import { completeness } from "./complete.ts";
import { withoutHesitations } from "./hesitations.ts";
import { parsers, plainParsers, steadyParsers } from "./parsers.ts";
import { plainWords } from "./plain-words.ts";
import { readRedFlag } from "./red-flags.ts";
import { readReply, replyTones } from "./replies.ts";
import { resolve } from "./resolve.ts";
import type {
  ActReading,
  Circumstances,
  Heard,
  Reading,
  Understand,
  Understanding,
} from "./understanding.ts";
import { splitWords } from "./words.ts";

/** Reads everything that an utterance tells: values, acts, a yes or no, red flags, and whether more is to come. */
export const understand: Understand = (heard: Heard, circumstances: Circumstances): Understanding => {
  const words = splitWords(heard.text);
  const plain = plainWords(words);
  const found = [
    ...parsers.flatMap((read) => read(words, circumstances, heard)),
    ...steadyParsers.flatMap((read) => read(withoutHesitations(words), circumstances, heard)),
    ...plainParsers.flatMap((read) => read(withoutHesitations(plain), circumstances)),
  ];
  const values = resolve(found, plain, circumstances.expectation);
  const choices = readChoices(plain, circumstances, values);
  const clear =
    choices.length === 0 ? values : [...choices, ...values.filter(({ kind }) => kind !== "preference")];
  const readings = [...clear, ...readAlternatives(heard, circumstances, clear)];
  const tones = replyTones(plain);
  const acts = readActs(plain, tones).filter((act) => !readings.some((reading) => holds(reading, act)));
  const reply = readReply(plain, tones, circumstances, { readings, acts });
  const redFlag = readRedFlag(withoutHesitations(plain));
  const only = onlyChoice(heard, circumstances, readings, reply);
  const told = { readings: [...only, ...readings], acts, reply, redFlag };
  return { ...told, complete: completeness(words, plain, circumstances, told) };
};

/** Kinds that are spelled out, whose words mean nothing else: "221 one second street" asks for no patience. */
const literal: ReadonlySet<Reading["kind"]> = new Set(["address", "email", "vin", "phone"]);

function holds(reading: Reading, act: ActReading): boolean {
  if (!literal.has(reading.kind) || reading.confidence < 0.7) return false;
  return reading.span.start <= act.span.start && act.span.end <= reading.span.end;
}

/** A yes to the one thing on offer chooses it. */
function onlyChoice(
  heard: Heard,
  { expectation }: Circumstances,
  readings: readonly Reading[],
  reply: Understanding["reply"],
): readonly Reading[] {
  if (expectation.choices.length !== 1 || reply !== "yes" || !expectation.asked.includes("choice")) return [];
  if (readings.some(({ kind }) => kind === "choice" || kind === "choiceNone")) return [];
  return [{ kind: "choice", value: 0, span: { start: 0, end: heard.text.length }, confidence: 0.9 }];
}
