import type { Found } from "./found.ts";
import type { TimeRange } from "./understanding.ts";
import type { Word } from "./words.ts";

type Time = Temporal.PlainTime;

/** What is left of the day when a stretch of it is refused: "not in the morning" is from noon on. */
export function restOfDay(range: TimeRange): TimeRange | null {
  if (range.from === null) return range.to === null ? null : { from: range.to, to: null };
  // A stretch in the middle leaves two rests; what lies before it is kept, since most practices have more of it.
  return { from: null, to: range.from };
}

/**
 * Several limits in one breath hold together ("after three but before five", "evening after six"), unless an "or" stands
 * between them or they exclude each other; then they are alternatives.
 */
export function joinLimits(plain: readonly Word[], readings: readonly Found[]): readonly Found[] {
  const ranges = readings.filter((found) => found.value.kind === "times");
  if (ranges.length < 2) return readings;
  const inOrder = [...ranges].sort((one, other) => one.from - other.from);
  let joined: Found | null = null;
  for (const range of inOrder) {
    joined = joined === null ? range : meet(plain, joined, range);
    if (joined === null) return readings;
  }
  if (joined === null) return readings;
  return [joined, ...readings.filter((found) => found.value.kind !== "times")];
}

function meet(plain: readonly Word[], one: Found, other: Found): Found | null {
  if (one.value.kind !== "times" || other.value.kind !== "times") return null;
  const between = plain.slice(one.next, other.from).map(({ text }) => text);
  if (between.includes("or") || between.includes("otherwise")) return null;
  // Two days with a time each keep them: "Wednesday after two, Friday before ten".
  const from = later(one.value.value.from, other.value.value.from);
  const to = earlier(one.value.value.to, other.value.value.to);
  if (from !== null && to !== null && Temporal.PlainTime.compare(from, to) >= 0) return null;
  const confidence = Math.min(one.confidence, other.confidence);
  return { value: { kind: "times", value: { from, to } }, from: one.from, next: other.next, confidence };
}

function later(one: Time | null, other: Time | null): Time | null {
  if (one === null || other === null) return one ?? other;
  return Temporal.PlainTime.compare(one, other) > 0 ? one : other;
}

function earlier(one: Time | null, other: Time | null): Time | null {
  if (one === null || other === null) return one ?? other;
  return Temporal.PlainTime.compare(one, other) < 0 ? one : other;
}
