import { behindVerb, contractions, endings, isHosts } from "./en/contractions-table.ts";
import { tensWords } from "./en/numbers-table.ts";
import { isHesitation } from "./hesitations.ts";
import { isNumberWord, lookUp } from "./numbers.ts";
import type { Word } from "./words.ts";

/** Small words that mean nothing said twice: "on the the tenth". */
const STUTTERED = /^(?:the|a|an|on|at|of|in|for|to|my|i|is|it|and)$/;

/**
 * Writes short forms out ("don't" → "do not"), so that phrase tables need the long form only. The parts keep the place of
 * the word they come from.
 */
export function plainWords(words: readonly Word[]): readonly Word[] {
  const plain: Word[] = [];
  for (const [index, word] of words.entries()) {
    if ((STUTTERED.test(word.text) || isHesitation(word.text)) && plain.at(-1)?.text === word.text) continue;
    const long = written(word.text) ?? withVerb(word.text, words[index + 1]?.text);
    if (long === null) {
      plain.push(word);
      continue;
    }
    const parts = long.split(" ");
    parts.forEach((text, index) => {
      plain.push({ ...word, text, pause: word.pause && index === parts.length - 1 });
    });
  }
  return plain;
}

/** "my belly's been hurting", "the tail light's out": before such a word the short form is a verb and no genitive. */
function withVerb(text: string, behind: string | undefined): string | null {
  if (!text.endsWith("'s") || text.length < 4 || behind === undefined) return null;
  return behindVerb.has(behind) || (behind.endsWith("ing") && behind.length > 4)
    ? `${text.slice(0, -2)} is`
    : null;
}

/** "three-thirty", "nine-ish", "11ish": an hour with what follows it, written as one. "twenty-three" is one number. */
function clockParts(text: string): string | null {
  if (text.endsWith("ish") && text.length > 3) {
    const stem = text.slice(0, -3).replace(/-$/, "");
    return isNumberWord(stem) ? `${stem} ish` : null;
  }
  const dash = text.indexOf("-");
  if (dash <= 0 || lookUp(tensWords, text.slice(0, dash)) !== null) return null;
  const parts = text.split("-");
  const spelled = parts.every((part) => isNumberWord(part) && !/\d/.test(part));
  return spelled ? parts.join(" ") : null;
}

function written(text: string): string | null {
  const clock = text.includes("-") || text.endsWith("ish") ? clockParts(text) : null;
  if (clock !== null) return clock;
  const whole = lookUp(contractions, text);
  if (whole !== null) return whole;
  const apostrophe = text.indexOf("'");
  if (apostrophe <= 0) return null;
  const host = text.slice(0, apostrophe);
  const ending = text.slice(apostrophe + 1);
  if (ending === "t" && host.endsWith("n") && host.length > 2) return `${host.slice(0, -1)} not`;
  if (ending === "s") return isHosts.includes(host) ? `${host} is` : null;
  const long = lookUp(endings, ending);
  return long === null ? null : `${host} ${long}`;
}
