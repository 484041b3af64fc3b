import { colours } from "./en/vehicle-table.ts";
import { tablePhrases } from "./table-phrases.ts";
import type { Circumstances, Heard, Reading, Vehicle } from "./understanding.ts";
import { bareMileageIn, type FoundFigure, mileageIn, yearIn } from "./vehicle-figures.ts";
import { type NamedVehicle, namesIn } from "./vehicle-names.ts";
import type { Word } from "./words.ts";

const colourNames = tablePhrases(colours);
/** How far from its vehicle a year or a colour is still said of it. */
const YEAR_REACH_WORDS = 8;
const COLOUR_REACH_WORDS = 6;
/** Words that part what is said of one vehicle from what is said of the next. */
const between = /^(?:and|or|no|not|but|wait|sorry|actually|then|also)$/;

/**
 * Vehicles by year, make, model, mileage and colour, as far as told; each of several is a reading. Unasked only when a make or
 * an unmistakable model is named. `words` are those of `splitWords(heard.text)`.
 */
export function readVehicles(
  words: readonly Word[],
  circumstances: Circumstances,
  _heard: Heard,
): readonly Reading[] {
  const { asked, also } = circumstances.expectation;
  const expected = asked.includes("vehicle");
  const newest = circumstances.reference.year + 2;
  const all = namesIn(words, expected);
  if (all.length === 0 && !expected && !also.includes("vehicle")) return [];
  const mileage = mileageIn(words) ?? (expected ? bareMileageIn(words, newest, isIn(all, true)) : null);
  const names = all.filter((one) => !one.byModel || mileage === null || !overlaps(one, mileage));
  if (names.length === 0) return expected ? readPart(words, { newest, expected, named: null, mileage }) : [];
  return parts(words, names).flatMap(({ named, from, to }) => {
    const near = mileage !== null && mileage.from >= from && mileage.to <= to ? mileage : null;
    return readPart(words, { newest, expected, named, mileage: near, from, to });
  });
}

interface Part {
  readonly newest: number;
  readonly expected: boolean;
  readonly named: NamedVehicle | null;
  readonly mileage: FoundFigure | null;
  /** The words that are about this vehicle; all of them when left out. */
  readonly from?: number;
  readonly to?: number;
}

/** What is said of one vehicle: its name, with the year, colour and mileage around it. */
function readPart(words: readonly Word[], part: Part): readonly Reading[] {
  const { newest, expected, named, mileage, from = 0, to = words.length } = part;
  const outside = (index: number): boolean => index < from || index >= to;
  const taken = isIn([named, mileage].filter((one) => one !== null));
  const near = (index: number): boolean =>
    named === null || (index >= named.from - YEAR_REACH_WORDS && index <= named.from + YEAR_REACH_WORDS);
  const year = yearIn(words, newest, (index) => outside(index) || taken(index) || !near(index));
  const colour = colourIn(words, named, outside);
  const found = [named, mileage, year, colour].filter((one) => one !== null);
  if (found.length === 0) return [];
  const value: Vehicle = {
    year: year?.value ?? null,
    make: named?.make ?? null,
    model: named?.model ?? null,
    mileage: mileage?.value ?? null,
    colour: colour?.value ?? null,
  };
  const start = words[Math.min(...found.map((one) => one.from))]?.start ?? 0;
  const end = words[Math.max(...found.map((one) => one.to)) - 1]?.end ?? 0;
  return [
    { kind: "vehicle", value, span: { start, end }, confidence: surenessOf(value) - (expected ? 0 : 0.05) },
  ];
}

/** A year beside its model is a vehicle and no time of day: "a twenty twelve Focus". */
function surenessOf({ year, make, model }: Vehicle): number {
  if (make === null) return 0.6;
  if (year !== null && model !== null) return 0.97;
  return year !== null || model !== null ? 0.9 : 0.75;
}

interface Place {
  readonly from: number;
  readonly to: number;
}

/** "A 2015 Civic and a 2018 Camry": each vehicle has the words around it, up to the word that parts it from the next. */
function parts(
  words: readonly Word[],
  names: readonly NamedVehicle[],
): readonly (Place & { readonly named: NamedVehicle })[] {
  let from = 0;
  return names.map((named, index) => {
    const next = names[index + 1];
    const to = next === undefined ? words.length : partingPlace(words, named.to, next.from);
    const part = { named, from, to };
    from = to;
    return part;
  });
}

function partingPlace(words: readonly Word[], from: number, to: number): number {
  for (let at = to - 1; at >= from; at -= 1) {
    if (between.test(words[at]?.text ?? "") || words[at]?.pause) return at + 1;
  }
  return from;
}

function isIn(places: readonly (Place & { readonly byModel?: boolean })[], sureOnly = false) {
  const counted = sureOnly ? places.filter(({ byModel }) => !byModel) : places;
  return (index: number): boolean => counted.some(({ from, to }) => index >= from && index < to);
}

function overlaps(one: Place, other: Place): boolean {
  return one.from < other.to && other.from < one.to;
}

/** A colour near the vehicle or alone in the answer. */
function colourIn(
  words: readonly Word[],
  named: Place | null,
  outside: (index: number) => boolean,
): { readonly value: string; readonly from: number; readonly to: number } | null {
  for (const { id, from, to } of colourNames.find(words)) {
    const apart = named === null ? 0 : Math.min(Math.abs(to - named.from), Math.abs(from - named.to));
    if (!outside(from) && apart <= COLOUR_REACH_WORDS) return { value: id, from, to };
  }
  return null;
}
