/** What short sound was, unless what it is mistaken for fits better by so much, as a natural logarithm. */
interface Mistake {
  readonly said: string;
  readonly betterBy: number;
}

/**
 * A "yes" with a clear "s" begins like "let's" and ends before there is anything to "see". It comes to 40 to 85 then, and
 * a "let's see" that was said to 110 in noise and to 200 on a clean line. Whoever is taken to think is waited for.
 */
const mistakes: Readonly<Record<string, Mistake>> = { "let's see": { said: "yes", betterBy: 95 } };

/** Null when nothing else is heard as these words. */
export function mistakeOf(text: string): Mistake | null {
  return mistakes[text] ?? null;
}
