import {
  inOrder,
  serviceCircumstances,
  serviceDenials,
  serviceParts,
  uncertainServices,
  vagueServices,
} from "./en/service-parts-table.ts";
import { services } from "./en/service-table.ts";
import { overlap, partPhrases, saysMore } from "./part-phrases.ts";
import { plainWords } from "./plain-words.ts";
import { type TableMatch, tablePhrases } from "./table-phrases.ts";
import type { Circumstances, Heard, Reading } from "./understanding.ts";
import { splitWords, type Word } from "./words.ts";

const phrases = tablePhrases(services.map(({ id, spoken, symptoms }) => [id, [...spoken, ...symptoms]]));
const denied = tablePhrases([["no", serviceDenials]]);
const fine = tablePhrases([["fine", inOrder]]);
const REACH_WORDS = 7;
const DENIAL_REACH_WORDS = 4;
const ALTERNATIVES = 4;
const breaks = new Set(["and", "plus", "also"]);
const parts = partPhrases(serviceParts, REACH_WORDS, breaks);
const circumstances = partPhrases(serviceCircumstances, REACH_WORDS, breaks);

/**
 * Services of a workshop, named or told by symptoms, in the order told. `words` are those of `splitWords(heard.text)`.
 */
export function readServices(
  words: readonly Word[],
  { expectation }: Circumstances,
  heard: Heard,
): readonly Reading[] {
  const asked = expectation.asked.includes("service");
  const plain = plainWords(words);
  const found = servicesIn(plain, asked);
  const span = { start: words[0]?.start ?? 0, end: words.at(-1)?.end ?? 0 };
  if (found.length > 0) return found.map((match) => reading(match, plain, asked));
  if (!asked) return [];
  const [other] = heard.alternatives
    .slice(0, ALTERNATIVES)
    .flatMap((text) => servicesIn(plainWords(splitWords(text)), asked));
  return other === undefined ? [] : [{ kind: "service", value: other.id, span, confidence: 0.5 }];
}

function servicesIn(plain: readonly Word[], asked: boolean): readonly TableMatch[] {
  const all = [...matchesIn(plain)]
    // "Something else" answers many questions, and only this one with a service.
    .filter(({ id }) => asked || id !== "other")
    .filter((match) => !isDenied(match, plain) && !isInOrder(match, plain))
    .sort((a, b) => a.from - b.from || b.to - a.to);
  const exact = all.some(({ id }) => !vagueServices.has(id));
  const kept = exact ? all.filter(({ id }) => !vagueServices.has(id) || id === "generalMaintenance") : all;
  return kept.filter((match, index) => {
    const first = kept.findIndex(({ id }) => id === match.id) === index;
    return first && !kept.some((other, at) => at < index && overlap(other, match));
  });
}

/** Phrases of the tables, things with their signs, and circumstances, which overrule what is uncertain. */
function matchesIn(plain: readonly Word[]): readonly TableMatch[] {
  const deciding = circumstances.find(plain);
  const overruled = (match: TableMatch): boolean =>
    uncertainServices.has(match.id) && deciding.some((other) => overlap(other, match));
  const found = parts.find(plain).filter((match) => !overruled(match));
  const direct = phrases
    .find(plain)
    .filter((match) => !found.some((part) => saysMore(part, match)) && !overruled(match));
  const composed = found.filter(
    (match) => !direct.some((other) => overlap(other, match) && !vagueServices.has(other.id)),
  );
  return [...direct, ...composed, ...deciding];
}

/** "not the brakes": a denial right before; "won't start" and "not working" are symptoms themselves. */
function isDenied(match: TableMatch, plain: readonly Word[]): boolean {
  const before = plain.slice(Math.max(0, match.from - DENIAL_REACH_WORDS), match.from);
  const denial = denied.find(before).at(-1);
  if (denial === undefined) return false;
  return (
    before.slice(denial.to).every(({ text }) => /^(?:the|a|an|my|any|about|for|new)$/.test(text)) &&
    !(before.at(-1)?.pause ?? false)
  );
}

/** "The brakes are fine". */
function isInOrder(match: TableMatch, plain: readonly Word[]): boolean {
  return fine.at(plain, match.to) !== null && !(plain[match.to - 1]?.pause ?? false);
}

function reading({ id, from, to }: TableMatch, plain: readonly Word[], asked: boolean): Reading {
  const span = { start: plain[from]?.start ?? 0, end: plain[to - 1]?.end ?? 0 };
  return { kind: "service", value: id, span, confidence: asked ? 0.9 : 0.8 };
}
