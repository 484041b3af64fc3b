import { monthStart, weekdayBefore } from "./calendar.ts";
import { dayAt, dayPhrases } from "./day-at.ts";
import { monthWords, weekdayWords } from "./en/calendar-table.ts";
import { durationPhrases, durationUnits, intermittentPhrases } from "./en/durations-table.ts";
import { type Found, toReading } from "./found.ts";
import { lookUp } from "./numbers.ts";
import { phraseBook } from "./phrases.ts";
import { quantityAt } from "./quantity-at.ts";
import type { Circumstances, Reading, SpokenDuration } from "./understanding.ts";
import { dayContext } from "./when.ts";
import type { Word } from "./words.ts";
import { yearAt } from "./years.ts";

type Day = Temporal.PlainDate;

const phrases = phraseBook<string>(durationPhrases);
const intermittent = phraseBook<true>([[true, intermittentPhrases]]);

/**
 * Reads lengths of time: "for two days", "about a week and a half", "since Monday", "three hours". They are sure when a
 * duration was asked for or the words say so ("for", "since", "ago"), since "in three days" is a date.
 */
export function readDurations(plain: readonly Word[], circumstances: Circumstances): readonly Reading[] {
  const asked = circumstances.expectation.asked.includes("duration");
  const comesAndGoes = intermittent.find(plain).length > 0;
  const found: Found[] = [];
  let at = 0;
  while (at < plain.length) {
    const here = sinceAt(plain, at, circumstances) ?? lengthAt(plain, at, asked);
    if (here === null) {
      at += 1;
      continue;
    }
    found.push(asFound(here, comesAndGoes));
    at = here.next;
  }
  if (found.length === 0) found.push(...named(plain, comesAndGoes, asked));
  if (found.length === 0 && asked) found.push(...begunOn(plain, circumstances, comesAndGoes));
  return found.map((each) => toReading(plain, each));
}

/** "The day before yesterday", "Sunday" in answer to "how long?": since then. */
function begunOn(
  plain: readonly Word[],
  circumstances: Circumstances,
  comesAndGoes: boolean,
): readonly Found[] {
  const context = dayContext(circumstances);
  const dayBooks = dayPhrases(plain);
  for (let at = 0; at < plain.length; at += 1) {
    const day = dayAt(plain, at, context, dayBooks);
    if (day === null || day.next === at) continue;
    const { today } = context;
    const date = day.basis.kind === "weekday" ? weekdayBefore(today, day.basis.weekday) : day.date;
    if (Temporal.PlainDate.compare(date, today) >= 0) continue;
    return [
      asFound(
        { iso: isoSince(date, today), since: date, from: at, next: day.next, confidence: 0.7 },
        comesAndGoes,
      ),
    ];
  }
  return [];
}

interface Length {
  readonly iso: string;
  readonly since: Day | null;
  readonly from: number;
  readonly next: number;
  readonly confidence: number;
}

function asFound(length: Length, comesAndGoes: boolean): Found {
  const value: SpokenDuration = { iso: length.iso, since: length.since, intermittent: comesAndGoes };
  return {
    value: { kind: "duration", value },
    from: length.from,
    next: length.next,
    confidence: length.confidence,
  };
}

function named(plain: readonly Word[], comesAndGoes: boolean, asked: boolean): readonly Found[] {
  const best = [...phrases.find(plain)].sort((a, b) => b.to - b.from - (a.to - a.from))[0];
  if (best === undefined) return [];
  const confidence = asked ? 0.8 : 0.6;
  return [
    asFound({ iso: best.value, since: null, from: best.from, next: best.to, confidence }, comesAndGoes),
  ];
}

/** "Hold on a minute", "just a second", "give me five minutes" ask for a moment. */
function isPatience(plain: readonly Word[], index: number, { unit, amount }: UnitAmount): boolean {
  if (unit !== "TS" && unit !== "TM") return false;
  const before = `${plain[index - 2]?.text} ${plain[index - 1]?.text}`;
  return /(?:\bwait|(?:hold|hang) on|give me)$/.test(before) || (amount === 1 && /\bjust$/.test(before));
}

