import { countPhrases } from "./en/numbers-table.ts";
import { type Found, toReading } from "./found.ts";
import { digitRunAt, numberAt } from "./numbers.ts";
import { phraseBook } from "./phrases.ts";
import { findWithin, withoutPoliteness } from "./politeness.ts";
import { type Quantity, quantityAt } from "./quantity-at.ts";
import type { Circumstances, Reading } from "./understanding.ts";
import type { Word } from "./words.ts";

const counts = phraseBook<number>(countPhrases);

/**
 * Reads plain numbers. Weak unless a number was asked for, so that a date, time or identifier in the same words wins;
 * "between six and seven" are two readings of equal weight: worth asking.
 */
export function readQuantities(plain: readonly Word[], circumstances: Circumstances): readonly Reading[] {
  const asked = circumstances.expectation.asked.includes("number");
  const found: Found[] = [];
  let at = 0;
  while (at < plain.length) {
    const code = isSpelled(plain, at - 1) ? digitRunAt(plain, at) : null;
    if (code !== null) {
      at = code.next;
      continue;
    }
    const figures = asked ? (figuresAt(plain, at) ?? pairsAt(plain, at) ?? ordinalAt(plain, at)) : null;
    const quantity = figures ?? (isPronoun(plain, at) ? null : quantityAt(plain, at));
    if (quantity === null) {
      at += 1;
      continue;
    }
    const confidence = asked ? (quantity.vague ? 0.6 : 0.9) : 0.3;
    found.push({
      value: { kind: "number", value: quantity.value },
      from: at,
      next: quantity.next,
      confidence,
    });
    at = Math.max(quantity.next, at + 1);
  }
  if (asked && found.length === 0) found.push(...counted(plain));
  const alternatives = found.length === 2 && isEither(plain, found) ? 0.5 : null;
  return found.map((each) =>
    toReading(plain, alternatives === null ? each : { ...each, confidence: alternatives }),
  );
}

const FEWEST_FIGURES = 3;

/** "Six two five zero zero" in answer to the question is one number; two figures are two. */
function figuresAt(plain: readonly Word[], at: number): Quantity | null {
  const run = digitRunAt(plain, at);
  if (run === null || run.next - at < FEWEST_FIGURES) return null;
  return { value: Number(run.digits), next: run.next, vague: false };
}

/** "Nineteen ninety five", "forty two fifty": two numbers of two figures are one of four. */
function pairsAt(plain: readonly Word[], at: number): Quantity | null {
  const [first, second] = [numberAt(plain, at), numberAt(plain, (numberAt(plain, at)?.next ?? at) || at)];
  if (first === null || second === null || first.ordinal || second.ordinal) return null;
  const twoFigures = (value: number): boolean => value >= 10 && value <= 99;
  if (!twoFigures(first.value) || !twoFigures(second.value) || plain[first.next - 1]?.pause) return null;
  if (numberAt(plain, second.next) !== null) return null;
  return { value: first.value * 100 + second.value, next: second.next, vague: false };
}

/** "The third", "twenty first" in answer to "which number?". A "second" may also be a moment. */
function ordinalAt(plain: readonly Word[], at: number): Quantity | null {
  const number = numberAt(plain, at);
  if (number === null || !number.ordinal) return null;
  const led = at === 0 || /^(?:the|my|our)$/.test(plain[at - 1]?.text ?? "");
  if (number.next - at === 1 && number.value < 4 && !(led && number.next === withoutPoliteness(plain).to))
    return null;
  return { value: number.value, next: number.next, vague: true };
}

function counted(plain: readonly Word[]): readonly Found[] {
  const [best] = [...findWithin(counts, plain)].sort(
    (one, other) => other.to - other.from - (one.to - one.from),
  );
  if (best === undefined) return [];
  const value = { kind: "number", value: best.value } as const;
  return [{ value, from: best.from, next: best.to, confidence: 0.7 }];
}

/** Figures behind a spelled letter are a code: "k l m four five six". */
function isSpelled(plain: readonly Word[], at: number): boolean {
  return /^[b-hj-np-z]$/.test(plain[at]?.text ?? "");
}

/** "six or seven", "between six and seven". */
function isEither(plain: readonly Word[], found: readonly Found[]): boolean {
  const [first, second] = found;
  if (first === undefined || second === undefined || second.from - first.next !== 1) return false;
  return /^(?:or|and|to)$/.test(plain[first.next]?.text ?? "");
}

/** "this one", "the one", "no one", "one of them": no number of anything. */
function isPronoun(plain: readonly Word[], at: number): boolean {
  const text = plain[at]?.text;
  if (text === "oh" || text === "o" || text === "second" || text === "third") return true;
  if (text !== "one") return false;
  const before = plain[at - 1]?.text ?? "";
  const behind = plain[at + 1]?.text ?? "";
  return (
    /^(?:the|this|that|no|any|some|every|another|which|first|last|later|earlier|each|good|other|new|only)$/.test(
      before,
    ) || behind === "of"
  );
}
