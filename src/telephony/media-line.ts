import type { Duplex } from "node:stream";
import { WebSocket } from "ws";
import type { CallId } from "../core/values/ids.ts";
import type { Line } from "../ports/line.ts";
import type { Meter } from "../ports/telemetry.ts";
import { WorldError } from "../ports/world-error.ts";
import type { Refused } from "./incoming-call.ts";
import { OutboundAudio } from "./outbound-audio.ts";

/** About ten seconds of sound that the far end does not take from us. */
const MAX_BUFFERED_BYTES = 160 * 1024;

/** How a line is given up beside closing its stream; the open line has neither. */
export interface LineOrders {
  transfer(call: CallId, to: string): Promise<void>;
  /** Before the stream is closed by us for good. */
  hangingUp(call: CallId): void;
  /** A stream of the call is closed because the call is not taken. */
  refused(call: CallId, why: Refused): void;
}

export interface MediaLineOptions {
  readonly socket: WebSocket;
  /** What the WebSocket runs on. Whole messages may be written to it, because nothing is compressed or fragmented. */
  readonly transport: Duplex;
  readonly streamSid: string;
  readonly callId: CallId;
  readonly echoesMarks: boolean;
  readonly orders: LineOrders | null;
  readonly meter: Meter;
}

/** A telephone line over a media stream. */
export class MediaLine implements Line {
  readonly callId: CallId;
  readonly echoesMarks: boolean;
  readonly #socket: WebSocket;
  readonly #orders: LineOrders | null;
  readonly #meter: Meter;
  readonly #streamSid: string;
  readonly #transport: Duplex;
  readonly #audio: OutboundAudio;
  #hungUp = false;

  constructor(options: MediaLineOptions) {
    this.callId = options.callId;
    this.echoesMarks = options.echoesMarks;
    this.#socket = options.socket;
    this.#orders = options.orders;
    this.#meter = options.meter;
    this.#streamSid = JSON.stringify(options.streamSid);
    this.#transport = options.transport;
    this.#audio = new OutboundAudio(options.streamSid);
  }

  /** Whether we ended the call. */
  get hungUp(): boolean {
    return this.#hungUp;
  }

  send(audio: Uint8Array): void {
    const socket = this.#socket;
    if (socket.readyState !== WebSocket.OPEN) return;
    if (this.#transport.writableLength > MAX_BUFFERED_BYTES) {
      this.#meter.count("websocket_errors_total", { reason: "backpressure" });
      socket.terminate();
      return;
    }
    this.#transport.write(this.#audio.encode(audio));
  }

  mark(name: string): void {
    this.#tell(`{"event":"mark","streamSid":${this.#streamSid},"mark":{"name":${JSON.stringify(name)}}}`);
  }

  clear(): void {
    this.#tell(`{"event":"clear","streamSid":${this.#streamSid}}`);
  }

  async transfer(to: string): Promise<void> {
    if (this.#orders === null) throw new WorldError("line", "transferring a call", { retryable: false });
    await this.#orders.transfer(this.callId, to);
    this.#hungUp = true;
    this.#socket.close(1000);
  }

  hangUp(): void {
    if (this.#hungUp) return;
    this.#hungUp = true;
    this.#orders?.hangingUp(this.callId);
    this.#socket.close(1000);
  }

  abandon(): void {
    this.#socket.close(1000);
  }

  #tell(message: string): void {
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(message);
  }
}
