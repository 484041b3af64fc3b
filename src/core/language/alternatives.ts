import { readChoices } from "./choices.ts";
import { plainParsers } from "./parsers.ts";
import { plainWords } from "./plain-words.ts";
import { answers, resolve } from "./resolve.ts";
import type { Circumstances, Heard, Reading } from "./understanding.ts";
import { splitWords } from "./words.ts";

/** How many other hypotheses are looked at, and how sure a value from them can be: it always wants confirming. */
const MOST_ALTERNATIVES = 4;
const MOST_CONFIDENCE = 0.5;

/**
 * Looks for what was asked in the recognizer's other hypotheses, when the best one has nothing of it. The parsers of names,
 * codes and numbers look there themselves. The span is the whole text, since the words stand in another one.
 */
export function readAlternatives(
  heard: Heard,
  circumstances: Circumstances,
  found: readonly Reading[],
): readonly Reading[] {
  const { expectation } = circumstances;
  const isAsked = (reading: Reading): boolean => {
    const field = answers[reading.kind];
    return field !== null && expectation.asked.includes(field);
  };
  if (heard.alternatives.length === 0 || expectation.asked.length === 0 || found.some(isAsked)) return [];
  const span = { start: 0, end: heard.text.length };
  for (const text of heard.alternatives.slice(0, MOST_ALTERNATIVES)) {
    if (text === heard.text) continue;
    const plain = plainWords(splitWords(text));
    const values = resolve(
      plainParsers.flatMap((read) => read(plain, circumstances)),
      plain,
      expectation,
    );
    const asked = [...readChoices(plain, circumstances, values), ...values].filter(isAsked);
    if (asked.length > 0) {
      return asked.map((reading) => ({
        ...reading,
        span,
        confidence: Math.min(MOST_CONFIDENCE, reading.confidence),
      }));
    }
  }
  return [];
}
