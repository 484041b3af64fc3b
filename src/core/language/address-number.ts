import { asWords, type Found, type Token } from "./address-tokens.ts";
import { strongStreetTypes } from "./en/address-table.ts";
import { scaleWords } from "./en/numbers-table.ts";
import { lookUp, numberAt, type SpokenNumber } from "./numbers.ts";
import type { Word } from "./words.ts";

const WRITTEN = /^(?:\d+[a-z]?|\d+-\d+[a-z]?|[nsew]\d+(?:[nsew]\d+)?|\d+-?[a-z]|[a-z]\d{2,}|\d+o\d*|\d+o)$/;
const FRACTION = /^[1-9]\/[1-9]$/;
const MOST_DIGITS = 6;

/**
 * The house number at `at`: written ("123", "123 1/2", "W211 N16601", "12-34", "214 B"), or spoken in any grouping ("one twenty
 * three", "forty two fifteen", "twelve hundred", "one two three").
 */
export function houseNumberAt(tokens: readonly Token[], at: number): Found<string> | null {
  const token = tokens[at];
  if (token === undefined) return null;
  const written = WRITTEN.test(token.text) ? writtenAt(tokens, at) : null;
  return written ?? spokenAt(tokens, at);
}

function writtenAt(tokens: readonly Token[], at: number): Found<string> | null {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (token === undefined) return null;
  if (/^[nsew]\d+$/.test(token.text) && next !== undefined && /^[nsew]\d+$/.test(next.text))
    return { value: `${token.raw} ${next.raw}`, from: at, to: at + 2 };
  if (next !== undefined && FRACTION.test(next.text))
    return { value: `${token.raw} ${next.raw}`, from: at, to: at + 2 };
  if (/^\d+$/.test(token.text) && letterBelongs(tokens, at + 1))
    return { value: `${token.raw} ${next?.raw ?? ""}`, from: at, to: at + 2 };
  if (/^\d{1,2}$/.test(token.text)) {
    const grouped = spokenAt(tokens, at);
    if (grouped !== null && grouped.to > at + 1) return grouped;
  }
  return { value: token.raw, from: at, to: at + 1 };
}

/** "214 B South Boulevard": a letter that is neither a direction nor the name of the street ("F Street", "A W Grimes"). */
function letterBelongs(tokens: readonly Token[], at: number): boolean {
  const letter = tokens[at]?.text ?? "";
  const next = tokens[at + 1]?.text ?? "";
  if (
    !/^[a-df-hj-mp-rt-vx-z]$/.test(letter) ||
    /^(?:de|la|del|and)$/.test(next) ||
    next === "" ||
    (tokens[at + 2] === undefined && next.length < 4)
  )
    return false;
  return !strongStreetTypes.has(next) && (next.length > 1 || /^[nsew]$/.test(next)) && !tokens[at]?.pause;
}

/** Joins groups of figures: 1+23, 42+15, 3+50, 4+1+2+3; "hundred" and "thousand" count as such. */
function spokenAt(tokens: readonly Token[], at: number): Found<string> | null {
  const words = asWords(tokens);
  let digits = "";
  let index = at;
  while (index < words.length && digits.length < MOST_DIGITS) {
    if (digits !== "" && isNought(words, index)) {
      digits += "0";
      index++;
    }
    const number = cardinalAt(words, index, digits);
    if (number === null) break;
    const scaled = number.next > index + 1 && lookUp(scaleWords, words[number.next - 1]?.text) !== null;
    const text = number.digits ?? String(number.value);
    if (/^\d{3,}$/.test(words[index]?.text ?? "") && digits !== "") break;
    digits += text;
    index = number.next;
    if (/^\d{3,}$/.test(words[index - 1]?.text ?? "") || (scaled && number.value >= 1000)) break;
    if (words[index - 1]?.pause) break;
  }
  if (digits === "" || index === at) return null;
  digits = digits.replace(/^0+(?=\d)/, ""); // no house number begins with a nought: it is an exclamation
  const half =
    words[index]?.text === "and" && words[index + 1]?.text === "a" && words[index + 2]?.text === "half";
  return { value: half ? `${digits} 1/2` : digits, from: at, to: half ? index + 3 : index };
}

/** "twelve oh eight": between figures an "oh" is a nought, and Ohio never is. */
function isNought(words: readonly Word[], index: number): boolean {
  if (!/^oh?$/.test(words[index]?.text ?? "")) return false;
  const next = numberAt(words, index + 1);
  return next !== null && !next.ordinal && next.value < 10;
}

/**
 * A cardinal number. "twenty third street" begins with none, but "three fifty | fifth avenue" and "three hundred fifty | fifth
 * avenue" do: behind other figures only the last word of an ordinal belongs to the street.
 */
function cardinalAt(words: readonly Word[], index: number, before: string): SpokenNumber | null {
  const number = numberAt(words, index);
  if (number === null || !number.ordinal) return number;
  const length = number.next - index;
  if (length < 2 || (length === 2 && before.length !== 1)) return null;
  const shorter = numberAt(words.slice(0, number.next - 1), index);
  return shorter === null || shorter.ordinal ? null : shorter;
}
