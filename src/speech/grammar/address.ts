import { states } from "../../core/language/en/states.data.ts";
import { directions, streetNames, streetTypes, unitWords } from "../../core/language/en/streets.data.ts";
import { commonFamilyNames } from "./common-names-table.ts";
import { oneOf, phrase, phrases, type Rules } from "./rules.ts";

/** Types that are said in full; the tail of the table is too rare to be worth its confusions. */
const types = streetTypes.slice(0, 24).map((forms) => forms[0] as string);

/** A US postal address: number, street, unit, town, state, ZIP code, all of it or its beginning. */
export const addressRules: Rules = {
  houseNumber: "/0.6/ <counted> | /0.4/ <figures>",
  direction: directions.map((forms) => forms[0]).join(" | "),
  streetType: types.join(" | "),
  streetName: `/0.88/ ( ${byRank(streetNames)} ) | /0.09/ ( <ordinalOne> | <ordinalTeen> | <ten> <ordinalOne> ) | /0.03/ ( ${commonFamilyNames.join(" | ")} )`,
  unit: `${oneOf(unitWords.slice(0, 8).map((forms) => forms[0] as string))} ( <counted> | <figures> | <letter> ) [ <letter> ]`,
  streetHub:
    "( /0.9/ <NULL> | /0.1/ <direction> ) ( /0.5/ <localStreet> | /0.5/ <streetName> <streetType> ) ( /0.95/ <NULL> | /0.05/ <direction> ) ( /0.85/ <NULL> | /0.15/ <unit> ) ( /0.3/ <NULL> | /0.7/ <placeHub> )",
  street: "<houseNumber> <streetHub>",
  zip: "( /0.88/ <NULL> | /0.12/ ( zip | zip code ) ) ( /0.9/ <figure> <figure> <figure> <figure> <figure> | /0.1/ <figure> <figure> <figure> <twoFigures> )",
  placeHub: "( /0.9/ <NULL> | /0.1/ in ) <town> [ <state> ] [ <zip> ] | <state> [ <zip> ] | <zip>",
  addressHub: `/0.75/ <street> | /0.1/ <placeHub> | /0.05/ <streetName> <streetType> [ <placeHub> ]
    | /0.1/ _p _o box ( <counted> | <figures> ) [ <placeHub> ]`,
  address:
    "/0.6/ <addressHub> | /0.4/ ( [ my ] ( address is | i live at | home address is ) | i live ( at | on ) | it's | that's ) <addressHub>",
};
/** Names by how frequent they are, the most frequent first: the weight falls with the rank. */
function byRank(names: readonly string[]): string {
  return phrases(names)
    .map((name, rank) => `/${(100 / (rank + 8)).toFixed(3)}/ ${name}`)
    .join(" | ");
}

const typeWords = new Set(streetTypes.map((forms) => forms[0] as string));

/** "Oak Street": ends in the type of a street. */
function isStreet(hint: string): boolean {
  const words = phrase(hint).split(" ");
  return words.length > 1 && typeWords.has(words.at(-1) as string);
}

function isDoctor(hint: string): boolean {
  return /^(?:dr|doctor)\b/i.test(hint);
}

/** Streets around the practice, which most callers live in. */
export function localStreetRule(hints: readonly string[]): string {
  const known = phrases(hints.filter(isStreet));
  return oneOf(known.length > 0 ? known : ["main street"]);
}

/** Towns among the hints; some common ones when nothing is known. */
export function townRule(hints: readonly string[]): string {
  const known = phrases(hints.filter((hint) => !isStateCode(hint) && !isStreet(hint) && !isDoctor(hint)));
  return oneOf(known.length > 0 ? known : ["portland", "springfield", "salem", "franklin", "clinton"]);
}

/** How much likelier the practice's own state is than another. */
const OWN_STATE = 100;

/** All states, those among the hints (by code or name) before the others. */
export function stateRule(hints: readonly string[]): string {
  const hinted = new Set(hints.map((hint) => hint.toLowerCase()));
  return states
    .flatMap(({ code, spoken }) => {
      const own = hinted.has(code.toLowerCase()) || spoken.some((name) => hinted.has(name));
      return phrases(spoken.slice(0, 2)).map((name) => `/${own ? OWN_STATE : 1}/ ${name}`);
    })
    .join(" | ");
}

function isStateCode(hint: string): boolean {
  return /^[A-Z]{2}$/.test(hint);
}
