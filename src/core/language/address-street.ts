import { isDirection, isKnownCity, type Token } from "./address-tokens.ts";
import {
  buildingWords,
  cityBeginnings,
  cityEndings,
  departmentWords,
  lettersOnlyRoads,
  numberedRoads,
  ownedRoads,
  roadOwners,
  strongStreetTypes,
} from "./en/address-table.ts";
import { directions, streetNames, streetTypes } from "./en/streets.data.ts";

const types = new Set(streetTypes.flat());
/** "Highway 71 Business", "Throgs Neck Expressway SR". */
const roadQualifiers = new Set(["business", "bus", "alt", "alternate", "bypass", "byp", "sr", "spur"]);
const commonStreets = new Set(streetNames);
const compass = new Set(directions.flat());

/** What is known about the rest of the address when street and city are told apart. */
export interface Around {
  readonly state: boolean;
  readonly zip: boolean;
  readonly number: boolean;
  /** Towns that are likely, lower case. */
  readonly likelyCities: ReadonlySet<string>;
}

/** The street is before `end`, the city from `city` on; what is between is the name of a building. */
export interface StreetSplit {
  readonly end: number;
  readonly city: number;
  readonly score: number;
}

/** Tries every place and takes the one where both halves look most like a street and a city; the unit lay at `unitAt`. */
export function splitStreet(tokens: readonly Token[], around: Around, unitAt: number | null): StreetSplit {
  let best: StreetSplit = { end: tokens.length, city: tokens.length, score: Number.NEGATIVE_INFINITY };
  for (let end = 0; end <= tokens.length; end += 1) {
    const cut = cutsRoad(tokens, end) ? -4 : 0;
    const street = streetScore(tokens.slice(0, end), around) + jointScore(tokens, end, unitAt) + cut;
    for (let city = end; city <= tokens.length; city += 1) {
      const between = city === end ? 0 : buildingScore(tokens, end, city, unitAt);
      if (between <= -6) continue;
      const score = street + between + cityScore(tokens, city, around);
      if (score > best.score) best = { end, city, score };
    }
  }
  return best;
}

/** "Highway | 31": the number belongs to the road. */
function cutsRoad(tokens: readonly Token[], end: number): boolean {
  const before = tokens[end - 1]?.text ?? "";
  const road = numberedRoads.has(before) || before === "road";
  return road && /^\d/.test(tokens[end]?.text ?? "") && tokens[end - 1]?.pause === false;
}

/** A comma or a unit tells where the street ends; a direction behind the comma still belongs to it ("Ave., NW"). */
function jointScore(tokens: readonly Token[], end: number, unitAt: number | null): number {
  if (end === 0 || end >= tokens.length) return 0;
  if (unitAt === end) return 3.5;
  if (!tokens[end - 1]?.pause) return 0;
  const next = tokens[end];
  const direction = isDirection(next) && next?.text.length === 2;
  return direction ? 0 : 3.5;
}

/** The name of a building needs a street type before it, and a comma, a unit, the end or a known town behind it. */
function buildingScore(tokens: readonly Token[], from: number, to: number, unitAt: number | null): number {
  const street = withoutDirections(tokens.slice(0, from));
  if (from < 2 || !(strongStreetTypes.has(street.at(-1)?.text ?? "") || isNumbered(street))) return -9;
  const building = tokens.slice(from, to);
  const bounded = to === tokens.length || tokens[to - 1]?.pause === true || unitAt === to;
  const marked = building.some(({ text }) => buildingWords.has(text));
  const type = street.at(-1)?.text ?? "";
  if ((!bounded && !marked) || isDirection(building[0])) return -9;
  if (building.every((token) => isDirection(token) || strongStreetTypes.has(token.text))) return -9;
  if (/^(?:\d|[a-z]$)/.test(building[0]?.text ?? "") && /^(?:highway|hwy|road|rd|route)$/.test(type))
    return -9;
  if (!marked && to === tokens.length && unitAt !== to) return -4;
  const joint = tokens[to - 1]?.pause === true || unitAt === to ? 3.5 : 0;
  const known = jointScore(tokens, from, unitAt) > 0 ? 0 : joint;
  return known + (bounded && marked ? -0.2 : -1.8) - building.length * 0.15;
}

