import type { Part } from "./birth-date-parts.ts";
import { dayOf } from "./calendar.ts";
import type { Word } from "./words.ts";
import { birthCentury } from "./years.ts";

type Day = Temporal.PlainDate;
const OLDEST_YEARS = 125;

/** A day made of figures, 0–1 how surely. */
export interface DatedFigures {
  readonly date: Day;
  readonly confidence: number;
}

/** The day of birth that a month and figures, or figures alone, stand for; null when there is none in the past. */
export function dateInParts(
  parts: readonly Part[],
  today: Day,
  dayFirst: boolean,
  plain: readonly Word[],
): DatedFigures | null {
  const at = parts.findIndex((part) => part.kind === "month");
  const named = parts[at];
  const said = parts.filter((part) => part.kind === "figures");
  // "The 5th, 5th of May" is one day said twice; "the 5th of the 5th" is day and month.
  const twice = named !== undefined || said.filter(({ ordinal }) => ordinal).length > 2;
  const figures = joinSingles(said, twice);
  if (named?.kind !== "month") {
    const ofBetween = plain.some((word) => word.text === "of");
    return numeric(figures, today, dayFirst || (ofBetween && figures.some((figure) => figure.ordinal)));
  }
  // "14th of May 8th 1949": what was said is "of the 8th", which recognizers hear as "of May 8th".
  const behind = parts[at + 1];
  if (dayFirst && at > 0 && named.month === 5 && behind?.kind === "figures" && behind.ordinal) {
    const heardThe = numeric(figures, today, true);
    if (heardThe !== null) return { ...heardThe, confidence: 0.88 };
  }
  return withMonth(named.month, figures, today);
}

function withMonth(month: number, figures: readonly Figures[], today: Day): DatedFigures | null {
  for (const { year, rest, sure, apart } of yearsOf(figures, today)) {
    if (!sure && rest.length > 1) continue;
    const days = rest.filter((figure) => dayFigure(figure) !== null);
    // "14th May 19th 1970": the year was begun twice. "22nd, 27th of October": the caller thinks better of it.
    const century = String(year).slice(0, 2);
    const day = days.findLast(({ digits }) => digits !== century) ?? days.at(-1);
    const date = day === undefined ? null : past(year, month, dayFigure(day) ?? 0, today);
    if (date === null) continue;
    return { date, confidence: apart ? 0.4 : !sure ? 0.75 : days.length === 1 ? 0.97 : 0.8 };
  }
  return null;
}

interface Figures {
  readonly digits: string;
  readonly ordinal: boolean;
  /** Index of the last word. */
  readonly at: number;
}

/** Figures said one by one stand together: "oh five one nine" is `0519`. */
function joinSingles(figures: readonly Figures[], twice: boolean): readonly Figures[] {
  const joined: Figures[] = [];
  let open = false;
  for (const figure of figures) {
    const single = figure.digits.length === 1 && !figure.ordinal;
    const last = joined.at(-1);
    if (twice && figure.ordinal && last?.ordinal && last.digits === figure.digits) continue;
    if (single && open && last !== undefined)
      joined[joined.length - 1] = { digits: last.digits + figure.digits, ordinal: false, at: figure.at };
    else joined.push(figure);
    open =
      single && (open || figure.digits === "0" || figures.filter((f) => f.digits.length === 1).length > 3);
  }
  return joined;
}

interface YearSplit {
  readonly year: number;
  readonly rest: readonly Figures[];
  readonly sure: boolean;
  /** The only figure left may be the last of the year: "January 1960 9th". */
  readonly apart: boolean;
  /** Figures stand behind the year. */
  readonly early: boolean;
}

/** The ways to find the year in the figures, likeliest first. */
function yearsOf(figures: readonly Figures[], today: Day): readonly YearSplit[] {
  // Of two that look like years the later is meant: "2005 1908" is the 20th of May 1908.
  const splits = figures.flatMap((_, index) => yearAt(figures, index, today)).reverse();
  const last = figures.at(-1);
  if (last !== undefined && /^\d\d$/.test(last.digits) && !last.ordinal && figures.length > 1) {
    const year = birthCentury(Number(last.digits), today.year);
    splits.push({ year, rest: figures.slice(0, -1), sure: false, apart: false, early: false });
  }
  return splits;
}

