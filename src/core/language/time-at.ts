import { type DayPart, dayParts } from "./en/times-table.ts";
import { lookUp, numberAt } from "./numbers.ts";
import type { Word } from "./words.ts";

/** What decides an hour that has no a.m. or p.m. and how free the parser is. All in minutes since midnight. */
export interface TimeContext {
  readonly asked: boolean;
  /** A bare number may be a number of something on offer. */
  readonly choices: boolean;
  readonly opening: { readonly from: number; readonly to: number } | null;
  /** A part of the day named elsewhere: "in the evening … around six". */
  readonly part: DayPart | null;
}

export interface TimeFound {
  /** Minutes since midnight. */
  readonly minutes: number;
  readonly from: number;
  readonly next: number;
  readonly confidence: number;
  /** a.m. or p.m. was said, or the hour leaves no doubt. */
  readonly sure: boolean;
  /** "around four", "ish". */
  readonly about: boolean;
}

/** An hour and minute as said, before it is known which half of the day it lies in. */
interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly next: number;
  /** `clock` cannot be anything but a time; `pair` is two numbers; `bare` is one number. */
  readonly form: "clock" | "pair" | "bare";
  readonly half: Half | null;
}

type Half = "am" | "pm" | "noon" | "midnight" | "24" | DayPart;

const LEADS =
  /^(?:at|by|around|about|before|after|until|till|til|from|between|past|approximately|roughly|near|toward|towards|like|say|@|circa|than)$/;
const WEAK_LEADS =
  /^(?:for|to|and|or|is|it|make|on|do|be|say|at|time|only|maybe|probably|then|not|no|prefer|want|choose|pick|take|actually|instead|okay|ok|afternoon|morning|evening|night|sorry|set|works|appointment|available|o)$/;

/** Reads the time of day that begins at `index`, or null. `strong` lets a bare hour count, as behind "between". */
export function timeAt(
  words: readonly Word[],
  index: number,
  context: TimeContext,
  strong = false,
): TimeFound | null {
  const lead = leadingPart(words, index);
  const start = skipAbout(words, lead?.next ?? index);
  const clock = clockAt(words, start.next);
  if (clock === null) return null;
  const tail = tailAt(words, clock.next);
  const half = clock.half ?? tail.half ?? lead?.part ?? null;
  if (isPronoun(words, index, clock, tail)) return null;
  const marked = half !== null || tail.oclock || tail.about;
  const before = words[index - 1]?.text ?? "";
  if (!acceptable(words, clock, { ...tail, marked, before, strong, about: start.about }, context))
    return null;
  const placed = place(clock, half, context);
  if (placed === null) return null;
  const confidence = Math.min(
    placed.confidence,
    formConfidence(clock, marked || strong || LEADS.test(before) || context.asked),
  );
  return { ...placed, from: index, next: tail.next, confidence, about: start.about || tail.about };
}

/** "the one in the morning", "that one": one of several things and no hour. */
function isPronoun(words: readonly Word[], index: number, clock: Clock, tail: Tail): boolean {
  if (words[index]?.text !== "one" || clock.form !== "bare" || tail.oclock) return false;
  if (tail.half === "am" || tail.half === "pm") return false;
  return /^(?:the|that|this|which|any|another|first|last|other|no)$/.test(words[index - 1]?.text ?? "");
}

function formConfidence(clock: Clock, supported: boolean): number {
  if (clock.form === "clock") return 0.97;
  return supported ? 0.93 : 0.6;
}

/** "evening 4:30", "in the afternoon at 1", "afternoon 12". */
function leadingPart(words: readonly Word[], index: number): { part: DayPart; next: number } | null {
  let at = index;
  if (words[at]?.text === "in" || words[at]?.text === "this" || words[at]?.text === "at") at += 1;
  if (words[at]?.text === "the") at += 1;
  const part = lookUp(dayParts, words[at]?.text);
  if (part === null) return null;
  at += 1;
  if (words[at - 1]?.pause && words[at - 1]?.text !== undefined && !/^\d/.test(words[at]?.text ?? ""))
    return null;
  if (/^(?:at|around|about|like|by|say|for|time)$/.test(words[at]?.text ?? "")) at += 1;
  return { part, next: at };
}

