/** A key of the telephone's keypad. */
export type Key = "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "*" | "#";

export function isKey(text: string): text is Key {
  return /^[0-9*#]$/.test(text);
}

/** The keys among the characters of a text. */
export function keysIn(text: string): readonly Key[] {
  return [...text].filter(isKey);
}