function yearAt(figures: readonly Figures[], index: number, today: Day): YearSplit[] {
  const { digits, at } = figures[index] as Figures;
  const following = figures[index + 1];
  const value = Number(digits);
  const split = (year: number, count: number, sure: boolean): YearSplit => ({
    year,
    rest: figures.filter((_, other) => other < index || other >= index + count),
    sure,
    apart: false,
    early: index + count < figures.length,
  });
  if (/^(?:19|20)\d\d$/.test(digits)) {
    // "1970 8th", "2000 and 14": the last figures came apart.
    const longer = following === undefined ? null : lastFigures(value, Number(following.digits));
    if (longer === null) return [split(value, 1, true)];
    if (figures.length > 2 && index > 0) return [split(value, 1, true), split(longer, 2, true)];
    return [{ ...split(value, 1, true), apart: following?.at === at + 1 }];
  }
  if ((value === 19 || value === 20) && following !== undefined && /^\d\d$/.test(following.digits))
    return [split(value * 100 + Number(following.digits), 2, true)];
  // Nobody is as old: "eighteen" was heard for "nineteen".
  return /^18\d\d$/.test(digits) && today.year - value > OLDEST_YEARS ? [split(value + 100, 1, false)] : [];
}

function lastFigures(year: number, following: number): number | null {
  if (year === 2000 && following > 0 && following < 30) return year + following;
  return year % 10 === 0 && following > 0 && following < 10 ? year + following : null;
}

function dayFigure(figure: Figures): number | null {
  const value = Number(figure.digits);
  return figure.digits.length <= 2 && value >= 1 && value <= 31 ? value : null;
}

function numeric(figures: readonly Figures[], today: Day, dayFirst: boolean): DatedFigures | null {
  for (const { year, rest, sure, early } of yearsOf(figures, today)) {
    // Behind the year the month comes first everywhere: "1982-05-19".
    const found = monthAndDay(rest, year, today, dayFirst && !(early && rest.length === 2));
    const most = early && rest.length === 1 ? 0.5 : sure ? 1 : 0.75;
    if (found !== null) return { ...found, confidence: Math.min(found.confidence, most) };
  }
  return figures.length === 1 ? written(figures[0]?.digits ?? "", today, dayFirst) : null;
}

/** The day in the figures that are left beside the year, in the order of the country unless only the other is a date. */
export function monthAndDay(
  rest: readonly Pick<Figures, "digits">[],
  year: number,
  today: Day,
  dayFirst: boolean,
): DatedFigures | null {
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
  const found = pairs.flatMap(([one, other]) => ordered(one, other, year, today, dayFirst) ?? []);
  // "226": the 22nd of the sixth where days come first, rather than the 26th of the second.
  const best = found.find(({ swapped }) => !swapped) ?? found[0] ?? null;
  // "019" has lost a figure: what begins with a nought has four.
  const lost = run.length === 3 && run.startsWith("0");
  return best !== null && lost ? { ...best, confidence: Math.min(0.5, best.confidence) } : best;
}

function ordered(
  one: number,
  other: number,
  year: number,
  today: Day,
  dayFirst: boolean,
): (DatedFigures & { readonly swapped: boolean }) | null {
  const usual = dayFirst ? past(year, other, one, today) : past(year, one, other, today);
  const swapped = dayFirst ? past(year, one, other, today) : past(year, other, one, today);
  if (usual !== null)
    return { date: usual, confidence: swapped !== null && one !== other ? 0.8 : 0.93, swapped: false };
  return swapped === null ? null : { date: swapped, confidence: 0.8, swapped: true };
}

/** "05191982", "051982" with two figures for the year, "1982-05-19" run together. */
function written(digits: string, today: Day, dayFirst: boolean): DatedFigures | null {
  const ways: (readonly [string, string])[] = [];
  if (digits.length === 8) ways.push([digits.slice(4), digits.slice(0, 4)]);
  if (digits.length === 7 || digits.length === 6) ways.push([digits.slice(-4), digits.slice(0, -4)]);
  if (digits.length === 6) ways.push([digits.slice(-2), digits.slice(0, 4)]);
  for (const [year, rest] of ways) {
    const full = year.length === 2 ? birthCentury(Number(year), today.year) : Number(year);
    const found = monthAndDay([{ digits: rest }], full, today, dayFirst);
    if (found !== null)
      return { ...found, confidence: Math.min(found.confidence, digits.length === 8 ? 0.9 : 0.7) };
  }
  return digits.length === 8 ? yearFirst(digits, today) : null;
}

/** "19820519": the year first, then month and day. */
function yearFirst(digits: string, today: Day): DatedFigures | null {
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)].map(Number);
  const date = past(year ?? 0, month ?? 0, day ?? 0, today);
  return date === null ? null : { date, confidence: 0.85 };
}

/** The day when it lies in the past and within a lifetime. */
function past(year: number, month: number, day: number, today: Day): Day | null {
  const date = dayOf(year, month, day);
  if (date === null || Temporal.PlainDate.compare(date, today) > 0) return null;
  return today.year - year > OLDEST_YEARS ? null : date;
}