function skipAbout(words: readonly Word[], index: number): { next: number; about: boolean } {
  let at = index;
  while (/^(?:around|about|approximately|roughly|like|exactly|say)$/.test(words[at]?.text ?? "")) at += 1;
  return { next: at, about: at > index && words[at - 1]?.text !== "exactly" };
}

const CLOCK_FIGURES = /^(\d{1,2})[:.](\d{2})([ap])?\.?m?$/;
const JOINED_HALF = /^(\d{1,2})(\d{2})?([ap])\.?m?$/;
const COMPACT = /^([01]?\d|2[0-3])([0-5]\d)$/;

function clockAt(words: readonly Word[], index: number): Clock | null {
  const text = words[index]?.text;
  if (text === undefined) return null;
  return (
    namedTime(words, index) ??
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
  if (name === "noon" || (name === "midday" && twelve === 0) || name === "noontime") {
    return { hour: 12, minute: 0, next: index + twelve + 1, form: "clock", half: "noon" };
  }
  if (name === "midnight")
    return { hour: 0, minute: 0, next: index + twelve + 1, form: "clock", half: "midnight" };
  return null;
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
  const number = numberAt(words, index);
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

interface Tail {
  readonly next: number;
  readonly half: Half | null;
  readonly oclock: boolean;
  readonly about: boolean;
}

/** What may stand behind a time: "o'clock", "ish", "sharp", "p m", "in the afternoon", "at night". */
function tailAt(words: readonly Word[], index: number): Tail {
  let at = index;
  let half: Half | null = null;
  let oclock = false;
  let about = false;
  for (;;) {
    const text = words[at]?.text ?? "";
    const following = words[at + 1]?.text ?? "";
    if (text === "oclock" || text === "o'clock") {
      oclock = true;
      at += 1;
    } else if (/^(?:o|oh)$/.test(text) && /^(?:clock|clocks)$/.test(following)) {
      oclock = true;
      at += 2;
    } else if (/^(?:ish|-ish|sharp|exactly|prompt|hours|hundred|hrs)$/.test(text)) {
      about ||= /ish/.test(text);
      oclock ||= text !== "hours" || at > index;
      at += 1;
    } else if (text === "or" && following === "so") {
      about = true;
      at += 2;
    } else if (text === "on" && following === "the" && words[at + 2]?.text === "dot") {
      oclock = true;
      at += 3;
    } else {
      const found: { half: Half; next: number } | null = half === null ? halfAt(words, at) : null;
      if (found === null) return { next: at, half, oclock, about };
      half = found.half;
      at = found.next;
    }
  }
}

function halfAt(words: readonly Word[], index: number): { half: Half; next: number } | null {
  const text = words[index]?.text ?? "";
  const following = words[index + 1]?.text ?? "";
  if (/^(?:am|a\.m)$/.test(text)) return following === "i" ? null : { half: "am", next: index + 1 };
  if (/^(?:pm|p\.m)$/.test(text)) return { half: "pm", next: index + 1 };
  if (/^[ap]$/.test(text) && /^(?:m|em)$/.test(following))
    return { half: text === "a" ? "am" : "pm", next: index + 2 };
  if (text === "noon" || text === "midnight") return { half: text, next: index + 1 };
  let at = index;
  if (/^(?:in|at|this|of|during)$/.test(text)) at += 1;
  if (words[at]?.text === "the") at += 1;
  if (words[at]?.text === "early" || words[at]?.text === "late") at += 1;
  const part = lookUp(dayParts, words[at]?.text);
  if (part === null) return null;
  // "5 today afternoon" is seen; "5 evening 6" is left alone, since the part belongs to what follows.
  if (numberAt(words, at + 1)?.ordinal === false && !words[at]?.pause) return null;
  return { half: part, next: at + 1 };
}

interface Support extends Tail {
  readonly marked: boolean;
  readonly before: string;
  readonly strong: boolean;
}

const BEHIND_BARE =
  /^(?:on|in|at|please|or|and|to|till|until|today|tomorrow|works|work|would|is|if|then|instead|thanks|thank|but|this|next|the|for|through|of|sounds|should|will|monday|tuesday|wednesday|thursday|friday|saturday|sunday|i|that|maybe|available|open|good|can|could|your|my|okay|ok|if|so|because|since|as|with|when|also|again|no|wait|sorry|actually|onwards|onward|are|there|its|it|a|appointment|preferably|would|fine|best|great|perfect)$/;

function acceptable(words: readonly Word[], clock: Clock, support: Support, context: TimeContext): boolean {
  if (clock.form === "clock") return true;
  if (support.marked) return clock.hour <= 23;
  const behind = words[support.next];
  if (support.strong) return true;
  if (clock.form === "pair") {
    return (
      context.asked || LEADS.test(support.before) || WEAK_LEADS.test(support.before) || clock.minute % 5 === 0
    );
  }
  if (clock.hour === 0) return false;
  if (context.choices && !LEADS.test(support.before)) return false;
  const closed =
    behind === undefined || words[support.next - 1]?.pause === true || BEHIND_BARE.test(behind.text);
  if (!closed) return false;
  if (LEADS.test(support.before))
    return support.before !== "like" && support.before !== "than" ? true : context.asked;
  if (clock.hour > 12) return false;
  return context.asked && (support.before === "" || WEAK_LEADS.test(support.before));
}

interface Placed {
  readonly minutes: number;
  readonly confidence: number;
  readonly sure: boolean;
}

/** Decides the half of the day. */
function place(clock: Clock, half: Half | null, context: TimeContext): Placed | null {
  const { hour, minute } = clock;
  if (hour > 23) return null;
  const sure = (h: number): Placed => ({ minutes: (h % 24) * 60 + minute, confidence: 0.99, sure: true });
  switch (half) {
    case "24":
      return sure(hour);
    case "noon":
      return sure(12);
    case "midnight":
      return sure(0);
    case "am":
      return sure(hour === 12 ? 0 : hour);
    case "pm":
      return sure(hour < 12 ? hour + 12 : hour);
    case null:
      return inferred(hour, minute, context);
    default:
      return inPart(hour, minute, half);
  }
}

function inPart(hour: number, minute: number, part: DayPart): Placed {
  const sure = (h: number, confidence = 0.97): Placed => ({
    minutes: (h % 24) * 60 + minute,
    confidence,
    sure: true,
  });
  if (hour > 12 || hour === 0) return sure(hour);
  switch (part) {
    case "morning":
      return hour === 12 ? sure(0, 0.5) : sure(hour);
    case "afternoon":
      return hour === 12 ? sure(12) : hour >= 10 ? sure(hour, 0.4) : sure(hour + 12);
    case "evening":
      return hour === 12 ? sure(0, 0.5) : sure(hour + 12);
    case "night":
      return hour === 12 ? sure(0, 0.7) : hour < 5 ? sure(hour, 0.6) : sure(hour + 12);
  }
}

/** Without a.m. or p.m.: the part of the day named elsewhere, then the opening hours, then habit. */
function inferred(hour: number, minute: number, context: TimeContext): Placed {
  if (context.part !== null) return { ...inPart(hour, minute, context.part), confidence: 0.9, sure: false };
  const morning = (hour % 12) * 60 + minute;
  const evening = morning + 12 * 60;
  const opening = context.opening;
  if (opening !== null) {
    const inMorning = morning >= opening.from && morning < opening.to;
    const inEvening = evening >= opening.from && evening < opening.to;
    if (inMorning !== inEvening)
      return { minutes: inMorning ? morning : evening, confidence: 0.93, sure: false };
  }
  const likely = hour >= 7 && hour < 12 ? morning : evening;
  return { minutes: likely, confidence: opening === null ? 0.8 : 0.55, sure: false };
}
