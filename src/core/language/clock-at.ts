import type { DayPart } from "./en/times-table.ts";
import { numberAt, type SpokenNumber } from "./numbers.ts";
import type { Word } from "./words.ts";

/** An hour and minute as said, before it is known which half of the day it lies in. */
export interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly next: number;
  /** `clock` cannot be anything but a time; `pair` is two numbers; `bare` is one number. */
  readonly form: "clock" | "pair" | "bare";
  readonly half: Half | null;
}

export type Half = "am" | "pm" | "noon" | "midnight" | "24" | DayPart;

const CLOCK_FIGURES = /^(\d{1,2})[:.](\d{2})([ap])?\.?m?$/;
const JOINED_HALF = /^(\d{1,2})(\d{2})?([ap])\.?m?$/;
const COMPACT = /^([01]?\d|2[0-3])([0-5]\d)$/;

export function clockAt(words: readonly Word[], index: number): Clock | null {
  const text = words[index]?.text;
  if (text === undefined) return null;
  return (
    namedTime(words, index) ??
    hundredHours(words, index) ??
    figureClock(text, index) ??
    fractionOfHour(words, index) ??
    minutesAroundHour(words, index) ??
    hourAndMinutes(words, index)
  );
}

function namedTime(words: readonly Word[], index: number): Clock | null {
  const text = words[index]?.text;
  const twelve = text === "12" || text === "twelve" ? 1 : 0;
  const name = words[index + twelve]?.text;
  if (text === "noon" && words[index + 1]?.text === "thirty")
    return { hour: 12, minute: 30, next: index + 2, form: "clock", half: "noon" };
  if (name === "noon" || (name === "midday" && twelve === 0) || name === "noontime") {
    return { hour: 12, minute: 0, next: index + twelve + 1, form: "clock", half: "noon" };
  }
  if (name === "midnight")
    return { hour: 0, minute: 0, next: index + twelve + 1, form: "clock", half: "midnight" };
  return null;
}

/** "fifteen hundred hours", "oh nine hundred": the clock of twenty-four hours, told by its mark before or behind. */
function hundredHours(words: readonly Word[], index: number): Clock | null {
  const led = /^(?:o|oh|zero)$/.test(words[index]?.text ?? "");
  const at = led ? index + 1 : index;
  const hours = words[at + 2]?.text === "hours";
  if (words[at + 1]?.text !== "hundred") return null;
  const number = numberAt(words.slice(at, at + 1), 0);
  if (number === null || number.ordinal || number.value > 23) return null;
  // "Thirteen hundred" is no price of a visit that anybody names like that; "ten hundred" may be.
  if (!(led || hours || number.value > 12)) return null;
  return { hour: number.value, minute: 0, next: at + (hours ? 3 : 2), form: "clock", half: "24" };
}

function figureClock(text: string, index: number): Clock | null {
  const clock = CLOCK_FIGURES.exec(text);
  if (clock !== null) {
    const [hour, minute] = [Number(clock[1]), Number(clock[2])];
    if (hour > 24 || minute > 59) return null;
    const half = halfOf(clock[3]) ?? (hour === 0 || hour > 12 || /^0\d/.test(text) ? "24" : null);
    return { hour: hour % 24, minute, next: index + 1, form: "clock", half };
  }
  const joined = JOINED_HALF.exec(text);
  if (joined === null) return null;
  const [hour, minute] = [Number(joined[1]), Number(joined[2] ?? 0)];
  if (hour > 24 || hour === 0 || minute > 59) return null;
  return { hour, minute, next: index + 1, form: "clock", half: halfOf(joined[3]) };
}

function halfOf(letter: string | undefined): Half | null {
  if (letter === undefined) return null;
  return letter === "a" ? "am" : "pm";
}

/** "half past two", "a quarter to nine", "quarter of five", "half two". */
function fractionOfHour(words: readonly Word[], index: number): Clock | null {
  let at = index;
  if (words[at]?.text === "a" || words[at]?.text === "the") at += 1;
  const name = words[at]?.text;
  if (name !== "half" && name !== "quarter" && name !== "quater") return null;
  const relation = words[at + 1]?.text ?? "";
  const minutes = name === "half" ? 30 : 15;
  if (/^(?:past|after|passed|pas)$/.test(relation)) return aroundHour(words, at + 2, minutes);
  if (/^(?:to|till|til|of|before|until)$/.test(relation)) return aroundHour(words, at + 2, -minutes);
  return name === "half" && at === index ? aroundHour(words, at + 1, 30) : null;
}

