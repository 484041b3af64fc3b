import { denials } from "./en/complaint-parts-table.ts";
import { serviceParts, vagueServices } from "./en/service-parts-table.ts";
import { services } from "./en/service-table.ts";
import { overlap, partPhrases, saysMore } from "./part-phrases.ts";
import { plainWords } from "./plain-words.ts";
import { type TableMatch, tablePhrases } from "./table-phrases.ts";
import type { Circumstances, Heard, Reading } from "./understanding.ts";
import { splitWords, type Word } from "./words.ts";

const phrases = tablePhrases(services.map(({ id, spoken, symptoms }) => [id, [...spoken, ...symptoms]]));
const negations = tablePhrases([["no", denials]]);
const REACH_WORDS = 7;
const parts = partPhrases(serviceParts, REACH_WORDS, new Set(["and"]));

/**
 * Services of a workshop, named or told by symptoms, in the order told. `words` are those of `splitWords(heard.text)`.
 */
export function readServices(
  words: readonly Word[],
  circumstances: Circumstances,
  heard: Heard,
): readonly Reading[] {
  const asked = circumstances.expectation.asked.includes("service");
  const plain = plainWords(words);
  const found = servicesIn(plain);
  const span = { start: words[0]?.start ?? 0, end: words.at(-1)?.end ?? 0 };
  if (found.length > 0) return found.map((match) => reading(match, plain, asked));
  if (!asked) return [];
  const other = heard.alternatives.slice(0, 4).flatMap((text) => servicesIn(plainWords(splitWords(text))))[0];
  return other === undefined ? [] : [{ kind: "service", value: other.id, span, confidence: 0.5 }];
}

function servicesIn(plain: readonly Word[]): readonly TableMatch[] {
  const found = parts.find(plain);
  const direct = phrases.find(plain).filter((match) => !found.some((part) => saysMore(part, match)));
  const composed = found.filter(
    (match) => !direct.some((other) => overlap(other, match) && !vagueServices.has(other.id)),
  );
  const all = [...direct, ...composed]
    .filter((match) => !isDenied(match, plain))
    .sort((a, b) => a.from - b.from || b.to - a.to);
  const exact = all.some(({ id }) => !vagueServices.has(id));
  const kept = exact ? all.filter(({ id }) => !vagueServices.has(id) || id === "generalMaintenance") : all;
  return kept.filter((match, index) => {
    const first = kept.findIndex(({ id }) => id === match.id) === index;
    return first && !kept.some((other, at) => at < index && overlap(other, match));
  });
}

/** "not the brakes": a denial right before; "won't start" and "not working" are symptoms themselves. */
function isDenied(match: TableMatch, plain: readonly Word[]): boolean {
  const before = plain.slice(Math.max(0, match.from - 3), match.from);
  const denial = negations.find(before).at(-1);
  if (denial === undefined) return false;
  return (
    before.slice(denial.to).every(({ text }) => /^(?:the|a|an|my|any|about|for)$/.test(text)) &&
    !(before.at(-1)?.pause ?? false)
  );
}

function reading({ id, from, to }: TableMatch, plain: readonly Word[], asked: boolean): Reading {
  const span = { start: plain[from]?.start ?? 0, end: plain[to - 1]?.end ?? 0 };
  return { kind: "service", value: id, span, confidence: asked ? 0.9 : 0.8 };
}
