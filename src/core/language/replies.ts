import { type ReplyTone, replyClasses, replyPhrases } from "./en/replies-table.ts";
import { type PhraseMatch, phraseBook } from "./phrases.ts";
import type { Word } from "./words.ts";

const book = phraseBook<ReplyTone>(replyPhrases, replyClasses);

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

/** What the words say to a yes/no question, piece by piece and in order. */
export function replyTones(plain: readonly Word[]): readonly PhraseMatch<ReplyTone>[] {
  const tones: PhraseMatch<ReplyTone>[] = [];
  let end = 0;
  for (const match of [...book.find(plain)].sort(byPlaceThenLength)) {
    if (match.from < end) continue;
    tones.push(match);
    end = match.to;
  }
  return tones;
}

function byPlaceThenLength(one: PhraseMatch<ReplyTone>, other: PhraseMatch<ReplyTone>): number {
  return (
    one.from - other.from ||
    other.to - one.to ||
    precedence.indexOf(one.value) - precedence.indexOf(other.value)
  );
}
