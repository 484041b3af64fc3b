import { isKnownCity, type Token } from "./address-tokens.ts";
import { crossingWords, numberedRoads, strongStreetTypes } from "./en/address-table.ts";
import { streetNames } from "./en/streets.data.ts";
import { numberAt } from "./numbers.ts";

const commonStreets = new Set(streetNames);
const MOST_WORDS = 3;

/** Two streets that meet: `at` is the place of the "and", `to` the place behind the second. */
export interface Crossing {
  readonly from: number;
  readonly at: number;
  readonly to: number;
}

/**
 * "18th and Lincoln", "the corner of First and Albemarle Streets": an address without a house number. One side must be a number
 * with an ending, a street type, or a name that many streets have.
 */
export function crossingIn(tokens: readonly Token[]): Crossing | null {
  const from = tokens.findIndex(({ text }) => !crossingWords.has(text));
  const at = tokens.findIndex(({ text }) => text === "and" || text === "&");
  if (from < 0 || at <= from || at - from > MOST_WORDS || at + 1 >= tokens.length) return null;
  const first = tokens.slice(from, at);
  const to = secondEnd(tokens, at + 1);
  const second = tokens.slice(at + 1, to);
  if (startsWithNumber(first) || startsWithNumber(second)) return null;
  const roads = isNumbered(first) && /^\d+[a-z]?$/.test(second[0]?.text ?? "") && second.length === 1;
  const sure = roads || isNumbered(first) || isNumbered(second) || (isNamed(first) && isNamed(second));
  const likely = (isNamed(first) && isOrdinal(second)) || (isOrdinal(first) && isNamed(second));
  return sure || likely ? { from, at, to } : null;
}

/** The second street goes to its type, a comma, or the town. */
function secondEnd(tokens: readonly Token[], start: number): number {
  for (let at = start; at < Math.min(tokens.length, start + MOST_WORDS); at += 1) {
    if (tokens[at]?.pause) return at + 1;
    if (at > start && isType(tokens[at])) return at + 1;
    const rest = tokens.slice(at + 1).map(({ text }) => text);
    if (rest.length > 0 && isKnownCity(rest.join(" "))) return at + 1;
  }
  return Math.min(tokens.length, start + MOST_WORDS);
}

/** "1200 Main": a house number stands before, so that "and" joins something else. */
function startsWithNumber(street: readonly Token[]): boolean {
  return street.length > 1 && /^\d+[a-z]?$/.test(street[0]?.text ?? "");
}

/** "Main", "Oak Street". */
function isNamed(street: readonly Token[]): boolean {
  const text = street.map((token) => token.text).join(" ");
  return commonStreets.has(text) || (street.length > 1 && isType(street.at(-1)));
}

/** "18th", "highway 51": no word of speech. */
function isNumbered(street: readonly Token[]): boolean {
  const last = street.at(-1)?.text ?? "";
  const road = numberedRoads.has(street.at(-2)?.text ?? "") && /^\d/.test(last);
  return road || (street.length <= 2 && /^\d+(?:st|nd|rd|th)$/.test(street[0]?.text ?? ""));
}

function isType(token: Token | undefined): boolean {
  const text = token?.text ?? "";
  return strongStreetTypes.has(text) || strongStreetTypes.has(text.replace(/s$/, ""));
}

/** "18th", "sixty third". */
function isOrdinal(street: readonly Token[]): boolean {
  const words = street.map(({ text, pause }, index) => ({ text, pause, start: index, end: index }));
  const number = numberAt(words, 0);
  return number?.ordinal === true && number.next >= street.length;
}
