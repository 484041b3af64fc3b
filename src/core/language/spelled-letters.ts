import { spellingBreaks, spellingFillers } from "./en/names-table.ts";
import { natoWords } from "./en/spoken-characters-table.ts";
import { lookUp } from "./numbers.ts";
import { charactersAt } from "./spoken-characters.ts";
import type { Word } from "./words.ts";

/** A part of a spelling. `?` in letters is a letter that was not understood. */
export type SpelledPart =
  | {
      readonly kind: "letters";
      readonly text: string;
      readonly clean: boolean;
      readonly from: number;
      readonly to: number;
    }
  /** Four or more letters at once: a name, or letters that the recognizer ran together. */
  | { readonly kind: "word"; readonly text: string; readonly from: number; readonly to: number }
  | { readonly kind: "break"; readonly from: number; readonly to: number };

/** Takes an answer to "please spell your name" apart: runs of letters, whole words, and what separates the halves. */
export function spelledParts(words: readonly Word[]): readonly SpelledPart[] {
  const parts: SpelledPart[] = [];
  const telephoneAlphabet = words.filter((word) => lookUp(natoWords, word.text) !== null).length;
  const operator = telephoneAlphabet >= 3 && telephoneAlphabet * 2 > words.length;
  let at = 0;
  while (at < words.length) {
    const part = runTogether(words, at, parts.at(-1)) ?? partAt(words, at, operator);
    if (part !== null) addPart(parts, part);
    at = part?.to ?? at + 1;
  }
  return parts;
}

/** Two letters run together, which alone would be the name of one letter, a hesitation, or a verb. */
const PAIRS: ReadonlySet<string> = new Set(["ar", "er"]);
const PAIRS_BEHIND_LETTERS: ReadonlySet<string> = new Set(["is"]);

function runTogether(words: readonly Word[], at: number, last: SpelledPart | undefined): SpelledPart | null {
  const text = words[at]?.text ?? "";
  const behind = last?.kind === "letters" && last.to === at;
  const one = { from: at, to: at + 1 };
  if (!PAIRS.has(text) && !(behind && PAIRS_BEHIND_LETTERS.has(text))) return null;
  return { kind: "letters", text: text.toUpperCase(), clean: false, ...one };
}

function addPart(parts: SpelledPart[], part: SpelledPart): void {
  const last = parts.at(-1);
  if (last?.kind === "letters" && part.kind === "letters") {
    parts[parts.length - 1] = {
      ...last,
      text: last.text + part.text,
      clean: last.clean && part.clean,
      to: part.to,
    };
  } else {
    parts.push(part);
  }
}

function partAt(words: readonly Word[], at: number, operator: boolean): SpelledPart | null {
  const text = words[at]?.text ?? "";
  const one = { from: at, to: at + 1 };
  if (spellingBreaks.has(text)) return { kind: "break", ...one };
  const way = charactersAt(words, at).find((candidate) => /^[A-Z]+$/.test(candidate.text));
  if (
    way !== undefined &&
    way.cost <= 0.3 &&
    (way.to > at + 1 || text.length === 1 || way.text.length === 1)
  ) {
    return { kind: "letters", text: way.text, clean: true, from: at, to: way.to };
  }
  if (/^(?:oh|owe)$/.test(text)) return { kind: "letters", text: "O", clean: true, ...one };
  if (spellingFillers.has(text)) return null;
  if (way !== undefined && way.cost <= 0.9 && way.text.length === 1)
    return { kind: "letters", text: way.text, clean: false, ...one };
  if (/^\d$/.test(text)) return { kind: "letters", text: text === "0" ? "O" : "?", clean: false, ...one };
  const plain = text
    .replace(/\d/g, "?")
    .replace(/[^a-z?]/g, "")
    .toUpperCase();
  if (plain === "") return null;
  if (operator) return { kind: "letters", text: plain.charAt(0), clean: false, ...one };
  if (plain.length <= 3 || plain.includes("?") || text.includes("-"))
    return { kind: "letters", text: plain, clean: false, ...one };
  return { kind: "word", text: text.replace(/-+$/, ""), ...one };
}
