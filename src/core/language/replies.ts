import { type AskedBefore, previousPhrases } from "./en/previous-table.ts";
import { type ReplyTone, replyClasses, replyPhrases } from "./en/replies-table.ts";
import { type PhraseMatch, phraseBook } from "./phrases.ts";
import { plainWords } from "./plain-words.ts";
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
  const tones: Tone[] = [];
  let end = 0;
  for (const match of [...book.find(plain)].sort(byPlaceThenLength)) {
    if (match.from < end) continue;
    tones.push(match);
    end = match.to;
  }
  return tones;
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
  tones: readonly Tone[],
  plain: readonly Word[],
  circumstances: Circumstances,
  told: { readonly readings: readonly Reading[]; readonly acts: readonly ActReading[] },
): "yes" | "no" | null {
  const asked = askedBefore(circumstances);
  if (asked === "suggestion") return null;
  const said = tones.filter((tone) => tone.value !== "idle");
  const outright = outrightReply(said, asked);
  if (outright !== null) return outright === "unclear" ? null : outright;
  if (asked === "readBack") return replyByChange(said, plain, told);
  return null;
}

/** What the agent asked, from the expectation where there is one, else from its words. */
function askedBefore(circumstances: Circumstances): AskedBefore | "question" {
  const { asked } = circumstances.expectation;
  const words = plainWords(splitWords(circumstances.previous));
  const kinds = new Set(previousBook.find(words).map((match) => match.value));
  if (kinds.has("readBack")) return "readBack";
  const last = lastSentence(words);
  const lastKinds = new Set(previousBook.find(last).map((match) => match.value));
  if (lastKinds.has("anythingElse")) return "anythingElse";
  if (asked.includes("yesNo") || kinds.has("booking") || asked.includes("choice")) return "question";
  return kinds.has("suggestion") ? "suggestion" : "question";
}

function lastSentence(words: readonly Word[]): readonly Word[] {
  return words.slice(-14);
}

type Outright = "yes" | "no" | "unclear" | null;

function outrightReply(said: readonly Tone[], asked: AskedBefore | "question"): Outright {
  const first = said[0];
  if (first === undefined) return null;
  const values = said.map((tone) => tone.value);
  const has = (tone: ReplyTone): boolean => values.includes(tone);
  if (asked === "anythingElse") return replyToAnythingElse(values);
  switch (first.value) {
    case "yes":
      // "yeah no" and "yes but that is wrong" are no; "yes … no rush" far behind is still yes.
      if (said[1]?.value === "no" && said[1].from - first.to <= 1) return "no";
      return has("wrong") ? "unclear" : "yes";
    case "fine":
      if (has("no") || has("wrong") || has("later")) return "no";
      return "yes";
    case "no":
      if (said[1]?.value === "yes" && said[1].from === first.to && said.length === 2) return "unclear";
      return "no";
    case "wrong":
    case "later":
      return "no";
    case "done":
      return has("yes") ? "yes" : "no";
    case "unsure":
      return has("yes") === has("no") ? "unclear" : has("yes") ? "yes" : has("later") ? "no" : "no";
    default:
      return afterPreface(said.slice(1), asked);
  }
}

/** A wish came first ("can you …", "I'd like …"): a clear word behind it still counts. */
function afterPreface(said: readonly Tone[], asked: AskedBefore | "question"): Outright {
  const rest = said.filter((tone) => tone.value !== "change");
  const first = rest[0]?.value;
  if (first === "yes" || first === "no" || first === "wrong" || first === "later")
    return outrightReply(rest, asked);
  return null;
}

function replyToAnythingElse(values: readonly ReplyTone[]): Outright {
  const first = values[0];
  if (values.includes("done") || values.includes("no") || values.includes("later")) {
    return first === "change" ? null : "no";
  }
  return first === "yes" ? "yes" : null;
}

/** A different value or a wish in answer to details read back is a no: "make it the 14th". */
function replyByChange(
  said: readonly Tone[],
  plain: readonly Word[],
  told: { readonly readings: readonly Reading[]; readonly acts: readonly ActReading[] },
): "no" | null {
  const wish =
    said.some((tone) => tone.value === "change") ||
    told.acts.some((act) => act.kind === "change" || act.kind === "correct");
  const value = told.readings.some(
    (reading) => ["date", "time", "days", "times"].includes(reading.kind) && reading.confidence > 0.5,
  );
  if (value && plain.length > 0) return "no";
  return wish && told.acts.some((act) => act.kind === "change") ? "no" : null;
}
