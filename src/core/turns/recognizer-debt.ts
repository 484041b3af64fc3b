import type { Ms } from "../values/ids.ts";

/** Final words that come later than this after they were given up on are taken for new ones. */
const DEBT_MS = 30_000;
const MAX_DEBTS = 8;
const MAX_MISGUESSES = 2;
/** A recognizer that has not answered by then has lost the words; without a hypothesis there is more to lose. */
const TIMEOUT_MS = 2000;
const WORDLESS_TIMEOUT_MS = 3500;
/** One that has answered in this call is alive: on a busy machine its words are still on the way for so long. */
const PROVEN_TIMEOUT_MS = 6000;
/** One that has been slow is given so much more than it took, up to this. */
const SLOWNESS_MARGIN = 1.3;
const MAX_TIMEOUT_MS = 6000;
const FADING = 0.8;

/** A final that was asked for and given up on. */
export interface OwedFinal {
  readonly utterance: number;
  /** No hypothesis told the number; it is the one that follows, since recognizers count their finals. */
  readonly guessed: boolean;
  readonly askedAt: Ms;
  readonly until: Ms;
  /** When the sound of these words ended. */
  readonly soundEndedAt: Ms;
  /** Nothing was made of the sound yet and the question stands, so that its words are still an answer to it. */
  readonly wanted: boolean;
}

/** What the recognizer may still send that belongs to nobody. */
export interface RecognizerDebt {
  /** The utterance whose final was here last; the same one again is a repetition. */
  readonly lastFinal: number | null;
  readonly owed: readonly OwedFinal[];
  /** How often in a row a final was taken, by a guess, for an owed one, and the awaited one did not follow. */
  readonly misguesses: number;
  /** The longest that it took to answer, fading. */
  readonly slowMs: Ms;
}

export const noDebt: RecognizerDebt = { lastFinal: null, owed: [], misguesses: 0, slowMs: 0 };

/** How long to wait for the final words that are asked for now. */
export function wordsTimeoutMs({ slowMs, lastFinal }: RecognizerDebt, hypothesis: boolean): Ms {
  const wordlessMs = lastFinal === null ? WORDLESS_TIMEOUT_MS : PROVEN_TIMEOUT_MS;
  const usual = hypothesis ? TIMEOUT_MS : wordlessMs;
  return Math.min(MAX_TIMEOUT_MS, Math.max(usual, slowMs * SLOWNESS_MARGIN));
}

/** Takes in the final that was awaited. */
export function takeFinal(debt: RecognizerDebt, utterance: number, tookMs: Ms): RecognizerDebt {
  return { ...debt, lastFinal: utterance, misguesses: 0, slowMs: Math.max(tookMs, debt.slowMs * FADING) };
}

export interface GivenUp {
  /** Null when no hypothesis told it. */
  readonly utterance: number | null;
  readonly askedAt: Ms;
  readonly at: Ms;
  readonly soundEndedAt: Ms;
  readonly wanted: boolean;
}

export function giveUpFinal(
  debt: RecognizerDebt,
  { utterance, askedAt, at, soundEndedAt, wanted }: GivenUp,
): RecognizerDebt {
  if (utterance === null && debt.misguesses >= MAX_MISGUESSES) return debt;
  const owed: OwedFinal = {
    utterance: utterance ?? followingUtterance(debt),
    guessed: utterance === null,
    askedAt,
    until: at + DEBT_MS,
    soundEndedAt,
    wanted,
  };
  return { ...debt, owed: [...debt.owed, owed].slice(-MAX_DEBTS) };
}

/** If finals are not counted as we think, guessing would make us deaf: after some misguesses nothing is guessed any more. */
export function misguessed(debt: RecognizerDebt): RecognizerDebt {
  const misguesses = debt.misguesses + 1;
  if (misguesses < MAX_MISGUESSES) return { ...debt, misguesses };
  return { ...debt, misguesses, owed: debt.owed.filter((one) => !one.guessed) };
}

/** The question has its answer: late words are wanted no more. */
export function answered(debt: RecognizerDebt): RecognizerDebt {
  if (!debt.owed.some((one) => one.wanted)) return debt;
  return { ...debt, owed: debt.owed.map((one) => ({ ...one, wanted: false })) };
}

/** Whether words of this utterance were taken or given up on already. */
export function isSpent(debt: RecognizerDebt, utterance: number, at: Ms): boolean {
  return (
    utterance === debt.lastFinal || debt.owed.some((one) => one.utterance === utterance && one.until > at)
  );
}

/**
 * The debt that a final pays: the one of its number; or, when nobody waits for any words (`unasked`), one whose number was
 * only guessed. Null when it is something new.
 */
export function owedBy(
  debt: RecognizerDebt,
  { utterance, at, unasked }: { utterance: number; at: Ms; unasked: boolean },
): OwedFinal | null {
  const owed = debt.owed.filter((one) => one.until > at);
  const known = owed.find((one) => one.utterance === utterance);
  return known ?? (unasked ? owed.find((one) => one.guessed) : undefined) ?? null;
}

export function pay(debt: RecognizerDebt, owed: OwedFinal, utterance: number, at: Ms): RecognizerDebt {
  return {
    ...debt,
    slowMs: Math.max(at - owed.askedAt, debt.slowMs * FADING),
    lastFinal: Math.max(debt.lastFinal ?? 0, utterance),
    owed: debt.owed.filter((one) => one !== owed),
  };
}

function followingUtterance({ lastFinal, owed }: RecognizerDebt): number {
  return Math.max(lastFinal ?? 0, ...owed.map((one) => one.utterance)) + 1;
}
