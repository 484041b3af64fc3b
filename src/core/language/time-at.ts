import { type Clock, clockAt, type Half } from "./clock-at.ts";
import { weekdayWords } from "./en/calendar-table.ts";
import { countedOf, type DayPart, dayParts } from "./en/times-table.ts";
import { isNumberWord, lookUp, numberAt } from "./numbers.ts";
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

const LEADS =
  /^(?:at|by|around|about|before|after|until|till|til|from|between|past|approximately|roughly|near|toward|towards|like|say|@|circa|than)$/;
const WEAK_LEADS =
  /^(?:for|to|and|or|either|both|is|it|make|on|do|does|be|at|time|only|maybe|probably|then|not|no|prefer|want|choose|pick|take|actually|instead|mean|meant|rather|say|okay|ok|afternoon|morning|evening|night|sorry|set|works|appointment|available|well|so|yeah|yes|sure|o)$/;

/** Reads the time of day that begins at `index`, or null. `strong` lets a bare hour count, as behind "between". */
export function timeAt(
  words: readonly Word[],
  index: number,
  context: TimeContext,
  strong = false,
): TimeFound | null {
  if (!mayBegin(words[index]?.text ?? "")) return null;
  const lead = leadingPart(words, index);
  const start = skipAbout(words, lead?.next ?? index);
  const clock = clockAt(words, start.next);
  if (clock === null) return null;
  const tail = tailAt(words, clock.next);
  const half = clock.half ?? tail.half ?? lead?.part ?? null;
  if (counts(words, clock) || isPronoun(words, start.next, clock, tail, context)) return null;
  // A bare "fifteen" has no other half of the day, which makes it no time yet.
  const counted = half === "24" && clock.form === "bare";
  const marked = (half !== null && !counted) || tail.oclock || tail.about;
  const before = words[index - 1]?.text ?? "";
  const made = /^(?:make|made|do|push|move)$/.test(words[index - 2]?.text ?? "");
  const compared = /^(?:later|earlier|sooner)$/.test(words[index - 2]?.text ?? "");
  if (!acceptable(words, clock, { ...tail, marked, before, strong, compared, made }, context)) return null;
  const placed = place(clock, half, context);
  if (placed === null) return null;
  const confidence = Math.min(
    placed.confidence,
    contradicts(clock, tail.half) ? 0.5 : 1,
    formConfidence(clock, marked || strong || LEADS.test(before) || context.asked),
  );
  return { ...placed, from: index, next: tail.next, confidence, about: start.about || tail.about };
}

/** "fifteen p.m.", "twenty twelve in the morning": nobody adds that to an hour past noon, so that a word was lost. */
function contradicts(clock: Clock, half: Half | null): boolean {
  if (half === null || clock.hour <= 12 || clock.form === "clock") return false;
  return clock.form === "bare" || half === "am" || half === "morning";
}

const LEADING = new Set(
  "a the in this at around about approximately roughly like exactly say half quarter quater noon midday midnight noontime".split(
    " ",
  ),
);

/** Most words begin no time; this tells them apart before anything is tried. */
function mayBegin(text: string): boolean {
  return LEADING.has(text) || isNumberWord(text) || lookUp(dayParts, text) !== null;
}

/** "One of my crowns", "two of us" count, but "ten of nine" is a time. */
function counts(words: readonly Word[], clock: Clock): boolean {
  if (clock.form !== "bare" || words[clock.next]?.text !== "of") return false;
  return countedOf.has(words[clock.next + 1]?.text ?? "");
}

/** "the one in the morning", "that one": one of several things and no hour. */
function isPronoun(
  words: readonly Word[],
  index: number,
  clock: Clock,
  tail: Tail,
  context: TimeContext,
): boolean {
  if (words[index]?.text !== "one" || clock.form !== "bare" || tail.oclock) return false;
  if (tail.half === "am" || tail.half === "pm") return false;
  const about = `${words[index - 2]?.text} ${words[index - 1]?.text}`;
  if (!context.asked && /^(?:how|what) about$/.test(about)) return true;
  if (lookUp(dayParts, words[index - 1]?.text) !== null) return words[index - 2]?.text === "the";
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
  if (/^(?:am|a\.m)$/.test(text)) return { half: "am", next: index + 1 };
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
  /** "later than", "earlier than". */
  readonly compared: boolean;
  /** "make it four". */
  readonly made: boolean;
}

const BEHIND_BARE =
  /^(?:on|in|at|please|or|and|to|till|until|today|tomorrow|works|work|would|is|if|then|instead|thanks|thank|but|this|next|the|for|through|of|sounds|should|will|monday|tuesday|wednesday|thursday|friday|saturday|sunday|i|that|maybe|available|open|good|can|could|your|my|okay|ok|if|so|because|since|as|with|when|also|again|no|wait|sorry|actually|onwards|onward|are|there|its|it|a|appointment|preferably|would|fine|best|great|perfect)$/;

function acceptable(words: readonly Word[], clock: Clock, support: Support, context: TimeContext): boolean {
  if (clock.form === "clock") return true;
  if (support.marked) return clock.hour <= 23;
  const behind = words[support.next];
  const limits = `${behind?.text} ${words[support.next + 1]?.text}`;
  if (/^(?:or|and) (?:later|earlier|after|before|sooner)$/.test(limits)) return true;
  if (support.strong) return true;
  // "2026" behind a day is a year.
  if (clock.form === "pair" && !context.asked && /^(?:19|20)\d\d$/.test(words[support.next - 1]?.text ?? ""))
    return false;
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
  if (clock.hour > 12) {
    const opens = support.before === "" || LEADS.test(support.before) || WEAK_LEADS.test(support.before);
    return support.before === "at" || (context.asked && opens);
  }
  if (support.before === "like" || support.before === "than") return context.asked || support.compared;
  if (LEADS.test(support.before)) return true;
  const opens = support.before === "" || WEAK_LEADS.test(support.before);
  if (support.before === "it" && support.made) return true;
  return context.asked && (opens || lookUp(weekdayWords, support.before) !== null);
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
