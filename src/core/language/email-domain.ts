import { mailProviders, topLevelDomains, weakProviders } from "./en/email-table.ts";
import { charactersAt } from "./spoken-characters.ts";
import { type TableMatch, tablePhrases } from "./table-phrases.ts";
import type { Word } from "./words.ts";

/** The part behind the `@`; `to` is the word index behind it. */
export interface MailDomain {
  readonly domain: string;
  readonly to: number;
  /** 0–1. Below 0.9 when an ending was supplied or a spelling repaired. */
  readonly sure: number;
}

const providers = tablePhrases(mailProviders);
const endings = tablePhrases(topLevelDomains);
const DOT = new Set(["dot", "period", "point", "."]);
const WRITTEN_DOMAIN = /^(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z]{2,24}$/;
const LONGEST = 14;

/** Reads a domain that begins at `at`; null when none does. */
export function domainAt(words: readonly Word[], at: number): MailDomain | null {
  return certainDomainAt(words, at) ?? spelledDomainAt(words, at);
}

/** A written domain, or a provider that is known by name. */
export function certainDomainAt(words: readonly Word[], at: number): MailDomain | null {
  const text = words[at]?.text ?? "";
  if (WRITTEN_DOMAIN.test(text)) return { ...repaired(text), to: at + 1 };
  return providerAt(words, at);
}

function providerAt(words: readonly Word[], at: number): MailDomain | null {
  const match = providers.at(words, at);
  if (match === null) return null;
  const ending = endingAt(words, match.to);
  const said = words
    .slice(match.from, match.to)
    .map((word) => word.text)
    .join(" ");
  if (ending === null) {
    if (weakProviders.has(said)) return null;
    return { domain: match.id, to: match.to, sure: 0.85 };
  }
  const name = match.id.slice(0, match.id.indexOf("."));
  return { domain: `${name}.${ending.id}`, to: ending.to, sure: 1 };
}

/** "dot com", or "com" where a dot was lost. */
function endingAt(words: readonly Word[], at: number): TableMatch | null {
  if (DOT.has(words[at]?.text ?? "")) return endings.at(words, at + 1);
  const bare = endings.at(words, at);
  return bare !== null && (bare.id === "com" || bare.id === "net" || bare.id === "org") ? bare : null;
}

/** "my company dot com", "a c m e dash tools dot co dot uk". */
function spelledDomainAt(words: readonly Word[], at: number): MailDomain | null {
  let domain = "";
  for (let index = at; index < words.length && index < at + LONGEST; ) {
    const text = words[index]?.text ?? "";
    if (DOT.has(text)) {
      const ending = endings.at(words, index + 1);
      const more = ending === null ? false : DOT.has(words[ending.to]?.text ?? "");
      if (domain !== "" && ending !== null && !more) {
        return { domain: `${domain}.${ending.id}`, to: ending.to, sure: 0.95 };
      }
      if (domain === "") return null;
      domain += ".";
      index += 1;
    } else if (text === "dash" || text === "hyphen") {
      domain += "-";
      index += 1;
    } else {
      const piece = domainPiece(words, index);
      if (piece === null) return null;
      domain += piece.text;
      index = piece.to;
    }
  }
  return null;
}

function domainPiece(words: readonly Word[], index: number): { text: string; to: number } | null {
  const text = words[index]?.text ?? "";
  const way = charactersAt(words, index)[0];
  const spelled =
    way !== undefined &&
    way.cost === 0 &&
    (/^[a-z\d]$/.test(text) || way.to > index + 1 || /^\d/.test(way.text));
  if (spelled) return { text: way.text.toLowerCase(), to: way.to };
  return /^[a-z\d][a-z\d.-]*$/.test(text) ? { text, to: index + 1 } : null;
}

/** `gmial.com` is `gmail.com`; unknown domains stay as they are. */
function repaired(domain: string): { domain: string; sure: number } {
  const dot = domain.indexOf(".");
  const name = domain.slice(0, dot);
  const ending = domain.slice(dot + 1);
  const goodEnding =
    ending === "con" || ending === "comm" || ending === "cm" || ending === "vom" ? "com" : ending;
  for (const [provider, spoken] of mailProviders) {
    if (weakProviders.has(name) || !spoken.includes(name)) continue;
    const known = provider.slice(0, provider.indexOf("."));
    return { domain: `${known}.${goodEnding}`, sure: known === name && goodEnding === ending ? 1 : 0.7 };
  }
  return { domain: `${name}.${goodEnding}`, sure: goodEnding === ending ? 1 : 0.7 };
}
