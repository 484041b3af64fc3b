import { nextDayOfMonth } from "./calendar.ts";
import type { DayFound } from "./day-found.ts";
import { openRange, type RangeFound } from "./day-ranges.ts";
import type { Found } from "./found.ts";
import type { DayRange } from "./understanding.ts";
import type { Word } from "./words.ts";

function textBefore(plain: readonly Word[], index: number, count: number): string {
  let text = "";
  for (let at = Math.max(0, index - count); at < index; at += 1) text += ` ${plain[at]?.text}`;
  return text;
}

function textBehind(plain: readonly Word[], index: number, count: number): string {
  let text = "";
  for (let at = index; at < Math.min(plain.length, index + count); at += 1) text += ` ${plain[at]?.text}`;
  return text;
}

const EXCLUDED_BEFORE =
  /(?: not(?: free| available| around| here| open| possible| good)?| except| besides| excluding| than| apart from| not on| can not do| can not make| no| except for| but not| not do| not make)(?: on| for| in| at)?$/;
const BUT_BEFORE =
  /(?: any day| anything| any| every day| anytime| any time| weekday| whenever| day) but(?: not)?(?: on)?$/;
const EXCLUDED_BEHIND =
  /^ (?:is|are|do|does|will|would|can)? ?(?:not|no|never|bad|out|full|busy|impossible|terrible)(?: (?:work|good|possible|be|do|an|great|for|go|available|free|suit|fit|$))?/;

/** "not Tuesday", "any day but Monday", "Mondays don't work". */
export function isExcluded(plain: readonly Word[], found: { from: number; next: number }): boolean {
  const before = textBefore(plain, found.from, 4);
  if (/ (?:why not|how about|not only)(?: on)?$/.test(before)) return false;
  if (/ (?:earlier|later|sooner|more|less|rather|after|before|better) than(?: on)?$/.test(before))
    return false;
  if (plain[found.from - 1]?.pause) return false;
  if (/ no$/.test(before)) return false;
  if (EXCLUDED_BEFORE.test(before) || BUT_BEFORE.test(before)) return true;
  if (plain[found.next - 1]?.pause) return false;
  const behind = textBehind(plain, found.next, 4);
  return EXCLUDED_BEHIND.test(behind) && !/^ (?:no|not|out of)\b(?! good| possible)/.test(behind);
}

const JOINS = /^(?:to|through|thru|until|till|-|and)$/;

/** "from Monday to Wednesday", "between the 5th and the 9th", "March 3 through 7". */
export function between(
  plain: readonly Word[],
  first: DayFound,
  second: DayFound,
  taken: Uint8Array,
): readonly Found[] | null {
  const join = plain[first.next]?.text ?? "";
  const gap = second.from - first.next;
  if (gap !== 1 || !JOINS.test(join)) return null;
  const lead = plain[first.from - 1]?.text ?? "";
  const isRange = lead === "between" || lead === "from" || join !== "and";
  if (!isRange) return null;
  if (
    lead === "from" &&
    /(?:change|move|reschedule|switch|push|shift|moved|changed)/.test(textBefore(plain, first.from, 8))
  ) {
    return [
      { value: { kind: "date", value: second.date }, from: second.from, next: second.next, confidence: 0.9 },
    ];
  }
  const from = sameMonth(first, second);
  const open = second.basis.kind === "dayOfMonth" && first.basis.kind === "fixed";
  const to = open || Temporal.PlainDate.compare(second.date, from) < 0 ? later(second, first) : second.date;
  taken.fill(1, first.from, second.next);
  return [days({ from, to }, first.from, second.next, 0.9)];
}

/** "the 5th to the 9th of October": the month that was said last holds for both. */
function sameMonth(first: DayFound, second: DayFound): Temporal.PlainDate {
  if (first.basis.kind !== "dayOfMonth" || second.basis.kind !== "fixed") return first.date;
  return first.basis.day < second.date.day ? second.date.with({ day: first.basis.day }) : first.date;
}

/** The end of a range lies behind its beginning: "from Friday to Monday". */
function later(second: DayFound, first: DayFound): Temporal.PlainDate {
  const step = second.basis.kind === "weekday" ? { days: 7 } : { months: 1 };
  const moved = second.date.add(step);
  if (second.basis.kind === "dayOfMonth") return nextDayOfMonth(first.date, second.basis.day) ?? moved;
  return Temporal.PlainDate.compare(moved, first.date) < 0 ? first.date : moved;
}

function days(range: Partial<DayRange>, from: number, next: number, confidence: number): Found {
  return { value: { kind: "days", value: openRange(range) }, from, next, confidence };
}

const FROM_BEFORE =
  / (?:(?:on or )?after|(?<! no | not )later than|(?:starting|beginning|start|begin|starts|anytime|any time)(?: on| from)?|from|not before|no earlier than|no sooner than|past|as of)(?: the)?$/;
const TO_BEFORE =
  / (?:(?:on or )?before|by|until|till|no later than|not after|(?<! no | not )earlier than|not later than|up to|prior to|sooner than)(?: the)?$/;

