import { familyNames } from "../../core/language/en/family-names.data.ts";
import { givenNames } from "../../core/language/en/given-names.data.ts";
import { commonFamilyNames, commonGivenNames, mostCommonGivenNames } from "./common-names-table.ts";
import type { Rules } from "./rules.ts";
import { spellingTree } from "./spelling.ts";

const given = givenNames.flatMap((line) => line.split(" "));
const family = familyNames.flatMap((line) => line.split(" "));

/** Names that everybody has are that much likelier than others, which also decides between "Brown" and "Braun". */
const COMMON = 30;

/** The most frequent ones of the table, which is in the order of frequency at its beginning, once more likelier. */
const LIKELIEST = 120;

function withFrequency(
  names: readonly string[],
  frequent: readonly string[],
  most: readonly string[],
): string {
  const often = new Set(frequent);
  const mostOften = new Set(most);
  const all = [...new Set([...frequent, ...names])].filter((name) => /^[a-z'-]+$/.test(name));
  return all
    .map((name) => `/${mostOften.has(name) ? LIKELIEST : often.has(name) ? COMMON : 1}/ ${name}`)
    .join(" | ");
}

/** Names of people, said and spelled. */
export const nameRules: Rules = {
  givenName: withFrequency(given, commonGivenNames, mostCommonGivenNames),
  familyName: withFrequency(family, commonFamilyNames, commonFamilyNames.slice(0, 40)),
  knownSpelling: spellingTree([...given, ...family]),
  nameSpelled: "/0.5/ <knownSpelling> | /0.5/ <spelled>",
  name: `/0.8/ <givenName> <familyName>
    | /0.06/ <givenName> | /0.06/ <familyName>
    | /0.04/ <givenName> <bareLetter> <familyName>`,
  nameHub: "<name>",
  nameLed: `( my name is | my name's | my full name is | my name | this is | i'm | i am | the name is | it's | it is | name is
    | my first name is | my last name is | first name | last name | the patient is | no it's | no it is | no i said | i said | i meant ) <nameHub>`,
  nameTurn: "<nameLed> | <nameHub>",
  spellingHub: "<nameSpelled>",
  nameSpelledTurn: `[ it's | that's | [ my ] ( first | last ) name [ is ] | i spell it | spelled ] <spellingHub>`,
};
