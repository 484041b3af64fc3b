import { datesInDigits } from "./birth-date-digits.ts";
import { type DatedFigures, dateInParts } from "./birth-date-figures.ts";
import { type Part, partsOf } from "./birth-date-parts.ts";
import { holidayIn } from "./calendar.ts";
import { holidayMatches } from "./day-at.ts";
import { birthPhrases } from "./en/birth-date-table.ts";
import { monthWords } from "./en/calendar-table.ts";
import { dayFirstZones } from "./en/zones-table.ts";
import { withoutHesitations } from "./hesitations.ts";
import { phraseBook } from "./phrases.ts";
import { plainWords } from "./plain-words.ts";
import type { Circumstances, Heard, Reading } from "./understanding.ts";
import { splitWords, type Word } from "./words.ts";
import { yearAt } from "./years.ts";

type Day = Temporal.PlainDate;

interface BirthDate extends DatedFigures {
  readonly from: number;
  readonly next: number;
}

const announced = phraseBook<true>([[true, birthPhrases]]);

/**
 * Reads a date of birth when one was asked for or is announced ("born on …"). It lies in the past, so "eighty two" is a
 * year. Unless the best hypothesis of the recognizer is a plain date, all of them are weighed.
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
  const best = birthDatesIn(plain, circumstances, false)[0] ?? onHoliday(plain, circumstances);
  if (best !== null && (best.confidence >= SURE || !wanted)) {
    const whole = wanted ? withWholeYear(best.date, heard, circumstances) : null;
    return [toReading(plain, whole === null ? best : { ...best, date: whole, confidence: 0.5 })];
  }
  const other = wanted ? likeliest(heard, circumstances) : null;
  if (best !== null && (other === null || sameDay(other.date, best.date))) return [toReading(plain, best)];
  if (other === null) return [];
  const span = { start: words[0]?.start ?? 0, end: words.at(-1)?.end ?? 0 };
  return [{ kind: "dateOfBirth", value: other.date, span, confidence: Math.min(0.5, other.confidence) }];
}

/** "March 1990" where another hypothesis has "March 1997": recognizers lose the last figure of a year, and seldom invent one. */
function withWholeYear(day: Day, heard: Heard, circumstances: Circumstances): Day | null {
  if (day.year % 10 !== 0 || day.year === 2000) return null;
  for (const text of heard.alternatives.slice(0, MOST_ALTERNATIVES)) {
    const [found] = birthDatesIn(plainWords(splitWords(text)), circumstances, false);
    if (found === undefined || found.confidence < SURE || found.date.year === day.year) continue;
    const sameDecade = found.date.year - (found.date.year % 10) === day.year;
    if (sameDecade && sameDay(found.date.with({ year: day.year }), day)) return found.date;
  }
  return null;
}

/** "Christmas Eve nineteen seventy nine": the year stands behind, and has gone by. */
function onHoliday(plain: readonly Word[], circumstances: Circumstances): BirthDate | null {
  const today = circumstances.reference.toPlainDate();
  for (const { from, to, value } of holidayMatches(plain)) {
    const year = yearAt(plain, to);
    if (year === null || year.short || year.year > today.year) continue;
    const date = holidayIn(year.year, value);
    if (Temporal.PlainDate.compare(date, today) < 0) return { date, from, next: year.next, confidence: 0.9 };
  }
  return null;
}

const SURE = 0.9;
const MOST_ALTERNATIVES = 20;
/** What a place further down the list costs, and what another hypothesis of the same date adds. */
const RANK_COST = 0.015;
const AGREEMENT = 0.03;

/** The date that the hypotheses together speak for; words that only sound like a date count when nothing else is there. */
function likeliest(heard: Heard, circumstances: Circumstances): DatedFigures | null {
  const texts = [...new Set([heard.text, ...heard.alternatives])].slice(0, MOST_ALTERNATIVES);
  const split = withWholeYears(texts).map((text) => withoutHesitations(plainWords(splitWords(text))));
  for (const lenient of [false, true]) {
    const votes = new Map<string, { date: Day; best: number; more: number }>();
    split.forEach((plain, rank) => {
      for (const { date, confidence } of birthDatesIn(plain, circumstances, lenient)) {
        const weight = confidence - rank * RANK_COST;
        const vote = votes.get(date.toString()) ?? { date, best: weight, more: 0 };
        if (weight > vote.best) vote.best = weight;
        vote.more += AGREEMENT * confidence;
        votes.set(date.toString(), vote);
      }
    });
    const [first] = [...votes.values()].sort((one, other) => other.best + other.more - one.best - one.more);
    if (first !== undefined) return { date: first.date, confidence: first.best };
  }
  return null;
}

const YEAR = /\b(?:19|20)\d\d\b/g;
const YEAR_APART = /\b((?:19|20)\d)0 (?:and )?([1-9])(?:st|nd|rd|th)?\b/g;

/** "June 1990 4th" beside "June 1994" is a year that came apart; its last figure is no day. */
function withWholeYears(texts: readonly string[]): readonly string[] {
  const years = new Set(texts.flatMap((text) => text.match(YEAR) ?? []));
  return texts.map((text) =>
    text.replace(YEAR_APART, (apart, decade: string, last: string) =>
      years.has(decade + last) ? decade + last : apart,
    ),
  );
}

