import { WorldError } from "../ports/world-error.ts";

// SQLSTATE classes and codes after which the same statements may succeed, with PostgreSQL's names for them.
const retryableClasses = ["08"]; // connection_exception
const retryableCodes = new Set([
  "40001", // serialization_failure
  "40P01", // deadlock_detected
  "53300", // too_many_connections
  "55P03", // lock_not_available
  "57014", // query_canceled
  "57P01", // admin_shutdown
  "57P02", // crash_shutdown
  "57P03", // cannot_connect_now
]);
// After a unique or exclusion violation, the same work finds the row that came first.
const conflictCodes = new Set([
  "23505", // unique_violation
  "23P01", // exclusion_violation
  "40001",
  "40P01",
]);

/** Translates what the driver throws. Without an SQLSTATE it is the network or a timeout, which may pass. */
export function asWorldError(error: unknown): WorldError {
  if (error instanceof WorldError) return error;
  const code = sqlState(error);
  const retryable =
    code === null || retryableCodes.has(code) || retryableClasses.some((start) => code.startsWith(start));
  return new WorldError("database", "running a statement", { retryable, cause: error });
}

/** The server did not answer, so nothing more is to be said on that connection. */
export function isConnectionLost(error: unknown): boolean {
  return error instanceof WorldError && sqlState(error.cause) === null;
}

/** The transaction lost against another one and may run again at once. */
export function isConflict(error: unknown): boolean {
  const code = error instanceof WorldError ? sqlState(error.cause) : null;
  return code !== null && conflictCodes.has(code);
}

function sqlState(error: unknown): string | null {
  const code = (error as { code?: unknown } | null)?.code;
  // Each has a digit in it, which tells them from `EPIPE`.
  return typeof code === "string" && /^(?=.*\d)[0-9A-Z]{5}$/.test(code) ? code : null;
}
