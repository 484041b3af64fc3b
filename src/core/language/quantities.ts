import { type Found, toReading } from "./found.ts";
import { quantityAt } from "./numbers.ts";
import type { Circumstances, Reading } from "./understanding.ts";
import type { Word } from "./words.ts";

/**
 * Reads plain numbers. Weak unless a number was asked for, so that a date, time or identifier in the same words wins;
 * "between six and seven" are two readings of equal weight: worth asking.
 */
export function readQuantities(plain: readonly Word[], circumstances: Circumstances): readonly Reading[] {
  const asked = circumstances.expectation.asked.includes("number");
  const found: Found[] = [];
  let at = 0;
  while (at < plain.length) {
    const quantity = isPronoun(plain, at) ? null : quantityAt(plain, at);
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
  const alternatives = found.length === 2 && isEither(plain, found) ? 0.5 : null;
  return found.map((each) =>
    toReading(plain, alternatives === null ? each : { ...each, confidence: alternatives }),
  );
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
