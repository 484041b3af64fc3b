import { readActs } from "./acts.ts";
import { parsers, plainParsers } from "./parsers.ts";
import { plainWords } from "./plain-words.ts";
import { readRedFlag } from "./red-flags.ts";
import { readReply, replyTones } from "./replies.ts";
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
  const acts = readActs(plain);
  const reply = readReply(replyTones(plain), circumstances, { readings, acts });
  return {
    readings,
    acts,
    reply,
    redFlag: readRedFlag(plain),
    complete: words.length === 0 ? 0 : reply === null ? 0.6 : 1,
  };
};
