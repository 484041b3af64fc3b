import { characterRuns } from "./character-runs.ts";
import { certainDomainAt, domainAt, type MailDomain } from "./email-domain.ts";
import { localPart } from "./email-local.ts";
import { mailCues } from "./en/email-table.ts";
import { tablePhrases } from "./table-phrases.ts";
import type { Circumstances, Heard, PersonName, Reading } from "./understanding.ts";
import type { Word } from "./words.ts";

const cues = tablePhrases([["cue", mailCues]]);
const WRITTEN = /^[a-z\d][a-z\d._%+-]*@(?:[a-z\d-]+\.)+[a-z]{2,24}$/;
const AT_WORDS = new Set(["at", "@", "add", "att", "arroba"]);
const LONGEST_LOCAL = 80;

/** E-mail addresses, lower case, spoken or written. `words` are those of `splitWords(heard.text)`. */
export function readEmails(
  words: readonly Word[],
  circumstances: Circumstances,
  heard: Heard,
): readonly Reading[] {
  const asked = circumstances.expectation.asked.includes("email");
  const split = splitAtSigns(words);
  const found = mailIn(split, circumstances.knownName ?? null, asked);
  if (found === null) return [];
  const span = { start: split[found.from]?.start ?? 0, end: split[found.to - 1]?.end ?? 0 };
  const spelled = spelledLater(split.slice(found.to), found.local, heard.text);
  return [
    {
      kind: "email",
      value: `${spelled ?? found.local}@${found.domain}`,
      span,
      confidence: (asked ? 0.95 : 0.88) * found.sure,
    },
  ];
}

interface FoundMail {
  readonly local: string;
  readonly domain: string;
  readonly from: number;
  readonly to: number;
  readonly sure: number;
}

/** "john@gmail.com" and "john@ gmail dot com" become three words, so that one way of reading serves all. */
function splitAtSigns(words: readonly Word[]): readonly Word[] {
  return words.flatMap((word) => {
    const sign = word.text.indexOf("@");
    if (sign < 0 || word.text === "@") return [word];
    const parts: Word[] = [];
    const cut = (from: number, to: number): void => {
      if (to > from)
        parts.push({
          ...word,
          text: word.text.slice(from, to),
          start: word.start + from,
          end: word.start + to,
        });
    };
    cut(0, sign);
    cut(sign, sign + 1);
    cut(sign + 1, word.text.length);
    return parts;
  });
}

function mailIn(words: readonly Word[], name: PersonName | null, asked: boolean): FoundMail | null {
  for (let at = words.length - 1; at > 0; at -= 1) {
    if (!AT_WORDS.has(words[at]?.text ?? "")) continue;
    const sign = /^(?:sign|symbol)$/.test(words[at + 1]?.text ?? "") ? 2 : 1;
    const domain = domainAt(words, at + sign);
    if (domain === null || (!asked && domain.sure < 0.9)) continue;
    const local = localBefore(words, at, name);
    if (local !== null)
      return { ...local, domain: domain.domain, to: domain.to, sure: domain.sure * local.sure };
  }
  return asked ? withoutAt(words, name) : null;
}

/** "john smith gmail dot com": the "at" was lost, but a provider with its ending tells where it stood. */
function withoutAt(words: readonly Word[], name: PersonName | null): FoundMail | null {
  for (let at = 1; at < words.length; at += 1) {
    const domain: MailDomain | null = certainDomainAt(words, at);
    if (domain === null || domain.sure < 1 || /^(?:dot|at)$/.test(words[at - 1]?.text ?? "")) continue;
    const local = localBefore(words, at, name);
    if (local !== null) return { ...local, domain: domain.domain, to: domain.to, sure: 0.55 };
  }
  return null;
}

function localBefore(
  words: readonly Word[],
  at: number,
  name: PersonName | null,
): { local: string; from: number; sure: number } | null {
  const earliest = Math.max(0, at - LONGEST_LOCAL);
  let from = earliest;
  for (const cue of cues.find(words.slice(0, at))) {
    const aside = /^spaces?$/.test(words[cue.to]?.text ?? "");
    if (cue.to < at && !aside) from = Math.max(from, cue.to);
  }
  for (let index = at - 1; index >= from; index -= 1) {
    if (AT_WORDS.has(words[index]?.text ?? "")) from = index + 1;
  }
  const local = localPart(words.slice(from, at), name);
  return local === null ? null : { local, from, sure: at - from > 12 ? 0.8 : 1 };
}

/** "… at example dot com, that's s m y t h": a spelling behind the address that is nearly its local part. */
function spelledLater(words: readonly Word[], local: string, original: string): string | null {
  const run = characterRuns(words, original).find(({ text }) => text.length >= 3);
  const letters = run?.text.toLowerCase() ?? "";
  if (letters === "" || letters[0] !== local[0] || Math.abs(letters.length - local.length) > 2) return null;
  const shared = [...letters].filter((letter) => local.includes(letter)).length;
  return shared >= local.length - 2 ? letters : null;
}

/** 0–1: how sure that nothing more is coming; null when no e-mail address was begun. */
export function emailComplete(words: readonly Word[], circumstances: Circumstances): number | null {
  const split = splitAtSigns(words);
  const last = split.at(-1)?.text ?? "";
  if (last === "dot" || AT_WORDS.has(last) || last === "underscore" || last === "dash") return 0.05;
  const found = mailIn(split, null, circumstances.expectation.asked.includes("email"));
  if (found !== null) return found.sure < 0.9 && !WRITTEN.test(words.at(-1)?.text ?? "") ? 0.5 : 0.95;
  if (!circumstances.expectation.asked.includes("email") || words.length === 0) return null;
  const spelling = characterRuns(split, "").reduce((sum, run) => sum + run.text.length, 0);
  return spelling >= 1 || split.some((word) => AT_WORDS.has(word.text)) ? 0.1 : null;
}
