import { isStateCode } from "./address-state.ts";
import { asWords, type Found, type Token } from "./address-tokens.ts";
import { digitRunAt, numberAt } from "./numbers.ts";
import type { Word } from "./words.ts";

const ZIP = /^(\d{5})(?:-?(\d{4}))?$/;
const SHORT_ZIP = /^\d{4}$/;

/** The ZIP code at the end, written or figure by figure; one with four figures has lost its leading nought. */
export function zipAtEnd(tokens: readonly Token[]): Found<string> | null {
  const last = tokens.at(-1)?.text ?? "";
  const before = tokens.at(-2)?.text ?? "";
  if (/^\d{5}$/.test(before) && SHORT_ZIP.test(last) && tokens.length > 2)
    return { value: `${before}-${last}`, from: tokens.length - 2, to: tokens.length };
  const written = ZIP.exec(last);
  if (written !== null && tokens.length > 1)
    return {
      value: written[2] === undefined ? last : `${written[1]}-${written[2]}`,
      from: tokens.length - 1,
      to: tokens.length,
    };
  const code = isStateCode(before) || before === "" ? before : null;
  if (SHORT_ZIP.test(last) && code !== null && tokens.length > 3)
    return { value: last, from: tokens.length - 1, to: tokens.length };
  return spokenZip(tokens);
}

function spokenZip(tokens: readonly Token[]): Found<string> | null {
  const words = asWords(tokens);
  for (let from = Math.max(0, tokens.length - 12); from < tokens.length; from += 1) {
    const digits = spokenDigits(words, from);
    if (
      digits !== null &&
      digits.to === tokens.length &&
      (digits.text.length === 5 || digits.text.length === 9)
    )
      return { value: zipText(digits.text), from, to: tokens.length };
  }
  return null;
}

function zipText(digits: string): string {
  return digits.length === 9 ? `${digits.slice(0, 5)}-${digits.slice(5)}` : digits;
}

/** "nine seven two oh one", "nine seven two twelve", "dash" between the halves. */
export function spokenDigits(words: readonly Word[], from: number): { text: string; to: number } | null {
  let text = "";
  let at = from;
  while (at < words.length && text.length < 9) {
    const run = digitRunAt(words, at);
    const number = run ?? tensAt(words, at);
    if (number === null) {
      if (text !== "" && /^(?:dash|hyphen)$/.test(words[at]?.text ?? "")) at += 1;
      else break;
    } else {
      text += number.digits;
      at = number.next;
    }
  }
  return text === "" ? null : { text, to: at };
}

function tensAt(words: readonly Word[], at: number): { digits: string; next: number } | null {
  const number = numberAt(words, at);
  return number === null || number.ordinal || number.value > 99
    ? null
    : { digits: String(number.value), next: number.next };
}