/** "after the 14th", "by Friday", "Tuesday or later". The day itself stays as a weak reading beside the range. */
export function limited(plain: readonly Word[], found: DayFound): readonly Found[] {
  const { date, from, next, confidence } = found;
  const day: Found = { value: { kind: "date", value: date }, from, next, confidence };
  const before = textBefore(plain, from, 4);
  const behind = textBehind(plain, next, 3);
  const weak = { ...day, confidence: Math.min(confidence, 0.5) };
  if (UNTIL_BEFORE.test(before) && isAway(plain, from))
    return [days({ from: date }, from - 1, next, confidence), weak];
  if (FROM_BEFORE.test(before)) {
    const inclusive = !/ (?:after|later than|past)(?: the)?$/.test(before) || / on or after/.test(before);
    return [days({ from: inclusive ? date : date.add({ days: 1 }) }, from - 1, next, confidence), weak];
  }
  if (/^ (?:or (?:later|after)|onwards?|and (?:later|after|onwards?)|at the earliest)/.test(behind)) {
    return [days({ from: date }, from, next, confidence), weak];
  }
  if (TO_BEFORE.test(before)) {
    const inclusive =
      !/ (?:before|earlier than|prior to|sooner than)(?: the)?$/.test(before) || / on or before/.test(before);
    return [days({ to: inclusive ? date : date.subtract({ days: 1 }) }, from - 1, next, confidence), weak];
  }
  if (/^ (?:or (?:earlier|before|sooner)|at the latest)/.test(behind))
    return [days({ to: date }, from, next, confidence), weak];
  if (/ week (?:of|commencing|beginning|starting)(?: the| on the| on)?$/.test(before)) {
    const monday = date.subtract({ days: date.dayOfWeek - 1 });
    return [days({ from: monday, to: monday.add({ days: 6 }) }, from - 2, next, confidence)];
  }
  return [day];
}

const UNTIL_BEFORE = / (?:until|till|til|before|by)(?: the)?$/;

/** "I'm out of town until the 20th", "not until Friday": what is named is when it begins to be possible. */
function isAway(plain: readonly Word[], index: number): boolean {
  const before = textBefore(plain, index, 9);
  return AWAY.test(before) || / not (?:until|till|til|before)(?: the)?$/.test(before);
}

const AWAY =
  / (?:out of (?:town|the country|the office)|away|on vacation|on holiday|on a trip|gone|busy|not (?:be )?available|unavailable|travell?ing|not free|not (?:be )?back|not home|out of state|working|tied up|not here|overseas|abroad)/;

/** "after next week", "before March". */
export function limitedRange(plain: readonly Word[], found: RangeFound): readonly Found[] {
  const { range, from, next, confidence } = found;
  const before = textBefore(plain, from, 4);
  if (range.to !== null && AWAY.test(textBefore(plain, from, 9))) {
    return [days({ from: range.to.add({ days: 1 }) }, from, next, 0.7)];
  }
  if (FROM_BEFORE.test(before) && / (?:after|later than|past)(?: the)?$/.test(before) && range.to !== null) {
    return [days({ from: range.to.add({ days: 1 }) }, from - 1, next, confidence)];
  }
  const atEnd = plain.slice(from, next).some(({ text }) => text === "end");
  if (atEnd && / (?:before|by)(?: the)?$/.test(before) && range.to !== null) {
    return [days({ to: range.to }, from - 1, next, confidence)];
  }
  if (/ (?:before|prior to|earlier than)(?: the)?$/.test(before) && range.from !== null) {
    return [days({ to: range.from.subtract({ days: 1 }) }, from - 1, next, confidence)];
  }
  if (/ (?:by|until|till)(?: the)?$/.test(before) && range.to !== null) {
    return [days({ to: range.to }, from - 1, next, confidence)];
  }
  return [{ value: { kind: "days", value: range }, from, next, confidence }];
}

/** "after the 5th but before the 12th" is one range, unless an "or" makes them alternatives. */
export function joinDayLimits(plain: readonly Word[], readings: readonly Found[]): readonly Found[] {
  const [one, other, ...more] = readings.filter((found) => found.value.kind === "days");
  if (one?.value.kind !== "days" || other?.value.kind !== "days" || more.length > 0) return readings;
  const range = joinedRange(one.value.value, other.value.value);
  const between = plain.slice(Math.min(one.next, other.next), Math.max(one.from, other.from));
  if (range === null || between.some(({ text }) => text === "or")) return readings;
  const [from, next] = [Math.min(one.from, other.from), Math.max(one.next, other.next)];
  const joined = days(range, from, next, Math.min(one.confidence, other.confidence));
  return [joined, ...readings.filter((found) => found.value.kind !== "days")];
}

/** One range has a beginning only and the other an end only, in this order in time. */
function joinedRange(one: DayRange, other: DayRange): Partial<DayRange> | null {
  const [begins, ends] = one.to === null ? [one, other] : [other, one];
  if (begins.from === null || begins.to !== null || ends.to === null || ends.from !== null) return null;
  if (begins.weekdays !== null || ends.weekdays !== null) return null;
  if (Temporal.PlainDate.compare(begins.from, ends.to) > 0) return null;
  return { from: begins.from, to: ends.to, except: [...begins.except, ...ends.except] };
}
