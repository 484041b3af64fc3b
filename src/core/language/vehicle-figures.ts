import { numberAt } from "./numbers.ts";
import type { Word } from "./words.ts";

/** A figure and the words it stands in; `to` is exclusive. */
export interface FoundFigure {
  readonly value: number;
  readonly from: number;
  readonly to: number;
}

const OLDEST = 1950;
const MOST_MILES = 999_999;

/** "ninety thousand miles", "85k miles", "about 60,000 on it", "mileage is 88450". */
export function mileageIn(words: readonly Word[]): FoundFigure | null {
  for (let at = 0; at < words.length; at += 1) {
    const number = countAt(words, at);
    if (number === null) continue;
    const found = milesAt(words, at, number);
    if (found !== null) return found;
    at = Math.max(at, number.next - 1);
  }
  return null;
}

interface Count {
  readonly value: number;
  readonly next: number;
}

function countAt(words: readonly Word[], at: number): Count | null {
  const written = /^(\d{1,3})k$/.exec(words[at]?.text ?? "");
  if (written !== null) return { value: Number(written[1]) * 1000, next: at + 1 };
  const number = numberAt(words, at);
  return number === null || number.ordinal ? null : number;
}

function milesAt(words: readonly Word[], from: number, { value, next }: Count): FoundFigure | null {
  const unit = words[next]?.text ?? "";
  const behind = words[next + 1]?.text ?? "";
  if (/^(?:miles|mile|mi)$/.test(unit) && value >= 10) return { value, from, to: next + 1 };
  if (unit === "k" && /^(?:miles|on)$/.test(behind) && value < 500)
    return { value: value * 1000, from, to: next + 2 };
  if (value < 1000) return null;
  if (unit === "on" && /^(?:it|the|her|him)$/.test(behind)) return { value, from, to: next + 2 };
  const named = words.slice(Math.max(0, from - 4), from);
  return named.some(({ text }) => /^(?:mileage|odometer)$/.test(text)) ? { value, from, to: next } : null;
}

/** "about sixty two thousand": no year is that high, so where a vehicle was asked for it is how far it has gone. */
export function bareMileageIn(
  words: readonly Word[],
  newest: number,
  isTaken: (index: number) => boolean,
): FoundFigure | null {
  for (let at = 0; at < words.length; at += 1) {
    const number = numberAt(words, at);
    if (number === null) continue;
    const { value, next, ordinal } = number;
    const miles = !ordinal && value >= 1000 && value <= MOST_MILES && (value < OLDEST || value > newest);
    if (miles && !isTaken(at) && !isTaken(next - 1)) return { value, from: at, to: next };
    at = next - 1;
  }
  return null;
}

/** The first model year among the words that are not taken for something else. */
export function yearIn(
  words: readonly Word[],
  newest: number,
  isTaken: (index: number) => boolean,
): FoundFigure | null {
  for (let at = 0; at < words.length; at += 1) {
    if (isTaken(at)) continue;
    const year = yearAt(words, at, newest);
    if (year !== null && !isTaken(year.to - 1)) return year;
  }
  return null;
}

/** "2015", "twenty fifteen", "two thousand nine", "ninety eight", "'09", "oh nine". */
function yearAt(words: readonly Word[], at: number, newest: number): FoundFigure | null {
  const first = numberAt(words, at);
  if (first === null || first.ordinal) return null;
  const fits = (value: number): boolean => value >= OLDEST && value <= newest;
  if (fits(first.value)) return { value: first.value, from: at, to: first.next };
  const second = numberAt(words, first.next);
  if (first.value === 19 || first.value === 20) {
    const nought = second?.value === 0 ? numberAt(words, second.next) : null;
    const low = nought ?? second;
    if (low !== null && low.value < 100 && fits(first.value * 100 + low.value))
      return { value: first.value * 100 + low.value, from: at, to: low.next };
  }
  if (first.value === 0 && second !== null && second.value < 10)
    return { value: 2000 + second.value, from: at, to: second.next };
  return shortYearAt(words, at, newest);
}

/** "'98", "ninety eight": two figures that stand alone, not a part of a longer number or of an amount. */
function shortYearAt(words: readonly Word[], at: number, newest: number): FoundFigure | null {
  const number = numberAt(words, at);
  if (number === null || numberAt(words, number.next) !== null) return null;
  const before = at === 0 ? null : numberAt(words, at - 1);
  const digits = words[at]?.text.replace("'", "") ?? "";
  const short = /^\d\d$/.test(digits) || (number.value >= 10 && number.value < 100);
  if (!short || before !== null) return null;
  if (/^(?:miles|thousand|k|percent|dollars)$/.test(words[number.next]?.text ?? "")) return null;
  const full = number.value + (number.value + 2000 <= newest ? 2000 : 1900);
  return full >= 1970 && full <= newest ? { value: full, from: at, to: number.next } : null;
}

/** A year of two words or more, or in four figures, that ends right before the word at `end`. */
export function hasYearBefore(words: readonly Word[], end: number): boolean {
  if (/^(?:19|20)\d\d$/.test(words[end - 1]?.text ?? "")) return true;
  for (let from = Math.max(0, end - 3); from < end; from += 1) {
    const year = yearAt(words, from, 2100);
    if (year !== null && year.to === end && year.to - year.from >= 2) return true;
  }
  return false;
}
