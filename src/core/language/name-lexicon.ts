import { familyNames } from "./en/family-names.data.ts";
import { givenNames } from "./en/given-names.data.ts";

/** A tree of letters; `name` is set where a known name ends. */
export interface LetterNode {
  readonly next: Map<string, LetterNode>;
  name: string | null;
}

const given: ReadonlySet<string> = new Set(givenNames);
const family: ReadonlySet<string> = new Set(familyNames);

export function isGivenName(word: string): boolean {
  return given.has(word);
}

export function isFamilyName(word: string): boolean {
  const plain = word.replace(/['-]/g, "");
  return family.has(plain);
}

/** Known given and family names as letter trees, in capitals; built when the first spelling is heard. */
export const nameTrees: { given(): LetterNode; family(): LetterNode } = {
  given: once(() => treeOf(givenNames)),
  family: once(() => treeOf(familyNames)),
};

function once<T>(make: () => T): () => T {
  let made: T | null = null;
  return () => {
    made ??= make();
    return made;
  };
}

function treeOf(names: readonly string[]): LetterNode {
  const root: LetterNode = { next: new Map(), name: null };
  for (const name of names) {
    let node = root;
    for (const letter of name.toUpperCase()) {
      let next = node.next.get(letter);
      if (next === undefined) {
        next = { next: new Map(), name: null };
        node.next.set(letter, next);
      }
      node = next;
    }
    node.name = name;
  }
  return root;
}
