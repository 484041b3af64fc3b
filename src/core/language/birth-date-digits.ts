import { type DatedFigures, monthAndDay } from "./birth-date-figures.ts";
import { soundsOfFigures } from "./en/birth-date-table.ts";
import { lookUp, numberAt } from "./numbers.ts";
import type { Word } from "./words.ts";

type Day = Temporal.PlainDate;

const MOST_FIGURES = 10;
const JOINED_SURE = 0.78;
/** How much surer a date is for a figure less that had to be left out. */
const WITHOUT_DOUBLE = 0.8;
const WITHOUT_NOUGHT = 0.72;
const WITHOUT_OTHER = 0.45;

/**
 * The date in figures said in a row, wherever the recognizer put its blanks: "27 to 1 995", "170 201995", "070 887". One figure
 * too many is left out, a doubled one or a nought rather than another.
 */
export function datesInDigits(
  plain: readonly Word[],
  today: Day,
  dayFirst: boolean,
): readonly DatedFigures[] {
  const digits = digitsOf(plain);
  if (digits.length < 5 || digits.length > MOST_FIGURES) return [];
  const whole = joined(digits, today, dayFirst);
  return whole === null ? withoutOne(digits, today, dayFirst) : [whole];
}

function withoutOne(digits: string, today: Day, dayFirst: boolean): readonly DatedFigures[] {
  const found: DatedFigures[] = [];
  for (let at = 0; at < digits.length && digits.length > 6; at += 1) {
    if (digits[at] === digits[at + 1]) continue; // the other of the pair gives the same
    const sure =
      at > 0 && digits[at] === digits[at - 1]
        ? WITHOUT_DOUBLE
        : digits[at] === "0"
          ? WITHOUT_NOUGHT
          : WITHOUT_OTHER;
    const rest = joined(digits.slice(0, at) + digits.slice(at + 1), today, dayFirst);
    if (rest !== null) found.push({ date: rest.date, confidence: rest.confidence * sure });
  }
  return found;
}

function joined(digits: string, today: Day, dayFirst: boolean): DatedFigures | null {
  const year = digits.slice(-4);
  if (/^(?:19|20)/.test(year)) {
    const found = monthAndDay([{ digits: digits.slice(0, -4) }], Number(year), today, dayFirst);
    if (found !== null) return { date: found.date, confidence: found.confidence * JOINED_SURE };
  }
  if (digits.length !== 6) return null;
  const short = Number(digits.slice(-2));
  const century =
    short <= today.year % 100 ? today.year - (today.year % 100) : today.year - (today.year % 100) - 100;
  const found = monthAndDay([{ digits: digits.slice(0, 4) }], century + short, today, dayFirst);
  return found === null ? null : { date: found.date, confidence: found.confidence * JOINED_SURE * 0.8 };
}

/** All figures of the words in a row; words that sound like figures count between others. */
function digitsOf(plain: readonly Word[]): string {
  let digits = "";
  let at = 0;
  while (at < plain.length && digits.length <= MOST_FIGURES) {
    const text = plain[at]?.text ?? "";
    const number = /^[\d/:.-]+$/.test(text) ? null : numberAt(plain, at);
    if (number !== null) digits += number.digits ?? String(number.value);
    else if (/^\d/.test(text)) digits += text.replace(/\D/g, "");
    else digits += lookUp(soundsOfFigures, text) ?? "";
    at = number?.next ?? at + 1;
  }
  return digits;
}
