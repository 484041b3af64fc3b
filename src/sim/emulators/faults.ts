import type { ServerResponse } from "node:http";
import type { Duplex } from "node:stream";

/**
 * What can go wrong with an outside service, the same words for all emulators. Each honours those that make sense for it and
 * works as usual under the others.
 */
export type Fault =
  /** The connection is broken off before any answer. */
  | "refuse"
  /** The request is taken and never answered. */
  | "hang"
  /** After so many bytes of the answer nothing more comes, and the connection stays. */
  | { readonly stallAfterBytes: number }
  /** The connection breaks off in the middle of an answer. */
  | "dropInTheMiddle"
  | "unauthorized"
  /** 429 with `Retry-After`. */
  | { readonly tooMany: number }
  | "serverError"
  /** What comes is not of the form that it should have. */
  | "garbage"
  /** The connection is taken and kept, and nothing comes on it. */
  | "mute"
  /** Everything comes so much later. */
  | { readonly slowMs: number }
  /** Each message comes twice. */
  | "duplicate"
  /** Every second message overtakes the one before it. */
  | "outOfOrder";

/** All that can be done to a service that answers requests, and that keeps it from answering. */
export function requestFaults(retryAfterSeconds: number): readonly Fault[] {
  return [
    "refuse",
    "hang",
    "mute",
    "dropInTheMiddle",
    { stallAfterBytes: 5 },
    { tooMany: retryAfterSeconds },
    "serverError",
    "garbage",
    "unauthorized",
  ];
}

/** What an emulator can be told to do wrong from now on; `null` = nothing. */
export interface FaultSwitch {
  setFault(fault: Fault | null): void;
}

export interface EmulatedAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

const garbage = "<html><body>It works!</body></html>";

/** The answer that a fault puts in the place of the service's own; null for faults that do not. */
function answerOfFault(fault: Fault | null): EmulatedAnswer | null {
  if (fault === "unauthorized") return { status: 401, body: "" };
  if (fault === "serverError") return { status: 500, body: "" };
  if (fault === "garbage") return { status: 200, headers: { "content-type": "text/html" }, body: garbage };
  if (is(fault, "tooMany"))
    return { status: 429, headers: { "retry-after": String(fault.tooMany) }, body: "" };
  return null;
}

/** Whether the service never gets to see a request under this fault. */
export function replacesAnswer(fault: Fault | null): boolean {
  return fault === "refuse" || answerOfFault(fault) !== null;
}

/** Sends an answer, as far as the fault lets it. */
export function answerUnder(fault: Fault | null, response: ServerResponse, usual: EmulatedAnswer): void {
  const { status, headers, body } = answerOfFault(fault) ?? usual;
  const bytes = Buffer.from(body);
  if (fault === "hang") return;
  if (fault === "refuse") {
    response.destroy();
    return;
  }
  if (is(fault, "slowMs")) {
    setTimeout(() => answerUnder(null, response, usual), fault.slowMs);
    return;
  }
  response.writeHead(status, { ...headers, "content-length": bytes.length });
  if (fault === "mute") response.flushHeaders();
  else if (is(fault, "stallAfterBytes")) response.write(bytes.subarray(0, fault.stallAfterBytes));
  else if (fault === "dropInTheMiddle")
    response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy());
  else response.end(bytes);
}

/** Refuses a WebSocket as the fault has it; false = it may be opened. */
export function refusesUpgrade(fault: Fault | null, socket: Duplex): boolean {
  if (fault === "hang") {
    // Whoever asked may go away, which only a socket that is read notices.
    socket.resume().on("end", () => socket.destroy());
    return true;
  }
  const answer = fault === "garbage" ? null : answerOfFault(fault);
  if (fault !== "refuse" && answer === null) return false;
  if (answer !== null) {
    const headers = Object.entries(answer.headers ?? {}).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.write(`HTTP/1.1 ${answer.status} \r\n${headers.join("")}connection: close\r\n\r\n`);
  }
  socket.destroy();
  return true;
}

/** Where messages go: a WebSocket, or an answer that is sent in pieces. */
export interface Outlet {
  send(piece: string | Uint8Array): void;
  /** Breaks the connection off. */
  cut(): void;
}

/** Sends messages of a stream as far as the fault of the moment lets them. */
export function sendUnder(fault: () => Fault | null, outlet: Outlet): (piece: string | Uint8Array) => void {
  let sentBytes = 0;
  let heldBack: string | Uint8Array | null = null;
  return (piece) => {
    const now = fault();
    const before = heldBack;
    heldBack = null;
    if (now === "outOfOrder" && before === null) {
      heldBack = piece;
      return;
    }
    if (now === "mute" || now === "hang") return;
    if (now === "dropInTheMiddle" && sentBytes > 0) return outlet.cut();
    if (is(now, "stallAfterBytes") && sentBytes >= now.stallAfterBytes) return;
    sentBytes += Buffer.byteLength(piece);
    const send = () => outlet.send(now === "garbage" ? garbage : piece);
    if (is(now, "slowMs")) setTimeout(send, now.slowMs);
    else send();
    if (now === "duplicate") send();
    if (before !== null) outlet.send(before);
  };
}

function is<K extends "stallAfterBytes" | "tooMany" | "slowMs">(
  fault: Fault | null,
  kind: K,
): fault is Extract<Fault, Record<K, number>> {
  return typeof fault === "object" && fault !== null && kind in fault;
}