/** "two days", "a week and a half", "three or four days", "half an hour", "two years and three months". */
function lengthAt(plain: readonly Word[], index: number, asked: boolean): Length | null {
  const first = oneUnit(plain, index) ?? (asked ? lastUnit(plain, index) : null);
  if (first === null) return null;
  const before = plain[index - 1]?.text ?? "";
  const behind = plain[first.next]?.text ?? "";
  if (/^(?:from|after|before|later|out|away|hence)$/.test(behind)) return null;
  if (before === "in" && !asked) return null;
  if (/^(?:old)$/.test(behind)) return null;
  if (isPatience(plain, index, first)) return null;
  const and = plain[first.next]?.text === "and" ? oneUnit(plain, first.next + 1) : oneUnit(plain, first.next);
  const smaller = and !== null && and.unit !== first.unit ? and : null;
  const iso = isoOf(smaller === null ? [first] : [first, smaller]);
  if (iso === null) return null;
  const marked =
    /^(?:for|about|around|like|lasted|lasting|over|past|last|almost|nearly|than|least|good|roughly)$/.test(
      before,
    ) ||
    behind === "ago" ||
    behind === "now";
  const next = (smaller ?? first).next + (behind === "ago" || behind === "now" ? 1 : 0);
  return { iso, since: null, from: index, next, confidence: asked ? 0.95 : marked ? 0.75 : 0.45 };
}

interface UnitAmount {
  readonly amount: number;
  readonly unit: string;
  readonly next: number;
}

function oneUnit(plain: readonly Word[], index: number): UnitAmount | null {
  const quantity = quantityAt(plain, index) ?? articleAt(plain, index);
  if (quantity === null || quantity.value > 1000) return null;
  let next = quantity.next;
  let amount = quantity.value;
  // "three or four days", "three four days": the longer one, since it is never shorter than that.
  const or = plain[next]?.text === "or" || plain[next]?.text === "to" ? next + 1 : next;
  const second = or > next ? quantityAt(plain, or) : null;
  if (second !== null && second.value > amount) {
    amount = second.value;
    next = second.next;
  }
  if (/^(?:of|a|an|more|whole|full|solid|good|long|straight)$/.test(plain[next]?.text ?? "")) next += 1;
  const unit = lookUp(durationUnits, plain[next]?.text);
  // "half past 3 night" is a time: a night that is counted has a plural.
  if (unit === null || (plain[next]?.text === "night" && amount > 1)) return null;
  next += 1;
  if (
    plain[next]?.text === "and" &&
    /^(?:a|one)$/.test(plain[next + 1]?.text ?? "") &&
    plain[next + 2]?.text === "half"
  ) {
    return { amount: amount + 0.5, unit, next: next + 3 };
  }
  if (plain[next]?.text === "or" && /^(?:so|two|more)$/.test(plain[next + 1]?.text ?? "")) {
    const two = plain[next + 1]?.text === "two" && amount === 1;
    return { amount: two ? 2 : amount, unit, next: next + 2 };
  }
  return { amount, unit, next };
}

/** "for the past week", "over the last month": one of them. */
function lastUnit(plain: readonly Word[], index: number): UnitAmount | null {
  if (plain[index]?.text !== "the" || !/^(?:past|last)$/.test(plain[index + 1]?.text ?? "")) return null;
  const unit = lookUp(durationUnits, plain[index + 2]?.text);
  return unit === null ? null : { amount: 1, unit, next: index + 3 };
}

function articleAt(plain: readonly Word[], index: number): { value: number; next: number } | null {
  return /^(?:a|an|one)$/.test(plain[index]?.text ?? "") ? { value: 1, next: index + 1 } : null;
}

/** ISO 8601 with whole numbers: half a week is days, half a day is hours, half a year is months. */
function isoOf(parts: readonly UnitAmount[]): string | null {
  const total = { Y: 0, M: 0, W: 0, D: 0, TH: 0, TM: 0, TS: 0 };
  for (const { amount, unit } of parts) {
    const times = Number(/\d+$/.exec(unit)?.[0] ?? 1);
    const name = unit.replace(/\d+$/, "") as keyof typeof total;
    spread(total, name, amount * times);
  }
  const dayText = `${part(total.Y, "Y")}${part(total.M, "M")}${part(total.W, "W")}${part(total.D, "D")}`;
  const timeText = `${part(total.TH, "H")}${part(total.TM, "M")}${part(total.TS, "S")}`;
  if (dayText === "" && timeText === "") return null;
  return `P${dayText}${timeText === "" ? "" : `T${timeText}`}`;
}

