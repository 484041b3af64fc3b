import { boxIn, drawersBefore, endsInBox } from "./address-boxes.ts";
import { type Crossing, crossingIn } from "./address-crossing.ts";
import { inFigures } from "./address-figures.ts";
import { beginning, endOf, endsInCue, withoutJoints } from "./address-frame.ts";
import { houseNumberAt } from "./address-number.ts";
import {
  type Found,
  isDirection,
  isKnownCity,
  stateAtEnd,
  type Token,
  tokensOf,
  zipAtEnd,
} from "./address-parts.ts";
import { hasStreet, splitStreet, townAtEnd, townBehindBuilding } from "./address-street.ts";
import { unitsIn } from "./address-units.ts";
import { buildingWords, crossingWords, numberedRoads } from "./en/address-table.ts";
import type { Address, Circumstances, Heard, Reading } from "./understanding.ts";
import type { Word } from "./words.ts";

/**
 * US postal addresses, whole or in part, written or spoken. Parts that were not said are null. Values are as said, with
 * capitals; the state is its code. `words` are those of `splitWords(heard.text)`.
 */
export function readAddresses(
  words: readonly Word[],
  circumstances: Circumstances,
  heard: Heard,
): readonly Reading[] {
  const { expectation } = circumstances;
  const asked = expectation.asked.includes("address");
  const begin = beginning(words);
  if (!asked && !begin.strong && !expectation.also.includes("address")) return [];
  const likelyCities = new Set(expectation.hints.map((hint) => hint.toLowerCase()));
  const said = words.slice(0, endOf(words, begin.at));
  const tokens = withoutJoints(tokensOf(said, heard.text, begin.at)).slice(0, MOST_TOKENS);
  const parsed = parseAddress(tokens, likelyCities);
  if (parsed === null || isMoment(parsed.address)) return [];
  const confidence = confidenceOf(parsed.address, asked, begin.strong);
  if (confidence === 0) return [];
  const start = words[parsed.first]?.start ?? 0;
  const end = words[parsed.last]?.end ?? heard.text.length;
  return [{ kind: "address", value: parsed.address, span: { start, end }, confidence }];
}

/** "One moment please", "one second": a number and a name that ask for patience. */
function isMoment({ number, street, unit, city, state, zip }: Address): boolean {
  if (number === null || [unit, city, state, zip].some((part) => part !== null)) return false;
  return /^(?:seconds?|secs?|moments?|minutes?|mins?|ticks?)$/i.test(street ?? "");
}

/** No address is as long; what follows is a story. */
const MOST_TOKENS = 40;

interface Parsed {
  readonly address: Address;
  readonly first: number;
  readonly last: number;
}

function parseAddress(all: readonly Token[], likelyCities: ReadonlySet<string>): Parsed | null {
  if (all.length === 0) return null;
  let tokens = withoutTail(withoutCountry(all[0]?.text === "#" ? all.slice(1) : all));
  const zip = endsInBox(tokens) ? null : zipAtEnd(tokens);
  if (zip !== null) tokens = tokens.slice(0, zip.from);
  const state = stateAtEnd(tokens, zip !== null);
  if (state !== null) tokens = tokens.slice(0, state.from);
  const crossing = crossingIn(tokens);
  if (crossing !== null)
    return { ...atCrossing(tokens, crossing, state?.value, zip?.value), ...wordsOf(all) };
  const box = boxIn(tokens);
  const street =
    box === null || hasStreet(without(tokens, box)) || (box.from > 2 && /^\d/.test(tokens[0]?.text ?? ""));
  const lost = box !== null && !street ? drawersBefore(tokens.slice(0, box.from)) : [];
  if (box !== null) tokens = street ? without(tokens, box) : tokens.slice(box.to);
  const units = [...lost, ...unitsIn(tokens)];
  const placed = units.slice(lost.length);
  const marks = placed.map(({ from }) => tokens[from]?.word ?? 0);
  for (const unit of [...placed].reverse()) tokens = without(tokens, unit);
  const numberAt = street ? numberPlace(tokens) : null;
  const number = numberAt === null ? null : houseNumberAt(tokens, numberAt);
  const rest = inFigures(
    number === null ? withoutCrossroads(tokens) : withDirection(tokens.slice(number.to)),
  );
  const around = { state: state !== null, zip: zip !== null, number: number !== null, likelyCities };
  const unitAt = unitPlace(rest, marks);
  const withStreet = number !== null || (street && hasStreet(rest));
  const { end, city } = withStreet ? splitStreet(rest, around, unitAt) : { end: 0, city: 0 };
  const piece = lastPiece(rest.slice(city).filter(({ text }) => text !== "unit"));
  const cityTokens = withStreet ? townBehindBuilding(piece) : townAtEnd(piece);
  const address: Address = {
    number: number?.value ?? null,
    street:
      box !== null && number === null && !hasStreet(rest.slice(0, end)) ? null : capitals(rest.slice(0, end)),
    unit: unitText(units),
    city:
      around.state ||
      around.zip ||
      withStreet ||
      box !== null ||
      likelyCities.has(textOf(cityTokens)) ||
      isKnownCity(textOf(cityTokens))
        ? capitals(cityTokens)
        : null,
    state: state?.value ?? null,
    zip: zip?.value ?? null,
    poBox: box?.value ?? null,
  };
  return { address: withStateBefore(address, cityTokens), ...wordsOf(all) };
}

