import { agrees, type DatedOffer } from "./choice-when.ts";
import { choiceFillers, type Pointer, pointerPhrases, questionsAboutOffers } from "./en/choices-table.ts";
import { correctionPhrases } from "./en/corrections-table.ts";
import type { Choice } from "./expectation.ts";
import { isHesitation } from "./hesitations.ts";
import { numberAt } from "./numbers.ts";
import { type PhraseMatch, phraseBook } from "./phrases.ts";
import { plainWords } from "./plain-words.ts";
import type { Circumstances, Reading, Span } from "./understanding.ts";
import { readWhen } from "./when.ts";
import { splitWords, type Word } from "./words.ts";

const book = phraseBook<Pointer>(pointerPhrases);
const questions = phraseBook<true>([[true, questionsAboutOffers]]);
const corrections = phraseBook<true>([[true, correctionPhrases]]);

/** A choice as it can be compared: its day and time, given or read from its name, and the words that name it. */
interface Offer extends DatedOffer {
  readonly index: number;
  readonly names: readonly (readonly string[])[];
}

/**
 * Reads which of the things on offer is meant: by name or part of it, by day and time, by place or number, by "earlier",
 * "either", "none of those". Several readings of like confidence mean that the words fit several choices.
 */
export function readChoices(
  plain: readonly Word[],
  circumstances: Circumstances,
  values: readonly Reading[],
): readonly Reading[] {
  const choices = circumstances.expectation.choices;
  if (choices.length === 0 || plain.length === 0) return [];
  const offers = choices.map((choice, index) => offerOf(choice, index, circumstances));
  // "Walsh, no, Patel": what is said behind the last correction stands, when it chooses.
  const restart = corrections.find(plain).at(-1)?.to ?? 0;
  const start = plain[restart]?.start ?? 0;
  const behind =
    restart === 0 || restart >= plain.length
      ? []
      : chosen(
          plain.slice(restart),
          offers,
          values.filter(({ span }) => span.start >= start),
        );
  const found = behind.length > 0 ? behind : chosen(plain, offers, values);
  return found[0]?.kind === "choice" && questions.find(plain).length > 0 ? [] : found;
}

function chosen(
  plain: readonly Word[],
  offers: readonly Offer[],
  values: readonly Reading[],
): readonly Reading[] {
  const pointers = pointersIn(plain);
  const none = pointers.find((pointer) => pointer.value.kind === "none");
  if (none !== undefined)
    return [{ kind: "choiceNone", value: true, span: spanOf(plain, none), confidence: 0.9 }];
  const left = offers.filter((offer) => !isRefused(plain, offer, offers));
  if (left.length === 1 && offers.length > 1 && left[0] !== undefined) {
    return [choice(left[0].index, spanOf(plain, { from: 0, to: plain.length }), 0.8)];
  }
  const named = byName(plain, left);
  if (named.length === 1) return named;
  const when = byWhen(offers, values);
  if (when.length === 1) return when;
  // "The later one on Tuesday" is the later of Tuesday's.
  const within = when.flatMap((reading) =>
    offers.filter(({ index }) => reading.kind === "choice" && index === reading.value),
  );
  const pointed = byPointer(plain, pointers, within.length > 1 ? within : offers);
  if (pointed.length > 0) return pointed;
  const numbered = byNumber(plain, offers);
  if (numbered.length > 0) return numbered;
  return named.length > 0 ? named : when;
}

function spanOf(plain: readonly Word[], match: { from: number; to: number }): Span {
  return { start: plain[match.from]?.start ?? 0, end: plain[match.to - 1]?.end ?? 0 };
}

function choice(value: number, span: Span, confidence: number): Reading {
  return { kind: "choice", value, span, confidence };
}

function offerOf(choiceOf: Choice, index: number, circumstances: Circumstances): Offer {
  const names = choiceOf.spoken.map((spoken) => plainWords(splitWords(spoken)));
  const first = names[0] ?? [];
  const read =
    choiceOf.date === undefined && choiceOf.time === undefined ? readWhen(first, circumstances) : [];
  const date = read.find((reading) => reading.kind === "date");
  const time = read.find((reading) => reading.kind === "time");
  return {
    index,
    date: choiceOf.date ?? (date?.kind === "date" ? date.value : null),
    time: choiceOf.time ?? (time?.kind === "time" ? time.value : null),
    names: names.map((words) =>
      words.flatMap((word) => word.text.split("-")).filter((text) => !choiceFillers.includes(text)),
    ),
  };
}

