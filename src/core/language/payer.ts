import { correctionPhrases } from "./en/corrections-table.ts";
import {
  commonPayerWords,
  insuranceWords,
  noInsuranceAnswers,
  noInsurancePhrases,
  payerAdditions,
  payerNegations,
  severalPayersPhrases,
} from "./en/payer-phrases-table.ts";
import { payers } from "./en/payer-table.ts";
import { phraseBook } from "./phrases.ts";
import { plainWords } from "./plain-words.ts";
import { findWithin } from "./politeness.ts";
import { type TableMatch, tablePhrases } from "./table-phrases.ts";
import type { Circumstances, Heard, Reading } from "./understanding.ts";
import { splitWords, type Word } from "./words.ts";

const names = tablePhrases(payers.map(({ id, spoken }) => [id, spoken]));
const uninsured = phraseBook<boolean>([
  [false, noInsurancePhrases],
  [true, noInsuranceAnswers],
]);
const negations = tablePhrases([["not", payerNegations]]);
const several = phraseBook<true>([[true, severalPayersPhrases]]);
const corrections = phraseBook<true>([[true, correctionPhrases]]);
const additions: ReadonlySet<string> = new Set(payerAdditions);
const SELF = "self";
const NEAR_WORDS = 5;

/**
 * Health insurers by name or mishearing, and self-pay. Several payers give several readings, the first named first; a payer
 * that the caller no longer has gives none. `words` are those of `splitWords(heard.text)`.
 */
export function readPayers(
  words: readonly Word[],
  circumstances: Circumstances,
  heard: Heard,
): readonly Reading[] {
  const asked = circumstances.expectation.asked.includes("payer");
  const plain = plainWords(words);
  const none = readUninsured(plain, asked);
  const named = namedPayers(plain, asked).filter(({ from }) => none === null || from < none.from);
  const found = none === null || named.length > 0 ? named : [none];
  if (found.length > 0) return found.map((match) => reading(match, plain, asked, 0));
  return asked ? fromAlternatives(words, heard) : [];
}

function namedPayers(plain: readonly Word[], asked: boolean): readonly TableMatch[] {
  const matches = names.find(plain).filter((match) => asked || isClear(match, plain));
  const kept = matches.filter(
    (match) => !isNegated(match, matches, plain) && !isTakenBack(match, matches, plain),
  );
  return kept.filter((match, index) => kept.findIndex(({ id }) => id === match.id) === index);
}

function textOf(plain: readonly Word[], from: number, to: number): string {
  return plain
    .slice(from, to)
    .map(({ text }) => text)
    .join(" ");
}

/** Whether the name can be nothing but a payer, or talk of insurance surrounds it. */
function isClear(match: TableMatch, plain: readonly Word[]): boolean {
  const said = textOf(plain, match.from, match.to);
  if (!commonPayerWords.has(said) && !said.split(" ").every((word) => commonPayerWords.has(word)))
    return true;
  const near = plain.slice(Math.max(0, match.from - NEAR_WORDS), match.to + NEAR_WORDS);
  return (
    near.some(({ text }) => /^insur|^coverage$|^plan$|^ppo$|^hmo$/.test(text)) &&
    near.some(({ text }) => insuranceWords.has(text))
  );
}

function isNegated(match: TableMatch, matches: readonly TableMatch[], plain: readonly Word[]): boolean {
  // "Not Aetna, Humana": the "not" ends with the name that it denies, unless an "or" carries it on.
  const last = matches.findLast(({ to }) => to <= match.from);
  const carried = /^(?:or|nor)$/.test(plain[match.from - 1]?.text ?? "") && last?.to === match.from - 1;
  if (carried && last !== undefined) return isNegated(last, matches, plain);
  const before = plain.slice(Math.max(last?.to ?? 0, match.from - 4), match.from);
  const negation = negations.find(before).at(-1);
  if (negation !== undefined && before.length - negation.to <= 1) return true;
  return plain[match.to]?.text === "anymore" || textOf(plain, match.to, match.to + 2) === "any more";
}

/** "Aetna, no sorry, Cigna": a correction before the next one that adds nothing to it. */
function isTakenBack(match: TableMatch, matches: readonly TableMatch[], plain: readonly Word[]): boolean {
  const next = matches.find((other) => other.from >= match.to && other.id !== match.id);
  if (next === undefined) return false;
  const between = plain.slice(match.to, next.from);
  return corrections.find(between).length > 0 && !between.some(({ text }) => additions.has(text));
}

function readUninsured(plain: readonly Word[], asked: boolean): TableMatch | null {
  const found = findWithin(uninsured, plain).find(({ value }) => asked || !value);
  if (found === undefined) return null;
  // "I don't have my insurance card with me" is no answer about the payer.
  const behind = plain[found.to]?.text ?? "";
  return /^(?:card|number|id|information|info|details|with|on|handy)$/.test(behind)
    ? null
    : { id: SELF, from: found.from, to: found.to };
}

function reading(match: TableMatch, plain: readonly Word[], asked: boolean, doubt: number): Reading {
  const span = { start: plain[match.from]?.start ?? 0, end: plain[match.to - 1]?.end ?? 0 };
  // "Do you take Aetna?" asks; it tells no more than a hint.
  const before = plain.slice(Math.max(0, match.from - 4), match.from);
  const inquired = before.some(({ text }) => text === "accept" || text === "take" || text === "accepting");
  return { kind: "payer", value: match.id, span, confidence: inquired ? 0.5 : (asked ? 0.95 : 0.85) - doubt };
}

/** When the best text names no payer, one of the recognizer's other guesses may. */
function fromAlternatives(words: readonly Word[], heard: Heard): readonly Reading[] {
  const span = { start: words[0]?.start ?? 0, end: words.at(-1)?.end ?? 0 };
  for (const text of heard.alternatives.slice(0, 6)) {
    const match = names.find(plainWords(splitWords(text)))[0];
    if (match !== undefined) return [{ kind: "payer", value: match.id, span, confidence: 0.55 }];
  }
  return [];
}

/**
 * 0–1: "I have two insurances" is no answer before they are named, and hardly a whole one when one is; null when nothing
 * announces several.
 */
export function payerComplete(words: readonly Word[], circumstances: Circumstances): number | null {
  const plain = plainWords(words);
  if (several.find(plain).length === 0) return null;
  const named = namedPayers(plain, circumstances.expectation.asked.includes("payer")).length;
  return named === 0 ? 0.25 : named === 1 ? 0.5 : 0.9;
}
