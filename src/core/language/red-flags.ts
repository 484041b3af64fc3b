import {
  denialEnds,
  denials,
  machines,
  others,
  pastWords,
  presentWords,
  redFlagClasses,
  redFlags,
} from "./en/red-flags-table.ts";
import { type PhraseMatch, phraseBook } from "./phrases.ts";
import type { RedFlag } from "./understanding.ts";
import type { Word } from "./words.ts";

type Flag = Pick<RedFlag, "kind" | "category">;

const book = phraseBook<Flag>(
  redFlags.map(({ kind, category, phrases }) => [{ kind, category }, phrases] as const),
  redFlagClasses,
);
const past = phraseBook<true>([[true, pastWords]]);
const present = phraseBook<true>([[true, presentWords]]);

/** How far a "no" reaches forward: "no chest pain, nausea or trouble breathing". */
const DENIAL_REACH_WORDS = 6;

/**
 * Looks for words that must reach the emergency instruction. Errs on the side of finding: only a denial directly before
 * ("no chest pain") and what is plainly over ("my father had a stroke last year") are passed over. Crisis comes first.
 */
export function readRedFlag(plain: readonly Word[]): RedFlag | null {
  const matches = book.find(plain);
  if (matches.length === 0) return null;
  const live = matches.filter(
    (match) => !isDenied(plain, match) && !isPast(plain, match) && !isFigure(plain, match),
  );
  const chosen = live.find((match) => match.value.kind === "crisis") ?? live[0];
  if (chosen === undefined) return null;
  const span = { start: plain[chosen.from]?.start ?? 0, end: plain[chosen.to - 1]?.end ?? 0 };
  return { ...chosen.value, span };
}

function isDenied(plain: readonly Word[], match: PhraseMatch<Flag>): boolean {
  // "not breathing", "can't stop the bleeding" and "don't want to live" carry their own negation and are no denials.
  for (let at = match.from - 1; at >= 0 && at >= match.from - DENIAL_REACH_WORDS; at -= 1) {
    const word = plain[at];
    if (word === undefined || denialEnds.includes(word.text)) return false;
    if (word.pause && /[.?!;]/.test(word.text)) return false;
    if (denials.includes(word.text)) return !isAnswer(plain, at);
  }
  return false;
}

/** "no i have chest pain": the "no" answers a question and denies nothing behind it. */
function isAnswer(plain: readonly Word[], at: number): boolean {
  const word = plain[at];
  if (word?.text !== "no" && word?.text !== "negative") return false;
  const following = plain[at + 1]?.text ?? "";
  if (/^(?:i|it|he|she|my|we|they|this|that|the|there|but|actually|wait|please)$/.test(following))
    return true;
  return word.pause && at === 0 && following !== "no";
}

/** "I'm dying to know", "my battery is dying". */
function isFigure(plain: readonly Word[], match: PhraseMatch<Flag>): boolean {
  const last = plain[match.to - 1]?.text ?? "";
  if (last === "dying" && /^(?:to|for)$/.test(plain[match.to]?.text ?? "")) return true;
  return /^(?:dying|die|choking)$/.test(last) && isOfMachine(plain, match.from);
}

/** Whether a machine is what the words from `from` on are said of; "in the car he is dying" is said of him. */
function isOfMachine(plain: readonly Word[], from: number): boolean {
  if (/^(?:i|he|she|we|they)$/.test(plain[from]?.text ?? "")) return false;
  const at = plain[from - 1]?.text === "is" ? from - 2 : from - 1;
  const subject = plain[at];
  return machines.has(subject?.text ?? "") && !(subject?.pause ?? false);
}

/** "My brother tried to kill himself years ago": somebody else is named before, and the caller is not. */
function isOfOthers(plain: readonly Word[], match: PhraseMatch<Flag>): boolean {
  const said = plain.slice(0, match.to).map(({ text }) => text);
  return said.some((text) => others.has(text)) && !said.some((text) => /^(?:i|me|myself)$/.test(text));
}

function isPast(plain: readonly Word[], match: PhraseMatch<Flag>): boolean {
  if (match.value.kind === "crisis" && !isOfOthers(plain, match)) return false;
  if (past.find(plain).length === 0) return false;
  return present.find(plain).length === 0;
}
