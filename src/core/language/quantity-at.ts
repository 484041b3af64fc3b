import { fractionWords, vagueAmounts } from "./en/numbers-table.ts";
import { digitRunAt, leadsScale, lookUp, numberAt } from "./numbers.ts";
import type { Word } from "./words.ts";

/** An amount that may have a fraction or be vague: "two and a half", "a couple". */
export interface Quantity {
  readonly value: number;
  readonly next: number;
  /** "a couple", "a few", "several". */
  readonly vague: boolean;
}

const DECIMAL = /^\d{1,9}\.\d{1,6}$/;

/**
 * Reads an amount: a whole number, a decimal ("three point five"), a number with a fraction ("two and a half", "three
 * quarters"), a fraction alone ("half a", "a quarter"), or a vague one ("a couple of", "a few"). "a" alone is no amount.
 */
export function quantityAt(words: readonly Word[], index: number): Quantity | null {
  const word = words[index]?.text;
  if (word === undefined) return null;
  if (DECIMAL.test(word)) return { value: Number(word), next: index + 1, vague: false };
  const thousands = /^(\d{1,4})k$/.exec(word)?.[1];
  if (thousands !== undefined) return { value: Number(thousands) * 1000, next: index + 1, vague: false };
  const decimals = word === "point" ? digitRunAt(words, index + 1) : null;
  if (decimals !== null) return { value: Number(`0.${decimals.digits}`), next: decimals.next, vague: false };
  const article = word === "a" || word === "an" || word === "one" || word === "the" ? 1 : 0;
  const vague = vagueAt(words, index + (article === 1 && word !== "one" ? 1 : 0));
  if (vague !== null) return vague;
  const alone = fractionAt(words, index + article);
  if (alone !== null) return dozensAt(words, alone);
  if (word === "a" && leadsScale(words, index + 1)) return wholeWithFraction(words, index + 1);
  return wholeWithFraction(words, index);
}

/** "half a dozen". */
function dozensAt(words: readonly Word[], half: Quantity): Quantity {
  const article = words[half.next]?.text === "a" ? 1 : 0;
  if (words[half.next + article]?.text !== "dozen") return half;
  return { value: half.value * DOZEN, next: half.next + article + 1, vague: false };
}

const DOZEN = 12;

function vagueAt(words: readonly Word[], index: number): Quantity | null {
  const amount = lookUp(vagueAmounts, words[index]?.text);
  if (amount === null) return null;
  const of = words[index + 1]?.text === "of" ? 1 : 0;
  return { value: amount, next: index + 1 + of, vague: true };
}

/** "half", "half a", "quarter of an": a fraction that no number precedes. "third" alone is an ordinal. */
function fractionAt(words: readonly Word[], index: number): Quantity | null {
  const word = words[index]?.text;
  const part = word === "third" ? null : lookUp(fractionWords, word);
  if (part === null) return null;
  return { value: part, next: index + 1, vague: false };
}

function wholeWithFraction(words: readonly Word[], index: number): Quantity | null {
  const whole = numberAt(words, index);
  if (whole === null || whole.ordinal) return null;
  const decimals = words[whole.next]?.text === "point" ? digitRunAt(words, whole.next + 1) : null;
  if (decimals !== null) {
    return { value: Number(`${whole.value}.${decimals.digits}`), next: decimals.next, vague: false };
  }
  if (words[whole.next]?.text === "and") {
    const part = partAt(words, whole.next + 1);
    if (part !== null) return { value: whole.value + part.value, next: part.next, vague: false };
  }
  if (/^dozens?$/.test(words[whole.next]?.text ?? ""))
    return { value: whole.value * DOZEN, next: whole.next + 1, vague: false };
  if (words[whole.next]?.text === "k" && whole.value < 1000)
    return { value: whole.value * 1000, next: whole.next + 1, vague: false };
  const parts = whole.value > 1 && whole.value < 10 ? fractionAt(words, whole.next) : null;
  if (parts !== null) return { value: whole.value * parts.value, next: parts.next, vague: false };
  return { value: whole.value, next: whole.next, vague: false };
}

/** Behind "and": "a half", "one quarter", "three quarters". */
function partAt(words: readonly Word[], index: number): Quantity | null {
  const count = /^(?:a|an|one)$/.test(words[index]?.text ?? "") ? 1 : (numberAt(words, index)?.value ?? 0);
  if (count === 0) return fractionAt(words, index);
  const part = count < 10 ? fractionAt(words, index + 1) : null;
  return part === null ? null : { ...part, value: count * part.value };
}
