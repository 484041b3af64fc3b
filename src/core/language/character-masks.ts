import { garbledCharactersAt } from "./garbled-characters.ts";
import {
  type Characters,
  charactersAt,
  confusedWith,
  costOfConfusion,
  isCharacterFiller,
} from "./spoken-characters.ts";
import type { Word } from "./words.ts";

/** Characters that fit a mask, with the words they come from and what had to be believed for it. */
export interface MaskedCharacters {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** Sum over the characters; below 1 = as heard, above 3 = a guess. */
  readonly cost: number;
}

export interface MaskRules {
  /** `A` letter, `9` figure, `*` either. */
  readonly masks: readonly string[];
  /** Extra cost of a finished text that is well-formed but unlikely. */
  readonly doubt: (text: string) => number;
  /** Whether a character may be taken for one that sounds like it. */
  readonly confusions: boolean;
}

interface Path {
  readonly text: string;
  /** Bit `n` is set while the text begins mask `n`. */
  readonly alive: number;
  readonly from: number;
  readonly to: number;
  readonly cost: number;
}

/** The ways to take the words from one place, and what it costs to pass over that word. */
interface Place {
  readonly ways: readonly Characters[];
  /** Inside the code. */
  readonly skip: number;
  /** Before or behind it. */
  readonly outside: number;
}

const BEAM = 16;
const MOST_COST = 4.5;

/** The ways to read the words as characters of one of the masks, the cheapest first, without those that are too far-fetched. */
export function readMasked(words: readonly Word[], rules: MaskRules): readonly MaskedCharacters[] {
  const bits = maskBits(rules.masks);
  const places = words.map((_, index) => placeAt(words, index, rules.confusions));
  const pending: Map<string, Path>[] = Array.from({ length: words.length + 1 }, () => new Map());
  const finished = new Map<string, Path>();
  const behind = costsBehind(places);
  let before = 0;
  for (let at = 0; at <= words.length; at += 1) {
    const here = cheapest(pending[at]?.values() ?? []);
    for (const path of here) finish(path, behind[path.to] ?? 0, rules, bits, finished);
    const place = places[at];
    if (place === undefined) break;
    here.push({ text: "", alive: bits.all, from: at, to: at, cost: before });
    for (const path of here) extend(path, at, place, bits, pending);
    before += place.outside;
  }
  return [...finished.values()].filter(({ cost }) => cost <= MOST_COST).sort((a, b) => a.cost - b.cost);
}

function placeAt(words: readonly Word[], index: number, confused: boolean): Place {
  const heard = charactersAt(words, index);
  const garbled = garbledCharactersAt(words, index, heard);
  const ways = [...(confused ? withConfusions(heard) : heard), ...garbled];
  const text = words[index]?.text ?? "";
  if (isCharacterFiller(text)) return { ways, skip: 0.05, outside: 0.02 };
  const first = heard[0];
  if (first === undefined) return { ways: withInitial(ways, text, index), skip: 0.9, outside: 0.02 };
  if (first.cost >= 0.4) return { ways, skip: 0.7, outside: 0.5 };
  const again = soundsAgain(first.text, charactersAt(words, first.to)[0]?.text ?? "");
  return { ways, skip: again ? 0.5 : 1.6, outside: again ? 0.3 : 1.6 };
}

/** People begin a letter twice, and recognizers write both tries: "b p 2", "g g 4". */
function soundsAgain(text: string, following: string): boolean {
  return text.length === 1 && following !== "" && costOfConfusion(text, following.charAt(0)) !== null;
}

/** Any longer word may have been said for its first letter, as in a telephone alphabet of the caller's own. */
function withInitial(ways: readonly Characters[], text: string, index: number): readonly Characters[] {
  if (!/^[a-z]{3,}$/.test(text)) return ways;
  return [...ways, { text: text.charAt(0).toUpperCase(), to: index + 1, cost: 1.4 }];
}

