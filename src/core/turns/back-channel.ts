import type { Expectation } from "../language/expectation.ts";
import { agreement, listenerNoise, listenerWords } from "./en/back-channel-table.ts";

/** How much of what we say was heard when the words came: less than half, most, or all but a syllable. */
export type HeardShare = "little" | "most" | "all";

/**
 * Whether words only tell us to go on speaking. Where no yes or no is wanted, "mm-hm", "yes" and "okay" do. Where one is, a
 * "yes" is an answer, "okay" is one once most of the question was heard, and "mm-hm" when all of it was. "No" never does.
 */
export function isBackChannel(text: string, expectation: Expectation | null, heard: HeardShare): boolean {
  const words = text
    .toLowerCase()
    .replace(/[^a-z' -]/g, " ")
    .replace(/-/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  if (words === "") return false;
  if (expectation === null || !wantsYesOrNo(expectation))
    return consistsOf(words, [...listenerNoise, ...listenerWords, ...agreement]);
  return consistsOf(words, asideOf[heard]);
}

/** What is no answer to a yes-or-no question, by how much of it was heard. */
const asideOf: Readonly<Record<HeardShare, readonly string[]>> = {
  little: [...listenerNoise, ...listenerWords],
  most: listenerNoise,
  all: [],
};

function wantsYesOrNo(expectation: Expectation): boolean {
  return expectation.asked.includes("yesNo") || expectation.also.includes("yesNo");
}

/** Whether the words are a row of one to four of the phrases and nothing else. */
function consistsOf(words: string, phrases: readonly string[], left = 4): boolean {
  if (words === "") return true;
  if (left === 0) return false;
  return phrases.some(
    (phrase) =>
      (words === phrase || words.startsWith(`${phrase} `)) &&
      consistsOf(words.slice(phrase.length).trim(), phrases, left - 1),
  );
}
