import { type LetterNode, nameTrees } from "./name-lexicon.ts";
import { costOfConfusion } from "./spoken-characters.ts";

/** A known name, or a pair of them, nearest to letters that were heard. */
export interface SpelledName {
  readonly given: string;
  readonly family: string | null;
  /** 0 = letter by letter as heard; each garbled, missing or additional letter costs about 1. */
  readonly cost: number;
}

const MISSING = 1.05;
const EXTRA = 1;
const EXTRA_DOUBLED = 0.45;
const OTHER_LETTER = 1.5;
const UNKNOWN_LETTER = 0.3;

/** Where in the heard letters a given name can end, with its cost. */
interface Ending {
  readonly name: string;
  readonly cost: number;
}

/**
 * The pair of a given and a family name that is nearest to the letters. The line garbles single letters so often that the
 * nearest names are a better reading than the letters themselves. Null when nothing is near.
 */
export function nearestFullName(letters: string): SpelledName | null {
  const bound = 1.5 + letters.length * 0.28;
  const endings: (Ending | null)[] = new Array<Ending | null>(letters.length + 1).fill(null);
  const start = letters.split("").map((_, index) => index * EXTRA);
  start.push(letters.length * EXTRA);
  walk(nameTrees.given(), letters, start, bound, (name, row) => {
    for (let at = 2; at <= letters.length; at += 1) {
      const cost = row[at] ?? Number.POSITIVE_INFINITY;
      if (cost < bound && cost < (endings[at]?.cost ?? Number.POSITIVE_INFINITY))
        endings[at] = { name, cost };
    }
  });
  const familyStart = endings.map((ending) => ending?.cost ?? Number.POSITIVE_INFINITY);
  if (familyStart.every((cost) => cost === Number.POSITIVE_INFINITY)) return null;
  let best: { family: string; cost: number } | null = null;
  walk(nameTrees.family(), letters, familyStart, bound, (name, row) => {
    const cost = row[letters.length] ?? Number.POSITIVE_INFINITY;
    if (cost < bound && (best === null || cost < best.cost)) best = { family: name, cost };
  });
  return best === null ? null : withGiven(letters, endings, best);
}

/** Finds where the given name ended, by aligning the chosen family name once more from each place. */
function withGiven(
  letters: string,
  endings: readonly (Ending | null)[],
  best: { readonly family: string; readonly cost: number },
): SpelledName | null {
  let found: SpelledName | null = null;
  for (const [at, ending] of endings.entries()) {
    if (ending === null) continue;
    const cost = ending.cost + distance(letters.slice(at), best.family.toUpperCase());
    if (found === null || cost < found.cost) found = { given: ending.name, family: best.family, cost };
  }
  return found;
}

/** The given or family name alone that is nearest to the letters. */
export function nearestName(letters: string, kind: "given" | "family"): SpelledName | null {
  const bound = 0.8 + letters.length * 0.2;
  let best: SpelledName | null = null;
  const start = Array.from({ length: letters.length + 1 }, (_, index) => index * EXTRA);
  walk(nameTrees[kind](), letters, start, bound, (name, row) => {
    const cost = row[letters.length] ?? Number.POSITIVE_INFINITY;
    if (cost < bound && (best === null || cost < best.cost)) best = { given: name, family: null, cost };
  });
  return best;
}

type Visit = (name: string, row: readonly number[]) => void;

/** Visits all names whose cheapest alignment with some beginning of the letters stays within the bound. */
function walk(node: LetterNode, heard: string, row: readonly number[], bound: number, visit: Visit): void {
  for (const [letter, next] of node.next) {
    const following = nextRow(heard, row, letter);
    if (Math.min(...following) > bound) continue;
    if (next.name !== null) visit(next.name, following);
    walk(next, heard, following, bound, visit);
  }
}

function nextRow(heard: string, row: readonly number[], letter: string): readonly number[] {
  const following = [(row[0] ?? 0) + MISSING];
  for (let at = 1; at <= heard.length; at += 1) {
    const replaced = (row[at - 1] ?? 0) + substitution(heard.charAt(at - 1), letter);
    const missing = (row[at] ?? 0) + MISSING;
    const extra = (following[at - 1] ?? 0) + extraCost(heard, at - 1);
    following.push(Math.min(replaced, missing, extra));
  }
  return following;
}

function substitution(heard: string, said: string): number {
  if (heard === said) return 0;
  if (heard === "?") return UNKNOWN_LETTER;
  const confusion = costOfConfusion(heard, said);
  return confusion === null ? OTHER_LETTER : Math.min(0.85, confusion * 0.6);
}

/** Letters are often written twice, and "a" and "i" come out of breath and noise. */
function extraCost(heard: string, at: number): number {
  return heard[at] === heard[at - 1] ? EXTRA_DOUBLED : EXTRA;
}

function distance(heard: string, name: string): number {
  let row: readonly number[] = Array.from({ length: heard.length + 1 }, (_, index) => index * EXTRA);
  for (const letter of name) row = nextRow(heard, row, letter);
  return row[heard.length] ?? 0;
}
