import { asWords, type Found, type Token } from "./address-tokens.ts";
import { spokenDigits } from "./address-zip.ts";
import { strongStreetTypes } from "./en/address-table.ts";
import { numberAt } from "./numbers.ts";

/** A code behind "box", "suite" or "#": figures with a letter, "4 b", "n-114", "five oh two". */
export function codeAt(tokens: readonly Token[], start: number): Found<string> | null {
  let at = start;
  while (/^(?:#|no|number|num)$/.test(tokens[at]?.text ?? "")) at += 1;
  const token = tokens[at];
  if (token === undefined) return null;
  const plain = token.text.replace(/^#/, "");
  const written = /^(?:[a-z]{0,3}-?\d[\da-z/-]*|[a-z]|[a-z]-?\d+[a-z]?|\d+(?:st|nd|rd|th))$/.test(plain);
  if (!written) {
    const digits = spokenDigits(asWords(tokens), at);
    const number = numberAt(asWords(tokens), at);
    const spoken = digits !== null && (number === null || digits.to >= number.next) ? digits : null;
    if (spoken !== null) return withLetter(tokens, { value: spoken.text, from: start, to: spoken.to });
    if (number === null) return null;
    return withLetter(tokens, { value: number.digits ?? String(number.value), from: start, to: number.next });
  }
  const digits = /^\d$/.test(plain) ? spokenDigits(asWords(tokens), at) : null;
  if (digits !== null && digits.to > at + 1)
    return withLetter(tokens, { value: digits.text, from: start, to: digits.to });
  const behind = /^[a-z]$/.test(plain) && !token.pause ? figuresBehind(tokens, at + 1) : null;
  if (behind !== null)
    return { value: `${token.raw.toUpperCase()}${behind.value}`, from: start, to: behind.to };
  return withLetter(tokens, {
    value: token.raw.replace(/^#\s*/, "").replace(/\.$/, ""),
    from: start,
    to: at + 1,
  });
}

/** "c twelve": figures behind the letter of a code, unless a street begins with them. */
function figuresBehind(tokens: readonly Token[], at: number): Found<string> | null {
  const words = asWords(tokens);
  const number = numberAt(words, at);
  const digits = spokenDigits(words, at);
  const found =
    digits !== null && (number === null || digits.to >= number.next)
      ? { value: digits.text, from: at, to: digits.to }
      : number === null || number.ordinal
        ? null
        : { value: number.digits ?? String(number.value), from: at, to: number.next };
  if (found === null || found.value.length > MOST_UNIT_FIGURES) return null;
  const street = tokens.slice(found.to, found.to + 4).some(({ text }) => strongStreetTypes.has(text));
  return street ? null : found;
}

const MOST_UNIT_FIGURES = 4;

/** "4 b", "12 A": a single letter behind the figures, unless a direction or street follows from it. */
function withLetter(tokens: readonly Token[], found: Found<string>): Found<string> {
  const next = tokens[found.to];
  if (next === undefined || !/^[a-dfghj-mp-rt-vx-z]$/.test(next.text) || tokens[found.to - 1]?.pause)
    return found;
  if (!/^\d+$/.test(found.value)) return found;
  // Figures as written keep their blank; "four b" is 4b.
  const written = /^#?\d/.test(tokens[found.to - 1]?.text ?? "");
  return {
    value: `${found.value}${written ? " " : ""}${next.raw}`,
    from: found.from,
    to: found.to + 1,
  };
}
