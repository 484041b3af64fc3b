import {
  commonestFamilyNames,
  commonestGivenNames,
  commonFamilyNames,
  commonGivenNames,
} from "./en/common-names.data.ts";
import { familyNames } from "./en/family-names.data.ts";
import { givenNames } from "./en/given-names.data.ts";

/** How common a name is: 3 = everybody knows several, 2 = common, 1 = known, 0 = in no list. */
export type Commonness = 0 | 1 | 2 | 3;

const given = commonness(givenNames, commonGivenNames, commonestGivenNames);
const family = commonness(familyNames, commonFamilyNames, commonestFamilyNames);

function commonness(...tiers: readonly (readonly string[])[]): ReadonlyMap<string, Commonness> {
  const table = new Map<string, Commonness>();
  for (const [index, names] of tiers.entries())
    for (const name of names) table.set(name, (index + 1) as Commonness);
  return table;
}

export function givenCommonness(word: string): Commonness {
  return given.get(word) ?? 0;
}

export function familyCommonness(word: string): Commonness {
  return family.get(word.replace(/['-]/g, "")) ?? 0;
}

export function isGivenName(word: string): boolean {
  return given.has(word);
}

export function isFamilyName(word: string): boolean {
  return familyCommonness(word) > 0;
}
