import { isExcluded } from "./day-limits.ts";
import { type DayPart, dayParts, dayStretches, preferencePhrases } from "./en/times-table.ts";
import type { Found } from "./found.ts";
import { withHours } from "./hour-homophones.ts";
import { lookUp } from "./numbers.ts";
import { phraseBook } from "./phrases.ts";
import { quantityAt } from "./quantity-at.ts";
import { type TimeContext, type TimeFound, timeAt } from "./time-at.ts";
import { joinLimits, restOfDay } from "./time-ranges.ts";
import { doubtedTimes } from "./time-remainders.ts";
import type { Circumstances } from "./understanding.ts";
import type { Word } from "./words.ts";

const stretchBook = phraseBook(dayStretches);
const preferenceBook = phraseBook(preferencePhrases);
const DAY_MINUTES = 24 * 60;
/** "To thirty" for "two thirty" wants hardly more than the next hint to the contrary. */
const MISHEARD = 0.6;

/** Reads times of day and ranges of them in the words that no day has taken. */
export function readTimes(
  words: readonly Word[],
  circumstances: Circumstances,
  taken: Uint8Array,
): readonly Found[] {
  const plain = circumstances.expectation.asked.includes("time") ? withHours(words) : words;
  const context = timeContext(plain, circumstances);
  const days = taken.slice();
  const readings: Found[] = [];
  let at = 0;
  while (at < plain.length) {
    if (taken[at] === 1) {
      at += 1;
      continue;
    }
    const counted = hoursFromNow(plain, at, circumstances);
    if (counted !== null) {
      readings.push(counted);
      taken.fill(1, at, counted.next);
      at = counted.next;
      continue;
    }
    const range = rangeAt(plain, at, context, taken);
    if (range !== null) {
      if (!isExcluded(plain, { from: at, next: range.next })) readings.push(...range.readings);
      taken.fill(1, at, range.next);
      at = range.next;
      continue;
    }
    const found = free(timeAt(plain, at, context), taken);
    if (found === null) {
      at += 1;
      continue;
    }
    const misheard = plain
      .slice(found.from, found.next)
      .some((word, offset) => word.text !== words[found.from + offset]?.text);
    readings.push(...limited(plain, misheard ? { ...found, confidence: MISHEARD } : found));
    taken.fill(1, found.from, found.next);
    at = found.next;
  }
  if (readings.length === 0) readings.push(...halfCorrected(plain, circumstances));
  readings.push(...stretches(plain, taken), ...preferences(plain, taken));
  return joinLimits(plain, doubtedTimes(plain, readings, days));
}

/** "in two hours", "in half an hour", counted from the reference; not past midnight. */
function hoursFromNow(plain: readonly Word[], index: number, circumstances: Circumstances): Found | null {
  if (plain[index]?.text !== "in") return null;
  const quantity =
    quantityAt(plain, index + 1) ??
    (/^an?$/.test(plain[index + 1]?.text ?? "") ? { value: 1, next: index + 2 } : null);
  if (quantity === null) return null;
  const at = /^an?$/.test(plain[quantity.next]?.text ?? "") ? quantity.next + 1 : quantity.next;
  const unit = lookUp({ hour: 60, hours: 60, minutes: 1, minute: 1, mins: 1 }, plain[at]?.text);
  const now = circumstances.reference;
  const minutes =
    unit === null ? DAY_MINUTES : now.hour * 60 + now.minute + Math.round(quantity.value * unit);
  if (minutes >= DAY_MINUTES) return null;
  return { value: { kind: "time", value: plainTime(minutes) }, from: index, next: at + 1, confidence: 0.7 };
}

function timeContext(plain: readonly Word[], circumstances: Circumstances): TimeContext {
  const { expectation, opening } = circumstances;
  return {
    asked: expectation.asked.includes("time"),
    choices: expectation.choices.length > 0,
    opening: opening === null ? null : { from: minutesOf(opening.from), to: minutesOf(opening.to) },
    part: onlyPart(plain),
  };
}

