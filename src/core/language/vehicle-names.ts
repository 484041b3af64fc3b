import { commonVehicleWords, makes } from "./en/vehicle-table.ts";
import { isNumberWord } from "./numbers.ts";
import { type TableMatch, tablePhrases } from "./table-phrases.ts";
import { hasYearBefore } from "./vehicle-figures.ts";
import type { Word } from "./words.ts";

/** A make, with its model when that was told, and the words it stands in. */
export interface NamedVehicle {
  readonly make: string;
  readonly model: string | null;
  readonly from: number;
  readonly to: number;
  /** The model alone was said: its words may belong to something else. */
  readonly byModel: boolean;
}

const makeNames = tablePhrases(makes.map(({ name, spoken }) => [name, spoken]));
const modelsByMake = new Map(
  makes.map(({ name, models }) => [name, tablePhrases(models.map((model) => [model.name, model.spoken]))]),
);
/**
 * Models whose make goes without saying; where makes share a name the first in the table has it. "A three" is an Audi beside
 * its make only: else "a" is the article.
 */
const allModels = tablePhrases(
  makes.flatMap(({ name, models }) =>
    models.map(
      (model) =>
        [`${name}|${model.name}`, model.spoken.filter((spoken) => !spoken.startsWith("a "))] as const,
    ),
  ),
);
/** Longer answers hold other things, among which an everyday word is no vehicle. */
const SHORT_ANSWER_WORDS = 6;

/** The vehicles named, in the order told. Everyday words count when a vehicle was asked for, or beside a year. */
export function namesIn(words: readonly Word[], expected: boolean): readonly NamedVehicle[] {
  const byMake = makeNames
    .find(words)
    .filter((match) => expected || !isCommon(words, match) || hasYearBefore(words, match.from))
    .map((make) => modelNear(words, make) ?? makeOnly(make));
  const byModel = modelsAlone(words, expected, byMake);
  const trusted = byMake.filter((one) => one.model !== null || byModel.length === 0 || !isCommon(words, one));
  const all = [...trusted, ...byModel].sort((one, other) => one.from - other.from);
  return all.filter((one, index) => !isSaidBetter(one, all, index));
}

function makeOnly({ id, from, to }: TableMatch): NamedVehicle {
  return { make: id, model: null, from, to, byModel: false };
}

/** "A Honda, a Honda Civic": the same vehicle again, or less of it. */
function isSaidBetter(one: NamedVehicle, all: readonly NamedVehicle[], index: number): boolean {
  return all.some(
    (other, at) =>
      at !== index &&
      other.make === one.make &&
      ((one.model === null && other.model !== null) || (other.model === one.model && at < index)),
  );
}

function modelNear(words: readonly Word[], make: TableMatch): NamedVehicle | null {
  for (const model of modelsByMake.get(make.id)?.find(words) ?? []) {
    const near = model.from >= make.to ? model.from - make.to <= 2 : make.from - model.to <= 1;
    const own = model.from < make.to && make.from < model.to;
    const whole = own && model.from <= make.from && model.to > make.to;
    if (!whole && (!near || own)) continue;
    const from = Math.min(make.from, model.from);
    return { make: make.id, model: model.id, from, to: Math.max(make.to, model.to), byModel: false };
  }
  return null;
}

/** "my Camry": the model tells the make. Everyday words need the question, or a year before them. */
function modelsAlone(
  words: readonly Word[],
  expected: boolean,
  named: readonly NamedVehicle[],
): readonly NamedVehicle[] {
  return allModels.find(words).flatMap((match) => {
    if (named.some((one) => match.from < one.to && one.from < match.to)) return [];
    const text = textOf(words, match);
    const short = text.replace(/ /g, "").length <= 2 && !/\d/.test(text);
    const figure = match.to - match.from === 1 && isNumberWord(text);
    const clear = !isCommon(words, match) && !short && !/^\d/.test(text);
    const answer = expected && named.length === 0 && words.length <= SHORT_ANSWER_WORDS;
    const beside = named.length === 0 && hasYearBefore(words, match.from);
    if (!clear && (figure || !(beside || (answer && !short)))) return [];
    const [make = "", model = ""] = match.id.split("|");
    return [{ make, model, from: match.from, to: match.to, byModel: true }];
  });
}

function textOf(words: readonly Word[], { from, to }: Pick<TableMatch, "from" | "to">): string {
  return words
    .slice(from, to)
    .map(({ text }) => text)
    .join(" ");
}

function isCommon(words: readonly Word[], match: Pick<TableMatch, "from" | "to">): boolean {
  const text = textOf(words, match);
  return (
    commonVehicleWords.has(text) ||
    /^(?:one|two|three|four|five|six|seven|eight|nine|fif|twen|thir)\b/.test(text)
  );
}
