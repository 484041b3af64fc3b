import type { Expectation } from "../language/expectation.ts";
import { agreement, listenerNoise } from "./en/back-channel-table.ts";

/**
 * Whether words only tell us to go on speaking. "Mm-hm" does so always unless a yes or no is wanted and the question was
 * heard; "yes" and "okay" do so too, except that they answer a yes-or-no question; "no" never does.
 */
export function isBackChannel(text: string, expectation: Expectation | null, heardEarly: boolean): boolean {
  const words = text
    .toLowerCase()
    .replace(/[^a-z' -]/g, " ")
    .replace(/-/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  if (words === "") return false;
  const yesNoWanted = expectation !== null && wantsYesOrNo(expectation);
  const phrases =
    yesNoWanted && !heardEarly ? [] : yesNoWanted ? listenerNoise : [...listenerNoise, ...agreement];
  return consistsOf(words, phrases);
}

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
