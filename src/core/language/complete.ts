import { addressComplete } from "./address.ts";
import { birthDateComplete, yearGoesOn } from "./birth-date.ts";
import { emailComplete } from "./email.ts";
import {
  agreeingHum,
  announcesMore,
  declined,
  fillerWords,
  halfAnswered,
  halfSaid,
  hangingContractions,
  hangingWords,
  indifferent,
  newOrKnown,
  rounding,
  whereItIs,
  wholeEndings,
} from "./en/unfinished-table.ts";
import type { Expectation, FieldKind } from "./expectation.ts";
import { identifierComplete } from "./identifier.ts";
import { nameComplete } from "./name.ts";
import { payerComplete } from "./payer.ts";
import { phoneComplete } from "./phone.ts";
import { phraseBook } from "./phrases.ts";
import type { ActKind, Circumstances, Reading, ReadingValue, Understanding } from "./understanding.ts";
import { vinComplete } from "./vin.ts";
import type { Word } from "./words.ts";

type Completeness = (words: readonly Word[], circumstances: Circumstances) => number | null;

/** Fields that come in pieces know best when they are whole; null means that nothing of theirs was said. */
const byField: Partial<Record<FieldKind, Completeness>> = {
  phone: phoneComplete,
  email: emailComplete,
  identifier: identifierComplete,
  address: addressComplete,
  vin: vinComplete,
  payer: payerComplete,
};

/** How complete an answer is that holds a value of the kind: what callers often add to it lowers the figure. */
const whenTold: Partial<Record<FieldKind, number>> = {
  date: 0.8,
  time: 0.95,
  choice: 1,
  number: 0.9,
  duration: 0.93,
  dateOfBirth: 1,
  payer: 0.88,
  complaint: 0.7,
  service: 0.7,
  vehicle: 0.75,
  pain: 0.95,
  phone: 0.9,
  email: 0.85,
  name: 0.8,
  identifier: 0.7,
  address: 0.7,
  vin: 0.9,
};

const kindsOf: Partial<Record<FieldKind, readonly ReadingValue["kind"][]>> = {
  date: ["date", "days", "preference"],
  time: ["time", "times", "preference"],
  choice: ["choice", "choiceNone"],
  phone: ["phone", "sameNumber"],
};

/** Acts that want an answer at once, whatever was asked. */
const atOnce: ReadonlySet<ActKind> = new Set([
  "repeat",
  "wait",
  "help",
  "person",
  "goodbye",
  "startOver",
  "goBack",
  "dontKnow",
  "stop",
  "slower",
]);

const HANGING = 0.15;
/** "No, sorry": what is right instead comes after a breath. */
const ANNOUNCED = 0.6;
/** Whoever has said so much goes on, unless they have lost the thread. */
const HALF_SAID = 0.35;
/** Who refuses everything that is offered mostly adds what would suit. */
const REFUSED = 0.72;
const YEAR_OPEN = 0.4;
const hanging = new Set(hangingWords);
const fillers = new Set(fillerWords);
const wholeBook = phraseBook<true>([[true, wholeEndings]]);

type Told = Pick<Understanding, "readings" | "acts" | "reply" | "redFlag">;

/** How sure a person would be that nothing more is coming, 0–1. */
export function completeness(
  words: readonly Word[],
  plain: readonly Word[],
  circumstances: Circumstances,
  told: Told,
): number {
  const last = words.at(-1);
  if (last === undefined) return 0;
  if (isFiller(words, told)) return HANGING;
  const asked = circumstances.expectation.asked;
  if (told.redFlag !== null || isWholeStatement(words, asked)) return 0.9;
  if (announcesMore.has(last.text)) return ANNOUNCED;
  if (!last.pause && isHalfSaid(plain, circumstances.expectation)) return HALF_SAID;
  // "Yes" may begin an address, but where yes or no is asked it is an answer.
  const bareReply = told.reply !== null && words.length === 1 && asked.includes("yesNo");
  if (bareReply && !isHanging(last, plain, told)) return replyCompleteness(words, asked, told.reply);
  const birth = asked.includes("dateOfBirth") ? null : birthDateComplete(plain, circumstances);
  if (birth !== null && birth <= YEAR_OPEN) return YEAR_OPEN;
  const fields = fieldCompleteness(words, plain, circumstances, told.readings);
  if (circumstances.expectation.also.includes("dateOfBirth") && yearGoesOn.test(last.text)) return YEAR_OPEN;
  const whole = fields !== null && fields >= 0.95 && !/^(?:and|but|or)$/.test(last.text);
  if (!whole && isHanging(last, plain, told)) return Math.min(HANGING, fields ?? HANGING);
  if (asked.length > 0 && isStatedWhole(words, circumstances.expectation, told))
    return Math.max(fields ?? 0, STATED_WHOLE);
  if (fields !== null) return fields;
  if (told.reply !== null) return replyCompleteness(words, asked, told.reply);
  if (told.acts.some((act) => atOnce.has(act.kind))) return 0.9;
  if (told.acts.some((act) => act.kind === "question")) return 0.8;
  if (asked.length > 0 && !isOpen(asked))
    return told.acts.length > 0 || told.readings.length > 0 ? 0.65 : 0.4;
  return openCompleteness(words, told);
}

/** "Mm-hm" agrees; an "mm" holds the floor. */
function isFiller(words: readonly Word[], { reply }: Told): boolean {
  const [before, last] = [words.at(-2), words.at(-1)];
  if (last === undefined || !fillers.has(last.text)) return false;
  return reply === null || (words.length > 1 && !agreeingHum.test(`${before?.text} ${last.text}`));
}

