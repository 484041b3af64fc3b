import { asWords, type Found, isKnownCity, type Token } from "./address-tokens.ts";
import { oldStateAbbreviations, strongStreetTypes } from "./en/address-table.ts";
import { states } from "./en/states.data.ts";
import { lookUp } from "./numbers.ts";
import { tablePhrases } from "./table-phrases.ts";

const stateNames = tablePhrases(
  states.map(({ code, spoken }) => [code, spoken.filter((name) => name.length > 3 || name.includes(" "))]),
);
const stateCodes = new Set(states.map(({ code }) => code.toLowerCase()));

/** In lower case. */
export function isStateCode(text: string): boolean {
  return stateCodes.has(text);
}

/** Codes that also end a street ("Ct", "NE", "Al") or a floor, or that are words of speech. */
const doubtfulCodes = new Set("in or me ok hi oh de la al ct ne is as".split(" "));

/**
 * The state at the end (the ZIP already taken), by name or code. Codes and names that also end a street ("Ct", "Old Alabama")
 * need a ZIP, a comma, or a street type or well-known town before them.
 */
export function stateAtEnd(tokens: readonly Token[], zipFollows: boolean): Found<string> | null {
  const found = statePlace(tokens);
  if (found === null || zipFollows || found.from === 0) return found;
  if (tokens[found.from - 1]?.pause && !isFloorOrDirection(tokens)) return found;
  const last = tokens.at(-1)?.text ?? "";
  if (isFloorOrDirection(tokens)) return null;
  const doubtful = last.length > 2 || doubtfulCodes.has(last) || tokens.length < 4;
  if (!doubtful || !/^\d/.test(tokens[0]?.text ?? "")) return found;
  return townBefore(tokens.slice(0, found.from)) ? found : null;
}

/** "4th fl" and "Peachtree Street, NE" end in no state. */
function isFloorOrDirection(tokens: readonly Token[]): boolean {
  const before = tokens.at(-2)?.text ?? "";
  const last = tokens.at(-1)?.text ?? "";
  if (last === "fl")
    return /^(?:\d+(?:st|nd|rd|th)?|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)$/.test(
      before,
    );
  return last === "ne" && strongStreetTypes.has(before);
}

/** Whether a known town, or anything behind a street type, ends the tokens. */
function townBefore(tokens: readonly Token[]): boolean {
  for (let from = Math.max(1, tokens.length - 3); from < tokens.length; from += 1) {
    const text = tokens.slice(from).map((token) => token.text);
    if (isKnownCity(text.join(" "))) return true;
  }
  return tokens.slice(0, -1).some(({ text }, index) => index > 1 && strongStreetTypes.has(text));
}

function statePlace(tokens: readonly Token[]): Found<string> | null {
  const words = asWords(tokens);
  for (let from = Math.max(0, tokens.length - 3); from < tokens.length; from += 1) {
    const match = stateNames.at(words, from);
    if (match !== null && match.to === tokens.length) {
      const capital = match.id === "DC" && tokens[from]?.text === "washington" ? 1 : 0;
      return { value: match.id, from: from + capital, to: match.to };
    }
  }
  const last = tokens.at(-1);
  const old = tokens.length > 2 ? lookUp(oldStateAbbreviations, last?.text) : null;
  if (old !== null) return { value: old, from: tokens.length - 1, to: tokens.length };
  if (last === undefined || !isStateCode(last.text)) return spelledState(tokens);
  // Alone, "or", "me" and "hi" are words; only capitals make them a state.
  if (tokens.length === 1 && last.raw !== last.raw.toUpperCase()) return null;
  return { value: last.text.toUpperCase(), from: tokens.length - 1, to: tokens.length };
}

/** "o r", "n y". */
function spelledState(tokens: readonly Token[]): Found<string> | null {
  const [one, other] = tokens.slice(-2);
  const code = `${one?.text ?? ""}${other?.text ?? ""}`;
  if (code.length !== 2 || !isStateCode(code) || tokens.length < 4) return null;
  return { value: code.toUpperCase(), from: tokens.length - 2, to: tokens.length };
}
