import { colours, makes } from "../../core/language/en/vehicle-table.ts";
import { isNumberWord } from "../../core/language/numbers.ts";
import { oneOf, type Rules } from "./rules.ts";

/** Makes that fill the roads, and how much likelier they are than the others. */
const frequentMakes: Readonly<Record<string, number>> = {
  Toyota: 14,
  Honda: 12,
  Ford: 12,
  Chevrolet: 11,
  Nissan: 7,
  Subaru: 6,
  Hyundai: 6,
  Kia: 5,
  Jeep: 6,
  Ram: 4,
  GMC: 4,
  Dodge: 3,
  Volkswagen: 3,
  BMW: 3,
  "Mercedes-Benz": 3,
  Mazda: 3,
  Lexus: 3,
  Audi: 2,
  Tesla: 3,
};

/** Second names that people use, beside the proper ones. */
const nicknames: ReadonlySet<string> = new Set([
  "chevy",
  "beamer",
  "bimmer",
  "caddy",
  "jag",
  "benz",
  "mercedes",
  "mercedes benz",
  "v w",
  "range rover",
]);

/** The models of a make that stand first in the table are its most frequent ones. */
const COMMON_PLACES = 4;

/**
 * A spoken form as words of the grammar: single letters are spelled ones, "a" and "i" too. Null for forms with figures, and for
 * abbreviations written as words, which nobody could pronounce: the table has their letters beside them.
 */
function spokenForm(text: string): string | null {
  const words = text.split(/[ -]/);
  if (!words.every((word) => /^[a-z']+$/.test(word))) return null;
  if (words.some((word) => word.length > 1 && !/[aeiouy]/.test(word))) return null;
  return words.map((word) => (word.length === 1 ? `_${word}` : word)).join(" ");
}

/** The first form that can be said. */
function firstForm(spoken: readonly string[]): string | null {
  return spoken.map(spokenForm).find((form) => form !== null) ?? null;
}

/** "X five" could be anything; "rav four", "f one fifty" and "three series" are a car by themselves. */
function isClear(form: string): boolean {
  const words = form.split(" ");
  return words.length > 2 || words.some((word) => word.length > 2 && !isNumberWord(word));
}

/** The proper name of a make and its nicknames. */
function makeForms(spoken: readonly string[]): readonly string[] {
  const others = spoken.filter((text) => nicknames.has(text)).map(spokenForm);
  return [...new Set([firstForm(spoken), ...others])].filter((form) => form !== null);
}

const allMakes = makes
  .flatMap(({ name, spoken }) => makeForms(spoken).map((form) => `/${frequentMakes[name] ?? 1}/ ${form}`))
  .join(" | ");

/** Make and model together; the make may be left out where the model is a word of its own. */
const allModels = makes
  .flatMap(({ name, spoken, models }) => {
    const make = oneOf(makeForms(spoken));
    return models.flatMap((model, place) => {
      const form = firstForm(model.spoken);
      if (form === null) return [];
      const weight = (frequentMakes[name] ?? 1) * (place < COMMON_PLACES ? 4 : 1);
      return [`/${weight}/ ${isClear(form) ? `[ ${make} ]` : make} ${form}`];
    });
  })
  .join(" | ");

/** Year, make, model, colour and mileage. */
export const vehicleRules: Rules = {
  carMake: allMakes,
  carModel: allModels,
  carColour: colours.map(([name]) => name).join(" | "),
  modelYear: `/0.62/ twenty ( <teen> | twenty [ <oneToNine> ] | oh <oneToNine> )
    | /0.22/ two thousand [ [ and ] ( <oneToNine> | <teen> ) ]
    | /0.08/ nineteen ( eighty | ninety ) [ <oneToNine> ]
    | /0.05/ oh <oneToNine> | /0.03/ ninety <oneToNine>`,
  upToNineHundred: "<upToNinetyNine> | ( a | one | two | three ) hundred [ [ and ] <upToNinetyNine> ]",
  miles:
    "<upToNineHundred> thousand [ <oneToNine> hundred [ [ and ] <upToNinetyNine> ] | <oneToNine> hundred ]",
  mileage: `[ it has | it's got | about | around | somewhere around | under | over | the odometer says | it just turned | it's at | it's | maybe | a little over | almost | the mileage is ] <miles> [ miles ] [ on it ]`,
  carTrim: "hybrid | sport | limited | super duty | pickup | sedan | wagon | van",
  vehicleLead: `[ it's | it is | i have | i drive | i've got | it's for | for | that's | this is | we have ] [ a | an | my | the | our | my wife's | my husband's ]`,
  carName: "/0.86/ <carModel> | /0.14/ <carMake>",
  vehicle:
    "/0.8/ <vehicleLead> <carHub> | /0.14/ <mileage> | /0.05/ [ it's | it's a ] <modelYear> | /0.01/ [ it's | the ] <carColour> [ one ]",
  carHub: `( /0.55/ <modelYear> | /0.45/ <NULL> ) ( /0.92/ <NULL> | /0.08/ <carColour> ) <carName> ( /0.96/ <NULL> | /0.04/ <carTrim> ) <carTailHub>`,
  carTailHub: `/0.72/ <NULL> | /0.16/ [ from | it's a ] <modelYear> | /0.04/ <carColour> | /0.08/ [ with | and it has ] <mileage>`,
};
