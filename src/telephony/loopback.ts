import type { IncomingMessage } from "node:http";

const forwardedHeaders = ["forwarded", "x-forwarded-for", "x-real-ip", "via"] as const;

/**
 * Whether a request comes from this machine and from nobody else through it: not over a proxy that runs here, and not
 * from a page of a foreign site that a browser here has open.
 */
export function isFromThisMachine(request: IncomingMessage): boolean {
  if (!isLoopback(request.socket.remoteAddress ?? "")) return false;
  if (forwardedHeaders.some((name) => request.headers[name] !== undefined)) return false;
  const { origin, host } = request.headers;
  return isLocalHost(host ?? "") && (origin === undefined || isOwnOrigin(origin, host ?? ""));
}

function isLoopback(address: string): boolean {
  return address === "::1" || /^(::ffff:)?127\./.test(address);
}

/** A foreign name that resolves to this machine is how a page elsewhere would get here. */
function isLocalHost(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i.test(host);
}

/** Browsers add the origin; a page of another port of this machine is a foreign site too. */
function isOwnOrigin(origin: string, host: string): boolean {
  return origin === `http://${host}` || origin === `https://${host}`;
}
