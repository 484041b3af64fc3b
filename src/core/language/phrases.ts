import type { Word } from "./words.ts";

/** A phrase of a table found in the words; `from` inclusive and `to` exclusive are word indices. */
export interface PhraseMatch<T> {
  readonly value: T;
  readonly from: number;
  readonly to: number;
}

/**
 * Phrases with their meaning. A phrase is a list of words in the long form (`plainWords`), where
 * `(a|b c)` is a choice, `x?` may be missing, `~` stands for up to three words, `_` for exactly one,
 * `<name>` for a named list of words, `^` for the beginning and `$` for the end of the utterance.
 */
export interface PhraseBook<T> {
  /** All matches, for every starting word the longest of each phrase. Linear in the number of words. */
  find(words: readonly Word[]): readonly PhraseMatch<T>[];
}

export type PhraseClasses = Readonly<Record<string, readonly string[]>>;

type Node =
  | { readonly kind: "word"; readonly text: string }
  | { readonly kind: "oneOf"; readonly words: ReadonlySet<string> }
  | { readonly kind: "choice"; readonly options: readonly (readonly Node[])[] }
  | { readonly kind: "gap"; readonly most: number }
  | { readonly kind: "any" | "start" | "end" };

interface Compiled<T> {
  readonly nodes: readonly Node[];
  readonly value: T;
}

const GAP_WORDS = 3;

export function phraseBook<T>(
  entries: readonly (readonly [T, readonly string[]])[],
  classes: PhraseClasses = {},
): PhraseBook<T> {
  const byFirst = new Map<string, Compiled<T>[]>();
  const anywhere: Compiled<T>[] = [];
  for (const [value, phrases] of entries) {
    for (const phrase of phrases) {
      const compiled = { nodes: compile(phrase, classes), value };
      const firsts = firstWords(compiled.nodes);
      if (firsts === null) anywhere.push(compiled);
      else for (const first of firsts) push(byFirst, first, compiled);
    }
  }
  return { find: (words) => findAll(words, byFirst, anywhere) };
}

function push<T>(map: Map<string, Compiled<T>[]>, key: string, compiled: Compiled<T>): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [compiled]);
  else list.push(compiled);
}

function findAll<T>(
  words: readonly Word[],
  byFirst: ReadonlyMap<string, readonly Compiled<T>[]>,
  anywhere: readonly Compiled<T>[],
): readonly PhraseMatch<T>[] {
  const found: PhraseMatch<T>[] = [];
  words.forEach((word, from) => {
    const candidates = byFirst.get(word.text);
    if (candidates !== undefined) tryAll(candidates, words, from, found);
    if (anywhere.length > 0) tryAll(anywhere, words, from, found);
  });
  return found;
}

function tryAll<T>(
  candidates: readonly Compiled<T>[],
  words: readonly Word[],
  from: number,
  found: PhraseMatch<T>[],
): void {
  for (const candidate of candidates) {
    if (from > 0 && candidate.nodes[0]?.kind === "start") continue;
    const to = longest(candidate.nodes, 0, words, from, null);
    if (to > from) found.push({ value: candidate.value, from, to });
  }
}

/** What remains to be matched behind the inner sequence. */
interface Rest {
  readonly nodes: readonly Node[];
  readonly index: number;
  readonly rest: Rest | null;
}

/** The farthest end of a match that begins at `at`, or -1. Gaps and options are few and short, so this stays small. */
function longest(
  nodes: readonly Node[],
  index: number,
  words: readonly Word[],
  at: number,
  rest: Rest | null,
): number {
  const node = nodes[index];
  if (node === undefined) return rest === null ? at : longest(rest.nodes, rest.index, words, at, rest.rest);
  const text = words[at]?.text;
  switch (node.kind) {
    case "word":
      return text === node.text ? longest(nodes, index + 1, words, at + 1, rest) : -1;
    case "oneOf":
      return text !== undefined && node.words.has(text) ? longest(nodes, index + 1, words, at + 1, rest) : -1;
    case "any":
      return text !== undefined ? longest(nodes, index + 1, words, at + 1, rest) : -1;
    case "start":
      return at === 0 ? longest(nodes, index + 1, words, at, rest) : -1;
    case "end":
      return at === words.length ? longest(nodes, index + 1, words, at, rest) : -1;
    case "gap": {
      for (let skip = 0; skip <= node.most && at + skip <= words.length; skip += 1) {
        const to = longest(nodes, index + 1, words, at + skip, rest);
        if (to >= 0) return to;
      }
      return -1;
    }
    case "choice": {
      let best = -1;
      const after: Rest = { nodes, index: index + 1, rest };
      for (const option of node.options) best = Math.max(best, longest(option, 0, words, at, after));
      return best;
    }
  }
}

