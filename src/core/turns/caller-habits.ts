import type { Ms } from "../values/ids.ts";

/** What a call teaches about its caller and its line. */
export interface CallerHabits {
  /** The longest pause, fading, after which this caller spoke on. */
  readonly pauseMs: Ms;
  /** Sound that stopped a prompt and was nothing, less the real interruptions since. */
  readonly falseBargeIns: number;
}

export const unknownHabits: CallerHabits = { pauseMs: 0, falseBargeIns: 0 };

/** Share of the longest pause that is left when the caller makes a shorter one. */
const FADING = 0.8;
/** A pause is waited for with this much to spare, and so long at most. */
const PAUSE_MARGIN = 1.3;
const MAX_LEARNT_MS = 2500;
/** Nobody is made to wait much longer than their words ask for. */
const MAX_STRETCH = 1.4;
/** Patience with answers that are as good as over; it is not stretched. */
export const SURE_MS = 500;

/**
 * How long voice must last to stop a prompt, by the number of times that it was nothing before: on a line with an echo, a
 * television or a cough we ask for more than an onset, and in the end for words (null), which stop a prompt at once.
 */
const VOICE_NEEDED_MS: readonly (Ms | null)[] = [0, 0, 400, 400, 1500, null];

export function learnPause(habits: CallerHabits, pauseMs: Ms): CallerHabits {
  return { ...habits, pauseMs: Math.min(MAX_LEARNT_MS, Math.max(pauseMs, habits.pauseMs * FADING)) };
}

export function learnBargeIn(habits: CallerHabits, real: boolean): CallerHabits {
  const most = VOICE_NEEDED_MS.length - 1;
  const falseBargeIns = Math.min(most, Math.max(0, habits.falseBargeIns + (real ? -1 : 1)));
  return { ...habits, falseBargeIns };
}

/** Whether an onset alone does not stop a prompt any more. */
export function isNoisy(habits: CallerHabits): boolean {
  return voiceNeededMs(habits) !== 0;
}

export function voiceNeededMs({ falseBargeIns }: CallerHabits): Ms | null {
  return VOICE_NEEDED_MS[falseBargeIns] ?? null;
}

/** The patience that fits this caller, given what fits the words. */
export function fittedPatience({ pauseMs }: CallerHabits, patienceMs: Ms): Ms {
  if (patienceMs < SURE_MS) return patienceMs;
  return Math.max(patienceMs, Math.min(MAX_LEARNT_MS, pauseMs * PAUSE_MARGIN, patienceMs * MAX_STRETCH));
}
