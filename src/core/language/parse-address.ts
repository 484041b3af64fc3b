import { boxIn, drawersBefore, endsInBox } from "./address-boxes.ts";
import { type Crossing, crossingIn } from "./address-crossing.ts";
import { inFigures } from "./address-figures.ts";
import { houseNumberAt } from "./address-number.ts";
import { stateAtEnd } from "./address-state.ts";
import { hasStreet, splitStreet, townAtEnd, townBehindBuilding } from "./address-street.ts";
import { capitals, unitText } from "./address-text.ts";
import { type Found, isKnownCity, type Token, textOf, without } from "./address-tokens.ts";
import { unitsIn } from "./address-units.ts";
import { zipAtEnd } from "./address-zip.ts";
import { crossingWords } from "./en/address-table.ts";
import { houseNumberPlace } from "./house-number-place.ts";
import type { Address } from "./understanding.ts";

/**
 * The parts of an address, taken off one after another: country, ZIP code and state from the end, then box and units wherever
 * they stand, the house number, and last the street and the town, which nothing but their names tells apart.
 */
export function parseAddress(tokens: readonly Token[], likelyCities: ReadonlySet<string>): Address {
  const ending = takeEnding(tokens);
  const crossing = crossingIn(ending.tokens);
  return crossing === null ? atHouse(ending, likelyCities) : atCrossing(ending, crossing);
}

/** State and ZIP code, and the tokens before them. */
interface Ending {
  readonly tokens: readonly Token[];
  readonly state: string | null;
  readonly zip: string | null;
}

function takeEnding(all: readonly Token[]): Ending {
  const tokens = withoutTail(withoutCountry(all[0]?.text === "#" ? all.slice(1) : all));
  const zip = endsInBox(tokens) ? null : zipAtEnd(tokens);
  const beforeZip = tokens.slice(0, zip?.from);
  const state = stateAtEnd(beforeZip, zip !== null);
  return {
    tokens: beforeZip.slice(0, state?.from),
    state: state?.value ?? null,
    zip: zip?.value ?? null,
  };
}

function atHouse({ tokens: all, state, zip }: Ending, likelyCities: ReadonlySet<string>): Address {
  const { tokens, box, units, unitMarks, street } = takeBoxAndUnits(all);
  const numberAt = street ? houseNumberPlace(tokens) : null;
  const number = numberAt === null ? null : houseNumberAt(tokens, numberAt);
  const rest = inFigures(
    number === null ? withoutCrossroads(tokens) : withDirection(tokens.slice(number.to)),
  );
  const withStreet = number !== null || (street && hasStreet(rest));
  const around = { state: state !== null, zip: zip !== null, number: number !== null, likelyCities };
  const { end, city } = withStreet
    ? splitStreet(rest, around, unitPlace(rest, unitMarks))
    : { end: 0, city: 0 };
  const named = rest.slice(0, end);
  const piece = lastPiece(rest.slice(city).filter(({ text }) => text !== "unit"));
  const town = withStreet ? townBehindBuilding(piece) : townAtEnd(piece);
  const townText = textOf(town);
  const isTown = likelyCities.has(townText) || isKnownCity(townText);
  const hasTown = isTown || state !== null || zip !== null || withStreet || box !== null;
  const address: Address = {
    number: number?.value ?? null,
    street: box !== null && number === null && !hasStreet(named) ? null : capitals(named),
    unit: unitText(units),
    city: hasTown ? capitals(town) : null,
    state,
    zip,
    poBox: box,
  };
  return withStateBefore(address, town);
}

interface BoxAndUnits {
  readonly tokens: readonly Token[];
  readonly box: string | null;
  readonly units: readonly Found<string>[];
  /** The words where units stood in the tokens that are left. */
  readonly unitMarks: readonly number[];
  /** Whether there may be a street beside the box. */
  readonly street: boolean;
}

function takeBoxAndUnits(all: readonly Token[]): BoxAndUnits {
  const box = boxIn(all);
  const street =
    box === null || hasStreet(without(all, box)) || (box.from > 2 && /^\d/.test(all[0]?.text ?? ""));
  const drawers = box === null || street ? [] : drawersBefore(all.slice(0, box.from));
  const beside = box === null ? all : street ? without(all, box) : all.slice(box.to);
  const units = unitsIn(beside);
  return {
    tokens: units.reduceRight((left, unit) => without(left, unit), beside),
    box: box?.value ?? null,
    units: [...drawers, ...units],
    unitMarks: units.map(({ from }) => beside[from]?.word ?? 0),
    street,
  };
}

function atCrossing({ tokens, state, zip }: Ending, { from, at, to }: Crossing): Address {
  const [one, other] = [inFigures(tokens.slice(from, at)), inFigures(tokens.slice(at + 1, to))];
  const units = unitsIn(tokens.slice(to));
  const rest = units.reduceRight((left, unit) => without(left, unit), tokens.slice(to));
  return {
    number: null,
    street: `${capitals(one)} & ${capitals(other)}`,
    unit: unitText(units),
    city: capitals(lastPiece(rest)),
    state,
    zip,
    poBox: null,
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
