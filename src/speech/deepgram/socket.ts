import { WebSocket } from "ws";
import type { Secret } from "../../ports/secret.ts";
import { WorldError } from "../../ports/world-error.ts";

/** A message of ours that is not sound. */
export interface Order {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** One WebSocket of the service. Nothing happens once it is closed. */
export interface DeepgramSocket {
  send(what: Uint8Array | Order): void;
  /** Asks for a sign of life; a far end that gives none until the next time counts as gone. */
  ping(): void;
  /** Lets the service finish and close; nothing more is reported. */
  close(goodbye: Order): void;
  /** Closes at once; nothing more is reported. */
  cut(): void;
}

export interface SocketReports {
  message(text: string): void;
  sound(piece: Uint8Array): void;
  /** The connection is gone, and not because we closed it. */
  dropped(): void;
}

export interface SocketParts {
  readonly address: URL;
  readonly key: Secret;
  readonly reports: SocketReports;
  readonly signal: AbortSignal;
}

/** Where the service is when nothing else is said. */
export const deepgramAddress = "wss://api.deepgram.com";

/** Statuses of a refused connection that another try may change. */
const passingStatuses = new Set([408, 429, 500, 502, 503, 504]);
/** The service has so long to answer a goodbye. */
const goodbyeMs = 5_000;

/** Resolves once the service has accepted the connection. Rejects with a `WorldError`, which never holds the key. */
export function openSocket({ address, key, reports, signal }: SocketParts): Promise<DeepgramSocket> {
  const doing = "opening a connection";
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(address, {
      headers: { authorization: `Token ${key.current()}` },
      maxPayload: 1 << 20,
    });
    const fail = (retryable: boolean, retryAfterMs: number | null, reason: string) => {
      quiet(socket);
      reject(new WorldError("deepgram", doing, { retryable, retryAfterMs, cause: new Error(reason) }));
    };
    const giveUp = () => fail(true, null, "no answer in time");
    signal.addEventListener("abort", giveUp, { once: true });
    socket.on("unexpected-response", (_request, response) => {
      const status = response.statusCode ?? 0;
      fail(passingStatuses.has(status), retryAfterMs(response.headers["retry-after"]), `HTTP ${status}`);
    });
    socket.on("error", (error) => fail(true, null, (error as NodeJS.ErrnoException).code ?? error.name));
    socket.on("open", () => {
      signal.removeEventListener("abort", giveUp);
      socket.removeAllListeners("error");
      resolve(connected(socket, reports));
    });
  });
}

function connected(socket: WebSocket, reports: SocketReports): DeepgramSocket {
  let pinged = false;
  // A close follows every error.
  socket.on("error", () => {});
  socket.on("close", () => reports.dropped());
  socket.on("pong", () => {
    pinged = false;
  });
  socket.on("message", (data, isBinary) => {
    if (isBinary) reports.sound(new Uint8Array(data as Buffer));
    else reports.message(String(data));
  });
  return {
    send(what) {
      if (socket.readyState !== WebSocket.OPEN) return;
      socket.send(what instanceof Uint8Array ? what : JSON.stringify(what));
    },
    ping() {
      if (pinged) return socket.terminate();
      pinged = true;
      if (socket.readyState === WebSocket.OPEN) socket.ping();
    },
    close(goodbye) {
      if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(goodbye));
      socket.removeAllListeners("message");
      socket.removeAllListeners("close");
      socket.close();
      const cut = setTimeout(() => socket.terminate(), goodbyeMs).unref();
      socket.once("close", () => clearTimeout(cut));
    },
    cut: () => quiet(socket),
  };
}

function quiet(socket: WebSocket): void {
  socket.removeAllListeners();
  socket.on("error", () => {});
  socket.terminate();
}

/** `Retry-After` in seconds; the form with a date is not used by the service. */
function retryAfterMs(header: string | undefined): number | null {
  return header !== undefined && /^\d+$/.test(header) ? Number(header) * 1000 : null;
}
