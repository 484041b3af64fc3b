import { colours, commonVehicleWords, makes } from "./en/vehicle-table.ts";
import { numberAt } from "./numbers.ts";
import { type TableMatch, type TablePhrases, tablePhrases } from "./table-phrases.ts";
import type { Circumstances, Heard, Reading, Vehicle } from "./understanding.ts";
import type { Word } from "./words.ts";

const makeNames = tablePhrases(makes.map(({ name, spoken }) => [name, spoken]));
/** The phrases of a make's models are compiled when the make is first named: most calls name none. */
const modelPhrases = new Map<string, TablePhrases>();
/** Models whose make goes without saying; where makes share a name the first in the table has it. */
const allModels = tablePhrases(
  makes.flatMap(({ name, models }) =>
    models.map((model) => [`${name}|${model.name}`, model.spoken] as const),
  ),
);
const colourNames = tablePhrases(colours);
const OLDEST = 1950;
const REACH_WORDS = 8;

/**
 * A vehicle by year, make, model, mileage and colour, as far as told. Unasked only when a make or an unmistakable model is
 * named. `words` are those of `splitWords(heard.text)`.
 */
export function readVehicles(
  words: readonly Word[],
  circumstances: Circumstances,
  _heard: Heard,
): readonly Reading[] {
  const { asked, also } = circumstances.expectation;
  const expected = asked.includes("vehicle");
  const newest = circumstances.reference.year + 2;
  const named = nameIn(words, expected);
  if (named === null && !expected && !also.includes("vehicle")) return [];
  const mileage = mileageIn(words);
  const year = yearIn(words, newest, named, mileage);
  const colour = colourIn(words, named, expected);
  const found = [named, mileage, year, colour].filter((part) => part !== null);
  if (found.length === 0 || (named === null && !expected)) return [];
  const from = Math.min(...found.map((part) => part.from));
  const to = Math.max(...found.map((part) => part.to));
  const value: Vehicle = {
    year: year?.value ?? null,
    make: named?.make ?? null,
    model: named?.model ?? null,
    mileage: mileage?.value ?? null,
    colour: colour?.value ?? null,
  };
  const sure = named === null ? 0.6 : value.model !== null || value.year !== null ? 0.9 : 0.75;
  const span = { start: words[from]?.start ?? 0, end: words[to - 1]?.end ?? 0 };
  return [{ kind: "vehicle", value, span, confidence: expected ? sure : sure - 0.1 }];
}

interface NamedVehicle {
  readonly make: string;
  readonly model: string | null;
  readonly from: number;
  readonly to: number;
}

function nameIn(words: readonly Word[], expected: boolean): NamedVehicle | null {
  const vehicles = makeNames
    .find(words)
    .filter((match) => expected || !isCommon(words, match) || besideYear(words, match));
  for (const make of vehicles) {
    const model = modelNear(words, make);
    if (model !== null) return model;
  }
  const [make] = vehicles;
  const alone = modelAlone(words, expected);
  if (make === undefined) return alone;
  return alone !== null && isCommon(words, make)
    ? alone
    : { make: make.id, model: null, from: make.from, to: make.to };
}

function modelsOf(make: string): TablePhrases | undefined {
  const row = makes.find(({ name }) => name === make);
  if (row === undefined || modelPhrases.has(make)) return modelPhrases.get(make);
  const phrases = tablePhrases(row.models.map((model) => [model.name, model.spoken]));
  modelPhrases.set(make, phrases);
  return phrases;
}

function modelNear(words: readonly Word[], make: TableMatch): NamedVehicle | null {
  const models = modelsOf(make.id);
  if (models === undefined) return null;
  for (const model of models.find(words)) {
    const near = model.from >= make.to ? model.from - make.to <= 2 : make.from - model.to <= 1;
    const own = model.from < make.to && make.from < model.to;
    const whole = own && model.from <= make.from && model.to > make.to;
    if (whole || (near && !own)) {
      return {
        make: make.id,
        model: model.id,
        from: Math.min(make.from, model.from),
        to: Math.max(make.to, model.to),
      };
    }
  }
  return null;
}

/** "my Camry": the model tells the make. Everyday words need the question, or a year before them. */
function modelAlone(words: readonly Word[], expected: boolean): NamedVehicle | null {
  for (const match of allModels.find(words)) {
    const [make = "", model = ""] = match.id.split("|");
    const text = textOf(words, match);
    const short = text.replace(/ /g, "").length <= 2;
    const clear = !isCommon(words, match) && !short && !/^\d/.test(text);
    if (clear || besideYear(words, match) || (expected && !short && words.length <= 6))
      return { make, model, from: match.from, to: match.to };
  }
  return null;
}

function textOf(words: readonly Word[], { from, to }: TableMatch): string {
  return words
    .slice(from, to)
    .map(({ text }) => text)
    .join(" ");
}

