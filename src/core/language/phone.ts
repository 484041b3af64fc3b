import {
  figureHomophones,
  otherNumberWords,
  phoneCues,
  sameNumberAnswers,
  sameNumberPhrases,
} from "./en/phone-table.ts";
import { isHesitation } from "./hesitations.ts";
import { isNumberWord, lookUp } from "./numbers.ts";
import { type PhonePart, phoneParts } from "./phone-digits.ts";
import { phraseBook } from "./phrases.ts";
import { plainWords } from "./plain-words.ts";
import { tablePhrases } from "./table-phrases.ts";
import type { Circumstances, Heard, Reading } from "./understanding.ts";
import type { Word } from "./words.ts";

const NANP = /^[2-9]\d{2}[2-9]\d{6}$/;
const sameNumber = phraseBook<boolean>([
  [false, sameNumberPhrases],
  [true, sameNumberAnswers],
]);
const cues = tablePhrases([["phone", phoneCues]]);

/**
 * Telephone numbers in E.164, with an extension behind `x`, and "the number I'm calling from". Numbers of North America need
 * all ten figures; others need a plus or a country code. A partial number gives no reading (see `phoneComplete`).
 * `words` are those of `splitWords(heard.text)`.
 */
export function readPhones(
  words: readonly Word[],
  circumstances: Circumstances,
  _heard: Heard,
): readonly Reading[] {
  const asked = circumstances.expectation.asked.includes("phone");
  const readings: Reading[] = [];
  const cued = cues.find(words).map((cue) => cue.to);
  const heard = numbersIn(phoneParts(words));
  for (const number of heard.length > 0 || !asked ? heard : homophoneNumbers(words)) {
    const named = cued.some((to) => to <= number.from && number.from - to <= 4);
    const elsewhere = circumstances.expectation.asked.some((kind) => kind === "identifier" || kind === "vin");
    const sure = asked || named ? 0.95 : elsewhere ? 0.45 : 0.9;
    readings.push({
      kind: "phone",
      value: number.value,
      span: { start: words[number.from]?.start ?? 0, end: words[number.to - 1]?.end ?? 0 },
      confidence: Math.max(0.3, sure - 0.1 * number.doubt),
    });
  }
  return readings.length > 0 ? readings : readSameNumber(words, circumstances, asked);
}

/** "to one two five five five oh one for two": in answer to the question, small words beside figures are figures. */
function homophoneNumbers(words: readonly Word[]): readonly FoundNumber[] {
  const isFigure = (at: number): boolean => isNumberWord(words[at]?.text ?? "");
  const figures = words.map((word, at) => {
    const figure = lookUp(figureHomophones, word.text);
    return figure !== null && (isFigure(at - 1) || isFigure(at + 1)) ? { ...word, text: figure } : word;
  });
  return numbersIn(phoneParts(figures)).map((number) => ({ ...number, doubt: number.doubt + 3 }));
}

function readSameNumber(
  words: readonly Word[],
  circumstances: Circumstances,
  asked: boolean,
): readonly Reading[] {
  const possible = asked || circumstances.expectation.also.includes("phone");
  const plain = plainWords(words);
  for (const { value: onlyAsked, from, to } of sameNumber.find(plain)) {
    if (onlyAsked && !asked) continue;
    const before = plain.slice(Math.max(0, from - 3), from);
    if (before.some((word) => otherNumberWords.has(word.text))) continue;
    const span = { start: plain[from]?.start ?? 0, end: plain[to - 1]?.end ?? 0 };
    return [{ kind: "sameNumber", value: true, span, confidence: possible ? 0.9 : 0.6 }];
  }
  return [];
}

interface FoundNumber {
  readonly value: string;
  readonly from: number;
  readonly to: number;
  readonly doubt: number;
}

/** Figures that belong together, with the corrections carried out. */
interface Figures {
  readonly digits: string;
  readonly from: number;
  readonly to: number;
  readonly doubt: number;
}

/** Groups of parts without foreign words between them; a few foreign words are bridged when only that gives a number. */
function numbersIn(parts: readonly PhonePart[]): readonly FoundNumber[] {
  const stretches = stretchesOf(parts);
  const found: FoundNumber[] = [];
  let index = 0;
  while (index < stretches.length) {
    let taken = 1;
    for (; taken <= 3 && index + taken <= stretches.length; taken += 1) {
      const joined = stretches.slice(index, index + taken).flat();
      const number = numberFrom(joined);
      if (number === null) continue;
      if (!found.some((other) => other.value === number.value))
        found.push({ ...number, doubt: number.doubt + (taken - 1) });
      break;
    }
    index += taken <= 3 && index + taken <= stretches.length ? taken : 1;
  }
  return found;
}

const MOST_FOREIGN_WORDS = 6;