function wordsOf(all: readonly Token[]): { readonly first: number; readonly last: number } {
  return { first: all[0]?.word ?? 0, last: all.at(-1)?.word ?? 0 };
}

function atCrossing(
  tokens: readonly Token[],
  { from, at, to }: Crossing,
  state: string | undefined,
  zip: string | undefined,
): { readonly address: Address } {
  const [one, other] = [inFigures(tokens.slice(from, at)), inFigures(tokens.slice(at + 1, to))];
  const units = unitsIn(tokens.slice(to));
  const rest = units.reduceRight((left, unit) => without(left, unit), tokens.slice(to));
  return {
    address: {
      number: null,
      street: `${capitals(one)} & ${capitals(other)}`,
      unit: unitText(units),
      city: capitals(lastPiece(rest)),
      state: state ?? null,
      zip: zip ?? null,
      poBox: null,
    },
  };
}

/** "CA Long Beach 90807": the code of the state before the town. */
function withStateBefore(address: Address, city: readonly Token[]): Address {
  const [first, ...town] = city;
  if (address.state !== null || first === undefined || !isKnownCity(textOf(town))) return address;
  const state = stateAtEnd([...town, first], true);
  return state === null || state.from !== town.length
    ? address
    : { ...address, state: state.value, city: capitals(town) };
}

function withoutCountry(tokens: readonly Token[]): readonly Token[] {
  const country = /^(?:united states(?: of america)?|usa|u s a)$/;
  for (const length of [4, 3, 2, 1]) {
    if (tokens.length > length + 1 && country.test(textOf(tokens.slice(-length))))
      return tokens.slice(0, -length);
  }
  return tokens;
}

/** Drops what stands behind a state and a five-figure ZIP code. */
function withoutTail(tokens: readonly Token[]): Token[] {
  const zipAt = tokens.findLastIndex(({ text }, index) => index > 1 && /^\d{5}(?:-?\d{4})?$/.test(text));
  if (zipAt < 0 || zipAt >= tokens.length - 1) return [...tokens];
  const state = stateAtEnd(tokens.slice(0, zipAt), true);
  const extra = /^\d{4}$/.test(tokens[zipAt + 1]?.text ?? "") ? 1 : 0;
  return state === null ? [...tokens] : tokens.slice(0, zipAt + 1 + extra);
}

function without(tokens: readonly Token[], found: Found<string>): Token[] {
  const kept = [...tokens.slice(0, found.from), ...tokens.slice(found.to)];
  const before = kept[found.from - 1];
  if (before !== undefined && tokens[found.to - 1]?.pause) kept[found.from - 1] = { ...before, pause: true };
  return kept;
}

/**
 * The house number stands first, or behind the name of a building or firm. Where two numbers could be it ("1015 Financial
 * Center 505 20th St N"), it is the one with a street type behind it and none before.
 */
function numberPlace(tokens: readonly Token[]): number | null {
  let first: number | null = null;
  for (let at = 0; at < tokens.length - 1; at += 1) {
    const found = houseNumberAt(tokens, at);
    if (found === null || found.to >= tokens.length) continue;
    if (at > 0 && !/^\d{2}|^[nsew]\d/.test(tokens[at]?.text ?? "")) continue;
    if (numberedRoads.has(tokens[at - 1]?.text ?? "")) continue;
    if (first !== null) {
      const between = tokens.slice(first + 1, at);
      if (between.every((token) => isDirection(token) || /\d/.test(token.text))) break;
      const place = tokens[at - 1];
      const building = place?.pause === true && buildingWords.has(place.text);
      if ((!building && hasStreet(tokens.slice(first, at))) || !namesStreet(tokens.slice(found.to))) break;
    }
    if (first === null && at > 0 && hasStreet(tokens.slice(0, at + 1)) && !hasStreet(tokens.slice(found.to)))
      return null;
    first = at;
  }
  return first;
}

