import { britishNames } from "./en/british-names.data.ts";
import {
  commonestFamilyNames,
  commonestGivenNames,
  commonFamilyNames,
  commonGivenNames,
} from "./en/common-names.data.ts";
import { familyNames } from "./en/family-names.data.ts";
import { givenNames } from "./en/given-names.data.ts";
import { type Commonness, familyCommonness, givenCommonness } from "./name-lexicon.ts";

/**
 * Names as a tree of letters, flattened in the order of a walk that goes down before it goes on: node `i` has its letter, its
 * depth, the name that ends there, and the node to go on with when what is below it is not worth looking at.
 */
export interface NameTrie {
  /** 0 = A … 25 = Z. */
  readonly letter: Uint8Array;
  /** 1 for first letters. */
  readonly depth: Uint8Array;
  readonly name: readonly (string | null)[];
  /** What a name costs that ends there for being rare; 0 where none ends. */
  readonly rarity: Float64Array;
  readonly past: Int32Array;
  readonly deepest: number;
}

/** The known names; built when the first spelling is heard, in a few milliseconds. */
export const nameTries = {
  given: once(() => trieOf(givenNames, givenCommonness)),
  family: once(() => trieOf(familyNames, familyCommonness)),
  /** Only the common ones: what is far from all letters is looked for among these. */
  commonGiven: once(() =>
    trieOf(
      [...commonestGivenNames, ...commonGivenNames, ...givenNames.filter((name) => britishNames.has(name))],
      givenCommonness,
    ),
  ),
  commonFamily: once(() =>
    trieOf(
      [
        ...commonestFamilyNames,
        ...commonFamilyNames,
        ...familyNames.filter((name) => britishNames.has(name)),
      ],
      familyCommonness,
    ),
  ),
};

function once<T>(make: () => T): () => T {
  let made: T | null = null;
  return () => {
    made ??= make();
    return made;
  };
}

/** By how common a name is. */
const RARITY = [0, 0.35, 0.12, 0] as const;

function trieOf(names: readonly string[], commonness: (name: string) => Commonness): NameTrie {
  const sorted = [...new Set(names)].sort();
  const letters: number[] = [];
  const depths: number[] = [];
  const ends: (string | null)[] = [];
  let before = "";
  for (const name of sorted) {
    let shared = 0;
    while (shared < before.length && before[shared] === name[shared]) shared += 1;
    for (let depth = shared + 1; depth <= name.length; depth += 1) {
      letters.push(name.charCodeAt(depth - 1) - 97);
      depths.push(depth);
      ends.push(depth === name.length ? name : null);
    }
    before = name;
  }
  return {
    letter: Uint8Array.from(letters),
    depth: Uint8Array.from(depths),
    name: ends,
    rarity: Float64Array.from(ends, (name) => (name === null ? 0 : RARITY[commonness(name)])),
    past: pastSubtrees(depths),
    deepest: Math.max(...depths),
  };
}

function pastSubtrees(depths: readonly number[]): Int32Array {
  const past = new Int32Array(depths.length);
  const open: number[] = [];
  depths.forEach((depth, node) => {
    while (open.length >= depth) past[open.pop() ?? 0] = node;
    open.push(node);
  });
  for (const node of open) past[node] = depths.length;
  return past;
}
