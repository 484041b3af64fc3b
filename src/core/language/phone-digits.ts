import { repeatWords, scaleWords } from "./en/numbers-table.ts";
import { phoneCorrections, phoneCues, phoneFillers } from "./en/phone-table.ts";
import { figureSounds } from "./en/spoken-characters-table.ts";
import { lookUp, numberAt } from "./numbers.ts";
import { tablePhrases } from "./table-phrases.ts";
import type { Word } from "./words.ts";

/** A piece of what may be a telephone number; word indices, `to` exclusive. */
export type PhonePart =
  | {
      readonly kind: "digits";
      readonly text: string;
      readonly from: number;
      readonly to: number;
      readonly doubt: number;
    }
  /** "no, sorry": what follows replaces what was before. */
  | {
      readonly kind: "correction" | "extension" | "areaCode" | "plus" | "break";
      readonly from: number;
      readonly to: number;
    };

const cues = tablePhrases([["phone", phoneCues]]);
const WRITTEN = /^\+?[\d][\d.,\-/]*$/;
const WITH_EXTENSION = /^(\d{10,11})x(\d{1,6})$/;

/** Takes the words apart into figures, corrections and the words that mean something around a telephone number. */
export function phoneParts(words: readonly Word[]): readonly PhonePart[] {
  const parts: PhonePart[] = [];
  let at = 0;
  while (at < words.length) {
    const part = partAt(words, at, parts.at(-1));
    if (part !== null) parts.push(part);
    at = part?.to ?? at + 1;
  }
  return parts;
}

function partAt(words: readonly Word[], at: number, last: PhonePart | undefined): PhonePart | null {
  const text = words[at]?.text ?? "";
  const digits = digitsAt(words, at);
  if (digits !== null) return { kind: "digits", from: at, ...digits };
  // "… eighty two and my number is five oh three …": what was before belongs to something else.
  const cue = cues.at(words, at);
  if (cue !== null && text !== "area") return { kind: "break", from: at, to: cue.to };
  if (text === "area" && words[at + 1]?.text === "code") return { kind: "areaCode", from: at, to: at + 2 };
  if (/^(?:extension|ext|x|extention|extensions)$/.test(text))
    return { kind: "extension", from: at, to: at + 1 };
  if (text === "plus" || text === "+") return { kind: "plus", from: at, to: at + 1 };
  if (phoneCorrections.has(text)) return { kind: "correction", from: at, to: at + 1 };
  const sound = last?.kind === "digits" && last.to === at ? soundAt(words, at) : null;
  if (sound !== null) return { kind: "digits", text: sound, from: at, to: at + 1, doubt: 1 };
  if (phoneFillers.has(text)) return null;
  return { kind: "break", from: at, to: at + 1 };
}

/** "to", "for", "ate" between figures. */
function soundAt(words: readonly Word[], at: number): string | null {
  const sounds = lookUp(figureSounds, words[at]?.text);
  const figure = sounds?.find(([character]) => character >= "0" && character <= "9")?.[0] ?? null;
  const last = at === words.length - 1 && !/^(?:to|too|for|oh|o|v)$/.test(words[at]?.text ?? "");
  return figure !== null && (last || digitsAt(words, at + 1) !== null) ? figure : null;
}

interface Digits {
  readonly text: string;
  readonly to: number;
  readonly doubt: number;
}

function digitsAt(words: readonly Word[], at: number): Digits | null {
  const text = words[at]?.text ?? "";
  if (WRITTEN.test(text)) {
    const plain = text.replace(/[^\d+]/g, "");
    return scaled(words, at, plain, 0) ?? { text: plain, to: at + 1, doubt: 0 };
  }
  if (WITH_EXTENSION.test(text)) return { text: text.replace("x", ""), to: at + 1, doubt: 0.5 };
  const number = lookUp(scaleWords, text) === null ? numberAt(words, at) : null;
  if (number === null || number.ordinal) return null;
  if (lookUp(repeatWords, text) !== null) return { text: number.digits ?? "", to: number.next, doubt: 0 };
  const compound = /^(?:twen|thir|for|fif|six|seven|eigh|nine)ty$/.test(text);
  const ones = compound ? numberAt(words, at + 1) : null;
  const joined = compound && number.next > at + 1 && ones !== null && ones.value < 10 && ones.value > 0;
  const to = joined ? at + 2 : at + 1;
  const alone = numberAt(words.slice(at, to), 0);
  const value = alone?.digits ?? String(alone?.value ?? "");
  return scaled(words, to - 1, value, 0) ?? { text: value, to, doubt: compound && !joined ? 0.5 : 0 };
}

/** "eight hundred", "twenty five hundred", "two thousand". */
function scaled(words: readonly Word[], last: number, value: string, doubt: number): Digits | null {
  const scale = lookUp(scaleWords, words[last + 1]?.text);
  if (scale === null || scale > 1000 || value.length > 2) return null;
  return { text: value + String(scale).slice(1), to: last + 2, doubt };
}
