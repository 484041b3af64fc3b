import type { Buffer } from "node:buffer";
import type { RawData, WebSocket } from "ws";
import { FRAME_MS } from "../core/audio/audio-frame.ts";
import { FrameAssembler } from "../core/audio/frame-assembler.ts";
import type { LineHandler } from "../ports/line.ts";
import type { Meter } from "../ports/telemetry.ts";
import type { MediaLine } from "./media-line.ts";
import { readMessage, type StreamStart } from "./media-messages.ts";

/** A stream must start so soon after its socket is open. */
const START_WITHIN_MS = 10_000;
/** Nothing at all from the far end for so long: it is gone, whatever TCP believes. */
const SILENT_SOCKET_MS = 45_000;
const PING_EVERY_MS = 15_000;
/** Longer than the bursts in which clients send their silence. */
const NO_AUDIO_MS = 400;
const MAX_MALFORMED = 20;

/** Why a stream is not taken, as the close code and reason tell the client. */
export interface Rejection {
  readonly code: number;
  readonly reason: string;
}

export interface ConnectionParts {
  readonly socket: WebSocket;
  readonly meter: Meter;
  readonly nowMs: () => number;
  /** Typed turns come from softphones; the telephone company never sends any. */
  readonly acceptsTyped: boolean;
  /** A close without `stop` is a break that may be mended, and not the end. */
  readonly mayComeBack: () => boolean;
  readonly started: (start: StreamStart) => { line: MediaLine; handler: LineHandler } | Rejection;
}

/**
 * One socket that speaks the media-stream protocol, from its first message to its close. Tolerates what compatible clients
 * do; what it cannot use is counted by kind and changes nothing, until twenty messages that are no JSON end the stream.
 */
export class MediaConnection {
  readonly #parts: ConnectionParts;
  readonly #assembler = new FrameAssembler();
  readonly #openedMs: number;
  #handler: LineHandler | null = null;
  #line: MediaLine | null = null;
  #done = false;
  #malformed = 0;
  #heardMs: number;
  #pingedMs: number;
  /** Until when the line has sound, the caller's or silence in its place. */
  #audioUntilMs = 0;
  readonly #emit: (frame: Uint8Array) => void = (frame) => this.#handler?.frame(frame);

  constructor(parts: ConnectionParts) {
    this.#parts = parts;
    const nowMs = parts.nowMs();
    this.#openedMs = nowMs;
    this.#heardMs = nowMs;
    this.#pingedMs = nowMs;
    const { socket } = parts;
    socket.on("message", (data, isBinary) => this.#received(data, isBinary));
    socket.on("pong", () => {
      this.#heardMs = parts.nowMs();
    });
    socket.on("close", () => this.#closed());
    socket.on("error", (error) => this.#count(`socket_${errorKind(error)}`));
  }

  get started(): boolean {
    return this.#handler !== null;
  }

  /**
   * Called a few times a second: heartbeat, limits of time, and silence where a client sends nothing. `stalledMs` is how
   * long this process has been too busy to read, which is no silence of the client's.
   */
  lookAfter(nowMs: number, stalledMs: number): void {
    const { socket } = this.#parts;
    if (socket.readyState !== socket.OPEN) return;
    if (!this.started && nowMs - this.#openedMs > START_WITHIN_MS)
      this.#reject({ code: 1008, reason: "no start" });
    if (nowMs - this.#heardMs > SILENT_SOCKET_MS) {
      this.#count("silent");
      socket.terminate();
      return;
    }
    if (nowMs - this.#pingedMs >= PING_EVERY_MS) {
      this.#pingedMs = nowMs;
      socket.ping();
    }
    this.#audioUntilMs += stalledMs;
    const missingFrames = Math.floor((nowMs - this.#audioUntilMs) / FRAME_MS);
    if (!this.started || missingFrames * FRAME_MS < NO_AUDIO_MS) return;
    this.#assembler.insertSilence(missingFrames * FRAME_MS, this.#emit);
    this.#audioUntilMs += missingFrames * FRAME_MS;
  }

  /** Closes a stream that has not started. */
  giveUp(): void {
    this.#reject({ code: 1008, reason: "no start" });
  }

  #received(data: RawData, isBinary: boolean): void {
    if (this.#done) return;
    this.#heardMs = this.#parts.nowMs();
    // `ws` delivers one Buffer a message unless it is told otherwise.
    const message = isBinary ? ({ kind: "malformed" } as const) : readMessage(data as Buffer);
    switch (message.kind) {
      case "media":
        this.#audio(message.payload, message.timestampMs);
        break;
      case "start":
        this.#start(message.start);
        break;
      case "dtmf":
        this.#handler?.key(message.key);
        break;
      case "mark":
        this.#handler?.marked(message.name);
        break;
      case "typed":
        if (this.#parts.acceptsTyped) this.#handler?.typed(message.text);
        else this.#count("unknown_event");
        break;
      case "stop":
        this.#end("ended");
        this.#parts.socket.close(1000);
        break;
      case "unknown":
        this.#count("unknown_event");
        break;
      case "malformed":
        this.#tolerate();
    }
  }

  #audio(payload: Uint8Array, timestampMs: number | null): void {
    if (this.#handler === null) {
      this.#count("audio_before_start");
      return;
    }
    this.#audioUntilMs = this.#heardMs;
    this.#assembler.push(payload, timestampMs, this.#emit);
  }

  #start(start: StreamStart): void {
    if (this.#handler !== null) {
      this.#count("second_start");
      return;
    }
    const answer = this.#parts.started(start);
    if ("code" in answer) {
      this.#reject(answer);
      return;
    }
    this.#line = answer.line;
    this.#handler = answer.handler;
    this.#audioUntilMs = this.#heardMs;
  }

  #tolerate(): void {
    this.#count("malformed");
    if (++this.#malformed >= MAX_MALFORMED)
      this.#reject({ code: 1007, reason: "too many malformed messages" });
  }

  #reject({ code, reason }: Rejection): void {
    if (this.#done) return;
    this.#count("rejected");
    this.#end("ended");
    this.#parts.socket.close(code, reason);
  }

  #closed(): void {
    const lost = this.#line?.hungUp === false && this.#parts.mayComeBack();
    this.#end(lost ? "lost" : "ended");
  }

  #end(why: "ended" | "lost"): void {
    if (this.#done) return;
    this.#done = true;
    this.#assembler.flush(this.#emit);
    this.#handler?.closed(why);
  }

  #count(reason: string): void {
    this.#parts.meter.count("websocket_errors_total", { reason });
  }
}

/** `ws` names its protocol errors with codes; others are the network's. */
function errorKind(error: Error): string {
  const code = (error as { code?: unknown }).code;
  if (code === "WS_ERR_UNSUPPORTED_MESSAGE_LENGTH") return "oversize";
  return typeof code === "string" && code.startsWith("WS_ERR") ? "protocol" : "network";
}
