import type { Rules } from "./rules.ts";
import { codeWords, examples } from "./spelling-table.ts";

const letters: readonly string[] = Object.keys(codeWords);

/** One spelled letter, as a word of its own: it is said back without the mark. */
export function letter(one: string): string {
  return `_${one}`;
}

/** The same letter under another mark, which keeps free spelling apart from the tree of known spellings. */
export function freeLetter(one: string): string {
  return `=${one}`;
}

const explained = letters
  .map(
    (one) =>
      `${freeLetter(one)} <asIn> ( ${codeWords[one]} | ${(examples[one] ?? "").split(" ").join(" | ")} )`,
  )
  .join(" | ");

/** Letters one by one: bare, by code word, or with an example. */
export const spellingRules: Rules = {
  bareLetter: letters.map(letter).join(" | "),
  codeWord: letters.map((one) => codeWords[one]).join(" | "),
  asIn: "as in | like | for | is for",
  explainedLetter: explained,
  letter: "/0.45/ [ double | capital ] <freeLetter> | /0.45/ <codeWord> | /0.1/ <explainedLetter>",
  codeWords: "<codeWord> [ <codeWords> ]",
  bareLetters: "[ double | capital ] <freeLetter> [ <bareLetters> ]",
  freeLetter: letters.map(freeLetter).join(" | "),
  letters: "<letter> [ <letters> ]",
  /** A spelling keeps to one manner most of the time, which keeps "papa" apart from "p". */
  spelled: "/0.55/ <codeWords> | /0.35/ <bareLetters> | /0.1/ <letters>",
};

/**
 * The spellings of known words as one tree, so that letters which sound alike are told apart by what they can belong to.
 * Letters only; words with other signs are left out.
 */
export function spellingTree(words: readonly string[]): string {
  const root: Branch = { ends: false, next: new Map() };
  for (const word of words) {
    if (!/^[a-z]{2,14}$/.test(word)) continue;
    let branch = root;
    for (const one of word) {
      const next: Branch = branch.next.get(one) ?? { ends: false, next: new Map() };
      branch.next.set(one, next);
      branch = next;
    }
    branch.ends = true;
  }
  return expand(root);
}

interface Branch {
  ends: boolean;
  readonly next: Map<string, Branch>;
}

function expand(branch: Branch): string {
  const parts = [...branch.next].map(([one, next]) => {
    const rest = next.next.size === 0 ? "" : next.ends ? ` [ ${expand(next)} ]` : ` ${expand(next)}`;
    return `${letter(one)}${rest}`;
  });
  return parts.length === 1 ? (parts[0] as string) : `( ${parts.join(" | ")} )`;
}
