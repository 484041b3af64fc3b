import { dayOf } from "./calendar.ts";
import {
  birthFillers,
  birthPhrases,
  countedThings,
  misheardMonths,
  misheardOrdinals,
} from "./en/birth-date-table.ts";
import { monthWords } from "./en/calendar-table.ts";
import { dayFirstZones } from "./en/zones-table.ts";
import { lookUp, numberAt } from "./numbers.ts";
import { phraseBook } from "./phrases.ts";
import { plainWords } from "./plain-words.ts";
import type { Circumstances, Heard, Reading } from "./understanding.ts";
import { splitWords, type Word } from "./words.ts";
import { birthCentury } from "./years.ts";

type Day = Temporal.PlainDate;

/** A part of a spoken date: a month by name, or figures. */
type Part =
  | { readonly kind: "month"; readonly month: number; readonly at: number }
  | { readonly kind: "figures"; readonly digits: string; readonly ordinal: boolean; readonly at: number };

interface BirthDate {
  readonly date: Day;
  readonly confidence: number;
  readonly from: number;
  readonly next: number;
}

const announced = phraseBook<true>([[true, birthPhrases]]);
const OLDEST_YEARS = 125;

/**
 * Reads a date of birth when one was asked for or is announced ("born on …"). It lies in the past, so "eighty two" is a
 * year. Other hypotheses of the recognizer are looked at when the best one is no date.
 */
export function readBirthDates(
  words: readonly Word[],
  circumstances: Circumstances,
  heard: Heard,
): readonly Reading[] {
  const { asked, also } = circumstances.expectation;
  const wanted = asked.includes("dateOfBirth");
  const plain = plainWords(words);
  if (!wanted && !also.includes("dateOfBirth") && announced.find(plain).length === 0) return [];
  const best = birthDateIn(plain, circumstances, false);
  if (best !== null && (best.confidence >= SURE || !wanted)) return [toReading(plain, best)];
  const other = wanted ? likeliest(heard, circumstances) : null;
  if (other === null || (best !== null && other.confidence <= best.confidence + 0.1)) {
    return best === null ? [] : [toReading(plain, best)];
  }
  const span = { start: words[0]?.start ?? 0, end: words.at(-1)?.end ?? 0 };
  return [{ kind: "dateOfBirth", value: other.date, span, confidence: Math.min(0.5, other.confidence) }];
}

const SURE = 0.9;
const MOST_ALTERNATIVES = 8;

/** The surest date in all hypotheses; words that only sound like a date count when nothing else is there. */
function likeliest(heard: Heard, circumstances: Circumstances): BirthDate | null {
  const texts = [heard.text, ...heard.alternatives.filter((text) => text !== heard.text)].slice(
    0,
    MOST_ALTERNATIVES,
  );
  for (const lenient of [false, true]) {
    let best: BirthDate | null = null;
    for (const text of texts) {
      const found = birthDateIn(plainWords(splitWords(text)), circumstances, lenient);
      // Hypotheses come best first, so that a later one must be clearly surer.
      if (found !== null && found.confidence > (best?.confidence ?? 0) + 0.05) best = found;
    }
    if (best !== null) return best;
  }
  return null;
}

function toReading(plain: readonly Word[], found: BirthDate): Reading {
  const span = { start: plain[found.from]?.start ?? 0, end: plain[found.next - 1]?.end ?? 0 };
  return { kind: "dateOfBirth", value: found.date, span, confidence: found.confidence };
}

/** `lenient` reads words that sound like a month or an ordinal: "9th of me 1973". */
function birthDateIn(
  plain: readonly Word[],
  circumstances: Circumstances,
  lenient: boolean,
): BirthDate | null {
  const parts = announcedParts(plain, partsOf(plain, lenient));
  if (parts.length === 0) return null;
  const today = circumstances.reference.toPlainDate();
  const dayFirst = dayFirstZones.some((zone) => circumstances.timeZone.startsWith(zone));
  const found = interpret(parts, today, dayFirst, plain);
  if (found === null) return null;
  const last = parts.at(-1)?.at ?? 0;
  return { ...found, from: parts[0]?.at ?? 0, next: last + 1 };
}

/** "… at ten. I was born March fifth": what comes before the announcement is something else, unless nothing follows it. */
function announcedParts(plain: readonly Word[], parts: readonly Part[]): readonly Part[] {
  const announcement = announced.find(plain).at(-1);
  const behind = announcement === undefined ? parts : parts.filter(({ at }) => at >= announcement.to);
  return behind.length > 1 ? behind : parts;
}

const otherNumbers = new Set([
  "number",
  "phone",
  "telephone",
  "cell",
  "mobile",
  "address",
  "zip",
  "id",
  "email",
]);

