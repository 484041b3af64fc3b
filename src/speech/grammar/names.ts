import { familyNames } from "../../core/language/en/family-names.data.ts";
import { givenNames } from "../../core/language/en/given-names.data.ts";
import { commonFamilyNames, commonGivenNames } from "./common-names-table.ts";
import type { Rules } from "./rules.ts";
import { spellingTree } from "./spelling.ts";

const given = givenNames.flatMap((line) => line.split(" "));
const family = familyNames.flatMap((line) => line.split(" "));

/** Names that everybody has are that much likelier, which also decides between "Brown" and "Braun". */
const common = 30;

function withFrequency(names: readonly string[], frequent: readonly string[]): string {
  const often = new Set(frequent);
  const all = [...new Set([...frequent, ...names])].filter((name) => /^[a-z'-]+$/.test(name));
  return all.map((name) => `/${often.has(name) ? common : 1}/ ${name}`).join(" | ");
}

/** Names of people, said and spelled. */
export const nameRules: Rules = {
  givenName: withFrequency(given, commonGivenNames),
  familyName: withFrequency(family, commonFamilyNames),
  knownSpelling: spellingTree([...given, ...family]),
  nameSpelled: "/0.5/ <knownSpelling> | /0.5/ <spelled>",
  name: `/0.8/ <givenName> <familyName>
    | /0.06/ <givenName> | /0.06/ <familyName>
    | /0.04/ <givenName> <bareLetter> <familyName>`,
  nameHub: "<name>",
  nameTurn: `( my name is | my name's | my full name is | this is | i'm | i am | the name is | it's | it is | name is
    | my first name is | my last name is | first name | last name | the patient is ) <nameHub> | <nameHub>`,
  spellingHub: "<nameSpelled>",
  nameSpelledTurn: `[ it's | that's | [ my ] ( first | last ) name [ is ] | i spell it | spelled ] <spellingHub>`,
};
