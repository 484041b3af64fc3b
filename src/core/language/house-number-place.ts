import { houseNumberAt } from "./address-number.ts";
import { hasStreet } from "./address-street.ts";
import { isDirection, type Token } from "./address-tokens.ts";
import { buildingWords, numberedRoads } from "./en/address-table.ts";

/**
 * The house number stands first, or behind the name of a building or firm. Where two numbers could be it ("1015 Financial
 * Center 505 20th St N"), it is the one with a street type behind it and none before.
 */
export function houseNumberPlace(tokens: readonly Token[]): number | null {
  let first: number | null = null;
  for (let at = 0; at < tokens.length - 1; at += 1) {
    const found = houseNumberAt(tokens, at);
    if (found === null || found.to >= tokens.length) continue;
    if (at > 0 && !/^\d{2}|^[nsew]\d/.test(tokens[at]?.text ?? "")) continue;
    if (numberedRoads.has(tokens[at - 1]?.text ?? "")) continue;
    if (first !== null) {
      const between = tokens.slice(first + 1, at);
      if (between.every((token) => isDirection(token) || /\d/.test(token.text))) break;
      const place = tokens[at - 1];
      const building = place?.pause === true && buildingWords.has(place.text);
      if ((!building && hasStreet(tokens.slice(first, at))) || !namesStreet(tokens.slice(found.to))) break;
    }
    if (first === null && at > 0 && hasStreet(tokens.slice(0, at + 1)) && !hasStreet(tokens.slice(found.to)))
      return null;
    first = at;
  }
  return first;
}

/** A street with its name, or one that is all name. */
function namesStreet(tokens: readonly Token[]): boolean {
  return tokens[0]?.text === "broadway" || hasStreet(tokens);
}
