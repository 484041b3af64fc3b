/** One word as the parsers see it: lower case, without punctuation around it, with its place in the text. */
export interface Word {
  /** Lower case; inner apostrophes, dashes, dots, slashes, colons and `@` stay: `o'neil`, `3/5`, `2:30`, `p.m.` → `pm`. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** A comma, full stop, question mark or the like stands directly behind it. */
  readonly pause: boolean;
}

const TOKEN = /[\p{L}\p{N}#$&@+](?:[\p{L}\p{N}@+_%]|['’.,\-:/](?=[\p{L}\p{N}@]))*[%]?/gu;
const PAUSE = /^[.,;:!?…]/;

/** Words behind these many are not read: nobody says as much in one turn, and it bounds the work of every parser. */
const MOST_WORDS = 400;

/** Splits text into words, at most 400. Total and linear; the spans lie in the text, in order, without overlap. */
export function splitWords(text: string): readonly Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(TOKEN)) {
    if (words.length >= MOST_WORDS) break;
    let start = match.index;
    for (const part of sentences(match[0])) {
      const end = start + part.length;
      words.push({ text: tidy(part), start, end, pause: PAUSE.test(text.slice(end, end + 2)) });
      start = end + 1;
    }
  }
  return words;
}

/** "the 4th.Can I come": a full stop without a blank behind it still ends a word when a capital follows. */
function sentences(token: string): readonly string[] {
  if (token.includes("@") || !/\p{L}[.,]\p{L}|\d[.,]\p{Lu}/u.test(token)) return [token];
  return token.split(/(?<=\p{L}),(?=\p{L})|(?<=[\p{Ll}\d])[.,](?=\p{Lu})/u);
}

function tidy(token: string): string {
  const lower = token.toLowerCase().replaceAll("’", "'");
  return /^[ap]\.m$/.test(lower) ? lower.replace(".", "") : lower;
}
