import type { Reading, ReadingValue } from "./understanding.ts";
import type { Word } from "./words.ts";

/** A reading by words; `from` inclusive, `next` exclusive. */
export interface Found {
  readonly value: ReadingValue;
  readonly from: number;
  readonly next: number;
  readonly confidence: number;
}

export function toReading(plain: readonly Word[], found: Found): Reading {
  const last = Math.max(found.from, found.next - 1);
  const span = { start: plain[found.from]?.start ?? 0, end: plain[last]?.end ?? 0 };
  return { ...found.value, span, confidence: found.confidence };
}
