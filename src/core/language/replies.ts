import { type AskedBefore, previousPhrases } from "./en/previous-table.ts";
import {
  afterReplyNo,
  leadingOnly,
  type ReplyTone,
  replyClasses,
  replyPhrases,
  replyPrefaces,
} from "./en/replies-table.ts";
import { type PhraseMatch, phraseBook } from "./phrases.ts";
import { plainWords } from "./plain-words.ts";
import { withoutPoliteness } from "./politeness.ts";
import type { ActReading, Circumstances, Reading } from "./understanding.ts";
import { splitWords, type Word } from "./words.ts";

const book = phraseBook<ReplyTone>(replyPhrases, replyClasses);
const previousBook = phraseBook<AskedBefore>(previousPhrases);

/** When phrases of equal length begin at one word, the earlier of this list is meant. */
const precedence: readonly ReplyTone[] = [
  "idle",
  "unsure",
  "wrong",
  "later",
  "no",
  "done",
  "yes",
  "fine",
  "change",
];

export type Tone = PhraseMatch<ReplyTone>;

/** What the words say to a yes/no question, piece by piece and in order. */
export function replyTones(plain: readonly Word[]): readonly Tone[] {
  const { from, to } = withoutPoliteness(plain);
  return tonesIn(plain.slice(from, to)).map((tone) => ({
    ...tone,
    from: tone.from + from,
    to: tone.to + from,
  }));
}

function tonesIn(plain: readonly Word[]): readonly Tone[] {
  const tones: Tone[] = [];
  let end = 0;
  for (const match of [...book.find(plain)].sort(byPlaceThenLength)) {
    if (match.from < end || (match.to - match.from === 1 && !leads(plain, match, end))) continue;
    const tone = denied(plain, match);
    tones.push(tone);
    end = tone.to;
  }
  return tones;
}

const agreeing: readonly ReplyTone[] = ["yes", "fine", "proceed"];

/** "it just does not": a "not" directly behind turns an agreement round. */
function denied(plain: readonly Word[], match: Tone): Tone {
  if (!agreeing.includes(match.value) || plain[match.to]?.text !== "not" || match.to - match.from < 2)
    return match;
  return { ...match, value: "negated", to: match.to + 1 };
}

/** Whether a single word stands where a clause begins. `end` is where the tone before it ends. */
function leads(plain: readonly Word[], match: Tone, end: number): boolean {
  const text = plain[match.from]?.text ?? "";
  if (!leadingOnly.includes(text)) return true;
  const behind = plain[match.to]?.text;
  if (match.from === 0 || (end === match.from && end > 0)) return true;
  // "…, no kids, just two adults" denies a thing and not what was asked.
  const counted = text === "no" && plain[match.from]?.pause !== true;
  const paused = plain[match.from - 1]?.pause === true && !counted;
  // "it's free, right?" asks; it does not agree.
  if (behind === undefined && /^(?:right|ok|okay|correct)$/.test(text)) return false;
  if (text === "no" && (behind === undefined || afterReplyNo.includes(behind))) return true;
  return paused || plain.slice(0, match.from).every((word) => replyPrefaces.includes(word.text));
}

function byPlaceThenLength(one: Tone, other: Tone): number {
  return (
    one.from - other.from ||
    other.to - one.to ||
    precedence.indexOf(one.value) - precedence.indexOf(other.value)
  );
}

/** Yes or no out of the tones, in the light of what was asked; null when it cannot be told. */
export function readReply(
  plain: readonly Word[],
  tones: readonly Tone[],
  circumstances: Circumstances,
  told: Told,
): "yes" | "no" | null {
  const asked = askedBefore(circumstances);
  if (asked.kind === "suggestion") return null;
  const said = tones.filter((tone) => tone.value !== "idle");
  if (hasReservation(plain, said)) return null;
  if (said[0]?.value === "fine" && told.acts.some(({ kind }) => kind === "wait" || kind === "repeat"))
    return null;
  const outright = outrightReply(said, asked, tellsWhen(plain, told));
  if (outright !== null) return outright === "unclear" ? null : outright;
  return asked.kind === "readBack" || asked.namesWhen ? replyByChange(plain, told, asked) : null;
}

