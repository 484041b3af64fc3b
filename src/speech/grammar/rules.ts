/**
 * Grammars are kept as named rules in the Java Speech Grammar Format. A rule's text may name other rules as `<rule>`.
 * Every word of a rule is one that the recognizer says back, except for the marks of `letter` and of garbage, which
 * `plainWords` takes off again.
 */
export type Rules = Readonly<Record<string, string>>;

/** A weighted alternative: the weights of one choice are shares of one another. */
export type Weighted = readonly [weight: number, expansion: string];

export function oneOf(expansions: readonly string[]): string {
  return `( ${expansions.join(" | ")} )`;
}

/** Alternatives of weight 0 or without text are left out. */
export function weighted(alternatives: readonly Weighted[]): string {
  const parts = alternatives.filter(([weight, expansion]) => weight > 0 && expansion !== "");
  return `( ${parts.map(([weight, expansion]) => `/${weight.toExponential(3)}/ ( ${expansion} )`).join(" | ")} )`;
}

/**
 * Words of a text as a grammar can hold them: lower case, without punctuation; a single letter is a spelled letter, except
 * "a" and "i", which are words. Digits are left out by their owner: a grammar has words only.
 */
export function phrase(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFD")
    .replaceAll(/[^a-z0-9' -]+/g, " ")
    .replaceAll(/(^|\s)['-]+|['-]+(?=\s|$)/g, " ")
    .trim()
    .split(/\s+/)
    .filter((word) => /^[a-z]/.test(word))
    .map((word) => (/^[b-hj-z]$/.test(word) ? `_${word}` : word))
    .join(" ");
}

export function phrases(texts: readonly string[]): readonly string[] {
  return [...new Set(texts.map(phrase))].filter((text) => text !== "");
}
