import type { Token } from "./address-tokens.ts";
import { numberedRoads, ownedRoads } from "./en/address-table.ts";
import { numberAt } from "./numbers.ts";

/** "twenty third street" → "23rd street", "county road twelve" → "county road 12"; "fifth avenue" stays as it is. */
export function inFigures(tokens: readonly Token[]): readonly Token[] {
  const words = tokens.map(({ text, pause }, index) => ({ text, pause, start: index, end: index }));
  const written: Token[] = [];
  let at = 0;
  while (at < tokens.length) {
    const token = tokens[at];
    if (token === undefined) break;
    const number = /\d/.test(token.text) ? null : numberAt(words, at);
    const road = numberedRoads.has(words[at - 1]?.text ?? "") || ownedRoads.has(words[at - 1]?.text ?? "");
    const ordinal = number?.ordinal === true && (number.value > 10 || number.next > at + 1);
    if (number !== null && (ordinal || (road && !number.ordinal))) {
      const text = number.ordinal ? ordinalFigures(number.value) : String(number.value);
      written.push({ ...token, text, raw: text, pause: tokens[number.next - 1]?.pause ?? false });
      at = number.next;
    } else {
      written.push(token);
      at += 1;
    }
  }
  return written;
}

function ordinalFigures(value: number): string {
  const teen = value % 100 > 10 && value % 100 < 14;
  const ending = teen ? "th" : (["th", "st", "nd", "rd"][value % 10] ?? "th");
  return `${value}${ending}`;
}
