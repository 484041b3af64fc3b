import { readMasked } from "./character-masks.ts";
import { characterRuns } from "./character-runs.ts";
import { restartWords } from "./en/identifier-cues-table.ts";
import { confusedWith } from "./spoken-characters.ts";
import type { Circumstances, Heard, Reading } from "./understanding.ts";
import { splitWords, type Word } from "./words.ts";

const LENGTH = 17;
const CHECK_PLACE = 8;
const WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2] as const;
const VALUES = "0123456789.ABCDEFGH..JKLMN.P.R..STUVWXYZ";
const ALTERNATIVES = 5;
/** What it costs to believe a VIN whose check digit does not fit. */
const UNCHECKED_DOUBT = 1;
/** From here on more than homophones had to be believed. */
const BENT_COST = 0.6;
const FAR_FETCHED_COST = 2.5;

/** The check digit that belongs to a VIN (ISO 3779 as used in North America), `0`–`9` or `X`; null when it is no VIN. */
export function vinCheckDigit(vin: string): string | null {
  if (!/^[A-HJ-NPR-Z\d]{17}$/.test(vin)) return null;
  let sum = 0;
  for (let place = 0; place < LENGTH; place += 1) {
    sum += (VALUES.indexOf(vin.charAt(place)) % 10) * (WEIGHTS[place] ?? 0);
  }
  const rest = sum % 11;
  return rest === 10 ? "X" : String(rest);
}

/** Whether the ninth character is the check digit. Vehicles made for Europe often fail without being wrong. */
export function isCheckedVin(vin: string): boolean {
  return vinCheckDigit(vin) === vin.charAt(CHECK_PLACE);
}

/**
 * Vehicle identification numbers: seventeen characters said in any way. I, O and Q, which a VIN never holds, are taken for 1
 * and 0. When the check digit does not fit, the one character that explains it is corrected, with little confidence.
 * `words` are those of `splitWords(heard.text)`.
 */
export function readVins(
  words: readonly Word[],
  circumstances: Circumstances,
  heard: Heard,
): readonly Reading[] {
  const { asked, also } = circumstances.expectation;
  const named = words.some(({ text }) => text === "vin") || /\bv\.? ?i\.? ?n\b/i.test(heard.text);
  const possible = asked.includes("vin") || also.includes("vin") || named;
  const whole = words.some(({ text }) => /^[a-hj-npr-z\d]{17}$/.test(text) && /\d/.test(text));
  if (!possible && !whole) return [];
  const texts = asked.includes("vin") ? [heard.text, ...heard.alternatives] : [heard.text];
  let best: FoundVin | null = null;
  for (const text of new Set(texts.slice(0, ALTERNATIVES + 1))) {
    const found = vinIn(text === heard.text ? words : splitWords(text));
    if (found !== null && (best === null || found.sure > best.sure)) best = found;
    if (best?.checked) break;
  }
  if (best === null) return [];
  const span = { start: words[best.from]?.start ?? 0, end: words[best.to - 1]?.end ?? heard.text.length };
  return [{ kind: "vin", value: best.vin, span, confidence: best.sure }];
}

interface FoundVin {
  readonly vin: string;
  readonly from: number;
  readonly to: number;
  readonly sure: number;
  readonly checked: boolean;
}

function vinIn(words: readonly Word[]): FoundVin | null {
  const inside = afterCue(words);
  const shift = words.length - inside.length;
  const found = takenBackIn(inside) ?? wholeIn(inside);
  return found === null ? null : { ...found, from: found.from + shift, to: found.to + shift };
}

function wholeIn(words: readonly Word[]): FoundVin | null {
  const [found] = readMasked(words, { masks: ["*".repeat(LENGTH)], confusions: false, doubt: doubtOf });
  if (found === undefined) return null;
  const { from, to, cost } = found;
  const vin = vinCharacters(found.text);
  if (isCheckedVin(vin)) {
    const sure = cost < FAR_FETCHED_COST ? Math.max(0.6, 0.97 - cost * 0.1) : 0.5;
    return { vin, from, to, sure, checked: true };
  }
  // Sixteen characters and a word that is none can be bent to seventeen; only the check digit makes that believable.
  if (cost - UNCHECKED_DOUBT >= BENT_COST) return null;
  const repaired = repair(vin);
  return { vin: repaired ?? vin, from, to, sure: repaired === null ? 0.45 : 0.5, checked: false };
}

/**
 * "… eight two six, no sorry, eight two seven three three …": what is said anew takes the place of so many characters before
 * it that seventeen remain. Believed only when the check digit fits.
 */
function takenBackIn(words: readonly Word[]): FoundVin | null {
  const restart = words.findLastIndex(({ text }) => restartWords.has(text));
  if (restart < 0) return null;
  const texts = [words.slice(0, restart), words.slice(restart + 1)].map((part) =>
    characterRuns(part, "")
      .map((run) => run.text)
      .join(""),
  );
  const [before = "", anew = ""] = texts;
  const kept = LENGTH - anew.length;
  if (kept < 0 || kept > before.length) return null;
  const vin = vinCharacters(before.slice(0, kept) + anew);
  return isCheckedVin(vin) ? { vin, from: 0, to: words.length, sure: 0.8, checked: true } : null;
}

/** The words behind "VIN is"; "v i n" itself sounds like three characters of it. */
function afterCue(words: readonly Word[]): readonly Word[] {
  const vin = words.findIndex(({ text }) => text === "vin");
  if (vin >= 0) return words.slice(vin + 1);
  const spelled = words.findIndex(
    ({ text }, at) => text === "v" && words[at + 1]?.text === "i" && words[at + 2]?.text === "n",
  );
  return spelled >= 0 && words.length - spelled > LENGTH / 2 ? words.slice(spelled + 3) : words;
}

/** I, O and Q, which no VIN holds, for the figures that they are said or written for. */
export function vinCharacters(text: string): string {
  return text.replaceAll("I", "1").replace(/[OQ]/g, "0");
}

function doubtOf(text: string): number {
  return isCheckedVin(vinCharacters(text)) ? 0 : UNCHECKED_DOUBT;
}

/** The likeliest single mishearing that makes the check digit fit; null when several are as likely. */
function repair(vin: string): string | null {
  const candidates: { vin: string; cost: number }[] = [];
  for (let place = 0; place < LENGTH; place += 1) {
    for (const { said, cost } of confusedWith(vin.charAt(place))) {
      const other = vin.slice(0, place) + said + vin.slice(place + 1);
      if (isCheckedVin(other)) candidates.push({ vin: other, cost });
    }
  }
  candidates.sort((a, b) => a.cost - b.cost);
  const [first, second] = candidates;
  if (first === undefined || (second !== undefined && second.cost - first.cost < 0.2)) return null;
  return first.vin;
}

/** 0–1: how sure that nothing more is coming; null when no characters were said. */
export function vinComplete(words: readonly Word[]): number | null {
  const runs = characterRuns(afterCue(words), "");
  const count = runs.reduce((sum, run) => sum + run.text.length, 0);
  if (count === 0) return null;
  return count >= LENGTH ? 0.99 : 0.05 + (0.2 * count) / LENGTH;
}