function partsOf(plain: readonly Word[], lenient: boolean): readonly Part[] {
  const parts: Part[] = [];
  let at = 0;
  while (at < plain.length) {
    const text = plain[at]?.text ?? "";
    // "… eighty two and my number is …": figures behind these words are no part of the date.
    if (parts.length > 0 && otherNumbers.has(text)) break;
    const month = lookUp(monthWords, text) ?? (lenient ? lookUp(misheardMonths, text) : null);
    const figures = /^\d+(?:[/.:-]\d+)+$/.test(text) ? text.split(/[/.:-]/) : null;
    const number = figures === null && month === null ? numberAt(plain, at) : null;
    if (month !== null) parts.push({ kind: "month", month, at });
    else if (figures !== null)
      for (const digits of figures) parts.push({ kind: "figures", digits, ordinal: false, at });
    // "for two days": a number of things is no part of the date.
    else if (number !== null && countedThings.has(plain[number.next]?.text ?? "")) at = number.next;
    else if (number !== null) {
      const digits = number.digits ?? String(number.value);
      parts.push({ kind: "figures", digits, ordinal: number.ordinal, at: number.next - 1 });
      at = number.next - 1;
    } else if (lenient && !birthFillers.includes(text)) {
      const ordinal = lookUp(misheardOrdinals, text);
      if (ordinal !== null) parts.push({ kind: "figures", digits: String(ordinal), ordinal: true, at });
    }
    at += 1;
  }
  return parts;
}

interface Interpreted {
  readonly date: Day;
  readonly confidence: number;
}

function interpret(
  parts: readonly Part[],
  today: Day,
  dayFirst: boolean,
  plain: readonly Word[],
): Interpreted | null {
  const at = parts.findIndex((part) => part.kind === "month");
  const named = parts[at];
  const figures = joinSingles(parts.filter((part) => part.kind === "figures"));
  if (named?.kind !== "month") {
    const ofBetween = plain.some((word) => word.text === "of");
    return numeric(figures, today, dayFirst || (ofBetween && figures.some((figure) => figure.ordinal)));
  }
  // "14th of May 8th 1949": what was said is "of the 8th", which recognizers hear as "of May 8th".
  const behind = parts[at + 1];
  if (dayFirst && at > 0 && named.month === 5 && behind?.kind === "figures" && behind.ordinal) {
    const heardThe = numeric(figures, today, true);
    if (heardThe !== null) return { ...heardThe, confidence: 0.8 };
  }
  return withMonth(named.month, figures, today);
}

function withMonth(month: number, figures: readonly Figures[], today: Day): Interpreted | null {
  for (const { year, rest, sure } of yearsOf(figures, today)) {
    if (!sure && rest.length > 1) continue;
    const day = rest.map(dayFigure).find((value) => value !== null) ?? null;
    const date = day === null ? null : past(year, month, day, today);
    if (date !== null) return { date, confidence: sure ? (rest.length === 1 ? 0.97 : 0.7) : 0.75 };
  }
  return null;
}

interface Figures {
  readonly digits: string;
  readonly ordinal: boolean;
}

/** Figures said one by one stand together: "oh five one nine" is `0519`. */
function joinSingles(figures: readonly Figures[]): readonly Figures[] {
  const joined: Figures[] = [];
  let open = false;
  for (const figure of figures) {
    const single = figure.digits.length === 1 && !figure.ordinal;
    const last = joined.at(-1);
    if (figure.ordinal && last?.ordinal && last.digits === figure.digits) continue;
    if (single && open && last !== undefined)
      joined[joined.length - 1] = { digits: last.digits + figure.digits, ordinal: false };
    else joined.push({ digits: figure.digits, ordinal: figure.ordinal });
    open =
      single && (open || figure.digits === "0" || figures.filter((f) => f.digits.length === 1).length > 3);
  }
  return joined;
}

interface YearSplit {
  readonly year: number;
  readonly rest: readonly Figures[];
  readonly sure: boolean;
}

/** The ways to find the year in the figures, likeliest first. */
function yearsOf(figures: readonly Figures[], today: Day): readonly YearSplit[] {
  const splits: YearSplit[] = [];
  figures.forEach((figure, index) => {
    const following = figures[index + 1];
    const value = Number(figure.digits);
    const without = (count: number): readonly Figures[] =>
      figures.filter((_, at) => at < index || at >= index + count);
    if (/^(?:19|20)\d\d$/.test(figure.digits)) {
      // "1970 8th", "2000 and 14": the last figures came apart.
      const apart =
        following === undefined || index === 0 ? null : lastFigures(value, Number(following.digits));
      splits.push({ year: value, rest: without(1), sure: true });
      if (apart !== null && without(2).length > 0) splits.push({ year: apart, rest: without(2), sure: true });
    } else if ((value === 19 || value === 20) && following !== undefined && /^\d\d$/.test(following.digits)) {
      splits.push({ year: value * 100 + Number(following.digits), rest: without(2), sure: true });
    }
  });
  // Of two that look like years the later is meant: "2005 1908" is the 20th of May 1908.
  splits.reverse();
  const last = figures.at(-1);
  if (last !== undefined && /^\d\d$/.test(last.digits) && !last.ordinal && figures.length > 1) {
    const year = birthCentury(Number(last.digits), today.year);
    splits.push({ year, rest: figures.slice(0, -1), sure: false });
  }
  return splits;
}

