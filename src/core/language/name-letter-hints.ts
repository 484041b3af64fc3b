import { isFamilyName, isGivenName } from "./name-lexicon.ts";
import { numberAt } from "./numbers.ts";
import type { Word } from "./words.ts";

/** "… with a y", "with two n's", "without an h": how one letter of the name before it is written. */
export interface LetterHint {
  readonly letter: string;
  readonly count: number;
  /** Word index behind it. */
  readonly next: number;
}

export function letterHintAt(words: readonly Word[], at: number): LetterHint | null {
  const lead = words[at]?.text;
  if (lead !== "with" && lead !== "without") return null;
  const amount = words[at + 1]?.text ?? "";
  const letter = /^([a-z])(?:'?s)?$/.exec(words[at + 2]?.text ?? "")?.[1];
  if (letter === undefined) return null;
  const figure =
    amount === "double"
      ? 2
      : amount === "no"
        ? 0
        : /^an?$/.test(amount)
          ? 1
          : (numberAt(words, at + 1)?.value ?? Number.NaN);
  if (Number.isNaN(figure)) return null;
  return { letter, count: lead === "without" ? 0 : figure, next: at + 3 };
}

/** What is written for the letter when it is not the one that is named, the likeliest first. */
const others: Readonly<Record<string, readonly string[]>> = {
  y: ["i", "ie", "ey", "e"],
  i: ["y", "ey", "e"],
  k: ["c", "ch", "q"],
  c: ["k", "s", "ck"],
  s: ["z", "c"],
  z: ["s"],
  g: ["j"],
  j: ["g"],
  f: ["ph"],
  v: ["ph", "f"],
  w: ["u", "v"],
  e: ["a", "i"],
  a: ["e"],
  o: ["e", "a"],
  x: ["cks", "ks"],
};

/**
 * Writes a name with the letter as hinted: "smith" with a y → "smyth", "catherine" with a k → "katherine", "ann" with an e →
 * "anne", "sara" with an h → "sarah". Of several ways the one that is a known name; unchanged when the letter is there as
 * hinted.
 */
export function withLetter(name: string, { letter, count }: LetterHint): string {
  const doubled = letter + letter;
  if (count === 0) return name.replaceAll(letter, "") || name;
  if (count >= 2) return name.includes(doubled) ? name : name.replace(letter, doubled);
  if (name.includes(doubled)) return name.replace(doubled, letter);
  if (name.includes(letter)) return name;
  const written = [
    ...(others[letter] ?? [])
      .filter((other) => name.includes(other))
      .map((other) => name.replace(other, letter)),
    `${name}${letter}`,
  ];
  return written.find((form) => isGivenName(form) || isFamilyName(form)) ?? written[0] ?? name;
}
