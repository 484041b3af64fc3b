/** A failure of the world: a vendor, the network, the database. Retry tables read `retryable`. */
export class WorldError extends Error {
  override readonly name = "WorldError";
  readonly retryable: boolean;
  /** What the service asked us to wait before the next try; null when it did not say. */
  readonly retryAfterMs: number | null;
  /** The HTTP status that the service answered with; null when it gave none. */
  readonly status: number | null;

  /** `doing` names the operation without any value of a caller: "holding an opening". */
  constructor(
    who: string,
    doing: string,
    options: { retryable: boolean; retryAfterMs?: number | null; status?: number | null; cause?: unknown },
  ) {
    super(`${who} failed while ${doing}`, { cause: options.cause });
    this.retryable = options.retryable;
    this.retryAfterMs = options.retryAfterMs ?? null;
    this.status = options.status ?? null;
  }
}
