/** One try of an operation. */
export interface Attempt {
  /** From 1. */
  readonly number: number;
  /** Aborted when the try has taken too long, the operation is out of time, or nobody wants its result any more. */
  readonly signal: AbortSignal;
}

/**
 * How an outside service is called: for how long, how often, and when no more for a while. One object for each service, shared
 * by all who call it.
 */
export interface Resilience {
  /**
   * The first result that an attempt gives. An attempt that throws a `WorldError` which is not `retryable` is the last one, and
   * its error is thrown as it is. When time or attempts run out, the newest error is thrown; when the service is being
   * rested or has too many callers, a `WorldError` at once. Aborting `wanted` rejects at once with its reason.
   * `doing` names the operation without any value of a caller: "decoding a VIN".
   */
  run<T>(doing: string, attempt: (attempt: Attempt) => Promise<T>, wanted?: AbortSignal): Promise<T>;
}