function part(amount: number, letter: string): string {
  return amount === 0 ? "" : `${amount}${letter}`;
}

type Totals = { Y: number; M: number; W: number; D: number; TH: number; TM: number; TS: number };

function spread(total: Totals, name: keyof Totals, amount: number): void {
  const whole = Math.floor(amount);
  const rest = amount - whole;
  if (rest === 0) {
    total[name] += amount;
    return;
  }
  const finer: Partial<Record<keyof Totals, readonly [keyof Totals, number]>> = {
    Y: ["M", 12],
    M: ["W", 4],
    W: ["D", 7],
    D: ["TH", 24],
    TH: ["TM", 60],
    TM: ["TS", 60],
  };
  const [unit, size] = finer[name] ?? ["TS", 1];
  if (name === "W") {
    total.D += Math.round(amount * size);
    return;
  }
  total[name] += whole;
  total[unit] += Math.round(rest * size);
}

/** "since Monday", "since March", "since the 5th", "since 2019", "since yesterday", "started last Tuesday". */
function sinceAt(plain: readonly Word[], index: number, circumstances: Circumstances): Length | null {
  const lead = plain[index]?.text;
  if (lead !== "since" && lead !== "started" && lead !== "began") return null;
  let at = index + 1;
  while (
    /^(?:on|in|about|around|like|last|the|this|past|back|sometime|early|late|maybe)$/.test(
      plain[at]?.text ?? "",
    )
  )
    at += 1;
  const today = circumstances.reference.toPlainDate();
  const since = sinceDay(plain, at, index + 1, circumstances, today);
  if (since === null || Temporal.PlainDate.compare(since.date, today) > 0) return null;
  return {
    iso: isoSince(since.date, today),
    since: since.date,
    from: index,
    next: since.next,
    confidence: 0.9,
  };
}

function isoSince(since: Day, today: Day): string {
  const days = since.until(today).days;
  return days >= 60 ? monthsIso(since, today) : days === 0 ? "PT12H" : `P${days}D`;
}

function monthsIso(since: Day, today: Day): string {
  const span = since.until(today, { largestUnit: "year" });
  return `P${part(span.years, "Y")}${part(span.months, "M")}`;
}

function sinceDay(
  plain: readonly Word[],
  at: number,
  first: number,
  circumstances: Circumstances,
  today: Day,
): { date: Day; next: number } | null {
  const weekday = lookUp(weekdayWords, plain[at]?.text);
  if (weekday !== null) return { date: weekdayBefore(today, weekday), next: at + 1 };
  const found =
    dayAt(plain, first, dayContext(circumstances), dayPhrases(plain)) ??
    dayAt(plain, at, dayContext(circumstances), dayPhrases(plain));
  if (found !== null) {
    const isPast = Temporal.PlainDate.compare(found.date, today) <= 0;
    if (isPast) return { date: found.date, next: found.next };
    const step = found.basis.kind === "dayOfMonth" ? { months: 1 } : { years: 1 };
    return { date: found.date.subtract(step), next: found.next };
  }
  const month = lookUp(monthWords, plain[at]?.text);
  if (month !== null) {
    const said = yearAt(plain, at + 1);
    const year =
      said === null || said.short ? (month <= today.month ? today.year : today.year - 1) : said.year;
    const next = said === null || said.short ? at + 1 : said.next;
    return { date: monthStart(today).with({ year, month }), next };
  }
  const year = yearAt(plain, at);
  if (year !== null && !year.short && year.year <= today.year) {
    return { date: Temporal.PlainDate.from({ year: year.year, month: 1, day: 1 }), next: year.next };
  }
  if (/^(?:week|month|year)$/.test(plain[at]?.text ?? "")) {
    const unit =
      plain[at]?.text === "week" ? { days: 7 } : plain[at]?.text === "month" ? { months: 1 } : { years: 1 };
    return { date: today.subtract(unit), next: at + 1 };
  }
  return null;
}
