import type { Random } from "./random.ts";

const numbers = "zero one two three four five six seven eight nine".split(" ");
const ordinals = "first second third fourth fifth sixth seventh eighth ninth tenth".split(" ");

/**
 * What a recognizer that errs makes of a transcript: nothing at all, another figure, or a word less. `rate` is the share of
 * utterances that suffer, 0-1.
 */
export function mishear(transcript: string, rate: number, random: Random): string {
  if (!random.chance(rate)) return transcript;
  const words = transcript.split(" ");
  if (random.chance(0.2)) return "";
  const place = words.findIndex((word) => numbers.includes(word) || ordinals.includes(word));
  if (place >= 0 && random.chance(0.7)) {
    const others = numbers.includes(words[place] ?? "") ? numbers : ordinals;
    return words.with(place, random.pick(others)).join(" ");
  }
  return words.toSpliced(Math.floor(random.next() * words.length), 1).join(" ");
}
