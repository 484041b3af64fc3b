import { restartWords } from "./en/identifier-cues-table.ts";
import { type Characters, charactersAt, isAlphabetWord, isCharacterFiller } from "./spoken-characters.ts";
import type { Word } from "./words.ts";

/** Letters and figures said in a row. */
export interface CharacterRun {
  /** Upper case. */
  readonly text: string;
  /** Word indices, `to` exclusive. */
  readonly from: number;
  readonly to: number;
  /** 0–1: how much of it is as heard; homophones and an "oh" between a letter and a figure lower it. */
  readonly clarity: number;
}

interface Piece {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly strength: Strength;
  /** "oh": a figure or a letter, by its neighbours. */
  readonly nought: boolean;
  /** Written "o", the letter, which behind letters it is. */
  readonly spelled: boolean;
}

/** `strong` makes a run; `joined` belongs to one when a strong piece is beside it; `weak` when they are on both sides. */
type Strength = "strong" | "joined" | "weak";

/** They sound like N, R and the like, but between characters they join. */
const joiners = new Set(["and", "an", "in", "am", "as", "at"]);

const SHORT_WORDS = new Set(
  "is it my me on in at to the and or no so we he if an as up us not but for you can yes yep hi hey ok um uh hm how who why was has had are of do did id by go be am im its our her his she him they any all new own get got let may say see two".split(
    " ",
  ),
);

/**
 * Every run of characters in the words, with fillers and homophones taken in only where characters surround them. Blocked words
 * belong to none.
 */
export function characterRuns(
  words: readonly Word[],
  original: string,
  blocked: (index: number) => boolean = () => false,
): readonly CharacterRun[] {
  const raw = /[a-z]/.test(original) ? original : original.toLowerCase();
  const runs: CharacterRun[] = [];
  let pieces: Piece[] = [];
  let at = 0;
  const close = (): void => {
    const run = runOf(pieces);
    if (run !== null) runs.push(run);
    pieces = [];
  };
  while (at < words.length) {
    const piece = blocked(at) ? null : pieceAt(words, at, raw);
    if (piece !== null) {
      pieces.push(piece);
      at = piece.to;
    } else {
      const text = words[at]?.text ?? "";
      if (blocked(at) || !(isCharacterFiller(text) || joiners.has(text))) close();
      at += 1;
    }
  }
  close();
  return runs;
}

function pieceAt(words: readonly Word[], at: number, original: string): Piece | null {
  const word = words[at];
  if (word === undefined || isTakenBack(words, at) || isArticle(words, at)) return null;
  const way = charactersAt(words, at)[0] ?? initialAt(words, at);
  if (way === null) return null;
  const raw = original.slice(word.start, word.end);
  const strength = strengthOf(word.text, raw, way.cost, way.to - at);
  if (strength === null) return null;
  const nought = way.to === at + 1 && (word.text === "o" || word.text === "oh");
  return { text: way.text, from: at, to: way.to, strength, nought, spelled: word.text === "o" };
}

/** "A B C, no, A B D": "no" is no N and O here. */
function isTakenBack(words: readonly Word[], at: number): boolean {
  const { text = "" } = words[at] ?? {};
  return text === "no" || restartWords.has(text);
}

/** "It starts with a J": no A. */
function isArticle(words: readonly Word[], at: number): boolean {
  return /^an?$/.test(words[at]?.text ?? "") && /^(?:with|like)$/.test(words[at - 1]?.text ?? "");
}

/** "Eight Lincoln Adam King three": words of an alphabet stand for their letters beside others of their kind. */
function initialAt(words: readonly Word[], at: number): Characters | null {
  const { text = "" } = words[at] ?? {};
  const beside = [words[at - 1]?.text ?? "", words[at + 1]?.text ?? ""];
  if (!isAlphabetWord(text) || !beside.some((other) => isAlphabetWord(other))) return null;
  return { text: text.charAt(0).toUpperCase(), to: at + 1, cost: 0.2 };
}

function strengthOf(text: string, raw: string, cost: number, taken: number): Strength | null {
  if (taken > 1) return cost <= 0.3 ? "strong" : "weak";
  if (text === "a" || text === "i" || text === "o" || text === "oh") return "joined";
  if (text === "one") return "joined";
  if (cost <= 0.2 && !(SHORT_WORDS.has(text) && text !== "two")) return "strong";
  if (raw.length > 1 && raw === raw.toUpperCase() && /^[A-Z]+$/.test(raw)) return "joined";
  if (isCharacterFiller(text) || joiners.has(text)) return null;
  if (/^[a-z]{2,3}$/.test(text) && !SHORT_WORDS.has(text) && cost >= 0.7) return "joined";
  return cost <= 0.7 ? "weak" : null;
}

function runOf(all: readonly Piece[]): CharacterRun | null {
  const pieces = trimmed(all);
  if (!pieces.some((piece) => piece.strength !== "weak")) return null;
  const first = pieces[0];
  const last = pieces.at(-1);
  if (first === undefined || last === undefined) return null;
  let doubts = pieces.filter((piece) => piece.strength === "weak").length;
  const text = pieces
    .map((piece, index) => {
      if (!piece.nought) return piece.text;
      const before = kindOf(pieces[index - 1]?.text.at(-1));
      const after = kindOf(pieces[index + 1]?.text.at(0));
      if (before !== null && after !== null && before !== after) doubts += 1;
      const letter = piece.spelled ? before === "letter" : before !== "figure" && after === "letter";
      return letter || (before === null && after === "letter") ? "O" : "0";
    })
    .join("");
  return { text, from: first.from, to: last.to, clarity: Math.max(0, 1 - 0.15 * doubts) };
}

/** Leaves homophones at the ends, and lone "a", "i", "one" with nothing strong beside them, out of the run. */
function trimmed(all: readonly Piece[]): readonly Piece[] {
  let from = 0;
  let to = all.length;
  while (from < to && all[from]?.strength === "weak") from += 1;
  while (to > from && all[to - 1]?.strength === "weak") to -= 1;
  const kept = all.slice(from, to);
  const strong = kept.some((piece) => piece.strength === "strong");
  return strong || kept.some(({ text }) => text.length > 1 || text === "1" || text === "0") ? kept : [];
}

function kindOf(character: string | undefined): "letter" | "figure" | null {
  if (character === undefined) return null;
  return character <= "9" ? "figure" : "letter";
}
