import { codeAt } from "./address-codes.ts";
import { asWords, type Found, isDirection, isKnownCity, type Token } from "./address-tokens.ts";
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