function sameDay(one: Day, other: Day): boolean {
  return Temporal.PlainDate.compare(one, other) === 0;
}

function toReading(plain: readonly Word[], found: BirthDate): Reading {
  const span = { start: plain[found.from]?.start ?? 0, end: plain[found.next - 1]?.end ?? 0 };
  return { kind: "dateOfBirth", value: found.date, span, confidence: found.confidence };
}

/** A date with its corrections has fewer; more figures are something else. */
const MOST_PARTS = 12;

/** What a word costs that says nothing around a date: "when do you first May 1986" may be the 21st. */
const STRANGE_WORD = 0.8;

/** The ways to read a date in the words, the surest first. */
function birthDatesIn(
  plain: readonly Word[],
  circumstances: Circumstances,
  lenient: boolean,
): readonly BirthDate[] {
  const { parts: all, strange } = partsOf(plain, lenient);
  const parts = withoutNamesake(announcedParts(plain, all)).slice(0, MOST_PARTS);
  if (parts.length === 0) return [];
  const today = circumstances.reference.toPlainDate();
  const dayFirst = dayFirstZones.some((zone) => circumstances.timeZone.startsWith(zone));
  const inParts = dateInParts(parts, today, dayFirst, plain);
  const inFigures = parts.every(({ kind }) => kind === "figures") && parts.length === all.length;
  const found = [
    ...(inParts === null ? [] : [inParts]),
    ...(inFigures && (inParts === null || inParts.confidence < SURE)
      ? datesInDigits(plain, today, dayFirst)
      : []),
  ];
  const place = { from: parts[0]?.at ?? 0, next: (parts.at(-1)?.at ?? 0) + 1 };
  const alone = parts.length === all.length && circumstances.expectation.asked[0] === "dateOfBirth";
  const doubt = alone ? STRANGE_WORD ** Math.min(3, strange) : 1;
  return found
    .map(({ date, confidence }) => ({ date, confidence: confidence * doubt, ...place }))
    .sort((one, other) => other.confidence - one.confidence);
}

/** "… at ten. I was born March fifth": what comes before the announcement is something else, unless nothing follows it. */
function announcedParts(plain: readonly Word[], parts: readonly Part[]): readonly Part[] {
  const announcement = announced.find(plain).at(-1);
  const behind = announcement === undefined ? parts : parts.filter(({ at }) => at >= announcement.to);
  return behind.length > 1 ? behind : parts;
}

/** "Susan May, March third 1980": of two months before the figures, the first is somebody's name. */
function withoutNamesake(parts: readonly Part[]): readonly Part[] {
  const [first, second, third] = parts;
  const twice = first?.kind === "month" && second?.kind === "month" && third?.kind === "figures";
  return twice ? parts.slice(1) : parts;
}

/**
 * For turn-taking: a whole date of birth is complete; a month and day without a year wait, whether it was asked for, is announced,
 * or puts right what was said back. Null when nothing is known.
 */
export function birthDateComplete(plain: readonly Word[], circumstances: Circumstances): number | null {
  const { asked, also } = circumstances.expectation;
  // Beside the day of an appointment, a day without a year is one.
  const saidBack = asked.includes("yesNo") && also.includes("dateOfBirth") && !also.includes("date");
  const wanted = asked.includes("dateOfBirth") || saidBack;
  if (!wanted && announced.find(plain).length === 0) return null;
  if (onHoliday(plain, circumstances) !== null) return 1;
  if (partsOf(plain, false).parts.length === 0) return null;
  if (birthDatesIn(plain, circumstances, false).length === 0) return 0.25;
  const last = plain.at(-1)?.text ?? "";
  const text = plain.map((word) => word.text).join(" ");
  if (wholeYear.test(text)) return ROUND_YEAR;
  if (yearGoesOn.test(last) || mayBeDay.test(text)) return YEAR_BEGUN;
  if (mayBeOrdinal.test(text)) return DAY_DOUBTED;
  return /^(?:thirty|forty|fifty|sixty|seventy|eighty|ninety|thousand)$/.test(last) ? ROUND_YEAR : 1;
}

const YEAR_BEGUN = 0.4;
/** "Eighty" may still become "eighty-two", and few years are round; but nobody pauses there for long. */
const ROUND_YEAR = 0.85;

/** "February eight fourteen" is more often half of "February fourteenth, nineteen …" than a year. */
const mayBeDay =
  /(?<!\b(?:nineteen|twenty|hundred|thousand|and|oh|zero|19|20)) (?:eleven|twelve|(?:thir|four|fif|six|seven|eigh)teen)$/;

/** "January twenty forty" sounds like "January twenty-fourth", of which the year is yet to come. */
const DAY_DOUBTED = 0.6;
const months = Object.keys(monthWords).join("|");
const mayBeOrdinal = new RegExp(
  `\\b(?:${months}) (?:the )?twenty (?:forty|fifty|sixty|seventy|eighty|ninety)$`,
);

/** "Twenty nineteen" behind a day, not "June twenty, nineteen ..."; noise makes "nineteen nineteen" of "nineteen ninety". */
const wholeYear = new RegExp(
  `(?<!\\b(?:${months}) (?:the )?)\\b(?:(?:nineteen|twenty) nineteen|twenty twenty)$`,
);

/** "March fifth nineteen" goes on, and a year of two figures may still become four. */
export const yearGoesOn = /^(?:nineteen|twenty|19|20)$/;
