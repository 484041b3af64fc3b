// What is left to understand: how many answers hold their value at all, as far as the recognizer's guesses show it.
import { partsOf } from "../../src/core/language/birth-date-parts.ts";
import { plainWords } from "../../src/core/language/plain-words.ts";
import { charactersAt } from "../../src/core/language/spoken-characters.ts";
import { splitWords } from "../../src/core/language/words.ts";

/**
 * Whether every piece of the value was heard in some guess of the recognizer, not all in the same: each character of a code or of
 * a spelled name in its place, each word of a name, day and month and year of a date.
 */
export function heardInPieces(
  asked: string,
  spelled: boolean,
  guesses: readonly string[],
  value: string,
): boolean {
  if (asked === "dateOfBirth") return dateInPieces(guesses, value);
  if (asked === "name" && !spelled) {
    const heard = new Set(guesses.flatMap((guess) => guess.toLowerCase().split(" ")));
    return value
      .toLowerCase()
      .split(" ")
      .every((word) => heard.has(word));
  }
  const wanted = value.toUpperCase().replace(/[^A-Z\d]/g, "");
  const heard = new Set(guesses.flatMap((guess) => placesHeard(charactersOf(guess), wanted)));
  return heard.size === wanted.length;
}

/** All characters of a guess in a row, each word as what it most likely stands for. */
function charactersOf(guess: string): string {
  const words = splitWords(guess);
  let text = "";
  let at = 0;
  while (at < words.length) {
    const way = charactersAt(words, at)[0];
    text += way?.text ?? words[at]?.text.toUpperCase() ?? "";
    at = way?.to ?? at + 1;
  }
  return text;
}

/** The places of `wanted` that a longest common subsequence with `heard` covers. */
function placesHeard(heard: string, wanted: string): readonly number[] {
  const lengths = Array.from({ length: heard.length + 1 }, () =>
    new Array<number>(wanted.length + 1).fill(0),
  );
  const length = (one: number, other: number): number => lengths[one]?.[other] ?? 0;
  for (let one = heard.length - 1; one >= 0; one -= 1)
    for (let other = wanted.length - 1; other >= 0; other -= 1) {
      const same = heard[one] === wanted[other] ? 1 + length(one + 1, other + 1) : 0;
      const row = lengths[one];
      if (row !== undefined) row[other] = Math.max(same, length(one + 1, other), length(one, other + 1));
    }
  const places: number[] = [];
  let one = 0;
  for (let other = 0; other < wanted.length; ) {
    if (one >= heard.length) break;
    if (heard[one] === wanted[other]) places.push(other);
    if (heard[one] === wanted[other] || length(one, other + 1) >= length(one + 1, other)) {
      if (heard[one] === wanted[other]) one += 1;
      other += 1;
    } else one += 1;
  }
  return places;
}

function dateInPieces(guesses: readonly string[], value: string): boolean {
  const [year = "", month = "", day = ""] = value.split("-");
  const parts = guesses.map((guess) => partsOf(plainWords(splitWords(guess)), true).parts);
  const months = new Set(parts.flat().flatMap((part) => (part.kind === "month" ? [part.month] : [])));
  const figures = parts.map((guess) =>
    guess.flatMap((part) => (part.kind === "figures" ? [part.digits] : [])),
  );
  const alone = new Set(figures.flat().map(Number));
  const heard = (digits: string): boolean =>
    alone.has(Number(digits)) || figures.some((guess) => guess.join("").includes(digits));
  return heard(year) && (months.has(Number(month)) || heard(month)) && heard(day);
}