function minutesOf(time: Temporal.PlainTime): number {
  return time.hour * 60 + time.minute;
}

function plainTime(minutes: number): Temporal.PlainTime {
  const within = ((minutes % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES;
  return Temporal.PlainTime.from({ hour: Math.floor(within / 60), minute: within % 60 });
}

/** The one part of the day that the utterance names; a greeting ("good morning") names none. */
function onlyPart(plain: readonly Word[]): DayPart | null {
  let only: DayPart | null = null;
  for (let at = 0; at < plain.length; at += 1) {
    const part = lookUp(dayParts, plain[at]?.text);
    if (part === null || plain[at - 1]?.text === "good") continue;
    if (only !== null && only !== part) return null;
    only = part;
  }
  return only;
}

function free(found: TimeFound | null, taken: Uint8Array): TimeFound | null {
  if (found === null) return null;
  for (let at = found.from; at < found.next; at += 1) if (taken[at] === 1) return null;
  return found;
}

interface RangeAt {
  readonly readings: readonly Found[];
  readonly next: number;
}

/** "between 3 and 5", "from nine to noon", "2:30 to 4 pm". */
function rangeAt(
  plain: readonly Word[],
  index: number,
  context: TimeContext,
  taken: Uint8Array,
): RangeAt | null {
  const lead = plain[index]?.text;
  const led = lead === "between" || lead === "from";
  const loose = free(timeAt(plain, led ? index + 1 : index, context, led), taken);
  const first = loose ?? free(timeAt(plain, index, context, true), taken);
  if (first === null) return null;
  const join = plain[first.next]?.text ?? "";
  const joins = lead === "between" ? /^(?:and|to|-)$/ : /^(?:to|till|til|until|through|-)$/;
  if (!joins.test(join)) return null;
  const second = free(timeAt(plain, first.next + 1, context, true), taken);
  // "two to four pm" is a range; "two to four people" is none.
  if (second === null || (loose === null && !second.sure)) return null;
  if (lead === "from" && isChange(plain, index)) {
    return { readings: [timeReading(second)], next: second.next };
  }
  const [from, to] = aligned(first, second);
  const value = { from: plainTime(from), to: plainTime(to) };
  const confidence = Math.min(first.confidence, second.confidence, 0.93);
  return {
    readings: [{ value: { kind: "times", value }, from: index, next: second.next, confidence }],
    next: second.next,
  };
}

/** "move it from 12:20 to 9": the second is what is wanted. */
function isChange(plain: readonly Word[], index: number): boolean {
  for (let at = Math.max(0, index - 8); at < index; at += 1) {
    if (/^(?:change|changed|move|moved|reschedule|switch|push|shift)$/.test(plain[at]?.text ?? ""))
      return true;
  }
  return false;
}

/** The unsure end takes the half of the day that puts it on the right side of the sure one. */
function aligned(first: TimeFound, second: TimeFound): readonly [number, number] {
  let from = first.minutes;
  let to = second.minutes;
  const half = DAY_MINUTES / 2;
  if (second.sure && !first.sure) {
    const morning = from % half;
    from = morning + half < to ? morning + half : morning;
  } else if (!second.sure) {
    const morning = to % half;
    to = morning > from ? morning : morning + half;
  }
  return [from, to];
}

function timeReading(found: TimeFound, confidence = found.confidence): Found {
  return {
    value: { kind: "time", value: plainTime(found.minutes) },
    from: found.from,
    next: found.next,
    confidence,
  };
}

/** "I get off work at five": a time that the caller's own day allows only what lies behind. */
const UNTIL_THEN =
  / (?:get off|gets off|off work|finish|finished|done|get out|out of (?:work|school|class)|get home|work until|work till|working until|working till|busy until|busy till|booked until|booked till)(?: (?:work|school|class|my shift|with work))?(?: (?:at|by|around|about|until|till))*$/;

const FROM_BEFORE =
  /(?: after|(?<! no| not) later than| past| from| starting(?: at)?| beginning at| no earlier than| not before| earliest(?: is)?)(?: about| around)?$/;
const TO_BEFORE =
  /(?: before| by| no later than| not after| until| till|(?<! no| not) earlier than| latest(?: is)?| up to| not later than)(?: about| around)?$/;

/** "after three", "by noon", "ten or later". The time itself stays as a weak reading beside the range. */
function limited(plain: readonly Word[], found: TimeFound): readonly Found[] {
  const before = textAround(plain, found.from - 3, found.from);
  const behind = textAround(plain, found.next, found.next + 3);
  const time = plainTime(found.minutes);
  const weak = timeReading(found, Math.min(found.confidence, 0.5));
  const range = (value: {
    from: Temporal.PlainTime | null;
    to: Temporal.PlainTime | null;
  }): readonly Found[] => [
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

/** "no, p.m.": the time that was said last, in the other half of the day. */
function halfCorrected(plain: readonly Word[], circumstances: Circumstances): readonly Found[] {
  const at = plain.findIndex((_, index) => isHalf(plain, index));
  if (at < 0 || plain.length > 6) return [];
  const last = lastTime(circumstances.previous);
  if (last === null) return [];
  const morning = last % (DAY_MINUTES / 2);
  const minutes = plain[at]?.text.startsWith("a") ? morning : morning + DAY_MINUTES / 2;
  return [{ value: { kind: "time", value: plainTime(minutes) }, from: at, next: at + 1, confidence: 0.85 }];
}

/** "I am not sure" and "am I late" are no morning, and "the p.m. one" is one of several. */
function isHalf(plain: readonly Word[], index: number): boolean {
  const text = plain[index]?.text ?? "";
  const spelled = /^[ap]$/.test(text) && plain[index + 1]?.text === "m";
  if (!spelled && text !== "am" && text !== "pm") return false;
  const beside = [plain[index - 1]?.text, plain[index + (spelled ? 2 : 1)]?.text];
  return !beside.includes("i") && beside[1] !== "one";
}

/** The last written time in what the agent said, in minutes; the prompts write times in figures. */
function lastTime(previous: string): number | null {
  let last: number | null = null;
  for (const match of previous.toLowerCase().matchAll(/\b(\d{1,2})(?::(\d{2}))? ?([ap])\.?m\b/g)) {
    const hour = Number(match[1]) % 12;
    last = (match[3] === "p" ? hour + 12 : hour) * 60 + Number(match[2] ?? 0);
  }
  return last;
}

function stretches(plain: readonly Word[], taken: Uint8Array): readonly Found[] {
  const readings: Found[] = [];
  const matches = [...stretchBook.find(plain)].sort(
    (a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from,
  );
  for (const { value, from, to } of matches) {
    if (taken.subarray(from, to).includes(1) || plain[from - 1]?.text === "good") continue;
    taken.fill(1, from, to);
    const named = { from: parse(value[0]), to: parse(value[1]) };
    const times = isExcluded(plain, { from, next: to }) ? restOfDay(named) : named;
    if (times === null) continue;
    readings.push({ value: { kind: "times", value: times }, from, next: to, confidence: 0.85 });
  }
  return readings.sort((a, b) => a.from - b.from);
}

function parse(clock: string | null): Temporal.PlainTime | null {
  return clock === null ? null : Temporal.PlainTime.from(clock);
}

/** "the last time I came": a story and no wish. */
const TOLD = /^(?:i|we|you|he|she|they|someone|somebody)$/;

function preferences(plain: readonly Word[], taken: Uint8Array): readonly Found[] {
  const matches = preferenceBook
    .find(plain)
    .filter(({ from, to }) => !taken.subarray(from, to).includes(1) && !TOLD.test(plain[to]?.text ?? ""));
  const best = matches.sort((a, b) => b.to - b.from - (a.to - a.from))[0];
  if (best === undefined || best.to - best.from < 2) {
    if (best === undefined || !/^(?:asap|soonest|immediately|urgently)$/.test(plain[best.from]?.text ?? ""))
      return [];
  }
  return [
    { value: { kind: "preference", value: best.value }, from: best.from, next: best.to, confidence: 0.85 },
  ];
}
