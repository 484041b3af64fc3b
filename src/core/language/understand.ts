import { readActs } from "./acts.ts";
import { parsers, plainParsers } from "./parsers.ts";
import { plainWords } from "./plain-words.ts";
import { readRedFlag } from "./red-flags.ts";
import { replyTones } from "./replies.ts";
import { resolve } from "./resolve.ts";
import type { Circumstances, Heard, Understand, Understanding } from "./understanding.ts";
import { splitWords } from "./words.ts";

/** Reads everything that an utterance tells: values, acts, a yes or no, red flags, and whether more is to come. */
export const understand: Understand = (heard: Heard, circumstances: Circumstances): Understanding => {
  const words = splitWords(heard.text);
  const plain = plainWords(words);
  const found = [
    ...parsers.flatMap((read) => read(words, circumstances, heard)),
    ...plainParsers.flatMap((read) => read(plain, circumstances)),
  ];
  const readings = resolve(found, plain, circumstances.expectation);
  const tones = replyTones(plain);
  const first = tones.find((tone) =>
    ["yes", "no", "fine", "wrong", "later", "done"].includes(tone.value),
  )?.value;
  const reply = first === undefined ? null : first === "yes" || first === "fine" ? "yes" : "no";
  return {
    readings,
    acts: readActs(plain),
    reply,
    redFlag: readRedFlag(plain),
    complete: words.length === 0 ? 0 : reply === null ? 0.6 : 1,
  };
};
