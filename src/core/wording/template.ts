/** Some words of a prompt, before they are wrapped as private. */
export interface Piece {
  readonly text: string;
  readonly fixed: boolean;
}

const hole = /\{(\w+)\}([.,;:?!]*)/g;

/**
 * Fills the holes of a template. Each hole is a piece of its own, together with the punctuation that follows it; what stands
 * between is fixed.
 */
export function fill(template: string, values: Readonly<Record<string, string>> = {}): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of template.matchAll(hole)) {
    pieces.push(fixed(template.slice(from, match.index)));
    pieces.push({ text: `${values[match[1] ?? ""] ?? ""}${match[2] ?? ""}`, fixed: false });
    from = match.index + match[0].length;
  }
  pieces.push(fixed(template.slice(from)));
  return pieces.filter(({ text }) => text !== "");
}

/** The same words in every call. */
export function fixed(text: string): Piece {
  return { text: text.trim(), fixed: true };
}

/** The fixed pieces of a template. */
export function fixedPieces(template: string): readonly string[] {
  return fill(template)
    .filter((piece) => piece.fixed)
    .map(({ text }) => text);
}

/** One of several ways to say the same, by the turn: varied without chance, so that a replay says the same. */
export function varied(ways: readonly string[], turn: number): string {
  return ways[turn % ways.length] ?? "";
}