function withoutDirections(street: readonly Token[]): readonly Token[] {
  let core = street;
  while (core.length > 1 && isDirection(core.at(-1))) core = core.slice(0, -1);
  const last = core.at(-1)?.text ?? "";
  const qualified =
    roadQualifiers.has(last) &&
    /\d|^(?:expressway|expy|expwy|parkway|pkwy|py)$/.test(core.at(-2)?.text ?? "");
  return core.length > 2 && (last === "no" || last === "so" || qualified) ? core.slice(0, -1) : core;
}

function streetScore(street: readonly Token[], around: Around): number {
  if (street.length === 0) return around.number ? -4 : 0;
  const core = withoutDirections(street);
  const last = core.at(-1)?.text ?? "";
  const inner = core
    .slice(1, -1)
    .filter(({ text }, index) => strongStreetTypes.has(text) && !isSaint(core, index + 1)).length;
  let score = directedScore(street, core) - inner * 1.6 - Math.max(0, core.length - 4) * 0.4;
  if (isNumbered(core)) score += 3;
  else if (named(core).length > 1 && strongStreetTypes.has(last)) score += 3;
  else if (last === "broadway") score += 2.6;
  else if (core.length > 1 && types.has(last)) score += 1.1;
  else score -= untypedCost(named(core));
  if (street.every((token) => isDirection(token))) score -= 3;
  if (street.some(({ pause }, index) => pause && index < core.length - 1)) score -= 1.5;
  return score;
}

/** "NW" behind a street type is its direction; "South" is as often the beginning of a town. */
function directedScore(street: readonly Token[], core: readonly Token[]): number {
  if (core.length === street.length) return 0;
  const single = core.at(-1)?.pause === true && street.at(-1)?.text.length === 1;
  if (single) return -3;
  const last = street.at(-1)?.text ?? "";
  const grid = core.some(({ text }) => /^\d+(?:st|nd|rd|th)$/.test(text)) ? 0.9 : 0;
  return grid + (last.length <= 2 || last.length > 5 ? 0.7 : -0.3);
}

const nameBeginnings = new Set(
  "van von de la del el las los san santa st saint mount mt fort ft le du mac martin old".split(" "),
);

/** A street without a type is believed when its name is a common one; each further word may be the town. */
function untypedCost(name: readonly Token[]): number {
  if (commonStreets.has(name.map(({ text }) => text).join(" "))) return -0.3;
  const beginning = name.length > 1 && nameBeginnings.has(name[0]?.text ?? "") ? 0.7 : 0;
  return 0.2 + 0.7 * Math.max(0, name.length - 1) - beginning;
}

/** Words of the name without a leading direction. */
function named(core: readonly Token[]): readonly Token[] {
  return isDirection(core[0]) && core.length > 1 ? core.slice(1) : core;
}

/** "st" before a name is a saint. */
function isSaint(core: readonly Token[], index: number): boolean {
  return core[index]?.text === "st" && (index === 0 || isDirection(core[index - 1]));
}