/** "Junction Highway 76", "the corner of Oak Street": what stands before the name of a road. */
function withoutCrossroads(tokens: readonly Token[]): readonly Token[] {
  const from = tokens.findIndex(({ text }) => !crossingWords.has(text));
  return from > 0 && hasStreet(tokens.slice(from)) ? tokens.slice(from) : tokens;
}

/** "1112 So. Washington": directly behind the number "so" and "no" are directions. */
function withDirection(rest: readonly Token[]): readonly Token[] {
  const [first, ...others] = rest;
  if (first === undefined || others.length === 0 || !/^(?:so|no)$/.test(first.text)) return rest;
  return [{ ...first, text: first.text.charAt(0) }, ...others];
}

/** A street with its name, or one that is all name. */
function namesStreet(tokens: readonly Token[]): boolean {
  return tokens[0]?.text === "broadway" || hasStreet(tokens);
}

/** Behind the last comma: what is before it is the name of a building. */
function lastPiece(city: readonly Token[]): readonly Token[] {
  const comma = city.slice(0, -1).findLastIndex(({ pause }) => pause);
  return city.slice(comma + 1);
}

function unitPlace(rest: readonly Token[], marks: readonly number[]): number | null {
  const mark = marks.find((word) => rest[0] !== undefined && word > rest[0].word);
  if (mark === undefined) return null;
  const at = rest.findIndex(({ word }) => word > mark);
  return at < 0 ? rest.length : at;
}

function textOf(tokens: readonly Token[]): string {
  return tokens.map(({ text }) => text).join(" ");
}

/** "4b" is written "4B"; words stay as they are. */
function unitText(units: readonly Found<string>[]): string | null {
  if (units.length === 0) return null;
  const text = units.map(({ value }) => value).join(" ");
  return text.replace(/(?<![a-z])[a-z](?![a-z])/gi, (letter) => letter.toUpperCase());
}

/** As said, each word with a capital; figures and mixed case stay as they are. */
function capitals(tokens: readonly Token[]): string | null {
  if (tokens.length === 0) return null;
  return tokens
    .map(({ raw }) => (/^[a-z]/.test(raw) ? raw.charAt(0).toUpperCase() + raw.slice(1) : raw))
    .join(" ");
}

function confidenceOf(address: Address, asked: boolean, announced: boolean): number {
  const { number, street, city, state, zip, poBox } = address;
  const place = [city, state, zip].filter((part) => part !== null).length;
  const body = poBox !== null || (number !== null && street !== null);
  if (body && place >= 2) return 0.9;
  if (body) return announced ? 0.9 : asked ? 0.75 : 0.7;
  if (!asked) return 0;
  if (street !== null) return 0.5;
  if (place >= 2) return 0.7;
  if (address.unit !== null) return 0.5;
  return state !== null || zip !== null || city !== null ? 0.5 : 0;
}

/** 0–1: how sure that nothing more is coming; null when there is nothing of an address. */
export function addressComplete(words: readonly Word[], circumstances: Circumstances): number | null {
  const text = words.map((word) => word.text).join(" ");
  const asked: Circumstances = {
    ...circumstances,
    expectation: { ...circumstances.expectation, asked: ["address"] },
  };
  const plain = words.map((word, index) => ({
    ...word,
    start: offsetOf(words, index),
    end: offsetOf(words, index) + word.text.length,
  }));
  const reading = readAddresses(plain, asked, { text, alternatives: [] })[0];
  if (reading?.kind !== "address") return endsInCue(words) ? 0.05 : null;
  const { number, street, city, state, zip, poBox } = reading.value;
  if (
    /^(?:apartment|apt|unit|suite|number|box|north|south|east|west|and|in|zip|code|is)$/.test(
      words.at(-1)?.text ?? "",
    )
  )
    return 0.05;
  if (zip !== null) return zip.length >= 5 ? 0.95 : 0.3;
  if (state !== null && (city !== null || street !== null)) return 0.6;
  if (city !== null) return 0.4;
  if (poBox !== null || (number !== null && street !== null)) return 0.35;
  return 0.2;
}

function offsetOf(words: readonly Word[], index: number): number {
  let offset = 0;
  for (let at = 0; at < index; at += 1) offset += (words[at]?.text.length ?? 0) + 1;
  return offset;
}