/** "twenty five to seven", "10 past 16", "five minutes after nine". */
function minutesAroundHour(words: readonly Word[], index: number): Clock | null {
  const number = fiveAndTwenty(words, index) ?? numberAt(words, index);
  if (number === null || number.ordinal || number.value < 1 || number.value > 59) return null;
  let at = number.next;
  const named = /^(?:minute|minutes|min|mins)$/.test(words[at]?.text ?? "");
  if (named) at += 1;
  const relation = words[at]?.text ?? "";
  const past = /^(?:past|after|passed)$/.test(relation);
  const to = /^(?:to|till|til|of|before|until)$/.test(relation);
  if (!past && !to) return null;
  // Without "minutes" only the marks of a clock face are spoken so: "five to six" is a time, "nine to five" is not.
  if (!named && number.value % 5 !== 0) return null;
  if (to && !named && (number.value > 29 || /^(?:from|between)$/.test(words[index - 1]?.text ?? "")))
    return null;
  return aroundHour(words, at + 1, past ? number.value : -number.value);
}

/** "five and twenty past six", as the old say. */
function fiveAndTwenty(words: readonly Word[], index: number): SpokenNumber | null {
  if (words[index]?.text !== "five" || words[index + 1]?.text !== "and") return null;
  if (words[index + 2]?.text !== "twenty") return null;
  return { value: 25, next: index + 3, ordinal: false, digits: null };
}

function aroundHour(words: readonly Word[], index: number, minutes: number): Clock | null {
  const named = namedTime(words, index);
  const number = numberAt(words, index);
  const text = words[index]?.text ?? "";
  const joined = named ?? (JOINED_HALF.test(text) ? figureClock(text, index) : null);
  const hour = joined?.hour ?? (number === null || number.ordinal || number.value > 24 ? null : number.value);
  if (hour === null) return null;
  const next = joined?.next ?? number?.next ?? index + 1;
  if (joined !== null && joined.minute !== 0) return null;
  const total = (hour * 60 + minutes + 24 * 60) % (24 * 60);
  const shifted = hour === 12 && minutes < 0 ? 11 : hour === 1 && minutes < 0 ? 12 : Math.floor(total / 60);
  const half =
    joined?.half === "noon"
      ? "24"
      : joined?.half === "midnight"
        ? "24"
        : (joined?.half ?? (hour > 12 ? "24" : null));
  return { hour: shifted, minute: total % 60, next, form: "clock", half };
}

/** "two thirty", "2 30", "eleven oh five", "430", "four". */
function hourAndMinutes(words: readonly Word[], index: number): Clock | null {
  const text = words[index]?.text ?? "";
  const compact = /^\d{3,4}$/.test(text) ? COMPACT.exec(text) : null;
  if (compact !== null) {
    const hour = Number(compact[1]);
    return {
      hour,
      minute: Number(compact[2]),
      next: index + 1,
      form: "pair",
      half: hour > 12 || /^0/.test(text) ? "24" : null,
    };
  }
  const hour = numberAt(words, index);
  if (hour === null || hour.ordinal || hour.value > 24) return null;
  if (hour.value === 0 && hour.digits?.length !== 1) return null;
  // "twenty five" is one number and no hour; "two thirty" is two.
  const half = hour.value > 12 ? "24" : null;
  if (words[hour.next - 1]?.pause)
    return { hour: hour.value % 24, minute: 0, next: hour.next, form: "bare", half };
  const minute = minuteAt(words, hour.next);
  if (minute !== null && hour.next - index === 1) {
    return { hour: hour.value % 24, minute: minute.value, next: minute.next, form: "pair", half };
  }
  return { hour: hour.value % 24, minute: 0, next: hour.next, form: "bare", half };
}

/** "thirty", "oh five", "45", "fifteen"; a single figure is no minute. */
function minuteAt(words: readonly Word[], index: number): { value: number; next: number } | null {
  const text = words[index]?.text;
  if (text === undefined) return null;
  if (/^(?:oh|o|zero)$/.test(text)) {
    const digit = numberAt(words, index + 1);
    if (digit === null || digit.ordinal || digit.value > 9 || digit.value === 0) return null;
    return { value: digit.value, next: digit.next };
  }
  if (/^\d$/.test(text)) return null;
  const number = numberAt(words, index);
  if (number === null || number.ordinal || number.value > 59) return null;
  if (number.value < 10 && number.digits?.length !== 2) return null;
  return { value: number.value, next: number.next };
}
