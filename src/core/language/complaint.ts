import { commonComplaintWords, complaintParts, denials, overWords } from "./en/complaint-parts-table.ts";
import { complaints } from "./en/complaint-table.ts";
import { overlap, partPhrases, saysMore } from "./part-phrases.ts";
import { plainWords } from "./plain-words.ts";
import { type TableMatch, tablePhrases } from "./table-phrases.ts";
import type { Circumstances, Heard, Reading } from "./understanding.ts";
import { splitWords, type Word } from "./words.ts";

const phrases = tablePhrases(complaints.map(({ id, spoken }) => [id, spoken]));
const over = tablePhrases([["over", overWords]]);
const negations = tablePhrases([["no", denials]]);
/** Pain may be told before or after the part of the body: "my left knee has really been hurting". */
const REACH_WORDS = 6;
const parts = partPhrases(complaintParts, REACH_WORDS, new Set(["but"]));

/**
 * What brings the caller, by category, in the order told; complaints that are denied ("no fever") are left out. The words
 * themselves are in the span. `words` are those of `splitWords(heard.text)`.
 */
export function readComplaints(
  words: readonly Word[],
  circumstances: Circumstances,
  heard: Heard,
): readonly Reading[] {
  const asked = circumstances.expectation.asked.includes("complaint");
  const plain = plainWords(words);
  const found = complaintsIn(plain, asked);
  if (found.length > 0) return found.map((match) => reading(match, plain, asked));
  return asked ? fromAlternatives(words, heard) : [];
}

function complaintsIn(plain: readonly Word[], asked: boolean): readonly TableMatch[] {
  const composed = parts.find(plain);
  const direct = phrases
    .find(plain)
    .filter((match) => !isCommon(match, plain) || (asked && !composed.some((part) => saysMore(part, match))));
  const more = composed.filter((match) => !direct.some((other) => overlap(other, match)));
  const all = [...direct, ...more]
    .filter((match) => !isDenied(match, plain) && !isFigure(match, plain) && !isOver(match, plain))
    .sort((a, b) => a.from - b.from);
  return all.filter((match, index) => {
    const first = all.findIndex(({ id }) => id === match.id) === index;
    return first && !more.some((other) => other !== match && saysLess(match, other));
  });
}

/** Of two matches over the same words the longer stands. */
function saysLess(match: TableMatch, other: TableMatch): boolean {
  return overlap(match, other) && match.to - match.from < other.to - other.from && match.id !== other.id;
}

function isCommon({ from, to }: TableMatch, plain: readonly Word[]): boolean {
  const text = plain
    .slice(from, to)
    .map((word) => word.text)
    .join(" ");
  return commonComplaintWords.has(text);
}

/** "no fever", "I don't have any chest pain": a denial a few words before, with no "but" between. */
function isDenied(match: TableMatch, plain: readonly Word[]): boolean {
  const from = Math.max(0, match.from - 4);
  const before = plain.slice(from, match.from);
  const denial = negations.find(before).at(-1);
  if (denial === undefined) return false;
  const between = before.slice(denial.to);
  if (
    between.some(({ text }) =>
      /^(?:but|just|only|because|it|is|been|stop|wait|longer|sure|feeling|going|well|working|right)$/.test(
        text,
      ),
    )
  )
    return false;
  const last = before[denial.to - 1];
  return !(last?.pause ?? false);
}

/** "the fever is gone", "my cough went away": told, and no complaint any more. */
function isOver(match: TableMatch, plain: readonly Word[]): boolean {
  return over.at(plain, match.to) !== null;
}

/** "sick of waiting", "tired of being on hold". */
function isFigure(match: TableMatch, plain: readonly Word[]): boolean {
  return /^(?:sick|tired)$/.test(plain[match.to - 1]?.text ?? "") && plain[match.to]?.text === "of";
}

function reading({ id, from, to }: TableMatch, plain: readonly Word[], asked: boolean): Reading {
  const span = { start: plain[from]?.start ?? 0, end: plain[to - 1]?.end ?? 0 };
  return { kind: "complaint", value: id, span, confidence: asked ? 0.9 : 0.8 };
}

function fromAlternatives(words: readonly Word[], heard: Heard): readonly Reading[] {
  const span = { start: words[0]?.start ?? 0, end: words.at(-1)?.end ?? 0 };
  for (const text of heard.alternatives.slice(0, 4)) {
    const match = complaintsIn(plainWords(splitWords(text)), true)[0];
    if (match !== undefined) return [{ kind: "complaint", value: match.id, span, confidence: 0.5 }];
  }
  return [];
}
