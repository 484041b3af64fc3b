import type { IncomingMessage } from "node:http";

const LOOPBACK_ADDRESS = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/;
const LOOPBACK_HOST = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/i;

/**
 * Whether a request comes from this very machine and from no other site's page: the peer is a loopback address, the name it
 * asked for is a loopback name (a rebound DNS name is not), and an `Origin`, which browsers add, is the same host.
 */
export function isLocalRequest(request: IncomingMessage): boolean {
  const host = request.headers.host ?? "";
  if (!LOOPBACK_ADDRESS.test(request.socket.remoteAddress ?? "") || !LOOPBACK_HOST.test(host)) return false;
  const origin = request.headers.origin;
  return origin === undefined || origin === `http://${host}` || origin === `https://${host}`;
}
