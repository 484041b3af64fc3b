import { numberedRoads, roadOwners, strongStreetTypes } from "./en/address-table.ts";
import { cities } from "./en/cities.data.ts";
import { states } from "./en/states.data.ts";
import { unitWords } from "./en/streets.data.ts";
import { digitRunAt, numberAt } from "./numbers.ts";
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
  return words.slice(first).map((word, index) => ({
    text: word.text.replace(/\./g, ""),
    raw: original.slice(word.start, word.end),
    pause: word.pause && /^\.?\s?[,;]/.test(original.slice(word.end, word.end + 3)),
    word: first + index,
  }));
}

function asWords(tokens: readonly Token[]): readonly Word[] {
  return tokens.map(({ text, pause }, index) => ({ text, pause, start: index, end: index }));
}

const knownCities = new Set(cities);

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
function spokenDigits(words: readonly Word[], from: number): { text: string; to: number } | null {
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
const stateCodes = new Set(states.map(({ code }) => code.toLowerCase()));
/** Codes that are also words of speech, street types or directions, and need more evidence. */
const doubtfulCodes = new Set(
  "in or me ok hi oh de la pa ma al id co ct fl ne mo ms mt as is id nd sd sc va vi".split(" "),
);

/**
 * The state at the end (the ZIP already taken), by name or code. Codes and names that also end a street ("Ct", "Old Alabama")
 * need a ZIP, a comma, or a street type or well-known town before them.
 */
export function stateAtEnd(tokens: readonly Token[], zipFollows: boolean): Found<string> | null {
  const found = statePlace(tokens);
  if (found === null || zipFollows || found.from === 0 || tokens[found.from - 1]?.pause) return found;
  const last = tokens.at(-1)?.text ?? "";
  const doubtful = last.length > 2 || doubtfulCodes.has(last);
  if (!doubtful || !/^\d/.test(tokens[0]?.text ?? "")) return found;
  return townBefore(tokens.slice(0, found.from)) ? found : null;
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
  if (last === undefined || !stateCodes.has(last.text)) return spelledState(tokens);
  return { value: last.text.toUpperCase(), from: tokens.length - 1, to: tokens.length };
}

/** "o r", "n y". */
function spelledState(tokens: readonly Token[]): Found<string> | null {
  const [one, other] = tokens.slice(-2);
  const code = `${one?.text ?? ""}${other?.text ?? ""}`;
  if (code.length !== 2 || !stateCodes.has(code) || tokens.length < 4) return null;
  return { value: code.toUpperCase(), from: tokens.length - 2, to: tokens.length };
}

const boxes = tablePhrases([
  [
    "box",
    [
      "po box",
      "p o box",
      "pobox",
      "post office box",
      "p o bx",
      "po bx",
      "po drawer",
      "p o drawer",
      "drawer",
      "lockbox",
      "lock box",
      "lbx",
      "box",
      "po b",
      "caller box",
      "p o",
      "p box",
      "bx",
      "post box",
    ],
  ],
  ["rural", ["rr", "r r", "rural route", "hc", "star route", "rfd", "r f d"]],
]);

/** "P O box 4 4 0", "RR 4 box 164 A", "lockbox 848104". */
export function boxIn(tokens: readonly Token[]): Found<string> | null {
  const words = asWords(tokens);
  for (const match of boxes.find(words)) {
    if (match.id === "rural") continue;
    const value = codeAt(tokens, match.to);
    if (value === null || !/\d/.test(value.value)) continue;
    const rural =
      match.from >= 2 && boxes.at(words, match.from - 2)?.id === "rural" ? match.from - 2 : match.from;
    return { value: value.value, from: rural, to: value.to };
  }
  return null;
}

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
  return withLetter(tokens, {
    value: token.raw.replace(/^#\s*/, "").replace(/\.$/, ""),
    from: start,
    to: at + 1,
  });
}

/** "4 b", "12 A": a single letter behind the figures, unless a direction or street follows from it. */
function withLetter(tokens: readonly Token[], found: Found<string>): Found<string> {
  const next = tokens[found.to];
  if (next === undefined || !/^[a-dfghj-mp-rt-vx-z]$/.test(next.text) || tokens[found.to - 1]?.pause)
    return found;
  if (!/^\d+$/.test(found.value)) return found;
  return {
    value: `${found.value}${/[a-z]/.test(next.raw) ? next.raw : ` ${next.raw}`}`,
    from: found.from,
    to: found.to + 1,
  };
}

const unitNames = new Set(unitWords.flat());
/** Unit words that are common in street and town names; only a code directly behind makes them a unit. */
const weakUnits = new Set(
  "no stop front rear upper lower tower box pier slip space number building office ph lot basement".split(
    " ",
  ),
);
/** Units that have no code: "lower level", "lobby". */
const bareUnits = tablePhrases([
  [
    "bare",
    [
      "lower level",
      "upper level",
      "lobby",
      "penthouse",
      "ph",
      "rear",
      "basement",
      "main floor",
      "ground floor",
      "top floor",
      "front",
      "upstairs",
      "downstairs",
    ],
  ],
]);
const floors = new Set(["floor", "fl", "flr", "floors"]);

/** Every unit in the tokens: "apt 4b", "suite # 200", "10th floor", "# 12". */
export function unitsIn(tokens: readonly Token[]): readonly Found<string>[] {
  const found: Found<string>[] = [];
  let at = 0;
  while (at < tokens.length) {
    const unit = bareUnitAt(tokens, at) ?? unitAt(tokens, at) ?? unlabelledAt(tokens, at);
    if (unit !== null) found.push(unit);
    at = unit?.to ?? at + 1;
  }
  return found;
}

function bareUnitAt(tokens: readonly Token[], at: number): Found<string> | null {
  const match = at > 2 ? bareUnits.at(asWords(tokens), at) : null;
  if (match === null || codeAt(tokens, match.to) !== null) return null;
  const value = tokens
    .slice(at, match.to)
    .map(({ raw }) => raw)
    .join(" ");
  return { value, from: at, to: match.to };
}

/** A code that only its place tells: "106 Central Park South 27A", "212 W. Washington, 1506, Chicago". */
function unlabelledAt(tokens: readonly Token[], at: number): Found<string> | null {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (token === undefined || before === undefined || at < 2) return null;
  const code = /^(?:\d+[a-z]|[a-z]-?\d+[a-z]?|[a-z]-[a-z])$/.test(token.text);
  if (!code && !(before.pause && token.pause && /^\d+$/.test(token.text))) return null;
  if (numberedRoads.has(before.text) || roadOwners.has(before.text) || before.text === "box") return null;
  const ends = at === tokens.length - 1 || token.pause;
  return ends ? { value: token.raw, from: at, to: at + 1 } : null;
}

function unitAt(tokens: readonly Token[], at: number): Found<string> | null {
  const token = tokens[at];
  if (token === undefined) return null;
  if (/^#\w/.test(token.text)) return { value: token.raw.slice(1), from: at, to: at + 1 };
  const next = tokens[at + 1];
  const ordinal =
    /^\d+(?:st|nd|rd|th)$/.test(token.text) || (numberAt(asWords(tokens), at)?.ordinal ?? false);
  if (ordinal && next !== undefined && floors.has(next.text)) {
    const number = numberAt(asWords(tokens), at);
    return { value: /^\d/.test(token.raw) ? token.raw : String(number?.value), from: at, to: at + 2 };
  }
  if (token.text !== "#" && !unitNames.has(token.text)) return null;
  const code = codeAt(tokens, at + 1);
  if (code === null || (floors.has(token.text) && /[a-z]/i.test(code.value) && code.value.length === 1)) {
    return null;
  }
  if (weakUnits.has(token.text) && !/\d/.test(code.value) && token.text !== "building") return null;
  if (at === 0 && weakUnits.has(token.text)) return null;
  return { ...code, from: at };
}