function stretchesOf(parts: readonly PhonePart[]): readonly (readonly PhonePart[])[] {
  const stretches: PhonePart[][] = [];
  let current: PhonePart[] = [];
  for (const part of parts) {
    if (part.kind !== "break") current.push(part);
    else if (current.length > 0) {
      stretches.push(current);
      current = [];
    }
  }
  if (current.length > 0) stretches.push(current);
  return stretches.filter((stretch) => stretch.some((part) => part.kind !== "correction"));
}

function numberFrom(parts: readonly PhonePart[]): FoundNumber | null {
  if (gapsBetween(parts) > MOST_FOREIGN_WORDS) return null;
  const cut = parts.findIndex((part) => part.kind === "extension");
  const figures = figuresOf(cut < 0 ? parts : parts.slice(0, cut));
  if (figures === null) return null;
  const number = e164(figures.digits);
  if (number === null) return null;
  const extension = cut < 0 ? null : figuresOf(parts.slice(cut + 1));
  if (extension === null || extension.digits.length > 6) return { ...figures, value: number };
  return { ...figures, value: `${number}x${extension.digits}`, to: extension.to };
}

function gapsBetween(parts: readonly PhonePart[]): number {
  let gap = 0;
  parts.forEach((part, index) => {
    gap += part.from - (parts[index - 1]?.to ?? part.from);
  });
  return gap;
}

/** The number as E.164 when it is whole and possible; a number said twice is one. */
function e164(digits: string): string | null {
  if (digits.startsWith("+")) {
    const plain = digits.slice(1);
    if (plain.startsWith("1")) return NANP.test(plain.slice(1)) ? digits : null;
    return /^[2-9]\d{7,14}$/.test(plain) ? digits : null;
  }
  const half = digits.slice(0, digits.length / 2);
  const once = digits.length >= 20 && half + half === digits ? half : digits;
  const national = once.length === 11 && once.startsWith("1") ? once.slice(1) : once;
  return NANP.test(national) ? `+1${national}` : null;
}

function figuresOf(parts: readonly PhonePart[]): Figures | null {
  let digits = "";
  let doubt = 0;
  let from: number | null = null;
  let to = 0;
  let corrected = false;
  let before: string | null = null;
  let area = "";
  for (const part of parts) {
    if (part.kind === "correction") {
      if (digits !== "" && !corrected) before = digits;
      if (digits !== "" && !corrected) digits = "";
      corrected = digits === "";
    } else if (part.kind === "areaCode") {
      area = digits;
      if (digits.length === 7) digits = "";
    } else if (part.kind === "plus") {
      if (digits === "") digits = "+";
    } else if (part.kind === "digits") {
      corrected = false;
      digits += part.text;
      doubt += part.doubt;
      from ??= part.from;
      to = part.to;
    }
    if (part.kind === "digits" && before !== null && isLastOfGroup(parts, part)) {
      digits = replaceTail(before, digits);
      before = null;
      doubt += 1;
    }
  }
  if (area.length === 7 && digits.length === 3) digits += area;
  return digits === "" || from === null ? null : { digits, from, to, doubt };
}

function isLastOfGroup(parts: readonly PhonePart[], part: PhonePart): boolean {
  const next = parts[parts.indexOf(part) + 1];
  return next === undefined || next.kind !== "digits";
}

const WHOLE = 10;

/**
 * Joins what was said before "no, sorry" and what was said after it. When the new figures are a whole number they stand
 * alone; otherwise they replace as many figures as make the number whole, or the last group of their own length.
 */
function replaceTail(before: string, after: string): string {
  if (after.length >= WHOLE) return after;
  const whole = before.startsWith("1") && before.length > 3 ? WHOLE + 1 : WHOLE;
  const replaced = before.length + after.length - whole;
  if (replaced >= 1 && replaced <= before.length) return before.slice(0, before.length - replaced) + after;
  return before.slice(0, Math.max(0, before.length - after.length)) + after;
}

/**
 * 0–1: how sure that nothing more is coming. Ten possible figures are complete; "my number is", "area code", "double" and
 * a trailing "and" wait. Null when there is nothing of a number.
 */
export function phoneComplete(words: readonly Word[]): number | null {
  const parts = phoneParts(words);
  const last = parts.at(-1);
  const figures = figuresOf(parts.filter((part) => part.kind !== "break"));
  const lastWord = words.at(-1)?.text ?? "";
  if (figures === null)
    return cues.find(words).at(-1)?.to === words.length || last?.kind === "areaCode" ? 0.05 : null;
  if (last?.kind === "extension" || last?.kind === "correction" || /^(?:double|triple|plus)$/.test(lastWord))
    return 0.05;
  if (numbersIn(parts).length > 0)
    return isHesitation(lastWord) || /^(?:and|then|dash)$/.test(lastWord) ? 0.5 : 0.99;
  const count = figures.digits.replace("+", "").length;
  if (count > 11) return 0.8;
  if (count >= WHOLE) return 0.6;
  if (count === 7) return 0.4;
  return 0.05 + 0.02 * count;
}
