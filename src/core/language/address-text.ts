import type { Found, Token } from "./address-tokens.ts";

/** "4b" is written "4B"; words stay as they are. */
export function unitText(units: readonly Found<string>[]): string | null {
  if (units.length === 0) return null;
  const text = units.map(({ value }) => value).join(" ");
  return text.replace(/(?<![a-z])[a-z](?![a-z])/gi, (letter) => letter.toUpperCase());
}

/** As said, each word with a capital; figures and mixed case stay as they are. */
export function capitals(tokens: readonly Token[]): string | null {
  if (tokens.length === 0) return null;
  return tokens
    .map(({ raw }) => (/^[a-z]/.test(raw) ? raw.charAt(0).toUpperCase() + raw.slice(1) : raw))
    .join(" ");
}
