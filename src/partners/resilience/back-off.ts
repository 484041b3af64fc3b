export interface BackOff {
  /** The longest wait before the second attempt; it doubles with each further one. */
  readonly firstMs: number;
  /** No wait by our own choice is longer. */
  readonly capMs: number;
}

/**
 * How long to wait before the attempt after `attempt` (from 1): exponential with full jitter, so that callers who failed together
 * do not come back together. A service that names its own wait is never asked before it is over. `chance` gives numbers
 * from 0 to below 1; the wait is in whole milliseconds, as timers count.
 */
export function backOffMs(
  { firstMs, capMs }: BackOff,
  attempt: number,
  retryAfterMs: number | null,
  chance: () => number,
): number {
  const longest = Math.min(capMs, firstMs * 2 ** Math.min(attempt - 1, 30));
  return Math.max(Math.round(chance() * longest), retryAfterMs ?? 0);
}
