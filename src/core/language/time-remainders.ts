import type { Found } from "./found.ts";
import { isNumberWord } from "./numbers.ts";
import type { Word } from "./words.ts";

const DOUBTFUL = 0.5;
const HESITATIONS = /^(?:um|uh|er|a|the)$/;
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
  const times = readings.filter(({ value }) => value.kind === "time" || value.kind === "times");
  if (times.length === 0) return readings;
  const isTaken = (at: number): boolean =>
    others[at] === 1 || times.some(({ from, next }) => from <= at && at < next);
  const doubted = (found: Found): boolean =>
    found.value.kind === "time" &&
    (hasRemainder(plain, found.from, isTaken) ||
      isCutOff(plain, found.next) ||
      times.some((other) => inARow(plain, found, other)));
  return readings.map((found) =>
    doubted(found) ? { ...found, confidence: Math.min(DOUBTFUL, found.confidence) } : found,
  );
}

function hasRemainder(plain: readonly Word[], from: number, isTaken: (at: number) => boolean): boolean {
  let at = from - 1;
  while (at >= 0 && HESITATIONS.test(plain[at]?.text ?? "")) at -= 1;
  const word = plain[at];
  if (word === undefined || word.pause || isTaken(at)) return false;
  if (word.text === "to" || word.text === "till") return isBeginning(plain, at);
  return HALVES.test(word.text) || (isNumberWord(word.text) && !isUnit(plain[at + 1]?.text));
}

/** "twenty to | in the morning": the hour is missing. */
function isCutOff(plain: readonly Word[], next: number): boolean {
  if (!/^(?:to|past|till)$/.test(plain[next]?.text ?? "")) return false;
  return /^(?:um|uh|in|please|am|pm|at)$/.test(plain[next + 1]?.text ?? "please");
}

/** "to nine", "water to nine": only little stands before. */
function isBeginning(plain: readonly Word[], at: number): boolean {
  const before = plain.slice(0, at).filter(({ text }) => !HESITATIONS.test(text));
  return (
    before.length === 0 ||
    (before.length === 1 && (HALVES.test(before[0]?.text ?? "") || isNumberWord(before[0]?.text ?? "")))
  );
}

function isUnit(text: string | undefined): boolean {
  return text !== undefined && /^(?:days?|weeks?|months?|people|kids|times?)$/.test(text);
}

/** "Half past two | two in the afternoon": directly behind one another, without an "or" or a pause. */
function inARow(plain: readonly Word[], one: Found, other: Found): boolean {
  if (one === other || other.value.kind !== "time") return false;
  const [first, second] = one.from < other.from ? [one, other] : [other, one];
  const between = plain.slice(first.next, second.from);
  return (
    between.every(({ text }) => HESITATIONS.test(text)) &&
    first.next <= second.from &&
    plain[first.next - 1]?.pause !== true &&
    JSON.stringify(first.value.value) !== JSON.stringify(second.value.value)
  );
}
