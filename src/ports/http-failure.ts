import { WorldError } from "./world-error.ts";

interface Refused {
  readonly service: string;
  /** Names the operation without any value of a caller. */
  readonly doing: string;
  readonly status: number;
  /** The header `Retry-After` as it came. */
  readonly retryAfter: string | undefined;
  /** The time of day, for a `Retry-After` that names one; without it, such a one is passed over. */
  readonly nowMs?: number;
}

/**
 * Whether an HTTP status other than success may be another one the next time, whichever service gives it: too slow a request, too
 * many of them and faults of the server may pass; all else is a refusal that asking again does not change.
 */
export function statusMayPass(status: number): boolean {
  return status === 408 || status === 429 || status >= 500;
}

/** The error for such a status, also of a WebSocket that was not opened. */
export function httpFailure({ service, doing, status, retryAfter, nowMs }: Refused): WorldError {
  const retryable = statusMayPass(status);
  return new WorldError(service, doing, {
    retryable,
    status,
    retryAfterMs: retryable ? retryAfterMs(retryAfter, nowMs) : null,
    // The body of a refusal may repeat what was sent, so the number alone goes on.
    cause: new Error(`HTTP ${status}`),
  });
}

/** Seconds or a date (RFC 9110, section 10.2.3); null when it is neither. */
function retryAfterMs(header: string | undefined, nowMs: number | undefined): number | null {
  if (header === undefined) return null;
  if (/^\d{1,9}$/.test(header)) return Number(header) * 1000;
  const dateMs = Date.parse(header);
  return nowMs === undefined || Number.isNaN(dateMs) ? null : Math.max(0, dateMs - nowMs);
}
