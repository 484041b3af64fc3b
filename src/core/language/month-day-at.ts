import { dayOf, nextDayOfMonth, nextMonthDay } from "./calendar.ts";
import { type DayContext, type DayFound, FIXED } from "./day-found.ts";
import { beforeNoDay, monthWords, notDayNouns } from "./en/calendar-table.ts";
import { afterTens } from "./en/day-agreement-table.ts";
import { tensWords } from "./en/numbers-table.ts";
import { isNumberWord, lookUp, numberAt } from "./numbers.ts";
import type { Word } from "./words.ts";
import { yearAt } from "./years.ts";

type Day = Temporal.PlainDate;

/** "March 5th", "march the fifth", "march five", with or without a year. */
export function monthThenDay(words: readonly Word[], index: number, context: DayContext): DayFound | null {
  const month = lookUp(monthWords, words[index]?.text);
  if (month === null) return null;
  let at = index + 1;
  if (words[at]?.text === "the") at += 1;
  if (words[at]?.text === "on" && words[at + 1]?.text === "the") at += 2;
  const day = dayNumberAt(words, at);
  if (day === null) return null;
  // "may 1 come in": a modal, not a month; "march 3 pm" has lost its day.
  if (!day.ordinal && /^(?:am|pm|a|p|oclock|:)$/.test(words[day.next]?.text ?? "")) return null;
  const found = withYear(words, { month, day: day.value, from: index, next: day.next }, context);
  return found !== null && endsInTens(words, day.next) ? cutOff(found) : found;
}

/** "march twenty um": the ordinal that belongs to it was not understood. */
function endsInTens(words: readonly Word[], next: number): boolean {
  const behind = words[next];
  if (lookUp(tensWords, words[next - 1]?.text) === null || behind === undefined || words[next - 1]?.pause)
    return false;
  const year = yearAt(words, next);
  if (afterTens.has(behind.text) || (year !== null && !year.short)) return false;
  // "march twenty ten thirty" goes on with a time; no time begins with "thirty" or "fourth".
  const number = numberAt(words, next);
  return number === null || number.ordinal || number.value >= 20;
}

/** Half of a number was heard. */
function cutOff(found: DayFound): DayFound {
  return { ...found, confidence: Math.min(0.5, found.confidence) };
}

/** "5th of March", "the fifth of march", "5 March", "the second of the tenth". */
export function dayThenMonth(words: readonly Word[], index: number, context: DayContext): DayFound | null {
  let at = index;
  if (words[at]?.text === "the") at += 1;
  const day = dayNumberAt(words, at);
  if (day === null) return null;
  at = day.next;
  if (words[at]?.text === "day") at += 1;
  const of = words[at]?.text === "of" || words[at]?.text === "in";
  if (of) at += 1;
  if (of && words[at]?.text === "the" && context.dayFirst) {
    const number = numberAt(words, at + 1);
    if (number?.ordinal && number.value <= 12) {
      return withYear(
        words,
        { month: number.value, day: day.value, from: index, next: number.next },
        context,
      );
    }
  }
  const month = lookUp(monthWords, words[at]?.text);
  if (month === null) return null;
  if (
    !of &&
    !day.ordinal &&
    words[at]?.text === "may" &&
    /^(?:i|we|you|be|not)$/.test(words[at + 1]?.text ?? "")
  )
    return null;
  const found = withYear(words, { month, day: day.value, from: index, next: at + 1 }, context);
  return found !== null && lookUp(tensWords, words[index - 1]?.text) !== null ? cutOff(found) : found;
}

function dayNumberAt(
  words: readonly Word[],
  index: number,
): { value: number; next: number; ordinal: boolean } | null {
  const number = numberAt(words, index);
  if (number === null || number.value < 1 || number.value > 31 || number.next - index > 2) return null;
  return number;
}

interface MonthDay {
  readonly month: number;
  readonly day: number;
  readonly from: number;
  readonly next: number;
}

