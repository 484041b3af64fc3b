import type { Ms } from "../values/ids.ts";

/** Final words that come later than this after they were given up on are taken for new ones. */
const DEBT_MS = 10_000;
const MAX_DEBTS = 8;

/** What the recognizer may still send that belongs to nobody. */
export interface RecognizerDebt {
  /** The utterance whose final was here last; the same one again is a repetition. */
  readonly lastFinal: number | null;
  /** Finals that were asked for and given up on; `utterance` is null when no hypothesis told its number. */
  readonly owed: readonly { readonly utterance: number | null; readonly until: Ms }[];
}

export const noDebt: RecognizerDebt = { lastFinal: null, owed: [] };

export function giveUpFinal(debt: RecognizerDebt, utterance: number | null, at: Ms): RecognizerDebt {
  const owed = [...debt.owed, { utterance, until: at + DEBT_MS }];
  return { ...debt, owed: owed.slice(-MAX_DEBTS) };
}

/** Whether words of this utterance were taken or given up on already. */
export function isSpent(debt: RecognizerDebt, utterance: number, at: Ms): boolean {
  return (
    utterance === debt.lastFinal || debt.owed.some((one) => one.utterance === utterance && one.until > at)
  );
}

/**
 * Takes in a final that nobody waits for. Returns null when it pays no debt, so that it is something new. Only such
 * finals pay debts of unknown number.
 */
export function payDebt(debt: RecognizerDebt, utterance: number, at: Ms): RecognizerDebt | null {
  const known = debt.owed.findIndex((one) => one.utterance === utterance && one.until > at);
  const index = known === -1 ? debt.owed.findIndex((one) => one.utterance === null && one.until > at) : known;
  if (index === -1) return null;
  return { lastFinal: utterance, owed: debt.owed.toSpliced(index, 1) };
}
