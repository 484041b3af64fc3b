import { noPainAnswers, noPainPhrases, otherLeads, otherUnits } from "./en/pain-table.ts";
import { numberAt } from "./numbers.ts";
import { phraseBook } from "./phrases.ts";
import { plainWords } from "./plain-words.ts";
import { quantityAt } from "./quantity-at.ts";
import type { Circumstances, Heard, Reading } from "./understanding.ts";
import type { Word } from "./words.ts";

const noPain = phraseBook<boolean>([
  [false, noPainPhrases],
  [true, noPainAnswers],
]);
const WORST = 10;

/**
 * A degree of pain, 0–10. Of two numbers ("six or seven") the higher with less confidence; words like "killing me" give no
 * reading, so that the agent asks. Unasked only with "out of ten" or "pain". `words` are those of `splitWords(heard.text)`.
 */
export function readPains(
  words: readonly Word[],
  circumstances: Circumstances,
  _heard: Heard,
): readonly Reading[] {
  const asked = circumstances.expectation.asked.includes("pain");
  const plain = plainWords(words);
  const degrees = degreesIn(plain, asked);
  const renewed = degrees.findLastIndex((degree) => isRenewed(plain, degree));
  const first = degrees[Math.max(0, renewed)];
  if (first === undefined) return readNoPain(plain, asked);
  const second = degrees.find((degree) => degree !== first && isRange(plain, first, degree));
  const highest = second !== undefined && second.value > first.value ? second : first;
  const exact = Number.isInteger(highest.value) && highest.value <= WORST;
  const sure = (asked ? 0.95 : 0.85) - (second === undefined ? 0 : 0.3) - (exact ? 0 : 0.2);
  const span = { start: plain[first.from]?.start ?? 0, end: plain[(second ?? first).to - 1]?.end ?? 0 };
  return [{ kind: "pain", value: Math.min(WORST, Math.round(highest.value)), span, confidence: sure }];
}

function readNoPain(plain: readonly Word[], asked: boolean): readonly Reading[] {
  const found = noPain.find(plain).find(({ value }) => asked || !value);
  if (found === undefined || (!asked && !plain.some(({ text }) => text === "pain"))) return [];
  const span = { start: plain[found.from]?.start ?? 0, end: plain[found.to - 1]?.end ?? 0 };
  return [{ kind: "pain", value: 0, span, confidence: asked ? 0.85 : 0.6 }];
}

interface Degree {
  readonly value: number;
  readonly from: number;
  readonly to: number;
}

function degreesIn(plain: readonly Word[], asked: boolean): readonly Degree[] {
  const found: Degree[] = [];
  let at = scaleEnd(plain);
  while (at < plain.length) {
    const degree = degreeAt(plain, at);
    if (degree === null) {
      at += 1;
      continue;
    }
    const outOf = outOfTen(plain, degree.to);
    const named = plain.slice(Math.max(0, at - 5), at).some(({ text }) => text === "pain");
    if (outOf !== null || asked || named) found.push({ ...degree, to: outOf ?? degree.to });
    at = outOf ?? degree.to;
  }
  return found;
}

/** Behind "on a scale of one to ten", and "out of ten" whose figure was said before: they are no answers. */
function scaleEnd(plain: readonly Word[]): number {
  const lone = outOfTen(plain, 0);
  if (lone !== null) return lone;
  const scale = plain.findIndex(({ text }) => text === "scale");
  if (scale < 0) return 0;
  const ten = plain.findIndex(({ text }, index) => index > scale && /^(?:ten|10)$/.test(text));
  return ten < 0 || ten - scale > 5 || ten === plain.length - 1 ? 0 : ten + 1;
}

function degreeAt(plain: readonly Word[], at: number): Degree | null {
  const word = plain[at]?.text ?? "";
  if (/^\d{1,2}\/10$/.test(word)) return { value: Number(word.split("/")[0]), from: at, to: at + 1 };
  const number = numberAt(plain, at);
  if (number === null || number.ordinal || number.value > 15 || word === "o" || word === "oh") return null;
  const amount = quantityAt(plain, at);
  const to =
    amount !== null && amount.next > number.next && amount.value - number.value < 1
      ? amount.next
      : number.next;
  const value = to > number.next ? (amount?.value ?? number.value) : number.value;
  if (otherUnits.has(plain[to]?.text ?? "")) return null;
  if (otherLeads.has(plain[at - 1]?.text ?? "") && outOfTen(plain, to) === null) return null;
  if (word === "one" && isPronoun(plain, at)) return null;
  return { value, from: at, to };
}

/** "this one", "the one that", "one of": no degree. */
function isPronoun(plain: readonly Word[], at: number): boolean {
  const before = plain[at - 1]?.text ?? "";
  const after = plain[at + 1]?.text ?? "";
  return (
    /^(?:this|that|the|which|no|each|any)$/.test(before) || /^(?:of|that|moment|more|thing|sec)$/.test(after)
  );
}

function outOfTen(plain: readonly Word[], at: number): number | null {
  const texts = plain.slice(at, at + 4).map(({ text }) => text);
  if (texts[0] === "out" && texts[1] === "of" && /^(?:ten|10|a)$/.test(texts[2] ?? ""))
    return texts[2] === "a" ? at + 4 : at + 3;
  if (texts[0] === "of" && /^(?:ten|10)$/.test(texts[1] ?? "")) return at + 2;
  return null;
}

/** "it was a six, now an eight", "six, no, eight": what is said last stands. */
function isRenewed(plain: readonly Word[], degree: Degree): boolean {
  return plain.slice(Math.max(0, degree.from - 5), degree.from).some(({ text }) => RENEWING.test(text));
}

const RENEWING = /^(?:now|no|nope|sorry|actually|wait|rather|mean|today|currently|presently|moment)$/;

/** "six or seven", "between six and seven", "seven maybe eight", "six to seven". */
function isRange(plain: readonly Word[], first: Degree, second: Degree): boolean {
  if (second.from - first.to > 3) return false;
  const between = plain.slice(first.to, second.from);
  return (
    between.length > 0 &&
    between.every(({ text }) => /^(?:or|and|to|maybe|even|a|an|probably|possibly|-)$/.test(text))
  );
}
