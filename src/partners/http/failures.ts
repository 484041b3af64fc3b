import { WorldError } from "../../ports/world-error.ts";

/** Addresses and bodies may hold what a caller said, and messages of errors may repeat them: only names and codes go on. */
export function withoutWords(error: unknown): Error {
  const { name, code, cause } = (error ?? {}) as {
    name?: unknown;
    code?: unknown;
    cause?: { code?: unknown };
  };
  const known = [name, code, cause?.code].filter((part) => /^\w{1,40}$/.test(String(part ?? "")));
  return new Error(known.join(" ") || "failure");
}

/** Codes of connections that did not come about. */
const neverConnected =
  /\b(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)\b/;
const TOO_MANY = 429;

/** Whether the service cannot have carried the request out: it never got it, or said so. */
export function surelyNotTaken(error: unknown): boolean {
  if (!(error instanceof WorldError)) return false;
  return (
    error.status === TOO_MANY || neverConnected.test(String((error.cause as Error | undefined)?.message))
  );
}
