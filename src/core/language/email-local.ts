import { mailAsides, mailFillers, mailSigns } from "./en/email-table.ts";
import { natoWords } from "./en/spoken-characters-table.ts";
import { letterHintAt } from "./name-letter-hints.ts";
import { isGivenName } from "./name-lexicon.ts";
import { lookUp, numberAt } from "./numbers.ts";
import { charactersAt } from "./spoken-characters.ts";
import { tablePhrases } from "./table-phrases.ts";
import type { PersonName } from "./understanding.ts";
import type { Word } from "./words.ts";

const signs = tablePhrases(mailSigns);
const asides = tablePhrases([["aside", mailAsides]]);
const ownNames = tablePhrases([
  ["given", ["first name", "my first name", "given name", "my given name"]],
  ["family", ["last name", "my last name", "surname", "my surname", "family name"]],
  ["initial", ["first initial", "my first initial", "initial", "my initial"]],
]);

/** One piece of the part before the `@`. */
interface LocalPiece {
  readonly text: string;
  readonly kind: "sign" | "letter" | "figure" | "word";
}

/**
 * Joins the words before "at" to the local part of an address: words as they are, spelled letters, figures, signs. A word that is
 * spelled out behind it gives way to the spelling ("smith s m y t h"). Null when a word cannot be part of an address.
 */
export function localPart(words: readonly Word[], name: PersonName | null): string | null {
  const pieces: LocalPiece[] = [];
  let at = 0;
  while (at < words.length) {
    const taken = pieceAt(words, at, name, isSpelled(pieces));
    if (taken === null) return null;
    if (taken.piece !== null) pieces.push(taken.piece);
    at = taken.to;
  }
  const local = withSpellings(pieces)
    .map(({ text }) => text)
    .join("")
    .replace(/^[._-]+|[._-]+$/g, "")
    .replace(/\.{2,}/g, ".");
  return local === "" || local.length > 64 ? null : local;
}

function pieceAt(
  words: readonly Word[],
  at: number,
  name: PersonName | null,
  spelling: boolean,
): { piece: LocalPiece | null; to: number } | null {
  // "kate with a k": the address is spelled as it is, the hint only says so.
  const hint = letterHintAt(words, at);
  if (hint !== null) return { piece: null, to: hint.next };
  const aside = asides.at(words, at);
  if (aside !== null) return { piece: null, to: aside.to };
  const own = ownNames.at(words, at);
  if (own !== null) return ownName(own.id, own.to, name);
  const sign = signs.at(words, at);
  if (sign !== null) return { piece: { text: sign.id, kind: "sign" }, to: sign.to };
  const spelled = spelledAt(words, at, spelling);
  if (spelled !== null) return spelled;
  const text = words[at]?.text ?? "";
  if (mailFillers.has(text)) return { piece: null, to: at + 1 };
  const plain = text.replace(/'/g, "");
  return /^[a-z\d][a-z\d._+-]*$/.test(plain) ? { piece: { text: plain, kind: "word" }, to: at + 1 } : null;
}

/** Whether the last pieces are single letters, with or without figures behind them. */
function isSpelled(pieces: readonly LocalPiece[]): boolean {
  return pieces.findLast(({ kind }) => kind !== "figure")?.kind === "letter";
}

function ownName(id: string, to: number, name: PersonName | null): { piece: LocalPiece; to: number } | null {
  const part = id === "family" ? name?.family : name?.given;
  const plain = part?.toLowerCase().replace(/[^a-z]/g, "") ?? "";
  if (plain === "") return null;
  return { piece: { text: id === "initial" ? plain.charAt(0) : plain, kind: "word" }, to };
}

function spelledAt(
  words: readonly Word[],
  at: number,
  spelling: boolean,
): { piece: LocalPiece; to: number } | null {
  const text = words[at]?.text ?? "";
  const number = numberAt(words, at);
  if (number !== null && !number.ordinal && text !== "o" && text !== "oh") {
    return { piece: { text: number.digits ?? String(number.value), kind: "figure" }, to: number.next };
  }
  if (text === "oh" || text === "o") {
    const beside = isFigure(words[at - 1]) || isFigure(words[at + 1]);
    return { piece: { text: beside ? "0" : "o", kind: beside ? "figure" : "letter" }, to: at + 1 };
  }
  const way = charactersAt(words, at)[0];
  if (way === undefined || way.cost > 0.2 || !/^[A-Z]+$/.test(way.text)) return null;
  const several = way.to > at + 1;
  const spoken = several || text.length === 1 || spelling || isSpelling(words, at);
  return spoken ? { piece: { text: way.text.toLowerCase(), kind: "letter" }, to: way.to } : null;
}

function isFigure(word: Word | undefined): boolean {
  return (
    word !== undefined &&
    (/^\d+$/.test(word.text) || numberAt([word], 0)?.digits != null) &&
    word.text !== "o"
  );
}

/** A word of the alphabet stands for its letter when others, or single letters, stand beside it. */
function isSpelling(words: readonly Word[], at: number): boolean {
  const text = words[at]?.text ?? "";
  const beside = [words[at - 1]?.text, words[at + 1]?.text];
  if (lookUp(natoWords, text) === null)
    return beside.some((other) => other !== undefined && /^[a-z]$/.test(other));
  const run = [words[at - 2]?.text, ...beside, words[at + 2]?.text].filter(
    (other) => other !== undefined && (/^[a-z]$/.test(other) || lookUp(natoWords, other) !== null),
  );
  const others = beside.filter((other) => other !== undefined && lookUp(natoWords, other) !== null);
  if ([text, ...others].length === 2 && ![text, ...others].some((word) => isGivenName(word ?? "")))
    return true;
  return run.length >= 2 || beside.some((other) => other !== undefined && /^[a-z]$/.test(other));
}

/** "smith s m y t h": letters that spell the word before them replace it. */
function withSpellings(pieces: readonly LocalPiece[]): readonly LocalPiece[] {
  const kept: LocalPiece[] = [];
  let at = 0;
  while (at < pieces.length) {
    const piece = pieces[at];
    if (piece === undefined) break;
    let to = at + 1;
    while (pieces[to]?.kind === "letter") to += 1;
    const letters = pieces
      .slice(at + 1, to)
      .map(({ text }) => text)
      .join("");
    if (
      piece.kind === "word" &&
      letters.length >= 3 &&
      letters[0] === piece.text[0] &&
      alike(letters, piece.text)
    ) {
      kept.push({ text: letters, kind: "word" });
      at = to;
    } else {
      kept.push(piece);
      at += 1;
    }
  }
  return kept;
}

/** Most letters in common, in order, and nearly as long. */
function alike(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 2) return false;
  let at = 0;
  for (const letter of one) if (at < other.length && letter === other[at]) at += 1;
  const from = [...one].filter((letter) => other.includes(letter)).length;
  return from >= Math.max(2, Math.min(one.length, other.length) - 2);
}
