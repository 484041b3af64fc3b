import { type Clock, clockAt, type Half } from "./clock-at.ts";
import { weekdayWords } from "./en/calendar-table.ts";
import {
  behindHours,
  countedOf,
  type DayPart,
  dayParts,
  timeBeginnings,
  timeLeads,
  weakTimeLeads,
} from "./en/times-table.ts";
import { isNumberWord, lookUp } from "./numbers.ts";
import type { TimeContext } from "./time-context.ts";
import { place } from "./time-place.ts";
import { type Tail, tailAt } from "./time-tail.ts";
import type { Word } from "./words.ts";

export interface TimeFound {
  /** Minutes since midnight. */
  readonly minutes: number;
  readonly from: number;
  readonly next: number;
  readonly confidence: number;
  /** a.m. or p.m. was said, or the hour leaves no doubt. */
  readonly sure: boolean;
}

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
  const clock = clockAt(words, start);
  if (clock === null) return null;
  const tail = tailAt(words, clock.next);
  const half = clock.half ?? tail.half ?? lead?.part ?? null;
  if (counts(words, clock) || isPronoun(words, start, clock, tail, context)) return null;
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
    formConfidence(clock, marked || strong || timeLeads.has(before) || context.asked),
  );
  return { ...placed, from: index, next: tail.next, confidence };
}

/** "fifteen p.m.", "twenty twelve in the morning": nobody adds that to an hour past noon, so that a word was lost. */
function contradicts(clock: Clock, half: Half | null): boolean {
  if (half === null || clock.hour <= 12 || clock.form === "clock") return false;
  return clock.form === "bare" || half === "am" || half === "morning";
}

/** Most words begin no time; this tells them apart before anything is tried. */
function mayBegin(text: string): boolean {
  return timeBeginnings.has(text) || isNumberWord(text) || lookUp(dayParts, text) !== null;
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
  if (words[at - 1]?.pause && !/^\d/.test(words[at]?.text ?? "")) return null;
  if (/^(?:at|around|about|like|by|say|for|time)$/.test(words[at]?.text ?? "")) at += 1;
  return { part, next: at };
}

/** Where what "around", "exactly" and the like are said of begins. */
function skipAbout(words: readonly Word[], index: number): number {
  let at = index;
  while (/^(?:around|about|approximately|roughly|like|exactly|say)$/.test(words[at]?.text ?? "")) at += 1;
  return at;
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

/** Whether what stands around lets it be a time at all. */
function acceptable(words: readonly Word[], clock: Clock, support: Support, context: TimeContext): boolean {
  if (clock.form === "clock") return true;
  if (support.marked) return clock.hour <= 23;
  const behind = `${words[support.next]?.text} ${words[support.next + 1]?.text}`;
  if (support.strong || /^(?:or|and) (?:later|earlier|after|before|sooner)$/.test(behind)) return true;
  return clock.form === "pair"
    ? isPairOfTime(words, clock, support, context)
    : isBareHour(words, clock, support, context);
}

function isPairOfTime(
  words: readonly Word[],
  { minute }: Clock,
  { before, next }: Support,
  { asked }: TimeContext,
): boolean {
  if (asked) return true;
  // "2026" behind a day is a year.
  if (/^(?:19|20)\d\d$/.test(words[next - 1]?.text ?? "")) return false;
  return timeLeads.has(before) || weakTimeLeads.has(before) || minute % 5 === 0;
}

function isBareHour(
  words: readonly Word[],
  { hour }: Clock,
  { before, next, compared, made }: Support,
  { asked, choices }: TimeContext,
): boolean {
  if (hour === 0 || (choices && !timeLeads.has(before))) return false;
  const behind = words[next];
  const closed = behind === undefined || words[next - 1]?.pause === true || behindHours.has(behind.text);
  if (!closed) return false;
  const opens = before === "" || weakTimeLeads.has(before);
  if (hour > 12) return before === "at" || (asked && (opens || timeLeads.has(before)));
  if (before === "like" || before === "than") return asked || compared;
  if (timeLeads.has(before) || (before === "it" && made)) return true;
  return asked && (opens || lookUp(weekdayWords, before) !== null);
}
