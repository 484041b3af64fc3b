import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { answerUnder, type EmulatedAnswer, type Fault, type FaultSwitch, replacesAnswer } from "./faults.ts";
import { openSockets } from "./open-sockets.ts";

export interface EmulatedRequest {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
  /** The body as it came, for what is no text. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A service on the loopback address. */
export interface HttpEmulator extends FaultSwitch, AsyncDisposable {
  /** `http://127.0.0.1:port` */
  readonly address: string;
  /** Everything that was asked, whether or not a fault kept it from being answered. */
  readonly requests: readonly EmulatedRequest[];
  /** For services that speak over WebSockets too. */
  readonly server: Server;
  readonly fault: () => Fault | null;
  /** Connections that stand. */
  sockets(): number;
  /** One fault for each of the next requests, in their order; then it is as `setFault` says. */
  nextFaults(...faults: readonly (Fault | null)[]): void;
}

/** Listens on a free port. Under a fault that replaces the answer, `handle` is not asked: the service has not taken the request. */
export async function startHttpEmulator(
  handle: (request: EmulatedRequest) => EmulatedAnswer | Promise<EmulatedAnswer>,
): Promise<HttpEmulator> {
  const requests: EmulatedRequest[] = [];
  let fault: Fault | null = null;
  const planned: (Fault | null)[] = [];
  const server = createServer(async (incoming, response) => {
    const request = await requestOf(incoming);
    requests.push(request);
    const now = planned.length > 0 ? (planned.shift() ?? null) : fault;
    const taken = !replacesAnswer(now);
    const answer = taken ? await handle(request) : { status: 200, body: "" };
    answerUnder(now, response, answer);
  });
  const sockets = openSockets(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    server,
    fault: () => fault,
    sockets: sockets.count,
    setFault(next) {
      fault = next;
    },
    nextFaults(...faults) {
      planned.push(...faults);
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function requestOf(incoming: IncomingMessage): Promise<EmulatedRequest> {
  const pieces: Buffer[] = [];
  for await (const piece of incoming) pieces.push(piece as Buffer);
  const whole = Buffer.concat(pieces);
  const url = new URL(incoming.url ?? "/", "http://localhost");
  return {
    method: incoming.method ?? "GET",
    path: url.pathname,
    query: url.searchParams,
    headers: incoming.headers,
    body: whole.toString(),
    bytes: new Uint8Array(whole),
  };
}
