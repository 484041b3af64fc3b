import type { WebSocket } from "ws";
import { type Fault, type FaultSwitch, sendUnder } from "./faults.ts";

/** One connection, as a test asks about it. */
export interface DeepgramVisit {
  readonly query: URLSearchParams;
  /** Of sound that came. */
  bytes: number;
  /** Types of the messages that came. */
  readonly orders: string[];
  open: boolean;
}

/** What the service does with one of its addresses; each has its own fault switch. */
export interface DeepgramRoute extends FaultSwitch {
  readonly path: string;
  readonly fault: Fault | null;
  /** Everything that came, connection by connection. */
  readonly visits: readonly DeepgramVisit[];
  /** Breaks every open connection off, as a network does. */
  drop(): void;
}

/** Messages of one connection: under the fault of the moment, and none after the connection is closed. */
export interface DeepgramLine {
  readonly visit: DeepgramVisit;
  send(message: object | Uint8Array): void;
  /** With a close code and the service's own code of the reason. */
  close(code?: number, reason?: string): void;
}

/** What a connection does with what comes. */
export interface DeepgramVisitor {
  sound(piece: Uint8Array): void;
  order(message: { readonly type: string } & Readonly<Record<string, unknown>>): void;
  /** The connection is gone. */
  gone(): void;
}

export interface RouteParts {
  readonly path: string;
  /** Why such a stream is refused, as an HTTP status with its text; null = it is not. */
  refuses(query: URLSearchParams): string | null;
  visitor(line: DeepgramLine): DeepgramVisitor;
}

/** A route as the server uses it. */
export interface OpenRoute extends DeepgramRoute {
  refuses(query: URLSearchParams): string | null;
  enter(socket: WebSocket, query: URLSearchParams): void;
}

export function deepgramRoute({ path, refuses, visitor }: RouteParts): OpenRoute {
  const visits: DeepgramVisit[] = [];
  const sockets = new Set<WebSocket>();
  let fault: Fault | null = null;
  return {
    path,
    visits,
    refuses,
    get fault() {
      return fault;
    },
    setFault(next) {
      fault = next;
    },
    drop() {
      for (const socket of sockets) socket.terminate();
    },
    enter(socket, query) {
      const visit: DeepgramVisit = { query, bytes: 0, orders: [], open: true };
      visits.push(visit);
      sockets.add(socket);
      const one = visitor(lineOf(socket, visit, () => fault));
      socket.on("error", () => {});
      socket.on("close", () => {
        visit.open = false;
        sockets.delete(socket);
        one.gone();
      });
      socket.on("message", (data, isBinary) => {
        if (isBinary) {
          visit.bytes += (data as Buffer).length;
          one.sound(new Uint8Array(data as Buffer));
        } else {
          const message = JSON.parse(String(data)) as { type: string };
          visit.orders.push(message.type);
          one.order(message);
        }
      });
    },
  };
}

function lineOf(socket: WebSocket, visit: DeepgramVisit, fault: () => Fault | null): DeepgramLine {
  const send = sendUnder(fault, {
    send(piece) {
      if (socket.readyState === socket.OPEN) socket.send(piece);
    },
    cut: () => socket.terminate(),
  });
  return {
    visit,
    send: (message) => send(message instanceof Uint8Array ? message : JSON.stringify(message)),
    close: (code = 1000, reason = "") => socket.close(code, reason),
  };
}
