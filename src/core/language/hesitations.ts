import { hesitations } from "./en/hesitations-table.ts";
import type { Word } from "./words.ts";

const sounds: ReadonlySet<string> = new Set(hesitations);
/** Before an "er" that is the emergency room. */
const articles: ReadonlySet<string> = new Set(["the", "an"]);

export function isHesitation(text: string | undefined): boolean {
  return text !== undefined && sounds.has(text);
}

/** Before another word; and no "er" behind an article, which is the emergency room. */
const beforeWords = new RegExp(
  `(?<![\\w'-])(?!(?<=\\b(?:the|an) )er\\b)(?:${hesitations.join("|")})(?![\\w'-])[,.]?\\s+(?=\\S)`,
  "gi",
);
/** "Uh-huh" and "uh-uh" are answers. */
const answers = /\b(?:uh|mm|hm)[ -]?(?:huh|uh|hm)\b/i;

/** What somebody said without the sounds with which they thought. At the end they are left: more is to come, or they end a name. */
export function saidWithoutHesitations(text: string): string {
  return answers.test(text) ? text : text.replace(beforeWords, "");
}

/** People think in the middle of a number or a date, and its figures belong together all the same. */
export function withoutHesitations(words: readonly Word[]): readonly Word[] {
  return words.filter(
    ({ text }, index) => !isHesitation(text) || (text === "er" && articles.has(words[index - 1]?.text ?? "")),
  );
}
