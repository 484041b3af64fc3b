/** A stretch of text that is synthesised as one, and the silence that follows it. */
export interface Clause {
  readonly text: string;
  readonly pauseMs: number;
}

/** The first clause decides how soon the caller hears something; later ones are longer, because longer sounds better. */
const FIRST_AT_MOST = 60;
const LATER_AT_MOST = 160;

const pauses: Readonly<Record<string, number>> = {
  ".": 260,
  "!": 260,
  "?": 260,
  ";": 180,
  ":": 160,
  ",": 110,
};

/** Words whose full stop does not end a sentence. */
const abbreviation = /(?:^|\s)(?:dr|mr|mrs|ms|st|ave|vs|no|[a-z]|[ap]\.m)\.$/i;

/**
 * Cuts a text at sentence ends, and a long sentence at commas, so that the first piece can sound while the rest is being
 * made. The texts joined with one space are the text with its white space collapsed. The last clause has no pause.
 */
export function clauses(text: string): readonly Clause[] {
  const parts = units(text);
  const result: Clause[] = [];
  let current = "";
  for (const [index, part] of parts.entries()) {
    current = current === "" ? part : `${current} ${part}`;
    const next = parts[index + 1];
    if (next === undefined) result.push({ text: current, pauseMs: 0 });
    else if (endsHere(current, next, result.length === 0)) {
      result.push({ text: current, pauseMs: pauses[current.at(-1) as string] ?? 0 });
      current = "";
    }
  }
  return result;
}

/** Smallest pieces that may stand alone: up to a full stop or a comma. */
export function units(text: string): string[] {
  const parts: string[] = [];
  let current = "";
  for (const word of text.trim().split(/\s+/)) {
    if (word === "") continue;
    current = current === "" ? word : `${current} ${word}`;
    if (/[.!?;:,]$/.test(word) && !abbreviation.test(current)) {
      parts.push(current);
      current = "";
    }
  }
  if (current !== "") parts.push(current);
  return parts;
}

function endsHere(current: string, next: string, first: boolean): boolean {
  const atMost = first ? FIRST_AT_MOST : LATER_AT_MOST;
  if (/[.!?]$/.test(current)) return current.length >= 12 || current.length + next.length > atMost;
  return current.length >= 20 && current.length + 1 + next.length > atMost;
}
