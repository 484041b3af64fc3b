import { particles } from "./en/names-table.ts";

/** Writes a name with its capitals: "o'brien" → "O'Brien", "mcdonald" → "McDonald", "de la cruz" → "de la Cruz". */
export function capitalName(text: string): string {
  const words = text.split(" ");
  return words
    .map((word, index) => capitalWord(word, words.length > 1 && index < words.length - 1))
    .join(" ");
}

function capitalWord(word: string, mayBeSmall: boolean): string {
  if (mayBeSmall && particles.has(word) && !/^(?:mac|mc|st|san|santa|saint)$/.test(word)) return word;
  return word
    .split("-")
    .map((part) => part.split("'").map(capitalPart).join("'"))
    .join("-");
}

function capitalPart(part: string, index: number): string {
  if (index > 0 && part.length === 1) return part;
  const irish =
    /^(?:o)(?=(?:brien|connor|connell|donnell|keefe|neill?|hara|leary|malley|reilly|rourke|shea|sullivan|toole|grady|dwyer|callaghan|farrell|riordan)$)/.exec(
      part,
    );
  if (irish !== null) return `O'${capitalPart(part.slice(1), 0)}`;
  if (/^mc[a-z]{3,}$/.test(part)) return `Mc${capitalPart(part.slice(2), 0)}`;
  return part.charAt(0).toUpperCase() + part.slice(1);
}