/** "perfect but not Tuesday": agreement with an exception is no plain yes. */
function hasReservation(plain: readonly Word[], said: readonly Tone[]): boolean {
  const [first] = said;
  if (first?.value !== "yes" && first?.value !== "fine") return false;
  return plain.some(
    (word, at) =>
      word.text === "but" && at >= first.to && EXCEPTS.test(`${plain[at + 1]?.text} ${plain[at + 2]?.text}`),
  );
}

const EXCEPTS = /^(?:not|no|only|can not|could not|it is|that is|the) /;

interface Asked {
  /** `nothing`: the caller speaks first, so that "book me in" is a wish and no reply. */
  readonly kind: AskedBefore | "nothing";
  /** A day or time was named, so that naming another takes it back. */
  readonly namesWhen: boolean;
}

/** What the agent asked, from the expectation where there is one, else from its words. */
function askedBefore(circumstances: Circumstances): Asked {
  const { asked } = circumstances.expectation;
  const words = plainWords(splitWords(circumstances.previous));
  const namesWhen = words.some(({ text }) => NAMES_WHEN.test(text));
  if (words.length === 0) {
    return { kind: asked.includes("yesNo") || asked.includes("choice") ? "question" : "nothing", namesWhen };
  }
  const last = kindsIn(words.slice(-LAST_SENTENCE_WORDS));
  if (last.has("anythingElse")) return { kind: "anythingElse", namesWhen };
  const kinds = kindsIn(words);
  const questioned = kinds.has("question") || circumstances.previous.includes("?");
  if (kinds.has("readBack") || (kinds.has("statement") && !kinds.has("question")))
    return { kind: "readBack", namesWhen };
  if (kinds.has("booking") || namesWhen || asked.includes("choice")) return { kind: "question", namesWhen };
  const names = NAMES_PLACE.test(circumstances.previous) && (kinds.has("suggestion") || !questioned);
  if (asked.includes("yesNo") && !names) return { kind: "question", namesWhen };
  // Where nothing is asked, a "yes" accepts what was named; it answers no question.
  return { kind: questioned && !kinds.has("suggestion") ? "question" : "suggestion", namesWhen };
}

const LAST_SENTENCE_WORDS = 14;
/** "How about Alpine Dental in Springfield?" names one of many that were found, whatever the question was meant to be. */
const NAMES_PLACE =
  /\b(?:in|at|from) (?!(?:the|a|an|your|our|my|this|that|order|case|front|about|time|network|any|which|what|one|here|there|to|for|with|and) )[a-z]/i;
