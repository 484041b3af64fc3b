/** A stretch that is synthesised as one begins to play only when it is done, so long ones are cut. */
const LONGEST_CHARACTERS = 160;
const SHORTEST_CHARACTERS = 24;

/**
 * Cuts a long text at ends of sentences, or else at clauses, never inside a number, a time, an address or a spelling: a cut
 * lies only at a space that follows punctuation. The parts join with one space to the text.
 */
export function splitLong(text: string): readonly string[] {
  if (text.length <= LONGEST_CHARACTERS) return [text];
  const cut = bestCut(text);
  if (cut === null) return [text];
  return [text.slice(0, cut), ...splitLong(text.slice(cut + 1))];
}

/** The place of the space to cut at: the last end of a sentence that fits, else the last end of a clause. */
function bestCut(text: string): number | null {
  const sentence = lastWithin(text, /[.!?] (?=\p{Lu}|\d)/gu);
  return sentence ?? lastWithin(text, /[;:] |, (?=(?:and|or|but|at|with|on) )/g);
}

function lastWithin(text: string, end: RegExp): number | null {
  const places = [...text.matchAll(end)]
    .filter((match) => !endsWithAbbreviation(text.slice(0, match.index + 1)))
    .map((match) => match.index + 1)
    .filter(
      (place) =>
        place >= SHORTEST_CHARACTERS &&
        place <= LONGEST_CHARACTERS &&
        text.length - place > SHORTEST_CHARACTERS,
    );
  return places.at(-1) ?? null;
}

/** "Dr. Garcia", "12 Oak St. West": the full stop does not end a sentence. */
function endsWithAbbreviation(text: string): boolean {
  return /(?:^|\s)(?:Dr|Mr|Mrs|Ms|St|Ave|Apt|No|P\.O|[A-Z])\.$/.test(text);
}