function lastFigures(year: number, following: number): number | null {
  if (year === 2000 && following > 0 && following < 30) return year + following;
  return year % 10 === 0 && following > 0 && following < 10 ? year + following : null;
}

function dayFigure(figure: Figures): number | null {
  const value = Number(figure.digits);
  return figure.digits.length <= 2 && value >= 1 && value <= 31 ? value : null;
}

function numeric(figures: readonly Figures[], today: Day, dayFirst: boolean): Interpreted | null {
  for (const { year, rest, sure } of yearsOf(figures, today)) {
    const found = monthAndDay(rest, year, today, dayFirst);
    if (found !== null) return { ...found, confidence: Math.min(found.confidence, sure ? 1 : 0.75) };
  }
  return figures.length === 1 ? written(figures[0]?.digits ?? "", today, dayFirst) : null;
}

function monthAndDay(
  rest: readonly Figures[],
  year: number,
  today: Day,
  dayFirst: boolean,
): Interpreted | null {
  const pairs: (readonly [number, number])[] = [];
  const [first, second] = rest;
  if (first === undefined) return null;
  if (second !== undefined && rest.length === 2 && first.digits.length <= 2 && second.digits.length <= 2) {
    pairs.push([Number(first.digits), Number(second.digits)]);
  }
  const run = rest.map((figure) => figure.digits).join("");
  if (run.length === 4) pairs.push([Number(run.slice(0, 2)), Number(run.slice(2))]);
  if (run.length === 3) {
    pairs.push([Number(run.slice(0, 1)), Number(run.slice(1))]);
    pairs.push([Number(run.slice(0, 2)), Number(run.slice(2))]);
  }
  // "78 1992" is the seventh of the eighth, since no month has 78 days.
  if (run.length === 2 && Number(run) > 31) pairs.push([Number(run[0]), Number(run[1])]);
  for (const [one, other] of pairs) {
    const found = ordered(one, other, year, today, dayFirst);
    if (found !== null) return found;
  }
  return null;
}

function ordered(
  one: number,
  other: number,
  year: number,
  today: Day,
  dayFirst: boolean,
): Interpreted | null {
  const usual = dayFirst ? past(year, other, one, today) : past(year, one, other, today);
  const swapped = dayFirst ? past(year, one, other, today) : past(year, other, one, today);
  if (usual !== null) return { date: usual, confidence: swapped !== null && one !== other ? 0.8 : 0.93 };
  return swapped === null ? null : { date: swapped, confidence: 0.8 };
}

/** "05191982", "051982" with two figures for the year, "1982-05-19" run together. */
function written(digits: string, today: Day, dayFirst: boolean): Interpreted | null {
  const ways: (readonly [string, string])[] = [];
  if (digits.length === 8) {
    ways.push([digits.slice(4), digits.slice(0, 4)]);
    if (/^(?:19|20)/.test(digits)) ways.unshift([digits.slice(0, 4), digits.slice(4)]);
  }
  if (digits.length === 7 || digits.length === 6) ways.push([digits.slice(-4), digits.slice(0, -4)]);
  if (digits.length === 6) ways.push([digits.slice(-2), digits.slice(0, 4)]);
  for (const [year, rest] of ways) {
    const full = year.length === 2 ? birthCentury(Number(year), today.year) : Number(year);
    const found = monthAndDay([{ digits: rest, ordinal: false }], full, today, dayFirst);
    if (found !== null)
      return { ...found, confidence: Math.min(found.confidence, digits.length === 8 ? 0.9 : 0.7) };
  }
  return null;
}

/** The day when it lies in the past and within a lifetime. */
function past(year: number, month: number, day: number, today: Day): Day | null {
  const date = dayOf(year, month, day);
  if (date === null || Temporal.PlainDate.compare(date, today) > 0) return null;
  return today.year - year > OLDEST_YEARS ? null : date;
}

/** For turn-taking: a whole date of birth is complete; a month and day without a year wait. Null when nothing is known. */
export function birthDateComplete(plain: readonly Word[], circumstances: Circumstances): number | null {
  if (!circumstances.expectation.asked.includes("dateOfBirth")) return null;
  const parts = partsOf(plain, false);
  if (parts.length === 0) return null;
  if (birthDateIn(plain, circumstances, false) === null) return 0.25;
  return yearMayGoOn.test(plain.at(-1)?.text ?? "") ? 0.6 : 1;
}

/** "March fifth nineteen eighty" may be going on with "two"; a year of two figures may still become four. */
export const yearMayGoOn =
  /^(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|nineteen|thousand|19|20)$/;
