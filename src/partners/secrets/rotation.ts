/**
 * For so long after a secret was replaced the value before it is let in as well. The vendor may go on using the old one until
 * somebody has confirmed the new one there, and all our processes have read it.
 */
export const ROTATION_MS = 24 * 60 * 60 * 1000;

/** What is let in after a change: the value of now, and the one before it where there was one. */
export function withPrevious(
  current: string,
  previous: string | null | undefined,
): readonly [string, ...string[]] {
  return !previous || previous === current ? [current] : [current, previous];
}
