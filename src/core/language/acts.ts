import { actPhrases, actTableClasses } from "./en/acts-table.ts";
import { fieldNames } from "./en/field-names-table.ts";
import { openQuestionPhrases, questionPhrases } from "./en/questions-table.ts";
import { type PhraseMatch, phraseBook } from "./phrases.ts";
import { findWithin, withoutPoliteness } from "./politeness.ts";
import type { Tone } from "./replies.ts";
import type { ActKind, ActReading } from "./understanding.ts";
import type { Word } from "./words.ts";

const acts = phraseBook<ActKind>(actPhrases, actTableClasses);
const fields = phraseBook(fieldNames);
const questions = phraseBook<string>(questionPhrases);
const openQuestions = phraseBook<null>([[null, openQuestionPhrases]]);

/** Commands, courtesies and questions, each kind once, in the order in which they are said. `tones` are those of `plain`. */
export function readActs(plain: readonly Word[], tones: readonly Tone[]): readonly ActReading[] {
  const best = new Map<ActKind, PhraseMatch<ActKind>>();
  for (const match of findWithin(acts, plain)) {
    if (isService(plain, match) || asksWhy(plain, match) || isEager(plain, match)) continue;
    const known = best.get(match.value);
    if (known === undefined || length(match) > length(known)) best.set(match.value, match);
  }
  dropCovered(best);
  const readings = [...best.values()].map((match) =>
    actReading(plain, match.value, match, topicOf(plain, match.value)),
  );
  readings.push(...polarity(plain, tones));
  const question = readQuestion(plain);
  if (question !== null) readings.push(question);
  return readings.sort((one, other) => one.span.start - other.span.start);
}

/** "I need to cancel my appointment" books nothing, though it needs an appointment. */
function dropCovered(best: Map<ActKind, PhraseMatch<ActKind>>): void {
  const book = best.get("book");
  if (book === undefined) return;
  for (const kind of ["cancel", "change", "confirm"] as const) {
    const other = best.get(kind);
    if (other !== undefined && other.from < book.to && book.from < other.to) best.delete("book");
  }
}

/** "an oil change" is a service and changes no appointment. */
function isService(plain: readonly Word[], match: PhraseMatch<ActKind>): boolean {
  if (match.value !== "change") return false;
  for (let at = match.from; at < match.to; at += 1) {
    if (/^changes?$/.test(plain[at]?.text ?? ""))
      return /^(?:oil|filter|fluid|tire|tires|battery|brake|plug|belt|wiper)$/.test(
        plain[at - 1]?.text ?? "",
      );
  }
  return false;
}

/** "Why was my appointment moved?" asks about what others did and wants nothing changed. */
function asksWhy(plain: readonly Word[], match: PhraseMatch<ActKind>): boolean {
  if (match.value !== "change" && match.value !== "cancel") return false;
  const why = plain.findIndex(({ text }) => text === "why");
  return why >= 0 && why < match.from && /^(?:did|was|were|has|have)$/.test(plain[why + 1]?.text ?? "");
}

/** "I can't wait to feel better" asks for no patience. */
function isEager(plain: readonly Word[], match: PhraseMatch<ActKind>): boolean {
  return (
    match.value === "wait" && plain[match.from]?.text === "wait" && plain[match.from - 1]?.text === "not"
  );
}

/** The field that is to be changed, when it was named. */
function topicOf(plain: readonly Word[], kind: ActKind): string | null {
  if (kind !== "correct") return null;
  let best: PhraseMatch<string> | null = null;
  for (const match of fields.find(plain)) {
    if (best === null || length(match) > length(best)) best = match;
  }
  return best?.value ?? null;
}

/** "yes", "that's right" and "no", "that's wrong" as acts, whatever was asked. */
function polarity(plain: readonly Word[], tones: readonly Tone[]): readonly ActReading[] {
  const said = tones.filter((tone) => tone.value !== "idle");
  const yes = said.find((tone) => tone.value === "yes") ?? contentment(plain, said[0]);
  const no = said.find((tone) => tone.value === "no" || tone.value === "wrong") ?? denial(plain, said[0]);
  const readings: ActReading[] = [];
  if (yes !== undefined && no === undefined) readings.push(actReading(plain, "affirm", yes, null));
  if (no !== undefined) readings.push(actReading(plain, "deny", no, null));
  return readings;
}

/** "sounds good", "that works for me" say yes where they are most of what is said; a bare "okay" only takes note. */
function contentment(plain: readonly Word[], first: Tone | undefined): Tone | undefined {
  if (first?.value !== "fine") return undefined;
  const words = first.to - first.from;
  return words > 1 && 2 * words >= plain.length ? first : undefined;
}

const DENIES = /^(?:did|is|was|were|are|want|need|have|never|like)$/;

/** "I didn't pay", "it isn't mine": a statement that begins with a denial of a fact. */
function denial(plain: readonly Word[], first: Tone | undefined): Tone | undefined {
  if (first?.value !== "negated" || first.from > withoutPoliteness(plain).from) return undefined;
  return plain.slice(0, first.to + 1).some(({ text }) => DENIES.test(text)) ? first : undefined;
}

function readQuestion(plain: readonly Word[]): ActReading | null {
  let best: PhraseMatch<string> | null = null;
  for (const match of findWithin(questions, plain)) {
    if (best === null || length(match) > length(best)) best = match;
  }
  if (best !== null) return actReading(plain, "question", best, best.value);
  const open = findWithin(openQuestions, plain)[0];
  return open === undefined ? null : actReading(plain, "question", open, null);
}

function length(match: PhraseMatch<unknown>): number {
  return match.to - match.from;
}

function actReading(
  plain: readonly Word[],
  kind: ActKind,
  match: PhraseMatch<unknown>,
  topic: string | null,
): ActReading {
  const span = { start: plain[match.from]?.start ?? 0, end: plain[match.to - 1]?.end ?? 0 };
  const share = length(match) / Math.max(1, plain.length);
  return { kind, span, topic, confidence: Math.min(0.98, 0.7 + 0.25 * share + 0.02 * length(match)) };
}