function withYear(words: readonly Word[], said: MonthDay, context: DayContext): DayFound | null {
  const of = words[said.next]?.text === "of" || words[said.next]?.text === "in" ? 1 : 0;
  const year = yearAt(words, said.next + of);
  if (year !== null && !year.short && Math.abs(year.year - context.today.year) < 120) {
    const date = dayOf(year.year, said.month, said.day);
    return date === null ? null : { date, from: said.from, next: year.next, confidence: 0.98, basis: FIXED };
  }
  const two = `${words[said.next]?.text} ${words[said.next + 1]?.text}`;
  const shift = two === "this year" ? 0 : two === "next year" ? 1 : two === "last year" ? -1 : null;
  if (shift !== null) {
    const date = dayOf(context.today.year + shift, said.month, said.day);
    return date === null
      ? null
      : { date, from: said.from, next: said.next + 2, confidence: 0.95, basis: FIXED };
  }
  const date = nextMonthDay(context.today, said.month, said.day);
  if (date === null) return null;
  // Most of a year ahead is more often a slip, or a day that has just gone by.
  const far = context.today.until(date).days > 300;
  return { date, from: said.from, next: said.next, confidence: far ? 0.6 : 0.97, basis: FIXED };
}

const WRITTEN = /^(\d{1,2})([/.-])(\d{1,2})(?:\2(\d{2}|\d{4}))?$/;
const ISO = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/;

/** "3/5", "3/5/2026", "03-05-26", "2026-03-05"; "3.5" only with a year. */
export function writtenDay(words: readonly Word[], index: number, context: DayContext): DayFound | null {
  const text = words[index]?.text ?? "";
  const iso = ISO.exec(text);
  if (iso !== null) {
    const date = dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
    return date === null ? null : { date, from: index, next: index + 1, confidence: 0.98, basis: FIXED };
  }
  const match = WRITTEN.exec(text);
  if (match === null) return null;
  const year = match[4];
  if (year === undefined && match[2] !== "/" && !(match[2] === "-" && context.asked)) return null;
  const [first, second] = [Number(match[1]), Number(match[3])];
  const dayFirst = (context.dayFirst && second <= 12) || first > 12;
  const [month, day] = dayFirst ? [second, first] : [first, second];
  if (year === undefined) {
    const date = nextMonthDay(context.today, month, day);
    return date === null ? null : { date, from: index, next: index + 1, confidence: 0.9, basis: FIXED };
  }
  const fullYear =
    year.length === 4 ? Number(year) : Math.floor(context.today.year / 100) * 100 + Number(year);
  const date = dayOf(fullYear, month, day);
  return date === null ? null : { date, from: index, next: index + 1, confidence: 0.95, basis: FIXED };
}

const FIGURES_END = /^(?:please|thanks|thank|works|would|is|if|maybe|if|sounds|for|or|and)$/;

/** "three five", "twelve slash twenty five" in answer to "which day?": month and day, each as a figure of its own. */
export function spokenFigures(words: readonly Word[], index: number, context: DayContext): DayFound | null {
  if (!context.onlyAsked || context.choices || isNumberWord(words[index - 1]?.text ?? "")) return null;
  const first = figureAt(words, index);
  if (first === null) return null;
  const slash = /^(?:slash|dash|stroke)$/.test(words[first.next]?.text ?? "");
  const second = figureAt(words, first.next + (slash ? 1 : 0));
  if (second === null || !FIGURES_END.test(words[second.next]?.text ?? "please")) return null;
  const [month, day] = context.dayFirst ? [second.value, first.value] : [first.value, second.value];
  const date = nextMonthDay(context.today, month, day);
  if (date === null) return null;
  // "Three thirty" is a time of day to most.
  const confidence = slash ? 0.9 : second.value >= 10 ? 0.5 : 0.75;
  return { date, from: index, next: second.next, confidence, basis: FIXED };
}

/** A number below 32, said as a word or as "oh five". */
function figureAt(words: readonly Word[], index: number): { value: number; next: number } | null {
  const oh = /^(?:o|oh|zero)$/.test(words[index]?.text ?? "") ? 1 : 0;
  const number = numberAt(words, index + oh);
  if (number === null || number.ordinal || number.value < 1 || number.value > 31) return null;
  return oh === 1 && number.value > 9 ? null : number;
}

