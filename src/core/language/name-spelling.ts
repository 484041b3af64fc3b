import { type NameTrie, nameTries } from "./name-trie.ts";
import { costOfConfusion } from "./spoken-characters.ts";

/** A known name, or a pair of them, nearest to letters that were heard. */
export interface SpelledName {
  readonly given: string;
  readonly family: string | null;
  /** 0 = letter by letter as heard; each garbled, missing or additional letter costs about 1. */
  readonly cost: number;
}

const MISSING = 0.8;
const EXTRA = 0.9;
const EXTRA_DOUBLED = 0.2;
const OTHER_LETTER = 1.4;
const UNKNOWN_LETTER = 0.3;
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
  return confusion === null ? OTHER_LETTER : Math.min(0.85, confusion * 0.7);
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

/** Costs of a name so far against every beginning of the letters; only `low`..`high` (inclusive) are within the bound. */
interface Row {
  readonly costs: Float64Array;
  low: number;
  high: number;
}

/** Called for each name near enough; `costs[at]` is its cost when it takes the first `at` letters, `rarity` comes on top. */
type Visit = (name: string, row: Row, rarity: number) => void;

/** Walks the names whose cheapest alignment with some beginning of the letters stays within the bound. */
function walk(
  trie: NameTrie,
  heard: HeardLetters,
  start: Float64Array,
  bound: () => number,
  visit: Visit,
): void {
  const rows: Row[] = [windowed(start, bound())];
  for (let depth = 1; depth <= trie.deepest; depth += 1)
    rows.push({ costs: new Float64Array(start.length), low: 0, high: -1 });
  let node = 0;
  while (node < trie.letter.length) {
    const depth = trie.depth[node] as number;
    const row = rows[depth] as Row;
    if (!fillRow(heard, rows[depth - 1] as Row, row, trie.letter[node] as number, bound())) {
      node = trie.past[node] as number;
      continue;
    }
    const name = trie.name[node] ?? null;
    if (name !== null) visit(name, row, trie.rarity[node] as number);
    node += 1;
  }
}

function windowed(costs: Float64Array, bound: number): Row {
  const low = costs.findIndex((cost) => cost <= bound);
  return { costs, low: Math.max(0, low), high: costs.findLastIndex((cost) => cost <= bound) };
}

/** One letter more of a name. Cells out of the window of the row above cannot come back within the bound; false when none do. */
function fillRow(heard: HeardLetters, above: Row, row: Row, letter: number, bound: number): boolean {
  const { codes, extra } = heard;
  const last = codes.length;
  row.low = -1;
  row.high = -1;
  let left = Number.POSITIVE_INFINITY;
  for (let at = above.low; at <= last; at += 1) {
    let cost = left + (at > 0 ? (extra[at - 1] as number) : 0);
    if (at <= above.high) cost = Math.min(cost, (above.costs[at] as number) + MISSING);
    if (at > above.low && at <= above.high + 1)
      cost = Math.min(
        cost,
        (above.costs[at - 1] as number) + (swaps[(codes[at - 1] as number) * 26 + letter] as number),
      );
    row.costs[at] = cost;
    left = cost;
    if (cost <= bound) {
      if (row.low < 0) row.low = at;
      row.high = at;
    } else if (at > above.high) break;
  }
  return row.high >= 0;
}

/** What it costs to take all the letters, or more than any bound. */
function wholeCost(row: Row): number {
  const last = row.costs.length - 1;
  return row.high === last ? (row.costs[last] as number) : Number.POSITIVE_INFINITY;
}

function emptyStart({ extra }: HeardLetters): Float64Array {
  const start = new Float64Array(extra.length + 1);
  for (let at = 1; at < start.length; at += 1) start[at] = (start[at - 1] ?? 0) + (extra[at - 1] ?? 0);
  return start;
}

/** Up to here all known names are looked at, beyond it only common ones, and those far off only when none is nearer. */
const NARROW = 1.6;
const WIDE = 3;

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
  const narrow = namesWithin(heard, Math.min(NARROW, most), false);
  if (narrow.pair !== null || most <= NARROW) return narrow;
  let wide = namesWithin(heard, Math.min(WIDE, most), true);
  if (wide.pair === null && most > WIDE) wide = namesWithin(heard, most, true);
  return { pair: wide.pair, given: narrow.given ?? wide.given };
}

export interface NearestNames {
  readonly pair: SpelledName | null;
  readonly given: SpelledName | null;
}

function namesWithin(heard: HeardLetters, most: number, common: boolean): NearestNames {
  const count = heard.codes.length;
  const endings: (Ending | null)[] = new Array<Ending | null>(count + 1).fill(null);
  const visit: Visit = (name, row, rarity) => {
    for (let at = Math.max(2, row.low); at <= row.high; at += 1) {
      const cost = (row.costs[at] as number) + rarity;
      if (cost < (endings[at]?.cost ?? most)) endings[at] = { name, cost };
    }
  };
  walk(common ? nameTries.commonGiven() : nameTries.given(), heard, emptyStart(heard), () => most, visit);
  const alone = endings[count];
  const given = alone == null ? null : { given: alone.name, family: null, cost: alone.cost };
  return { pair: withFamily(heard, endings, most, common), given };
}

function withFamily(
  heard: HeardLetters,
  endings: readonly (Ending | null)[],
  most: number,
  common: boolean,
): SpelledName | null {
  const start = Float64Array.from(endings, (ending) => ending?.cost ?? 99);
  let best: ChosenFamily | null = null;
  const bound = (): number => best?.cost ?? most;
  walk(common ? nameTries.commonFamily() : nameTries.family(), heard, start, bound, (name, row, rarity) => {
    const cost = wholeCost(row) + rarity;
    if (name.length > 2 && cost < bound()) best = { family: name, rarity, cost };
  });
  return best === null ? null : withGiven(heard, endings, best);
}

interface ChosenFamily {
  readonly family: string;
  readonly rarity: number;
  readonly cost: number;
}

/** Finds where the given name ended, by aligning the chosen family name once more from each place. */
function withGiven(
  heard: HeardLetters,
  endings: readonly (Ending | null)[],
  best: ChosenFamily,
): SpelledName | null {
  let found: SpelledName | null = null;
  for (const [at, ending] of endings.entries()) {
    if (ending === null) continue;
    const rest = { codes: heard.codes.subarray(at), extra: heard.extra.subarray(at) };
    const cost = ending.cost + distance(rest, best.family) + best.rarity;
    if (found === null || cost < found.cost) found = { given: ending.name, family: best.family, cost };
  }
  return found;
}

function distance(heard: HeardLetters, name: string): number {
  let above = windowed(emptyStart(heard), Number.MAX_VALUE);
  let row: Row = { costs: new Float64Array(above.costs.length), low: 0, high: -1 };
  for (const letter of name) {
    fillRow(heard, above, row, letter.charCodeAt(0) - 97, Number.MAX_VALUE);
    [above, row] = [row, above];
  }
  return wholeCost(above);
}

/** The given or family name alone that is nearest to the letters and cheaper than `most`, or null. */
export function nearestName(
  letters: string,
  kind: "given" | "family",
  most = Number.POSITIVE_INFINITY,
): SpelledName | null {
  const heard = heardLetters(letters);
  let best: SpelledName | null = null;
  const limit = Math.min(most, 0.8 + letters.length * 0.2);
  const bound = (): number => best?.cost ?? limit;
  walk(nameTries[kind](), heard, emptyStart(heard), bound, (name, row, rarity) => {
    const cost = wholeCost(row) + rarity;
    if (cost < bound()) best = { given: name, family: null, cost };
  });
  return best;
}
