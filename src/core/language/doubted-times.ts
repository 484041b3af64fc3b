import type { Found } from "./found.ts";
import { isNumberWord } from "./numbers.ts";
import type { Word } from "./words.ts";

const DOUBTFUL = 0.5;
const ARTICLES = /^(?:a|the)$/;
/** Parts of a time that stand before its hour. */
const HALVES = /^(?:half|quarter|quarters|pass|past|passed|water|oh)$/;

/**
 * Times of day beside words that look like the rest of one: a number that nothing else took ("eight | five a.m."), a half or
 * quarter without its "past" ("half pass | two"), "to nine" at the beginning, two times in a row. Something was lost or misheard,
 * so they want confirming. `others` marks the words of days.
 */
export function doubtedTimes(
  plain: readonly Word[],
  readings: readonly Found[],
  others: Uint8Array,
): readonly Found[] {
  const times = readings
    .filter(({ value }) => value.kind === "time" || value.kind === "times")
    .sort((one, other) => one.from - other.from);
  if (times.length === 0) return readings;
  const taken = others.slice();
  for (const { from, next } of times) taken.fill(1, from, next);
  const doubted = new Set<Found>();
  times.forEach((time, index) => {
    if (time.value.kind !== "time") return;
    const next = times[index + 1];
    if (hasRemainder(plain, time.from, taken) || isCutOff(plain, time.next)) doubted.add(time);
    if (next !== undefined && inARow(plain, time, next)) doubted.add(time).add(next);
  });
  return readings.map((found) =>
    doubted.has(found) ? { ...found, confidence: Math.min(DOUBTFUL, found.confidence) } : found,
  );
}

function hasRemainder(plain: readonly Word[], from: number, taken: Uint8Array): boolean {
  let at = from - 1;
  while (at >= 0 && ARTICLES.test(plain[at]?.text ?? "")) at -= 1;
  const word = plain[at];
  if (word === undefined || word.pause || taken[at] === 1) return false;
  if (word.text === "to" || word.text === "till") return isBeginning(plain, at);
  return HALVES.test(word.text) || (isNumberWord(word.text) && !isUnit(plain[at + 1]?.text));
}

/** "twenty to | in the morning": the hour is missing. */
function isCutOff(plain: readonly Word[], next: number): boolean {
  if (!/^(?:to|past|till)$/.test(plain[next]?.text ?? "")) return false;
  return /^(?:in|please|am|pm|at)$/.test(plain[next + 1]?.text ?? "please");
}

/** "to nine", "water to nine": only little stands before. */
function isBeginning(plain: readonly Word[], at: number): boolean {
  const before = plain.slice(0, at).filter(({ text }) => !ARTICLES.test(text));
  return (
    before.length === 0 ||
    (before.length === 1 && (HALVES.test(before[0]?.text ?? "") || isNumberWord(before[0]?.text ?? "")))
  );
}

function isUnit(text: string | undefined): boolean {
  return text !== undefined && /^(?:days?|weeks?|months?|people|kids|times?)$/.test(text);
}

/** "Half past two | two in the afternoon": directly behind one another, without an "or" or a pause. */
function inARow(plain: readonly Word[], first: Found, second: Found): boolean {
  if (second.value.kind !== "time" || first.next > second.from || plain[first.next - 1]?.pause) return false;
  const between = plain.slice(first.next, second.from);
  return (
    between.every(({ text }) => ARTICLES.test(text)) &&
    String(first.value.value) !== String(second.value.value)
  );
}
