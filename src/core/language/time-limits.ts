import type { Found } from "./found.ts";
import type { TimeFound } from "./time-at.ts";
import { plainTime, timeReading } from "./time-reading.ts";
import type { TimeRange } from "./understanding.ts";
import type { Word } from "./words.ts";

/** "I get off work at five": a time that the caller's own day allows only what lies behind. */
const UNTIL_THEN =
  / (?:get off|gets off|off work|finish|finished|done|get out|out of (?:work|school|class)|get home|work until|work till|working until|working till|busy until|busy till|booked until|booked till)(?: (?:work|school|class|my shift|with work))?(?: (?:at|by|around|about|until|till))*$/;

const FROM_BEFORE =
  /(?: after|(?<! no| not) later than| past| from| starting(?: at)?| beginning at| no earlier than| not before| earliest(?: is)?)(?: about| around)?$/;
const TO_BEFORE =
  /(?: before| by| no later than| not after| until| till|(?<! no| not) earlier than| latest(?: is)?| up to| not later than)(?: about| around)?$/;

/** "after three", "by noon", "ten or later". The time itself stays as a weak reading beside the range. */
export function withLimit(plain: readonly Word[], found: TimeFound): readonly Found[] {
  const before = textAround(plain, found.from - 3, found.from);
  const behind = textAround(plain, found.next, found.next + 3);
  const time = plainTime(found.minutes);
  const weak = timeReading(found, Math.min(found.confidence, 0.5));
  const range = (value: TimeRange): readonly Found[] => [
    { value: { kind: "times", value }, from: found.from, next: found.next, confidence: found.confidence },
    weak,
  ];
  if (/ (?:not|except|any ?time but|anything but|other than|besides)(?: at)?$/.test(before)) return [];
  if (UNTIL_THEN.test(textAround(plain, found.from - 6, found.from))) return range({ from: time, to: null });
  if (/ not before$/.test(before)) return range({ from: time, to: null });
  if (/ not after$/.test(before)) return range({ from: null, to: time });
  if (
    FROM_BEFORE.test(before) ||
    /^ (?:or (?:later|after)|onwards?|and (?:later|after)|at the earliest)/.test(behind)
  ) {
    return range({ from: time, to: null });
  }
  if (TO_BEFORE.test(before) || /^ (?:or (?:earlier|before|sooner)|at the latest)/.test(behind)) {
    return range({ from: null, to: time });
  }
  return [timeReading(found)];
}

function textAround(plain: readonly Word[], from: number, to: number): string {
  let text = "";
  for (let at = Math.max(0, from); at < Math.min(plain.length, to); at += 1) text += ` ${plain[at]?.text}`;
  return text;
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

type Time = Temporal.PlainTime;

function later(one: Time | null, other: Time | null): Time | null {
  if (one === null || other === null) return one ?? other;
  return Temporal.PlainTime.compare(one, other) > 0 ? one : other;
}

function earlier(one: Time | null, other: Time | null): Time | null {
  if (one === null || other === null) return one ?? other;
  return Temporal.PlainTime.compare(one, other) < 0 ? one : other;
}