function isHalfSaid(plain: readonly Word[], { asked, also }: Circumstances["expectation"]): boolean {
  const text = plain.map((word) => word.text).join(" ");
  const yesOrNo = asked.includes("yesNo") || also.includes("yesNo");
  return halfSaid.test(text) || (!yesOrNo && halfAnswered.test(text));
}

/** What the caller wants, told unasked: "please" closes it, and so does a reason at the end of a wish. */
function openCompleteness(words: readonly Word[], told: Told): number {
  const wish = told.acts.some((act) => act.kind === "book" || act.kind === "change" || act.kind === "cancel");
  if (wish && words.at(-1)?.text === "please") return 0.9;
  if (wish && told.readings.some((reading) => isReason(reading) && endsWith(words, reading)))
    return STATED_WHOLE;
  if (wish) return 0.8;
  return words.length >= 4 ? 0.7 : 0.6;
}

/**
 * "I don't have one" answers a question for details whole, as nothing of it comes later; "anyone is fine" a question for a
 * preference; and "I'm a new patient" the one that a yes would answer.
 */
function isWholeStatement(words: readonly Word[], asked: readonly FieldKind[]): boolean {
  const text = words.map(({ text }) => text).join(" ");
  if (declined.test(text) || (asked.length > 0 && indifferent.test(text))) return true;
  return asked.includes("yesNo") && newOrKnown.test(text);
}

/** How complete a reason is that is named in a short sentence and ends it; a story about it may go on. */
const STATED_WHOLE = 0.93;
const STORY_WORDS = 6;

/** A reason, or something else that may come in the same breath, ends the sentence, and little is left untold. */
function isStatedWhole(
  words: readonly Word[],
  { asked, also }: Expectation,
  { readings, acts }: Told,
): boolean {
  const wanted: readonly string[] = [...asked, ...also];
  const values = readings.filter(({ kind, confidence }) => wanted.includes(kind) && confidence >= 0.7);
  const closes = (reading: Reading) =>
    (isReason(reading) || (also as readonly string[]).includes(reading.kind)) && endsWith(words, reading);
  const closing = values.find(closes);
  if (closing === undefined) return false;
  const spans = [...values, ...acts].map(({ span }) => span);
  const untold = words.filter(
    ({ start, end, text }) =>
      start < closing.span.start &&
      !rounding.has(text) &&
      !spans.some((span) => span.start <= start && end <= span.end),
  );
  return untold.length < STORY_WORDS;
}

function isReason({ kind, confidence }: Reading): boolean {
  return (kind === "complaint" || kind === "service") && confidence >= 0.8;
}

/** Whether nothing but "please", "today" or "on my left arm" is said behind the value. */
function endsWith(words: readonly Word[], { span }: Reading): boolean {
  const behind = words.filter(({ start, text }) => start >= span.end && !rounding.has(text));
  return behind.length === 0 || whereItIs.test(behind.map(({ text }) => text).join(" "));
}

const JOINING = /^(?:and|but|or|because|the|a|an|my|at|on|for|with|of|to)$/;

function isHanging(last: Word, plain: readonly Word[], told: Told): boolean {
  if (hangingContractions.test(last.text) && !last.pause) return true;
  const text = plain.at(-1)?.text ?? last.text;
  if (!hanging.has(text) || last.pause) return false;
  const asks = told.acts.some((act) => act.kind === "question");
  if ((told.reply !== null || asks) && !JOINING.test(text)) return false;
  const end = last.end;
  // A word that a value or act ends with does not hang: "five p m", "the one at two", "what is that".
  if (told.readings.some((reading) => reading.span.end === end && reading.confidence >= 0.5)) return false;
  return wholeBook.find(plain).length === 0;
}

/** The completeness of the asked field that is farthest along; null when nothing asked for was told. */
function fieldCompleteness(
  words: readonly Word[],
  plain: readonly Word[],
  circumstances: Circumstances,
  readings: readonly Reading[],
): number | null {
  let best: number | null = null;
  for (const field of circumstances.expectation.asked) {
    const own = ownCompleteness(field, words, plain, circumstances, readings);
    const kinds = kindsOf[field] ?? [field];
    const told = readings.some(
      (reading) => (kinds as readonly string[]).includes(reading.kind) && reading.confidence >= 0.3,
    );
    if (field === "phone" && readings.some(({ kind }) => kind === "sameNumber")) return 0.95;
    const refuses = field === "choice" && !readings.some(({ kind }) => kind === "choice");
    const figure = own ?? (told ? (refuses ? REFUSED : (whenTold[field] ?? null)) : null);
    if (figure !== null && (best === null || figure > best)) best = figure;
  }
  return best;
}

function ownCompleteness(
  field: FieldKind,
  words: readonly Word[],
  plain: readonly Word[],
  circumstances: Circumstances,
  readings: readonly Reading[],
): number | null | undefined {
  if (field === "dateOfBirth") return birthDateComplete(plain, circumstances);
  if (field !== "name") return byField[field]?.(words, circumstances);
  const name = readings.find((reading) => reading.kind === "name");
  return nameComplete(words, circumstances, name?.value ?? null);
}

/** A bare "yes" is all there is; a bare "no" to details is often followed by what is right. */
function replyCompleteness(words: readonly Word[], asked: readonly FieldKind[], reply: "yes" | "no"): number {
  if (asked.length > 0 && !asked.includes("yesNo") && !asked.includes("choice")) return 0.6;
  if (reply === "yes") return words.length <= 4 ? 1 : 0.85;
  return words.length === 1 ? 0.85 : 0.9;
}

function isOpen(asked: readonly FieldKind[]): boolean {
  return asked.every((kind) => kind === "complaint" || kind === "service");
}
