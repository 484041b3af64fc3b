import { correctionPhrases } from "./en/corrections-table.ts";
import type { Expectation, FieldKind } from "./expectation.ts";
import { phraseBook } from "./phrases.ts";
import type { Reading, ReadingValue, Span } from "./understanding.ts";
import type { Word } from "./words.ts";

const corrections = phraseBook<true>([[true, correctionPhrases]]);

type Kind = ReadingValue["kind"];

/** The field kind that a value answers; what answers none is never asked for. */
export const answers: Readonly<Record<Kind, FieldKind | null>> = {
  date: "date",
  days: "date",
  time: "time",
  times: "time",
  preference: "date",
  choice: "choice",
  choiceNone: "choice",
  number: "number",
  duration: "duration",
  phone: "phone",
  sameNumber: "phone",
  email: "email",
  name: "name",
  dateOfBirth: "dateOfBirth",
  identifier: "identifier",
  address: "address",
  payer: "payer",
  complaint: "complaint",
  service: "service",
  vehicle: "vehicle",
  vin: "vin",
  pain: "pain",
};

/** Kinds of which several may be meant at once. */
const manyValued: ReadonlySet<Kind> = new Set(["complaint", "service", "choice", "payer"]);
const when: ReadonlySet<Kind> = new Set(["date", "days", "time", "times", "preference"]);
/** Kinds that may lie over others: they read the meaning of words that others read as values. */
const layered: ReadonlySet<Kind> = new Set(["complaint", "service", "choice", "choiceNone", "preference"]);

/**
 * Decides between readings of the same words: what was asked for and what spans more words wins. Readings of one kind
 * over the same words stay as alternatives. Values taken back in the same breath are dropped.
 */
export function resolve(
  readings: readonly Reading[],
  plain: readonly Word[],
  expectation: Expectation,
): readonly Reading[] {
  const ranked = [...readings].sort((one, other) => rank(other, expectation) - rank(one, expectation));
  const kept: Reading[] = [];
  for (const reading of ranked) {
    if (!kept.some((better) => excludes(better, reading))) kept.push(reading);
  }
  const likeliest = kept.sort(
    (one, other) => worth(other, expectation) - worth(one, expectation) || one.span.start - other.span.start,
  );
  return withoutTakenBack(likeliest, plain);
}

/** Between readings of the same words the one that explains more of them is the likelier. */
function rank(reading: Reading, expectation: Expectation): number {
  return worth(reading, expectation) + Math.min(40, reading.span.end - reading.span.start) / 100;
}

/** What orders the readings that remain; of equals the one said first comes first. */
function worth(reading: Reading, expectation: Expectation): number {
  const kind = answers[reading.kind];
  const asked = kind !== null && expectation.asked.includes(kind) ? 0.5 : 0;
  const also = kind !== null && expectation.also.includes(kind) ? 0.2 : 0;
  return reading.confidence + asked + also;
}

function excludes(better: Reading, reading: Reading): boolean {
  if (better.kind === reading.kind || !overlaps(better.span, reading.span)) return false;
  // Days and times are told apart by their parser: "this afternoon" is a day and a time.
  if (when.has(better.kind) && when.has(reading.kind)) return false;
  if (layered.has(better.kind) || layered.has(reading.kind)) return false;
  return answers[better.kind] !== answers[reading.kind];
}

function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}

/** "Tuesday, no sorry, Wednesday": of two values of one kind with a correction between them, the later stands. */
function withoutTakenBack(readings: readonly Reading[], plain: readonly Word[]): readonly Reading[] {
  if (readings.length < 2) return readings;
  const marks = corrections.find(plain);
  if (marks.length === 0) return readings;
  const isTakenBack = (reading: Reading): boolean =>
    !manyValued.has(reading.kind) &&
    readings.some(
      (later) =>
        answers[later.kind] === answers[reading.kind] &&
        later.kind !== "preference" &&
        later.span.start >= reading.span.end &&
        marks.some(({ from, to }) => lies(plain, from, to, reading.span.end, later.span.start)),
    );
  return readings.filter((reading) => !isTakenBack(reading));
}

function lies(plain: readonly Word[], from: number, to: number, start: number, end: number): boolean {
  return (plain[from]?.start ?? -1) >= start && (plain[to - 1]?.end ?? Number.POSITIVE_INFINITY) <= end;
}
