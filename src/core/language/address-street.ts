import { isKnownCity, type Token } from "./address-parts.ts";
import {
  cityBeginnings,
  cityEndings,
  numberedRoads,
  roadOwners,
  strongStreetTypes,
} from "./en/address-table.ts";
import { directions, streetTypes } from "./en/streets.data.ts";

const types = new Set(streetTypes.flat());
const compass = new Set(directions.flat());

/** What is known about the rest of the address when street and city are told apart. */
export interface Around {
  readonly state: boolean;
  readonly zip: boolean;
  readonly number: boolean;
  /** Towns that are likely, lower case. */
  readonly likelyCities: ReadonlySet<string>;
}

/** Where the street ends and the city begins in the tokens between the house number and the state; the unit lay at `unitAt`. */
export interface StreetSplit {
  readonly end: number;
  readonly score: number;
}

/** Tries every place and takes the one where both halves look most like a street and a city. */
export function splitStreet(tokens: readonly Token[], around: Around, unitAt: number | null): StreetSplit {
  let best: StreetSplit = { end: tokens.length, score: Number.NEGATIVE_INFINITY };
  for (let end = 0; end <= tokens.length; end += 1) {
    const joint = end > 0 && end < tokens.length && (tokens[end - 1]?.pause || unitAt === end) ? 3.5 : 0;
    const score = streetScore(tokens.slice(0, end), around) + cityScore(tokens.slice(end), around) + joint;
    if (score > best.score) best = { end, score };
  }
  return best;
}

function streetScore(street: readonly Token[], around: Around): number {
  if (street.length === 0) return around.number ? -4 : 0;
  let core = street;
  while (core.length > 1 && isDirection(core.at(-1))) core = core.slice(0, -1);
  const directed = core.length === street.length ? 0 : (street.at(-1)?.text.length ?? 0) <= 2 ? 0.7 : -0.3;
  const last = core.at(-1)?.text ?? "";
  const inner = core
    .slice(1, -1)
    .filter(({ text }, index) => strongStreetTypes.has(text) && !isSaint(core, index + 1)).length;
  let score = directed - inner * 1.6 - Math.max(0, core.length - 4) * 0.4;
  if (core.length > 1 && isNumbered(core)) score += 3;
  else if (core.length > 1 && strongStreetTypes.has(last)) score += 3;
  else if (last === "broadway") score += 2.6;
  else if (core.length > 1 && types.has(last)) score += 1.1;
  else score -= 0.2 + 0.7 * Math.max(0, named(core).length - 1);
  if (street.every((token) => isDirection(token))) score -= 3;
  if (street.some(({ pause }, index) => pause && index < core.length - 1)) score -= 1.5;
  return score;
}

/** Words of the name without a leading direction. */
function named(core: readonly Token[]): readonly Token[] {
  return isDirection(core[0]) && core.length > 1 ? core.slice(1) : core;
}

/** "st" before a name is a saint. */
function isSaint(core: readonly Token[], index: number): boolean {
  return core[index]?.text === "st" && (index === 0 || isDirection(core[index - 1]));
}

/** "highway 31", "county road 43", "avenue h", "state route 118", "us highway 278". */
function isNumbered(core: readonly Token[]): boolean {
  const last = core.at(-1)?.text ?? "";
  const before = core.at(-2)?.text ?? "";
  if (/^\d+[a-z]{0,2}$/.test(last) || /^[a-z]{1,2}-?\d+$/.test(last))
    return numberedRoads.has(before) || roadOwners.has(before);
  return (
    /^[a-z]$/.test(last) &&
    (before === "avenue" || before === "ave" || before === "highway" || before === "hwy")
  );
}

function cityScore(city: readonly Token[], around: Around): number {
  if (city.length === 0) return around.state ? -2.4 : around.zip ? -0.9 : 1.6;
  const text = city.map((token) => token.text).join(" ");
  const first = city[0]?.text ?? "";
  const last = city.at(-1)?.text ?? "";
  let score = around.state || around.zip ? 0 : -2.2;
  if (around.likelyCities.has(text)) score += 4;
  else if (isKnownCity(text)) score += 2.6;
  score -= [0, 0, 0.25, 0.9, 2.4, 4, 6][Math.min(6, city.length)] ?? 6;
  if (city.length > 1 && cityBeginnings.has(first))
    score += !compass.has(first) ? 0.9 : first.length > 2 ? 0.6 : -0.4;
  if (city.length > 1 && cityEndings.has(last)) score += 0.6;
  if (city.length === 1 && (compass.has(first) || types.has(first))) score -= 2.5;
  if (city.some(({ text: part }) => /\d/.test(part))) score -= 5;
  if (
    city.some(
      ({ text: part }, index) =>
        strongStreetTypes.has(part) &&
        !(part === "st" && index <= 1) &&
        !(index === city.length - 1 && /^(?:square|terrace|plaza|way|ct|pl|circle|crossing)$/.test(part)),
    )
  )
    score -= 3;
  if (city.slice(0, -1).some(({ pause }) => pause)) score -= 2.5;
  return score;
}

function isDirection(token: Token | undefined): boolean {
  return token !== undefined && compass.has(token.text) && token.text !== "no" && token.text !== "so";
}

/** Whether the tokens hold a street type or a numbered road: enough to believe in a street that has no house number. */
export function hasStreet(tokens: readonly Token[]): boolean {
  return (
    tokens.some(({ text }, index) => index > 0 && strongStreetTypes.has(text)) ||
    (tokens.length > 1 && isNumbered(tokens))
  );
}