function isCommon(words: readonly Word[], match: TableMatch): boolean {
  const text = textOf(words, match);
  return (
    commonVehicleWords.has(text) ||
    /^(?:one|two|three|four|five|six|seven|eight|nine|fif|twen|thir)\b/.test(text)
  );
}

function besideYear(words: readonly Word[], { from }: TableMatch): boolean {
  return /^(?:19|20)\d\d$/.test(words[from - 1]?.text ?? "") || yearEndingAt(words, from) !== null;
}

interface FoundNumber {
  readonly value: number;
  readonly from: number;
  readonly to: number;
}

/** "ninety thousand miles", "85k miles", "about 60,000 on it". */
function mileageIn(words: readonly Word[]): FoundNumber | null {
  for (let at = 0; at < words.length; at += 1) {
    const written = /^(\d{1,3})k$/.exec(words[at]?.text ?? "");
    const number =
      written === null
        ? numberAt(words, at)
        : { value: Number(written[1]) * 1000, next: at + 1, ordinal: false };
    if (number === null || number.ordinal) continue;
    const unit = words[number.next]?.text ?? "";
    if (/^(?:miles|mile|mi)$/.test(unit) && number.value >= 10)
      return { value: number.value, from: at, to: number.next + 1 };
    if (unit === "k" && /^(?:miles|on)$/.test(words[number.next + 1]?.text ?? "") && number.value < 500)
      return { value: number.value * 1000, from: at, to: number.next + 2 };
    if (
      unit === "on" &&
      /^(?:it|the|her|him)$/.test(words[number.next + 1]?.text ?? "") &&
      number.value >= 1000
    )
      return { value: number.value, from: at, to: number.next + 2 };
    if (mileageWordBefore(words, at) && number.value >= 1000)
      return { value: number.value, from: at, to: number.next };
    at = Math.max(at, number.next - 1);
  }
  return null;
}

function mileageWordBefore(words: readonly Word[], at: number): boolean {
  return words.slice(Math.max(0, at - 4), at).some(({ text }) => /^(?:mileage|odometer)$/.test(text));
}

function yearIn(
  words: readonly Word[],
  newest: number,
  named: NamedVehicle | null,
  mileage: FoundNumber | null,
): FoundNumber | null {
  for (let at = 0; at < words.length; at += 1) {
    if (mileage !== null && at >= mileage.from && at < mileage.to) continue;
    const year = yearAt(words, at, newest);
    if (year === null) continue;
    const near = named === null || Math.abs(year.from - named.from) <= REACH_WORDS;
    const inName = named !== null && year.from >= named.from && year.to <= named.to;
    if (near && !inName) return year;
  }
  return null;
}

/** "2015", "twenty fifteen", "two thousand nine", "ninety eight", "'09", "oh nine". */
function yearAt(words: readonly Word[], at: number, newest: number): FoundNumber | null {
  const first = numberAt(words, at);
  if (first === null || first.ordinal) return null;
  const fits = (value: number): boolean => value >= OLDEST && value <= newest;
  if (fits(first.value)) return { value: first.value, from: at, to: first.next };
  const second = numberAt(words, first.next);
  if (first.value === 19 || first.value === 20) {
    const nought = second?.value === 0 ? numberAt(words, second.next) : null;
    const low = nought ?? second;
    if (low !== null && low.value < 100 && fits(first.value * 100 + low.value))
      return { value: first.value * 100 + low.value, from: at, to: low.next };
  }
  if (first.value === 0 && second !== null && second.value < 10)
    return { value: 2000 + second.value, from: at, to: second.next };
  const digits = words[at]?.text.replace("'", "") ?? "";
  const short = /^\d\d$/.test(digits) || (first.value >= 10 && first.value < 100);
  if (!short || /^(?:miles|thousand|k|percent|dollars)$/.test(words[first.next]?.text ?? "")) return null;
  const full = first.value + (first.value + 2000 <= newest ? 2000 : 1900);
  return fits(full) && full >= 1970 ? { value: full, from: at, to: first.next } : null;
}

function yearEndingAt(words: readonly Word[], end: number): FoundNumber | null {
  for (let from = Math.max(0, end - 3); from < end; from += 1) {
    const year = yearAt(words, from, 2100);
    if (year !== null && year.to === end && year.to - year.from >= 2) return year;
  }
  return null;
}

/** A colour near the vehicle or alone in the answer. */
function colourIn(
  words: readonly Word[],
  named: NamedVehicle | null,
  expected: boolean,
): { value: string; from: number; to: number } | null {
  for (const match of colourNames.find(words)) {
    const near =
      named === null
        ? expected
        : Math.min(Math.abs(match.to - named.from), Math.abs(match.from - named.to)) <= 6;
    if (near) return { value: match.id, from: match.from, to: match.to };
  }
  return null;
}