/** The pointers that are not denied ("not the first one"), longest first where they overlap. */
function pointersIn(plain: readonly Word[]): readonly PhraseMatch<Pointer>[] {
  const kept: PhraseMatch<Pointer>[] = [];
  const longestFirst = [...book.find(plain)].sort((a, b) => b.to - b.from - (a.to - a.from));
  for (const match of longestFirst) {
    const before = plain[match.from - 1]?.text;
    if (match.value.kind !== "none" && (before === "not" || before === "except")) continue;
    if (!kept.some((other) => match.from < other.to && other.from < match.to)) kept.push(match);
  }
  return kept;
}

/** Names share words ("Dr. Maria Garcia", "Dr. Juan Garcia"): the offers with the most distinct words in common. */
function byName(plain: readonly Word[], offers: readonly Offer[]): readonly Reading[] {
  const scores = offers.map((offer) => nameScore(plain, offer, offers));
  const best = Math.max(...scores.map(({ score }) => score));
  if (best <= 0) return [];
  const winners = scores.filter(({ score }) => score === best);
  return winners.map(({ index, span }) => choice(index, span, winners.length === 1 ? 0.92 : 0.5));
}

/** "not Garcia", "anyone but Garcia": a name of this offer alone, with a refusal before it. */
function isRefused(plain: readonly Word[], offer: Offer, offers: readonly Offer[]): boolean {
  return plain.some((word, index) => {
    const before =
      plain[index - 1]?.text === "doctor" || plain[index - 1]?.text === "dr"
        ? plain[index - 2]
        : plain[index - 1];
    if (!/^(?:not|but|except|besides)$/.test(before?.text ?? "")) return false;
    const isNamed = (each: Offer): boolean =>
      each.names.some((name) => name.some((text) => sameName(word.text, text)));
    return isNamed(offer) && offers.filter(isNamed).length === 1;
  });
}

interface NameScore {
  readonly index: number;
  readonly score: number;
  readonly span: Span;
}

function nameScore(plain: readonly Word[], offer: Offer, offers: readonly Offer[]): NameScore {
  let best: NameScore = { index: offer.index, score: 0, span: { start: 0, end: 0 } };
  for (const name of offer.names) {
    let score = 0;
    let [from, to] = [-1, -1];
    for (const text of name) {
      const at = plain.findIndex(
        (word, index) => sameName(word.text, text) || joinedName(plain, index, text),
      );
      if (at < 0 || /^\d+$/.test(text)) continue;
      const shared = offers.filter((other) => other.names.some((words) => words.includes(text))).length;
      // A word that all share tells nothing apart, but still points at something on offer.
      score += shared === offers.length && offers.length > 1 ? 0.01 : 1 / shared;
      from = from < 0 ? at : Math.min(from, at);
      to = Math.max(to, at + 1);
    }
    if (score > best.score) best = { index: offer.index, score, span: spanOf(plain, { from, to }) };
  }
  return best;
}

/** "North side" for "Northside". */
function joinedName(plain: readonly Word[], at: number, name: string): boolean {
  return name.length > 5 && `${plain[at]?.text}${plain[at + 1]?.text}` === name;
}

/** Equal, a genitive of it ("garcia's"), or one letter apart in a longer word ("garsia"). */
function sameName(heard: string, name: string): boolean {
  if (heard.includes("-") && heard.split("-").includes(name)) return true;
  if (heard === name || heard === `${name}'s` || heard === `${name}s`) return true;
  if (name.length < 5 || Math.abs(heard.length - name.length) > 1 || heard[0] !== name[0]) return false;
  return withinOneEdit(heard, name);
}

function withinOneEdit(one: string, other: string): boolean {
  let start = 0;
  while (start < one.length && start < other.length && one[start] === other[start]) start += 1;
  let [endOne, endOther] = [one.length, other.length];
  while (endOne > start && endOther > start && one[endOne - 1] === other[endOther - 1]) {
    endOne -= 1;
    endOther -= 1;
  }
  return endOne - start <= 1 && endOther - start <= 1;
}

