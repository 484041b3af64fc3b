import { asWords, type Found, isDirection, isKnownCity, spokenDigits, type Token } from "./address-parts.ts";
import {
  lettersOnlyRoads,
  numberedRoads,
  ownedRoads,
  roadOwners,
  strongStreetTypes,
} from "./en/address-table.ts";
import { unitWords } from "./en/streets.data.ts";
import { numberAt } from "./numbers.ts";
import { tablePhrases } from "./table-phrases.ts";
import type { Word } from "./words.ts";

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
      "pob",
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

/** "P O box 4 4 0", "RR 4 box 164 A", "lockbox 848104". Of several a P.O. box is meant before drawers and lockboxes. */
export function boxIn(tokens: readonly Token[]): Found<string> | null {
  const words = asWords(tokens);
  let best: Found<string> | null = null;
  for (const match of boxes.find(words)) {
    if (match.id === "rural") continue;
    const value = codeAt(tokens, match.to);
    const postal = /^p/.test(tokens[match.from]?.text ?? "");
    if (value === null || (!/\d/.test(value.value) && match.to - match.from < 2 && !postal)) continue;
    if (best !== null && !postal) continue;
    best = { value: value.value, from: ruralBefore(words, match.from), to: value.to };
    if (postal) break;
  }
  return best;
}

