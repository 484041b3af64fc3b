import { WebSocket } from "ws";
import { httpFailure } from "../../ports/http-failure.ts";
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

/** The service has so long to answer a goodbye. */
const GOODBYE_MS = 5_000;

/** Resolves once the service has accepted the connection. Rejects with a `WorldError`, which never holds the key. */
export function openSocket({ address, key, reports, signal }: SocketParts): Promise<DeepgramSocket> {
  const doing = "opening a connection";
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(address, {
      headers: { authorization: `Token ${key.current()}` },
      maxPayload: 1 << 20,
      // Sound does not get smaller, and every call would pay for trying.
      perMessageDeflate: false,
    });
    const fail = (error: WorldError) => {
      quiet(socket);
      reject(error);
    };
    const lost = (reason: string) =>
      fail(new WorldError("deepgram", doing, { retryable: true, cause: new Error(reason) }));
    const giveUp = () => lost("no answer in time");
    signal.addEventListener("abort", giveUp, { once: true });
    socket.on("unexpected-response", (_request, response) => {
      const retryAfter = response.headers["retry-after"];
      fail(httpFailure({ service: "deepgram", doing, status: response.statusCode ?? 0, retryAfter }));
    });
    socket.on("error", (error) => lost((error as NodeJS.ErrnoException).code ?? error.name));
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
      const cut = setTimeout(() => socket.terminate(), GOODBYE_MS).unref();
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