/** The offers whose day and time agree with everything that was said of either. */
function byWhen(offers: readonly Offer[], values: readonly Reading[]): readonly Reading[] {
  const said = values.filter(
    ({ kind }) => kind === "date" || kind === "time" || kind === "days" || kind === "times",
  );
  if (said.length === 0) return [];
  const fitting = offers.filter((offer) => said.every((reading) => agrees(offer, reading)));
  const known = fitting.filter((offer) => offer.date !== null || offer.time !== null);
  if (known.length === 0 || (known.length === offers.length && offers.length > 1)) return [];
  const start = Math.min(...said.map(({ span }) => span.start));
  const end = Math.max(...said.map(({ span }) => span.end));
  return known.map((offer) => choice(offer.index, { start, end }, known.length === 1 ? 0.92 : 0.5));
}

function byPointer(
  plain: readonly Word[],
  pointers: readonly PhraseMatch<Pointer>[],
  offers: readonly Offer[],
): readonly Reading[] {
  for (const match of pointers) {
    const index = pointedAt(match.value, offers);
    if (index !== null) return [choice(index, spanOf(plain, match), match.value.kind === "any" ? 0.7 : 0.93)];
  }
  return [];
}

function pointedAt(pointer: Pointer, offers: readonly Offer[]): number | null {
  const count = offers.length;
  switch (pointer.kind) {
    case "place":
      return offers[pointer.place - 1]?.index ?? null;
    case "fromEnd":
      return offers[count - pointer.place]?.index ?? null;
    case "middle":
      return count % 2 === 1 ? (offers[(count - 1) / 2]?.index ?? null) : null;
    case "earlier":
      return atEnd(offers, 1);
    case "later":
      return atEnd(offers, -1);
    case "any":
      return offers[0]?.index ?? null;
    case "none":
      return null;
  }
}

/** The earliest (`sign` 1) or latest offer; without days and times there is no earlier one. */
function atEnd(offers: readonly Offer[], sign: 1 | -1): number | null {
  const dated = offers.filter((offer) => offer.date !== null || offer.time !== null);
  if (dated.length === 0) return null;
  const sorted = [...dated].sort((one, other) => sign * compareOffers(one, other));
  return sorted[0]?.index ?? null;
}

function compareOffers(one: Offer, other: Offer): number {
  const days =
    one.date === null || other.date === null ? 0 : Temporal.PlainDate.compare(one.date, other.date);
  if (days !== 0 || one.time === null || other.time === null) return days;
  return Temporal.PlainTime.compare(one.time, other.time);
}

/** "two", "number 2", "let's do three": a bare number is a place in the list, or the hour of a time on offer. */
function byNumber(plain: readonly Word[], offers: readonly Offer[]): readonly Reading[] {
  for (let at = 0; at < plain.length; at += 1) {
    const number = numberAt(plain, at);
    if (number === null || isPronoun(plain, at)) continue;
    const span = spanOf(plain, { from: at, to: number.next });
    const place = number.value >= 1 && number.value <= offers.length ? number.value - 1 : null;
    const led = /^(?:number|option|choice|nr)$/.test(plain[at - 1]?.text ?? "");
    const hours = led
      ? []
      : offers.filter(
          (offer) =>
            offer.time !== null && offer.time.minute === 0 && offer.time.hour % 12 === number.value % 12,
        );
    const hour = hours.length === 1 ? (hours[0]?.index ?? null) : null;
    if (place !== null && hour !== null && hour !== place)
      return [choice(place, span, 0.5), choice(hour, span, 0.5)];
    const index = place ?? hour;
    if (index !== null) return [choice(index, span, led ? 0.95 : 0.85)];
  }
  return [];
}

/** Behind these words "one" is a number; elsewhere it stands for what was named ("the other one"). */
const AHEAD_OF_NUMBER = /^(?:number|option|choice|do|take|with|to|for|is|yes|okay|ok|please)$/;

function isPronoun(plain: readonly Word[], at: number): boolean {
  const { text } = plain[at] ?? {};
  if (text === "oh" || text === "o") return true;
  const before = plain[at - 1]?.text;
  return text === "one" && before !== undefined && !isHesitation(before) && !AHEAD_OF_NUMBER.test(before);
}