/** "RR 4", "rural route # 1", "star route 102" before a box belong to it. */
function ruralBefore(words: readonly Word[], box: number): number {
  for (let from = Math.max(0, box - 5); from < box; from += 1) {
    const match = ruralRoutes.at(words, from);
    const between = match === null ? [] : words.slice(match.to, box);
    if (
      match !== null &&
      between.length <= 2 &&
      between.every(({ text }) => /^(?:#|no|\d+[a-z]*)$/.test(text))
    )
      return from;
  }
  return box;
}

/** "drawer 1256", "lockbox 9351", "dept 33629" before a P.O. box are units of it. */
export function drawersBefore(tokens: readonly Token[]): readonly Found<string>[] {
  const drawer = boxes.find(asWords(tokens)).find(({ id }) => id === "box");
  const code = drawer === undefined ? null : codeAt(tokens, drawer.to);
  return code !== null
    ? [code]
    : unitsIn(tokens).filter(
        ({ from }) => tokens[from]?.text !== "#" && !/^#/.test(tokens[from]?.text ?? ""),
      );
}

/** Whether the code at the end belongs to a box and is no ZIP code: "post office box 40177". */
export function endsInBox(tokens: readonly Token[]): boolean {
  return boxes.find(asWords(tokens)).some(({ id, to }) => id === "box" && to === tokens.length - 1);
}

/** A code behind "box", "suite" or "#": figures with a letter, "4 b", "n-114", "five oh two". */
function codeAt(tokens: readonly Token[], start: number): Found<string> | null {
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
  // Figures as written keep their blank; "four b" is 4b.
  const written = /^#?\d/.test(tokens[found.to - 1]?.text ?? "");
  return {
    value: `${found.value}${written ? " " : ""}${next.raw}`,
    from: found.from,
    to: found.to + 1,
  };
}

const ruralRoutes = tablePhrases([
  [
    "rural",
    [
      "rr",
      "r r",
      "rural route",
      "hc",
      "hcr",
      "hc rte",
      "hc rt",
      "star route",
      "star rte",
      "rfd",
      "r f d",
      "rt",
      "rte",
      "route",
      "highway contract route",
      "highway contract rte",
      "hwy contract route",
      "hwy contract rte",
    ],
  ],
]);

const unitNames = new Set(unitWords.flat());
/** Unit words that are common in street and town names; only a code directly behind makes them a unit. */
const weakUnits = new Set(
  "no stop front rear upper lower tower box pier slip space number building office ph lot basement flat mailstop ms mc msc m/c".split(
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
      "frnt",
      "mezzanine",
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
  const ends = token.pause || endsOrTown(tokens, at + 1);
  if (numberedRoads.has(before.text) || roadOwners.has(before.text) || before.text === "box") return null;
  const code = /^(?:\d+[a-z]|[a-z]-?\d+[a-z]?|[a-z]-[a-z])$/.test(token.text);
  if (numberAt(asWords(tokens), at - 1) !== null) return null;
  if (ownedRoads.has(before.text) && roadOwners.has(tokens[at - 2]?.text ?? "")) return null;
  // "961 North A1A": a road, when nothing else is one.
  if (tokens.slice(1, at).every((each) => isDirection(each))) return null;
  if (isLetterAtEnd(tokens, at)) return { value: token.raw, from: at, to: at + 1 };
  const number = /^\d{1,5}$/.test(token.text) && (before.pause ? token.pause : closesStreet(tokens, at));
  return (code && ends) || number ? { value: token.raw, from: at, to: at + 1 } : null;
}

/** "280 Summit Court B", "Hudson Manor Terrace EE": a letter behind the type of a named street. */
function isLetterAtEnd(tokens: readonly Token[], at: number): boolean {
  const type = tokens[at - 1]?.text ?? "";
  const letter = /^([a-z])\1?$/.test(tokens[at]?.text ?? "") && !isDirection(tokens[at]);
  return (
    at > 2 && at + 1 === tokens.length && letter && strongStreetTypes.has(type) && !lettersOnlyRoads.has(type)
  );
}

/** The word before is a street type with a name, with or without a direction behind it: "Lake Shore Drive 6", "5th St NE 301". */
function closesStreet(tokens: readonly Token[], at: number): boolean {
  let end = at;
  while (end > 2 && isDirection(tokens[end - 1])) end -= 1;
  const type = tokens[end - 1]?.text ?? "";
  if (numberedRoads.has(type) || roadOwners.has(tokens[end - 2]?.text ?? "")) return false;
  const typed = end > 2 && strongStreetTypes.has(type);
  if (
    tokens.slice(1, at).every((token) => isDirection(token)) ||
    (isDirection(tokens[at + 1]) && !endsOrTown(tokens, at + 1))
  )
    return false;
  return (
    endsOrTown(tokens, at + 1) &&
    (typed || at + 1 < tokens.length || (at > 2 && !lettersOnlyRoads.has(type) && !ownedRoads.has(type)))
  );
}

/** Nothing follows, or a known town does. */
function endsOrTown(tokens: readonly Token[], at: number): boolean {
  const rest = tokens.slice(at, at + 3).map(({ text }) => text);
  return (
    rest.length === 0 ||
    rest.some(
      (_, index) =>
        isKnownCity(rest.slice(0, index + 1).join(" ")) &&
        // "460 Bryant Street": named for the town, and not in it.
        !strongStreetTypes.has(tokens[at + index + 1]?.text ?? ""),
    )
  );
}

function beginsStreet(tokens: readonly Token[], code: Found<string>): boolean {
  if (tokens[code.to - 1]?.pause || !/^\d+$/.test(code.value)) return false;
  if (strongStreetTypes.has(tokens[code.to]?.text ?? "")) return true;
  const numbered = tokens.slice(0, code.from).some(({ text }) => /^\d+[a-z]?$/.test(text));
  return !numbered && tokens.slice(code.to + 1, code.to + 4).some(({ text }) => strongStreetTypes.has(text));
}

/** "# 23 SE": a direction that ends the address behind a code belongs to it. */
function withDirectionBehind(tokens: readonly Token[], found: Found<string>): Found<string> {
  const next = tokens[found.to];
  if (tokens[found.from]?.text !== "#" || !isDirection(next) || found.to + 1 !== tokens.length) return found;
  return { value: `${found.value} ${next?.raw}`, from: found.from, to: found.to + 1 };
}

function unitAt(tokens: readonly Token[], at: number): Found<string> | null {
  const token = tokens[at];
  if (token === undefined) return null;
  if (/^#\w/.test(token.text)) return { value: token.raw.slice(1), from: at, to: at + 1 };
  const joined = /^(?:suite|ste|apt|unit|bldg|rm)-?(\d+[a-z]?)$/.exec(token.text);
  if (joined?.[1] !== undefined) return { value: joined[1], from: at, to: at + 1 };
  const next = tokens[at + 1];
  if (weakUnits.has(token.text) && floors.has(tokens[at + 2]?.text ?? "")) return null;
  const ordinal =
    (at > 1 && /^\d{1,2}$/.test(token.text)) ||
    /^\d+(?:st|nd|rd|th)$/.test(token.text) ||
    (numberAt(asWords(tokens), at)?.ordinal ?? false);
  if (ordinal && next !== undefined && floors.has(next.text)) {
    const number = numberAt(asWords(tokens), at);
    const to = number?.next ?? at + 1;
    const said = tokens.slice(at, to).map(({ raw }) => raw);
    return { value: said.join(" "), from: at, to: to + 1 };
  }
  if (token.text !== "#" && !unitNames.has(token.text)) return null;
  const code = codeAt(tokens, at + 1);
  if (code === null || (floors.has(token.text) && /[a-z]/i.test(code.value) && code.value.length === 1)) {
    return null;
  }
  if (weakUnits.has(token.text) && !/\d/.test(code.value) && token.text !== "building") return null;
  if (at === 0 && weakUnits.has(token.text)) return null;
  const road = tokens[at - 1]?.text ?? "";
  const numbers = token.text === "no" || token.text === "#" || token.text === "number";
  if (numbers && (numberedRoads.has(road) || roadOwners.has(road))) return null;
  // "Old Number 6 Highway", "North Tower 401 Church Street": the figures belong to what follows.
  if (weakUnits.has(token.text) && beginsStreet(tokens, code)) return null;
  return withDirectionBehind(tokens, { ...code, from: at });
}
