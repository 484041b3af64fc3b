import { randomUUID } from "node:crypto";
import { type IncomingMessage, type Server, STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { isE164 } from "../core/values/e164.ts";
import type { CallId, PracticeId } from "../core/values/ids.ts";
import { hide } from "../core/values/private.ts";
import type { Clock } from "../ports/clock.ts";
import type { Telemetry } from "../ports/telemetry.ts";
import type { CallerLimits } from "./caller-limits.ts";
import type { Answer, IncomingCall, Refused } from "./incoming-call.ts";
import { isFromThisMachine } from "./loopback.ts";
import { MediaConnection, type Rejection } from "./media-connection.ts";
import { type LineOrders, MediaLine, type MediaLineOptions } from "./media-line.ts";
import type { StreamStart } from "./media-messages.ts";
import type { StreamTokens } from "./stream-token.ts";

export const MEDIA_PATH = "/twilio/media";
const OPEN_LINE_PATH = /^\/line\/([a-z0-9][a-z0-9-]{0,63})$/;
const MAX_MESSAGE_BYTES = 64 * 1024;
/** Sockets that have not shown their token yet; one more, and the oldest of them is closed. */
const MAX_UNSTARTED = 200;
const LOOK_AFTER_EVERY_MS = 100;
/** Whoever takes an upgrade has answered it by then. */
const UNCLAIMED_MS = 5000;

export interface MediaServerOptions {
  readonly httpServer: Server;
  readonly answer: Answer;
  readonly tokens: StreamTokens;
  readonly limits: CallerLimits;
  readonly orders: LineOrders;
  /** Open lines let anybody on this machine in, without a token. */
  readonly openLines: boolean;
  readonly hasPractice: (practice: PracticeId) => boolean;
  readonly clock: Clock;
  readonly telemetry: Telemetry;
}

export interface MediaServer {
  /** Streams that are open. */
  readonly count: number;
  /** Takes no more streams and closes those that are open. */
  close(): void;
}

type Stream = Pick<MediaLineOptions, "socket" | "transport">;
type Started = ReturnType<ConstructorParameters<typeof MediaConnection>[0]["started"]>;

const refusals: Readonly<Record<Refused, Rejection>> = {
  busy: { code: 1013, reason: "all lines are busy" },
  draining: { code: 1013, reason: "closing down" },
  taken: { code: 1008, reason: "the call has a line already" },
  unknownPractice: { code: 1008, reason: "no such practice" },
  callerLimit: { code: 1013, reason: "the caller has too many calls" },
};

/** The WebSocket side of telephony: media streams of the telephone company, and open lines. */
export function mediaServer(options: MediaServerOptions): MediaServer {
  return new MediaStreams(options);
}

class MediaStreams implements MediaServer {
  readonly #options: MediaServerOptions;
  readonly #connections = new Set<MediaConnection>();
  readonly #sockets: WebSocketServer;
  #cancelLook: (() => void) | null = null;
  #lookDueMs = 0;
  readonly #upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) =>
    this.#route(request, socket, head);

  constructor(options: MediaServerOptions) {
    this.#options = options;
    this.#sockets = new WebSocketServer({
      noServer: true,
      maxPayload: MAX_MESSAGE_BYTES,
      perMessageDeflate: false,
      // Audio is ASCII; what is not JSON is refused by the parser.
      skipUTF8Validation: true,
    });
    options.httpServer.on("upgrade", this.#upgrade);
  }

  get count(): number {
    return this.#connections.size;
  }

  close(): void {
    this.#options.httpServer.off("upgrade", this.#upgrade);
    this.#cancelLook?.();
    for (const socket of this.#sockets.clients) socket.close(1001, "closing down");
    this.#sockets.close();
  }

  #route(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on("error", () =>
      this.#options.telemetry.meter.count("websocket_errors_total", { reason: "network" }),
    );
    const path = (request.url ?? "").split("?", 1)[0] ?? "";
    const practice = OPEN_LINE_PATH.exec(path)?.[1];
    if (path === MEDIA_PATH) this.#upgradeTwilio(request, socket, head);
    else if (practice !== undefined) this.#upgradeOpenLine(practice, request, socket, head);
    else this.#leaveToOthers(socket);
  }

  /** Somebody else may take upgrades of other paths; if nobody does, the socket must not stay open. */
  #leaveToOthers(socket: Duplex): void {
    const { httpServer, clock } = this.#options;
    const alone = httpServer.listenerCount("upgrade") === 1;
    clock.after(alone ? 0 : UNCLAIMED_MS, () => {
      if (!socket.destroyed && (socket as Socket).bytesWritten === 0)
        this.#refuse(socket, 404, "no_such_path");
    });
  }

  #upgradeTwilio(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    // Whoever floods us with sockets that never start must not keep the telephone company out, which starts at once.
    const unstarted = [...this.#connections].filter((connection) => !connection.started);
    if (unstarted.length >= MAX_UNSTARTED) unstarted[0]?.giveUp();
    this.#sockets.handleUpgrade(request, socket, head, (webSocket) => {
      this.#connect(webSocket, {
        acceptsTyped: false,
        mayComeBack: () => true,
        started: (start) => this.#startTwilio({ socket: webSocket, transport: socket }, start),
      });
    });
  }

  #upgradeOpenLine(practice: PracticeId, request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const { openLines, hasPractice } = this.#options;
    if (!openLines || !hasPractice(practice)) {
      this.#refuse(socket, 404, "no_open_line");
      return;
    }
    if (!isFromThisMachine(request)) {
      this.#refuse(socket, 403, "not_loopback");
      return;
    }
    this.#sockets.handleUpgrade(request, socket, head, (webSocket) => {
      let named = false;
      let code = 0;
      webSocket.on("close", (closeCode) => {
        code = closeCode;
      });
      this.#connect(webSocket, {
        acceptsTyped: true,
        // A client that named its call and did not say goodbye may come back for it.
        mayComeBack: () => named && code === 1006,
        started: (start) => {
          named = start.callSid !== null;
          return this.#startOpenLine({ socket: webSocket, transport: socket }, practice, start);
        },
      });
    });
  }

  #connect(
    socket: WebSocket,
    how: Pick<ConstructorParameters<typeof MediaConnection>[0], "acceptsTyped" | "mayComeBack" | "started">,
  ): void {
    const { clock, telemetry } = this.#options;
    const connection = new MediaConnection({
      socket,
      meter: telemetry.meter,
      nowMs: () => clock.monotonicMs(),
      ...how,
    });
    this.#connections.add(connection);
    socket.on("close", () => this.#connections.delete(connection));
    if (this.#cancelLook === null) this.#lookAfterSoon();
  }

  #lookAfterSoon(): void {
    this.#lookDueMs = this.#options.clock.monotonicMs() + LOOK_AFTER_EVERY_MS;
    this.#cancelLook = this.#options.clock.after(LOOK_AFTER_EVERY_MS, () => this.#lookAfterAll());
  }

  #lookAfterAll(): void {
    const nowMs = this.#options.clock.monotonicMs();
    const stalledMs = nowMs - this.#lookDueMs;
    this.#cancelLook = null;
    if (this.#connections.size > 0) this.#lookAfterSoon();
    for (const connection of this.#connections) connection.lookAfter(nowMs, stalledMs);
  }

  #startTwilio(stream: Stream, start: StreamStart): Started {
    const { tokens, limits, orders, telemetry } = this.#options;
    const claims = tokens.take(start.parameters["token"] ?? "");
    if (typeof claims === "string") {
      telemetry.meter.count("stream_tokens_refused_total", { reason: claims });
      telemetry.log.warn("a media stream without a valid token is refused", { reason: claims });
      return { code: 1008, reason: "token refused" };
    }
    const { call, practice, direction, from, resumed } = claims;
    if (start.callSid !== null && start.callSid !== call) return { code: 1008, reason: "token refused" };
    const line = this.#line(stream, { start, callId: call, echoesMarks: true, orders });
    const limited = direction === "inbound" && resumed === null;
    if (limited && !limits.opened(from)) return this.#refused(call, "callerLimit", orders);
    if (limited) stream.socket.once("close", () => limits.closed(from));
    const known = { practice, direction, from: from === null ? null : hide(from), resumed };
    return this.#answer(line, known, orders);
  }

  #startOpenLine(stream: Stream, practice: PracticeId, start: StreamStart): Started {
    const callId = start.callSid ?? `open-${randomUUID()}`;
    const from = start.parameters["from"];
    const line = this.#line(stream, { start, callId, echoesMarks: false, orders: null });
    const known = from !== undefined && isE164(from) ? hide(from) : null;
    return this.#answer(line, { practice, direction: "inbound", from: known, resumed: null }, null);
  }

  #line(
    stream: Stream,
    how: { start: StreamStart; callId: CallId; echoesMarks: boolean; orders: LineOrders | null },
  ): MediaLine {
    const { callId, echoesMarks, orders } = how;
    const streamSid = how.start.streamSid ?? `MZ${randomUUID().replaceAll("-", "")}`;
    const { meter } = this.#options.telemetry;
    return new MediaLine({ ...stream, streamSid, callId, echoesMarks, orders, meter });
  }

  #answer(line: MediaLine, call: IncomingCall, orders: LineOrders | null): Started {
    const handler = this.#options.answer(line, call);
    return typeof handler === "string" ? this.#refused(line.callId, handler, orders) : { line, handler };
  }

  #refused(call: CallId, why: Refused, orders: LineOrders | null): Rejection {
    const { log, meter } = this.#options.telemetry;
    log.info("a call was refused", { call, reason: why });
    meter.count("calls_refused_total", { reason: why });
    orders?.refused(call, why);
    return refusals[why];
  }

  #refuse(socket: Duplex, status: number, reason: string): void {
    this.#options.telemetry.meter.count("websocket_errors_total", { reason });
    refuse(socket, status);
  }
}

function refuse(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
