import type { Expectation } from "../../core/language/expectation.ts";

/** The service takes 500 tokens of its own kind, which are not published; at three characters each there are fewer. */
const MOST_TOKENS = 450;
/** More of them help less, as the service says. */
const MOST_TERMS = 50;

/** Names to be heard well: those of the question first, then those of the practices, as many as the service takes. */
export function keyTerms(expectation: Expectation | null, names: readonly string[]): readonly string[] {
  const terms = new Map<string, string>();
  let tokens = 0;
  for (const term of [...(expectation?.hints ?? []), ...names].map((name) => name.trim())) {
    const same = term.toLowerCase();
    if (term === "" || terms.has(same)) continue;
    tokens += Math.ceil(term.length / 3);
    if (tokens > MOST_TOKENS || terms.size === MOST_TERMS) break;
    terms.set(same, term);
  }
  return [...terms.values()];
}
