import type { IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { isFromThisMachine } from "./loopback.ts";

const request = (remoteAddress: string, headers: Record<string, string>) =>
  ({ socket: { remoteAddress }, headers }) as unknown as IncomingMessage;

const table: [local: boolean, why: string, peer: string, headers: Record<string, string>][] = [
  [true, "a tool on this machine", "127.0.0.1", { host: "127.0.0.1:3000" }],
  [true, "a tool over IPv6", "::1", { host: "[::1]:3000" }],
  [true, "the page itself", "::ffff:127.0.0.1", { host: "localhost:3000", origin: "http://localhost:3000" }],
  [false, "another machine", "192.0.2.7", { host: "localhost:3000" }],
  [false, "another site's page", "127.0.0.1", { host: "localhost:3000", origin: "https://example.com" }],
  [false, "a page of another port", "127.0.0.1", { host: "localhost:3000", origin: "http://localhost:9" }],
  [false, "a sandboxed page", "127.0.0.1", { host: "localhost:3000", origin: "null" }],
  [false, "a name rebound to this machine", "127.0.0.1", { host: "rebound.example.com" }],
  [false, "somebody behind a proxy", "127.0.0.1", { host: "localhost:3000", "x-forwarded-for": "192.0.2.7" }],
  [false, "no host", "127.0.0.1", {}],
];
for (const [local, why, peer, headers] of table)
  test(`${why} is ${local ? "" : "not "}local`, () =>
    expect(isFromThisMachine(request(peer, headers))).toBe(local));