/** "the 14th please", "on the twenty third", "the 5th of this month", "the second of next month". */
export function ordinalAlone(words: readonly Word[], index: number, context: DayContext): DayFound | null {
  const article = words[index]?.text === "the";
  const at = article ? index + 1 : index;
  const day = dayNumberAt(words, at);
  if (day === null) return null;
  // "thirty second" and "February thirtieth" are no days; their second halves are none either.
  const cutOff = words[at - 1]?.text;
  if (lookUp(tensWords, cutOff) !== null || lookUp(monthWords, cutOff) !== null) return null;
  if (!day.ordinal) return bareDay(words, { index, day, article }, context);
  const month = monthBehind(words, day.next, context);
  if (month !== null) return ordinalOfMonth(index, day.value, month, context);
  const behind = words[day.next]?.text ?? "";
  // "the first two" counts things; "the twelfth two thirty" is a day and a time.
  const counts = notDayNouns.includes(behind) && (day.value <= 3 || !isNumberWord(behind));
  if (counts && !words[day.next - 1]?.pause) return null;
  if (behind === "and" && /^(?:last|middle|second|foremost)$/.test(words[day.next + 1]?.text ?? ""))
    return null;
  const before = words[index - 1]?.text ?? "";
  const led =
    /^(?:on|for|by|until|till|from|before|after|or|and|through|to|make|about|than|date|is|it|around)$/.test(
      before,
    );
  // "Wait a second", "my second job".
  if (!article && beforeNoDay.has(before)) return null;
  const figure = /^\d/.test(words[at]?.text ?? "");
  const small = !figure && day.value <= 3 && day.next - at === 1;
  if (!article && !figure && !led && !context.asked) return null;
  if (small && !context.asked && !(article && led)) return null;
  if (small && context.choices) return null;
  const date = nextDayOfMonth(context.today, day.value);
  if (date === null) return null;
  const confidence = article || led ? 0.9 : context.asked ? 0.85 : 0.7;
  return { date, from: index, next: day.next, confidence, basis: { kind: "dayOfMonth", day: day.value } };
}

/** "The 5th of the month" that has gone by is the next month's; that of "this month" stays gone, which is worth asking about. */
function ordinalOfMonth(
  from: number,
  day: number,
  { first, named, next }: MonthBehind,
  { today }: DayContext,
): DayFound | null {
  const date = dayOf(first.year, first.month, day);
  if (date === null) return null;
  const isPast = Temporal.PlainDate.compare(date, today) < 0;
  const coming = isPast && !named ? nextDayOfMonth(today, day) : null;
  if (coming !== null) return { date: coming, from, next, confidence: 0.85, basis: FIXED };
  return { date, from, next, confidence: isPast ? 0.4 : 0.95, basis: FIXED };
}

interface BareNumber {
  readonly index: number;
  readonly day: { readonly value: number; readonly next: number };
  readonly article: boolean;
}

/** "5" or "the 5" as the whole answer to "which day?": weak, since it is no usual way to say it. */
function bareDay(words: readonly Word[], said: BareNumber, context: DayContext): DayFound | null {
  const { index, day, article } = said;
  if (!context.onlyAsked || context.choices) return null;
  const behind = words[day.next]?.text ?? "please";
  const before = words[index - 1]?.text ?? "on";
  if (!/^(?:please|thanks|thank|works|would|is|if|maybe)$/.test(behind)) return null;
  if (!article && !/^(?:on|for|say|maybe)$/.test(before)) return null;
  const date = nextDayOfMonth(context.today, day.value);
  if (date === null) return null;
  return {
    date,
    from: index,
    next: day.next,
    confidence: 0.5,
    basis: { kind: "dayOfMonth", day: day.value },
  };
}

interface MonthBehind {
  readonly first: Day;
  readonly next: number;
  /** It was said which month. */
  readonly named: boolean;
}

/** "of this month", "of next month", "of the month", "next month". */
function monthBehind(words: readonly Word[], index: number, context: DayContext): MonthBehind | null {
  let at = index;
  const of = words[at]?.text === "of" || words[at]?.text === "in";
  if (of) at += 1;
  if (words[at]?.text === "the" && of) at += 1;
  const which = words[at]?.text;
  const first = context.today.with({ day: 1 });
  if (of && which === "month") return { first, next: at + 1, named: false };
  if (words[at + 1]?.text !== "month") return null;
  if (which === "this" || which === "current" || which === "same")
    return { first, next: at + 2, named: true };
  if (which === "next" || which === "following" || which === "coming")
    return { first: first.add({ months: 1 }), next: at + 2, named: true };
  return null;
}
