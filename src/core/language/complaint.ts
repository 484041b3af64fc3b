import { bodyParts, commonComplaintWords, denials, troubleWords } from "./en/complaint-parts-table.ts";
import { complaints } from "./en/complaint-table.ts";
import { plainWords } from "./plain-words.ts";
import { type TableMatch, tablePhrases } from "./table-phrases.ts";
import type { Circumstances, Heard, Reading } from "./understanding.ts";
import { splitWords, type Word } from "./words.ts";

const phrases = tablePhrases(complaints.map(({ id, spoken }) => [id, spoken]));
const bodies = tablePhrases(bodyParts);
const negations = tablePhrases([["no", denials]]);
/** Pain may be told before or after the part of the body: "my left knee has really been hurting". */
const REACH_WORDS = 6;

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
  const parts = composedIn(plain);
  const direct = phrases
    .find(plain)
    .filter((match) => !isCommon(match, plain) || (asked && !parts.some((part) => overlap(part, match))));
  const composed = parts.filter((match) => !direct.some((other) => overlap(other, match)));
  const all = [...direct, ...composed]
    .filter((match) => !isDenied(match, plain))
    .sort((a, b) => a.from - b.from);
  return all.filter((match, index) => all.findIndex(({ id }) => id === match.id) === index);
}

function isCommon({ from, to }: TableMatch, plain: readonly Word[]): boolean {
  const text = plain
    .slice(from, to)
    .map((word) => word.text)
    .join(" ");
  return commonComplaintWords.has(text);
}

/** A part of the body with a word of pain near it. */
function composedIn(plain: readonly Word[]): readonly TableMatch[] {
  const found: TableMatch[] = [];
  for (const part of bodies.find(plain)) {
    const from = Math.max(0, part.from - REACH_WORDS);
    const trouble = plain.findIndex(
      ({ text }, index) => index >= from && index < part.to + REACH_WORDS && troubleWords.has(text),
    );
    if (trouble < 0 || pausesBetween(plain, part, trouble)) continue;
    found.push({ id: part.id, from: Math.min(part.from, trouble), to: Math.max(part.to, trouble + 1) });
  }
  return found;
}

function pausesBetween(plain: readonly Word[], part: TableMatch, at: number): boolean {
  const [from, to] = at < part.from ? [at, part.from] : [part.to - 1, at];
  return plain.slice(from, to).some(({ pause, text }) => pause || text === "but");
}

function overlap(one: TableMatch, other: TableMatch): boolean {
  return one.from < other.to && other.from < one.to;
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
