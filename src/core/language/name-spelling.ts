import { familyCommonness, givenCommonness } from "./name-lexicon.ts";
import { type NameTrie, nameTries } from "./name-trie.ts";
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
const EXTRA_DOUBLED = 0.4;
const OTHER_LETTER = 1.4;
const UNKNOWN_LETTER = 0.3;
const RARITY = [0, 0.35, 0.12, 0] as const;
const MOST_LETTERS = 26;

/** What it costs when one letter (row, 26 = not understood) was heard for another (column). */
const swaps = swapTable();

function swapTable(): Float64Array {
  const table = new Float64Array(27 * 26);
  for (let heard = 0; heard < 27; heard += 1)
    for (let said = 0; said < 26; said += 1) table[heard * 26 + said] = swapCost(heard, said);
  return table;
}

function swapCost(heard: number, said: number): number {
  if (heard === 26) return UNKNOWN_LETTER;
  if (heard === said) return 0;
  const confusion = costOfConfusion(String.fromCharCode(65 + heard), String.fromCharCode(65 + said));
  return confusion === null ? OTHER_LETTER : Math.min(0.85, confusion * 0.6);
}

/** Letters as numbers with what it costs to leave each out; letters are often written twice. */
interface HeardLetters {
  readonly codes: Uint8Array;
  readonly extra: Float64Array;
}

function heardLetters(letters: string): HeardLetters {
  const text = letters.slice(0, MOST_LETTERS);
  const codes = Uint8Array.from(text, (letter) => (letter === "?" ? 26 : letter.charCodeAt(0) - 65));
  const extra = Float64Array.from(codes, (code, at) =>
    at > 0 && codes[at - 1] === code ? EXTRA_DOUBLED : EXTRA,
  );
  return { codes, extra };
}

/** Called for each name near enough; `row[at]` is its cost when it takes the first `at` letters. */
type Visit = (name: string, row: Float64Array) => void;

/** Walks the names whose cheapest alignment with some beginning of the letters stays within the bound. */
function walk(
  trie: NameTrie,
  heard: HeardLetters,
  start: Float64Array,
  bound: () => number,
  visit: Visit,
): void {
  const rows = [start];
  for (let depth = 1; depth <= trie.deepest; depth += 1) rows.push(new Float64Array(start.length));
  let node = 0;
  while (node < trie.letter.length) {
    const depth = trie.depth[node] ?? 1;
    const above = rows[depth - 1] ?? start;
    const row = rows[depth] ?? start;
    if (fillRow(heard, above, row, trie.letter[node] ?? 0) > bound()) {
      node = trie.past[node] ?? trie.letter.length;
      continue;
    }
    const name = trie.name[node];
    if (name !== null && name !== undefined) visit(name, row);
    node += 1;
  }
}

function fillRow(heard: HeardLetters, above: Float64Array, row: Float64Array, letter: number): number {
  let least = (above[0] ?? 0) + MISSING;
  row[0] = least;
  for (let at = 1; at < row.length; at += 1) {
    const replaced = (above[at - 1] ?? 0) + (swaps[(heard.codes[at - 1] ?? 26) * 26 + letter] ?? 0);
    const missing = (above[at] ?? 0) + MISSING;
    const extra = (row[at - 1] ?? 0) + (heard.extra[at - 1] ?? 0);
    const cost = Math.min(replaced, missing, extra);
    row[at] = cost;
    if (cost < least) least = cost;
  }
  return least;
}

function emptyStart({ extra }: HeardLetters): Float64Array {
  const start = new Float64Array(extra.length + 1);
  for (let at = 1; at < start.length; at += 1) start[at] = (start[at - 1] ?? 0) + (extra[at - 1] ?? 0);
  return start;
}

/** Where in the heard letters a given name can end. */
interface Ending {
  readonly name: string;
  readonly cost: number;
}

/**
 * The known names nearest to the letters: a pair, or a given name alone. The line garbles single letters so often that the
 * nearest names are a better reading than the letters themselves. Near names are looked for first, because a narrow search
 * is quick. Null when nothing is within `most`.
 */
export function nearestNames(letters: string, most: number): NearestNames {
  const heard = heardLetters(letters);
  let found: NearestNames = { pair: null, given: null };
  for (const bound of [0.9, 2.2, most]) {
    found = namesWithin(heard, Math.min(bound, most));
    if (found.pair !== null || bound >= most) break;
  }
  return found;
}

export interface NearestNames {
  readonly pair: SpelledName | null;
  readonly given: SpelledName | null;
}

function namesWithin(heard: HeardLetters, most: number): NearestNames {
  const count = heard.codes.length;
  const endings: (Ending | null)[] = new Array<Ending | null>(count + 1).fill(null);
  const visit: Visit = (name, row) => {
    const rarity = RARITY[givenCommonness(name)];
    for (let at = 2; at <= count; at += 1) {
      const cost = (row[at] ?? most) + rarity;
      if (cost < (endings[at]?.cost ?? most)) endings[at] = { name, cost };
    }
  };
  walk(nameTries.given(), heard, emptyStart(heard), () => most, visit);
  const alone = endings[count];
  const given = alone == null ? null : { given: alone.name, family: null, cost: alone.cost };
  return { pair: withFamily(heard, endings, most), given };
}

function withFamily(
  heard: HeardLetters,
  endings: readonly (Ending | null)[],
  most: number,
): SpelledName | null {
  const start = Float64Array.from(endings, (ending) => ending?.cost ?? 99);
  let best: { family: string; cost: number } | null = null;
  const bound = (): number => best?.cost ?? most;
  walk(nameTries.family(), heard, start, bound, (name, row) => {
    const cost = (row[row.length - 1] ?? 99) + RARITY[familyCommonness(name)];
    if (name.length > 2 && cost < bound()) best = { family: name, cost };
  });
  return best === null ? null : withGiven(heard, endings, best);
}

/** Finds where the given name ended, by aligning the chosen family name once more from each place. */
function withGiven(
  heard: HeardLetters,
  endings: readonly (Ending | null)[],
  best: { readonly family: string; readonly cost: number },
): SpelledName | null {
  let found: SpelledName | null = null;
  for (const [at, ending] of endings.entries()) {
    if (ending === null) continue;
    const rest = { codes: heard.codes.subarray(at), extra: heard.extra.subarray(at) };
    const cost = ending.cost + distance(rest, best.family) + RARITY[familyCommonness(best.family)];
    if (found === null || cost < found.cost) found = { given: ending.name, family: best.family, cost };
  }
  return found;
}

function distance(heard: HeardLetters, name: string): number {
  let above: Float64Array = emptyStart(heard);
  let row: Float64Array = new Float64Array(above.length);
  for (const letter of name) {
    fillRow(heard, above, row, letter.charCodeAt(0) - 97);
    [above, row] = [row, above];
  }
  return above[above.length - 1] ?? 0;
}

/** The given or family name alone that is nearest to the letters, or null. */
export function nearestName(letters: string, kind: "given" | "family"): SpelledName | null {
  const heard = heardLetters(letters);
  const commonness = kind === "given" ? givenCommonness : familyCommonness;
  let best: SpelledName | null = null;
  const bound = (): number => best?.cost ?? 0.8 + letters.length * 0.2;
  walk(nameTries[kind](), heard, emptyStart(heard), bound, (name, row) => {
    const cost = (row[row.length - 1] ?? 99) + RARITY[commonness(name)];
    if (cost < bound()) best = { given: name, family: null, cost };
  });
  return best;
}
