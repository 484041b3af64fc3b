import { denials } from "./en/complaint-parts-table.ts";
import { type ServicePart, serviceParts, vagueServices } from "./en/service-parts-table.ts";
import { services } from "./en/service-table.ts";
import { plainWords } from "./plain-words.ts";
import { type TableMatch, tablePhrases } from "./table-phrases.ts";
import type { Circumstances, Heard, Reading } from "./understanding.ts";
import { splitWords, type Word } from "./words.ts";

const phrases = tablePhrases(services.map(({ id, spoken, symptoms }) => [id, [...spoken, ...symptoms]]));
const parts = serviceParts.map((part) => ({
  things: tablePhrases([[part.service, part.things]]),
  signs: new Set(part.signs),
}));
const negations = tablePhrases([["no", denials]]);
const REACH_WORDS = 7;

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
  const direct = phrases.find(plain);
  const composed = parts
    .flatMap((part) => composedIn(part, plain))
    .filter((match) => !direct.some((other) => overlap(other, match) && !vagueServices.has(other.id)));
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

interface CompiledPart {
  readonly things: ReturnType<typeof tablePhrases>;
  readonly signs: ReadonlySet<ServicePart["signs"][number]>;
}

/** A thing of the car with a sign near it: "the tires on my car need to be rotated". */
function composedIn({ things, signs }: CompiledPart, plain: readonly Word[]): readonly TableMatch[] {
  return things.find(plain).flatMap((thing) => {
    const from = Math.max(0, thing.from - REACH_WORDS);
    const to = Math.min(plain.length, thing.to + REACH_WORDS);
    for (let at = from; at < to; at += 1) {
      const inside = at >= thing.from && at < thing.to;
      if (inside || !signs.has(plain[at]?.text ?? "") || pausesBetween(plain, thing, at)) continue;
      return [{ id: thing.id, from: Math.min(thing.from, at), to: Math.max(thing.to, at + 1) }];
    }
    return [];
  });
}

function pausesBetween(plain: readonly Word[], thing: TableMatch, at: number): boolean {
  const [from, to] = at < thing.from ? [at, thing.from] : [thing.to - 1, at];
  return plain.slice(from, to).some(({ pause, text }) => pause || text === "and");
}

function overlap(one: TableMatch, other: TableMatch): boolean {
  return one.from < other.to && other.from < one.to;
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
