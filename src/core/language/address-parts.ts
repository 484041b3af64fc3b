import { strongStreetTypes } from "./en/address-table.ts";
import { cities } from "./en/cities.data.ts";
import { states } from "./en/states.data.ts";
import { directions } from "./en/streets.data.ts";
import { digitRunAt, lookUp, numberAt } from "./numbers.ts";
import { tablePhrases } from "./table-phrases.ts";
import type { Word } from "./words.ts";

/** A word of an address; parts that are understood are taken out of the list one after another. */
export interface Token {
  /** Lower case, without dots. */
  readonly text: string;
  /** As written. */
  readonly raw: string;
  /** A comma stands behind it. */
  readonly pause: boolean;
  readonly word: number;
}

/** Something found at `from`..`to` (exclusive) of a token list. */
export interface Found<T> {
  readonly value: T;
  readonly from: number;
  readonly to: number;
}

export function tokensOf(words: readonly Word[], original: string, first: number): Token[] {
  const tokens = words.slice(first).map((word, index) => ({
    text: word.text.replace(/\./g, ""),
    raw: original.slice(word.start, word.end),
    pause: word.pause && /^\.?\s?[,;]/.test(original.slice(word.end, word.end + 3)),
    word: first + index,
  }));
  return joinLetters(tokens);
}

const LETTER_PAIRS = new Set(["ne", "nw", "se", "sw", "us", "po", "rr", "dc"]);

/** "N. W.", "u s": letters of one abbreviation become one token. */
function joinLetters(tokens: readonly Token[]): Token[] {
  const joined: Token[] = [];
  for (const token of tokens) {
    const last = joined.at(-1);
    if (last !== undefined && !last.pause && LETTER_PAIRS.has(last.text + token.text)) {
      const raw = `${last.raw}${/^[a-z]+$/.test(last.raw) ? " " : ". "}${token.raw}`;
      joined[joined.length - 1] = { ...last, text: last.text + token.text, raw, pause: token.pause };
    } else {
      joined.push(token);
    }
  }
  return joined;
}

export function asWords(tokens: readonly Token[]): readonly Word[] {
  return tokens.map(({ text, pause }, index) => ({ text, pause, start: index, end: index }));
}

const knownCities = new Set(cities);
const compass = new Set(directions.flat());

/** A word of the compass; "no" and "so" are left out, which are words of speech more often. */
export function isDirection(token: Token | undefined): boolean {
  return token !== undefined && compass.has(token.text) && token.text !== "no" && token.text !== "so";
}

export function isKnownCity(text: string): boolean {
  return knownCities.has(text);
}

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
  const code = stateCodes.has(before) || before === "" ? before : null;
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

const stateNames = tablePhrases(
  states.map(({ code, spoken }) => [code, spoken.filter((name) => name.length > 3 || name.includes(" "))]),
);
/** Abbreviations from before the two-letter codes; some are also words of speech, so they count at the end of an address only. */
const oldAbbreviations: Readonly<Record<string, string>> = {
  ala: "AL",
  ariz: "AZ",
  ark: "AR",
  cal: "CA",
  colo: "CO",
  conn: "CT",
  del: "DE",
  fla: "FL",
  ill: "IL",
  ind: "IN",
  kan: "KS",
  kans: "KS",
  mass: "MA",
  mich: "MI",
  minn: "MN",
  miss: "MS",
  mont: "MT",
  neb: "NE",
  nebr: "NE",
  nev: "NV",
  okla: "OK",
  ore: "OR",
  penn: "PA",
  penna: "PA",
  tenn: "TN",
  tex: "TX",
  wash: "WA",
  wis: "WI",
  wisc: "WI",
  wyo: "WY",
};
const stateCodes = new Set(states.map(({ code }) => code.toLowerCase()));
/** Codes that also end a street ("Ct", "NE", "Al") or a floor, or that are words of speech. */
const doubtfulCodes = new Set("in or me ok hi oh de la al ct ne is as".split(" "));

/**
 * The state at the end (the ZIP already taken), by name or code. Codes and names that also end a street ("Ct", "Old Alabama")
 * need a ZIP, a comma, or a street type or well-known town before them.
 */
export function stateAtEnd(tokens: readonly Token[], zipFollows: boolean): Found<string> | null {
  const found = statePlace(tokens);
  if (found === null || zipFollows || found.from === 0) return found;
  if (tokens[found.from - 1]?.pause && !isFloorOrDirection(tokens)) return found;
  const last = tokens.at(-1)?.text ?? "";
  if (isFloorOrDirection(tokens)) return null;
  const doubtful = last.length > 2 || doubtfulCodes.has(last) || tokens.length < 4;
  if (!doubtful || !/^\d/.test(tokens[0]?.text ?? "")) return found;
  return townBefore(tokens.slice(0, found.from)) ? found : null;
}

/** "4th fl" and "Peachtree Street, NE" end in no state. */
function isFloorOrDirection(tokens: readonly Token[]): boolean {
  const before = tokens.at(-2)?.text ?? "";
  const last = tokens.at(-1)?.text ?? "";
  if (last === "fl")
    return /^(?:\d+(?:st|nd|rd|th)?|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)$/.test(
      before,
    );
  return last === "ne" && strongStreetTypes.has(before);
}

/** Whether a known town, or anything behind a street type, ends the tokens. */
function townBefore(tokens: readonly Token[]): boolean {
  for (let from = Math.max(1, tokens.length - 3); from < tokens.length; from += 1) {
    const text = tokens.slice(from).map((token) => token.text);
    if (isKnownCity(text.join(" "))) return true;
  }
  return tokens.slice(0, -1).some(({ text }, index) => index > 1 && strongStreetTypes.has(text));
}

function statePlace(tokens: readonly Token[]): Found<string> | null {
  const words = asWords(tokens);
  for (let from = Math.max(0, tokens.length - 3); from < tokens.length; from += 1) {
    const match = stateNames.at(words, from);
    if (match !== null && match.to === tokens.length) {
      const capital = match.id === "DC" && tokens[from]?.text === "washington" ? 1 : 0;
      return { value: match.id, from: from + capital, to: match.to };
    }
  }
  const last = tokens.at(-1);
  const old = tokens.length > 2 ? lookUp(oldAbbreviations, last?.text) : null;
  if (old !== null) return { value: old, from: tokens.length - 1, to: tokens.length };
  if (last === undefined || !stateCodes.has(last.text)) return spelledState(tokens);
  // Alone, "or", "me" and "hi" are words; only capitals make them a state.
  if (tokens.length === 1 && last.raw !== last.raw.toUpperCase()) return null;
  return { value: last.text.toUpperCase(), from: tokens.length - 1, to: tokens.length };
}

/** "o r", "n y". */
function spelledState(tokens: readonly Token[]): Found<string> | null {
  const [one, other] = tokens.slice(-2);
  const code = `${one?.text ?? ""}${other?.text ?? ""}`;
  if (code.length !== 2 || !stateCodes.has(code) || tokens.length < 4) return null;
  return { value: code.toUpperCase(), from: tokens.length - 2, to: tokens.length };
}
