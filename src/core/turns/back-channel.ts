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
  return consistsOf(words, asideFrom(expectation, heard));
}

function asideFrom(expectation: Expectation | null, heard: HeardShare): readonly string[] {
  const listening = [...listenerNoise, ...listenerWords];
  if (expectation === null) return [...listening, ...agreement];
  const { asked, also } = expectation;
  if (asked.includes("yesNo")) return asideOf[heard];
  if (!also.includes("yesNo")) return [...listening, ...agreement];
  // An "okay" takes what is offered; instead of a name or a number it says nothing, until all was asked.
  return heard === "all" || asked.includes("choice") ? asideOf[heard] : listening;
}

/** What is no answer to a yes-or-no question, by how much of it was heard. */
const asideOf: Readonly<Record<HeardShare, readonly string[]>> = {
  little: [...listenerNoise, ...listenerWords],
  most: listenerNoise,
  all: [],
};

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
