import { WebSocket } from "ws";
import { WorldError } from "../../ports/world-error.ts";

/** One WebSocket of the recognition service. */
export interface ListenConnection {
  /** Sound, and orders as objects. Nothing happens once it is closed. */
  send(what: Uint8Array | { readonly type: string }): void;
  /** Lets the service finish and close; nothing more is reported. */
  close(): void;
  /** Closes at once; nothing more is reported. */
  cut(): void;
}

export interface ListenReports {
  message(text: string): void;
  /** The connection is gone, and not because we closed it. */
  dropped(): void;
}

/** Statuses of a refused connection that another try may change. */
const passingStatuses = new Set([408, 429, 500, 502, 503, 504]);

/** Resolves once the service has accepted the stream. Rejects with a `WorldError`, which never holds the key. */
export function openListenConnection(
  address: URL,
  key: string,
  reports: ListenReports,
  signal: AbortSignal,
): Promise<ListenConnection> {
  const doing = "opening a stream";
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(address, {
      headers: { authorization: `Token ${key}` },
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

function connected(socket: WebSocket, reports: ListenReports): ListenConnection {
  // A close follows every error.
  socket.on("error", () => {});
  socket.on("close", () => reports.dropped());
  socket.on("message", (data, isBinary) => {
    if (!isBinary) reports.message(String(data));
  });
  return {
    send(what) {
      if (socket.readyState !== WebSocket.OPEN) return;
      socket.send(what instanceof Uint8Array ? what : JSON.stringify(what));
    },
    close() {
      if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify({ type: "CloseStream" }));
      socket.removeAllListeners("message");
      socket.removeAllListeners("close");
      socket.close();
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