/** The words that a match can begin with; null when it can begin with any. */
function firstWords(nodes: readonly Node[]): ReadonlySet<string> | null {
  const firsts = new Set<string>();
  return addFirstWords(nodes, firsts) === "some" ? firsts : null;
}

/** `some` = a match begins with one of the words added, `none` = it may begin behind these nodes, `any` = with any word. */
function addFirstWords(nodes: readonly Node[], firsts: Set<string>): "some" | "none" | "any" {
  for (const node of nodes) {
    if (node.kind === "start") continue;
    if (node.kind === "word") {
      firsts.add(node.text);
      return "some";
    }
    if (node.kind === "oneOf") {
      for (const word of node.words) firsts.add(word);
      return "some";
    }
    if (node.kind !== "choice") return "any";
    const options = node.options.map((option) => addFirstWords(option, firsts));
    if (options.includes("any")) return "any";
    if (!options.includes("none")) return "some";
  }
  return "none";
}

const LEXEME = /\(|\)\??|\||<[a-zA-Z]+>\??|[^\s()|<>]+/g;

function compile(phrase: string, classes: PhraseClasses): readonly Node[] {
  const lexemes = phrase.match(LEXEME) ?? [];
  const reader = { lexemes, at: 0 };
  const nodes = readSequence(reader, classes);
  if (reader.at !== lexemes.length) throw new Error(`unbalanced phrase: ${phrase}`);
  return nodes;
}

interface Reader {
  readonly lexemes: readonly string[];
  at: number;
}

function readSequence(reader: Reader, classes: PhraseClasses): Node[] {
  const nodes: Node[] = [];
  for (;;) {
    const lexeme = reader.lexemes[reader.at];
    if (lexeme === undefined || lexeme === "|" || lexeme.startsWith(")")) return nodes;
    reader.at += 1;
    nodes.push(lexeme === "(" ? readChoice(reader, classes) : leaf(lexeme, classes));
  }
}

function readChoice(reader: Reader, classes: PhraseClasses): Node {
  const options: Node[][] = [];
  for (;;) {
    options.push(readSequence(reader, classes));
    const closing = reader.lexemes[reader.at];
    reader.at += 1;
    if (closing === "|") continue;
    if (closing === undefined) throw new Error("unbalanced phrase");
    if (closing === ")?") options.push([]);
    return { kind: "choice", options };
  }
}

function leaf(lexeme: string, classes: PhraseClasses): Node {
  if (lexeme.endsWith("?")) return { kind: "choice", options: [[leaf(lexeme.slice(0, -1), classes)], []] };
  if (lexeme === "~") return { kind: "gap", most: GAP_WORDS };
  if (lexeme === "_") return { kind: "any" };
  if (lexeme === "^") return { kind: "start" };
  if (lexeme === "$") return { kind: "end" };
  if (!lexeme.startsWith("<")) return { kind: "word", text: lexeme };
  return classNode(lexeme.slice(1, -1), classes);
}

/** Word lists are named by many phrases of a table and compiled once. */
const classNodes = new WeakMap<PhraseClasses, Map<string, Node>>();

function classNode(name: string, classes: PhraseClasses): Node {
  const known = classNodes.get(classes) ?? new Map<string, Node>();
  classNodes.set(classes, known);
  const node = known.get(name) ?? compileClass(name, classes);
  known.set(name, node);
  return node;
}

function compileClass(name: string, classes: PhraseClasses): Node {
  const words = classes[name];
  if (words === undefined) throw new Error(`unknown word list ${name}`);
  if (words.every((word) => !word.includes(" "))) return { kind: "oneOf", words: new Set(words) };
  return { kind: "choice", options: words.map((word) => compile(word, classes)) };
}