/** "highway 31", "county road 43", "avenue h", "state route 118", "us highway no 278". */
function isNumbered(core: readonly Token[]): boolean {
  const last = core.at(-1)?.text ?? "";
  const at = /^(?:no|number|#)$/.test(core.at(-2)?.text ?? "") ? -3 : -2;
  const before = core.at(at)?.text ?? "";
  const owner = roadOwners.has(core.at(at - 1)?.text ?? "");
  if (/^(?:i|us|sr|cr|fm|hwy|rt)-?\d+[a-z]?$/.test(last)) return true;
  if (/^\d+[a-z]{0,2}$/.test(last) || /^[a-z]{1,2}-?\d+[a-z]?$/.test(last))
    return (
      numberedRoads.has(before) || (ownedRoads.has(before) && owner) || /^(?:us|state|county)$/.test(before)
    );
  if (/^[a-z]{1,2}$/.test(last) && ownedRoads.has(before) && owner) return true;
  return (
    /^[a-z]$/.test(last) &&
    (lettersOnlyRoads.has(before) || numberedRoads.has(before)) &&
    !/^[nsew]$/.test(last)
  );
}

const CITY_LENGTH_COST = [0, 0, 0.25, 0.9, 2.4, 4, 6] as const;

function cityScore(tokens: readonly Token[], from: number, around: Around): number {
  const city = tokens.slice(from);
  if (city.length === 0) return around.state ? -2.4 : around.zip ? -0.9 : 1.2;
  const text = city.map((token) => token.text).join(" ");
  const first = city[0]?.text ?? "";
  let score = around.state || around.zip ? 0 : -2;
  if (around.likelyCities.has(text)) score += 4;
  else score += townScore(text);
  if (first.length === 2 && compass.has(first)) score -= 2.5;
  if (townScore(text) < 2) score -= CITY_LENGTH_COST[Math.min(6, city.length)] ?? 6;
  if (city.length > 1 && cityBeginnings.has(first))
    score += !compass.has(first) ? 0.9 : first.length > 2 ? 0.6 : -0.4;
  if (city.length > 1 && cityEndings.has(city.at(-1)?.text ?? "")) score += 0.6;
  if (city.length === 1 && (compass.has(first) || types.has(first))) score -= 2.5;
  if (city.some(({ text: part }) => /\d/.test(part))) score -= 5;
  if (holdsStreetType(city)) score -= 3;
  if (city.slice(0, -1).some(({ pause }) => pause)) score -= 2.5;
  return score - cutCost(tokens, from, text);
}

/** A known town, also with its direction shortened ("w palm beach") or added ("south el monte"). */
function townScore(text: string): number {
  if (isKnownCity(text)) return 2.7;
  const [first = "", ...rest] = text.split(" ");
  const direction =
    rest.length === 0 || first.length === 2 ? undefined : directions.find((names) => names.includes(first));
  if (direction === undefined) return 0;
  const name = rest.join(" ");
  if (isKnownCity(`${direction[0]} ${name}`)) return 2.7;
  return isKnownCity(name) ? 0.9 : 0;
}

function holdsStreetType(city: readonly Token[]): boolean {
  return city.some(({ text }, index) => {
    if (!strongStreetTypes.has(text) || (text === "st" && index <= 1)) return false;
    return !(index === city.length - 1 && /^(?:square|terrace|plaza|way|ct|pl|circle|crossing)$/.test(text));
  });
}

/** "St | Louis", "New | Buffalo", "W | Palm Beach": what cuts the name of a known town in two. */
function cutCost(tokens: readonly Token[], from: number, city: string): number {
  const before = tokens[from - 1];
  if (before === undefined || before.pause) return 0;
  const whole = `${before.text} ${city}`;
  // Behind another street type "St" is a saint: "Pine Valley St Simons Island".
  if (before.text === "st") return isKnownCity(whole) || types.has(tokens[from - 2]?.text ?? "") ? 2.7 : 0;
  if (isKnownCity(whole) && !isDirection(before)) return 2.7;
  if (!isDirection(before)) return cityBeginnings.has(before.text) ? 1.7 : 0;
  const town = townScore(whole);
  return town > 2.5 ? 2.5 : town > 0 ? 0.9 : 0;
}

/** The well-known town that ends the tokens, which are all town and building when no street was found. */
export function townAtEnd(tokens: readonly Token[]): readonly Token[] {
  return knownTownAtEnd(tokens) ?? tokens;
}

function knownTownAtEnd(tokens: readonly Token[]): readonly Token[] | null {
  for (let from = 0; from < tokens.length; from += 1) {
    const town = tokens.slice(from);
    if (isKnownCity(town.map(({ text }) => text).join(" "))) return town;
  }
  return null;
}

/** "Burns Prof Bldg Blue Ridge", "Reference Division Miramar": the town behind the name of a building or department. */
export function townBehindBuilding(tokens: readonly Token[]): readonly Token[] {
  const town = knownTownAtEnd(tokens);
  if (town === null) return tokens;
  const before = tokens.slice(0, tokens.length - town.length);
  return before.some(({ text }) => buildingWords.has(text) || departmentWords.has(text)) ? town : tokens;
}

/** Whether the tokens hold a street type or a numbered road: enough to believe in a street that has no house number. */
export function hasStreet(tokens: readonly Token[]): boolean {
  const first = tokens[0];
  if (first?.pause && commonStreets.has(first.text)) return true;
  return tokens.some(
    ({ text }, index) => index > 0 && (strongStreetTypes.has(text) || isNumbered(tokens.slice(0, index + 1))),
  );
}