const NAMES_WHEN =
  /^(?:\d{1,2}:\d\d|\d{1,2}(?:am|pm)|am|pm|noon|\d{1,2}(?:st|nd|rd|th)|(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|today)$/;

function kindsIn(words: readonly Word[]): ReadonlySet<AskedBefore> {
  return new Set(previousBook.find(words).map((match) => match.value));
}

type Outright = "yes" | "no" | "unclear" | null;

function outrightReply(said: readonly Tone[], asked: Asked, valueTold: boolean): Outright {
  const [first, second] = said;
  if (first === undefined) return null;
  const values = said.map((tone) => tone.value);
  const has = (tone: ReplyTone): boolean => values.includes(tone);
  if (asked.kind === "anythingElse") return replyToAnythingElse(said);
  switch (first.value) {
    case "yes":
      return afterYes(said, first, second);
    case "fine":
      if (second?.value === "negated" && second.from - first.to <= 2) return "unclear";
      if (second !== undefined && second.from - first.to <= 2 && refuses(second.value)) return "no";
      return has("no") || has("wrong") || has("later") ? "unclear" : "yes";
    case "no":
      if (takenBack(said)) return "unclear";
      // "no that's perfect" may deny that something is wrong.
      if (first.to - first.from === 1 && second?.value === "fine" && second.from === first.to)
        return "unclear";
      return second?.value === "yes" && second.from === first.to && said.length === 2 ? "unclear" : "no";
    case "wrong":
    case "later":
    case "negated":
      return "no";
    case "done":
      // "That's it" to details read back, or to "is it still …?", may say that they are right.
      return has("yes") ? "yes" : asked.kind === "nothing" ? "no" : "unclear";
    case "unsure":
      return has("later") ? "no" : "unclear";
    case "proceed":
      if (asked.kind === "nothing") return null;
      if (has("no") || has("wrong") || has("later")) return "no";
      if (valueTold && asked.namesWhen) return "no";
      return asked.kind === "readBack" && has("change") ? null : "yes";
    default:
      return afterPreface(said.slice(1), asked, valueTold);
  }
}

/** "Yeah no" and "yes but not now" are no, but "yeah no that's fine" may well be yes. */
function afterYes(said: readonly Tone[], yes: Tone, second: Tone | undefined): Outright {
  const atOnce = second !== undefined && second.from - yes.to <= 1;
  if (atOnce && second.value === "no")
    return said[2] !== undefined && agreeing.includes(said[2].value) ? "unclear" : "no";
  if (second?.value === "later") return "no";
  if (atOnce && second.value === "negated") return "unclear";
  return said.some(({ value }) => value === "wrong") || takenBack(said) ? "unclear" : "yes";
}

function refuses(tone: ReplyTone): boolean {
  return tone === "no" || tone === "wrong" || tone === "later";
}

/** "no wait yes", "yes sorry no": both were said, with a correction between them. */
function takenBack(said: readonly Tone[]): boolean {
  const [first, second, third] = said;
  if (first === undefined || second?.value !== "change" || third === undefined) return false;
  return (
    third.from - first.to <= 3 &&
    refuses(first.value) !== refuses(third.value) &&
    third.value !== "proceed" &&
    third.value !== "change"
  );
}

/** A wish came first ("can you …", "actually …"): a clear word behind it still counts. */
function afterPreface(said: readonly Tone[], asked: Asked, valueTold: boolean): Outright {
  const rest = said.filter((tone) => tone.value !== "change");
  const first = rest[0]?.value;
  if (first === "no" || first === "wrong" || first === "later") return outrightReply(rest, asked, valueTold);
  const agrees = first === "yes" || first === "proceed";
  if (agrees && asked.kind !== "readBack") return outrightReply(rest, asked, valueTold);
  return null;
}

/** A "no" ends it; a wish is told by its own act and is no reply. */
function replyToAnythingElse(said: readonly Tone[]): Outright {
  const values = said.map((tone) => tone.value);
  const [first] = values;
  if (first === "change" || first === "proceed") return "unclear";
  if (values.includes("done") || values.includes("no") || values.includes("later")) return "no";
  if (values.includes("change") || values.includes("proceed")) return "unclear";
  return first === "yes" ? "yes" : null;
}

interface Told {
  readonly readings: readonly Reading[];
  readonly acts: readonly ActReading[];
}

/** Whether a day or time is told that is not the one the agent named: "the same time" changes nothing. */
function tellsWhen(plain: readonly Word[], told: Told): boolean {
  return told.readings.some(
    ({ kind, confidence, span }) =>
      (kind === "date" || kind === "time" || kind === "days" || kind === "times") &&
      confidence > 0.5 &&
      !POINTS_BACK.test(textIn(plain, span)),
  );
}

const POINTS_BACK = /^(?:(?:on|at) )?(?:(?:the|that) )?(?:(?:very )?same|that) (?:day|date|time|hour)$/;

function textIn(plain: readonly Word[], span: Reading["span"]): string {
  const inside = plain.filter(({ start, end }) => start >= span.start && end <= span.end);
  return inside.map(({ text }) => text).join(" ");
}

/** A different day or time, or a wish to change, in answer to details read back is a no: "make it the 14th". */
function replyByChange(plain: readonly Word[], told: Told, asked: Asked): "no" | null {
  if (tellsWhen(plain, told) && asked.namesWhen) return "no";
  return asked.kind === "readBack" && told.acts.some((act) => act.kind === "change") ? "no" : null;
}
