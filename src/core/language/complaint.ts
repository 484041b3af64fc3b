import { complaints } from "./en/complaint-table.ts";
import { plainWords } from "./plain-words.ts";
import { tablePhrases } from "./table-phrases.ts";
import type { Circumstances, Heard, Reading } from "./understanding.ts";
import type { Word } from "./words.ts";

const phrases = tablePhrases(complaints.map(({ id, spoken }) => [id, spoken]));

/** `words` are those of `splitWords(heard.text)`. */
export function readComplaints(
  words: readonly Word[],
  _circumstances: Circumstances,
  _heard: Heard,
): readonly Reading[] {
  const plain = plainWords(words);
  return phrases.find(plain).map(({ id, from, to }) => ({
    kind: "complaint",
    value: id,
    span: { start: plain[from]?.start ?? 0, end: plain[to - 1]?.end ?? 0 },
    confidence: 0.9,
  }));
}