/** The texts as heard, and each with one character taken for its neighbour in sound. */
function withConfusions(heard: readonly Characters[]): readonly Characters[] {
  const all = new Map<string, Characters>();
  const note = (way: Characters): void => {
    const key = `${way.text}${way.to}`;
    const known = all.get(key);
    if (known === undefined || way.cost < known.cost) all.set(key, way);
  };
  for (const way of heard) {
    note(way);
    for (let index = 0; index < way.text.length && way.text.length <= 7; index += 1) {
      for (const { said, cost } of confusedWith(way.text.charAt(index)))
        note({
          ...way,
          text: way.text.slice(0, index) + said + way.text.slice(index + 1),
          cost: way.cost + cost,
        });
    }
  }
  return [...all.values()];
}

function extend(
  path: Path,
  at: number,
  place: Place,
  bits: MaskBits,
  pending: readonly Map<string, Path>[],
): void {
  for (const way of place.ways) {
    const cost = path.cost + way.cost;
    if (cost > MOST_COST) continue;
    const alive = aliveAfter(bits, path.alive, path.text.length, way.text);
    if (alive === 0) continue;
    const text = path.text + way.text;
    const known = pending[way.to]?.get(text);
    if (known === undefined || cost < known.cost)
      pending[way.to]?.set(text, { text, alive, from: path.from, to: way.to, cost });
  }
  if (path.text !== "" && path.cost + place.skip <= MOST_COST)
    note({ ...path, cost: path.cost + place.skip }, pending[at + 1]);
}

function note(path: Path, into: Map<string, Path> | undefined): void {
  const known = into?.get(path.text);
  if (known === undefined || path.cost < known.cost) into?.set(path.text, path);
}

function cheapest(paths: Iterable<Path>): Path[] {
  const all = [...paths];
  return all.length <= BEAM ? all : all.sort((a, b) => a.cost - b.cost).slice(0, BEAM);
}

function finish(
  path: Path,
  behind: number,
  rules: MaskRules,
  bits: MaskBits,
  finished: Map<string, Path>,
): void {
  if ((path.alive & (bits.whole[path.text.length] ?? 0)) === 0) return;
  note({ ...path, cost: path.cost + rules.doubt(path.text) + behind }, finished);
}

/** What it costs to leave the words from each place on out of the code. */
function costsBehind(places: readonly Place[]): readonly number[] {
  const costs = new Array<number>(places.length + 1).fill(0);
  for (let at = places.length - 1; at >= 0; at -= 1)
    costs[at] = (costs[at + 1] ?? 0) + (places[at]?.outside ?? 0);
  return costs;
}

/** For each place of a text the masks that take a letter there, and those that take a figure, as bits. */
interface MaskBits {
  readonly letters: readonly number[];
  readonly figures: readonly number[];
  /** By length, the masks that are whole then. */
  readonly whole: readonly number[];
  readonly all: number;
}

const bitsOf = new WeakMap<readonly string[], MaskBits>();

function maskBits(masks: readonly string[]): MaskBits {
  const known = bitsOf.get(masks);
  if (known !== undefined) return known;
  const longest = Math.max(0, ...masks.map((mask) => mask.length));
  const bits = (test: (mask: string, at: number) => boolean): readonly number[] =>
    Array.from({ length: longest + 1 }, (_, at) =>
      masks.reduce((set, mask, bit) => (test(mask, at) ? set | (1 << bit) : set), 0),
    );
  const made: MaskBits = {
    letters: bits((mask, at) => mask[at] === "A" || mask[at] === "*"),
    figures: bits((mask, at) => mask[at] === "9" || mask[at] === "*"),
    whole: bits((mask, at) => mask.length === at),
    all: (1 << masks.length) - 1,
  };
  bitsOf.set(masks, made);
  return made;
}

/** The masks still alive when `added` is put behind `length` characters. */
function aliveAfter(bits: MaskBits, alive: number, length: number, added: string): number {
  let left = alive;
  for (let at = 0; at < added.length && left !== 0; at += 1) {
    const figure = added.charCodeAt(at) < 58;
    left &= (figure ? bits.figures : bits.letters)[length + at] ?? 0;
  }
  return left;
}
