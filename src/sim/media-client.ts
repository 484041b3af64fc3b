import { randomBytes } from "node:crypto";
import { WebSocket } from "ws";
import { FRAME_BYTES, FRAME_MS, silentFrame } from "../core/audio/audio-frame.ts";
import type { CallId } from "../core/values/ids.ts";
import type { Key } from "../core/values/key.ts";
import { FarEndPlayback, isAudible } from "./far-end-playback.ts";
import { type LineEffects, perfectLine } from "./line-effects.ts";

export interface MediaCallOptions {
  /** `ws://host:port/line/<practice>`, or the address in the `<Stream>` of a TwiML answer. */
  readonly url: string;
  /** The caller's number, E.164; null when withheld. Sent as the parameter `from`. */
  readonly from: string | null;
  /** Further `<Parameter>`s, such as the stream token. */
  readonly parameters?: Readonly<Record<string, string>>;
  readonly effects?: LineEffects;
  /** The call that the stream is of; a new one when left out. */
  readonly callId?: CallId;
}

/** From the first to the last audible frame on the wire, in milliseconds of `performance.now()`. */
export interface WireTimes {
  readonly startedMs: number;
  readonly endedMs: number;
}

/** A call as the telephone company sees it. Sends a frame every 20 ms, of silence when nothing is said. */
export interface MediaCall {
  readonly callId: CallId;
  readonly playback: FarEndPlayback;
  /** Puts mu-law on the line behind what is already waiting; resolves when its last frame has gone. */
  say(sound: Uint8Array): Promise<WireTimes>;
  /** Breaks off what is being said, in the middle of a word. */
  hush(): void;
  press(key: Key): void;
  /** A turn typed into a softphone. */
  type(text: string): void;
  /** Tells the server that the call is over, as the telephone company does, and closes. */
  hangUp(): void;
  /** Breaks the connection off without a word, as networks do. */
  drop(): void;
  /** Resolves when the connection is closed, by either side, with the code of the close and its reason. Never rejects. */
  readonly closed: Promise<string>;
  /** What the caller sent, frame by frame, and when the first of them went. */
  readonly sent: { readonly frames: readonly Uint8Array[]; readonly startedMs: number };
}

interface Utterance {
  readonly sound: Uint8Array;
  offset: number;
  startedMs: number;
  endedMs: number;
  readonly done: (times: WireTimes) => void;
}

/** Rings and waits until the connection stands. Rejects when the server refuses it. */
export async function openMediaCall(options: MediaCallOptions): Promise<MediaCall> {
  const socket = new WebSocket(options.url);
  await new Promise<void>((resolve, reject) => {
    socket.once("open", resolve);
    socket.once("error", reject);
  });
  return new TwilioLikeCall(socket, options);
}

class TwilioLikeCall implements MediaCall {
  readonly callId: CallId;
  readonly playback = new FarEndPlayback();
  readonly closed: Promise<string>;
  readonly sent: { readonly frames: Uint8Array[]; readonly startedMs: number };
  readonly #streamSid = `MZ${randomBytes(16).toString("hex")}`;
  readonly #socket: WebSocket;
  readonly #effects: LineEffects;
  readonly #utterances: Utterance[] = [];
  #sequence = 0;
  /** Frames that the line delays, in order. */
  #late: { readonly dueMs: number; readonly message: object }[] = [];
  #frameTimer: NodeJS.Timeout;
  #markTimer: NodeJS.Timeout | null = null;

  constructor(socket: WebSocket, options: MediaCallOptions) {
    this.#socket = socket;
    this.callId = options.callId ?? `CA${randomBytes(16).toString("hex")}`;
    this.#effects = options.effects ?? perfectLine;
    this.closed = new Promise((resolve) => {
      socket.once("close", (code, reason) => resolve(`${code} ${reason}`.trim()));
      socket.once("error", (error) => resolve(`1006 ${error.message}`));
    });
    void this.closed.then(() => this.#stop());
    socket.on("error", () => socket.terminate());
    socket.on("message", (data) => this.#receive(JSON.parse(String(data)) as ServerMessage));
    this.#send({ event: "connected", protocol: "Call", version: "1.0.0" });
    this.#sendNumbered({ event: "start", start: this.#start(options) });
    this.sent = { frames: [], startedMs: performance.now() };
    this.#frameTimer = setTimeout(() => this.#sendDueFrames(), FRAME_MS);
  }

  say(sound: Uint8Array): Promise<WireTimes> {
    if (sound.length % FRAME_BYTES !== 0) throw new RangeError("sound comes in whole frames");
    return new Promise((done) => this.#utterances.push({ sound, offset: 0, startedMs: 0, endedMs: 0, done }));
  }

  hush(): void {
    for (const { startedMs, endedMs, done } of this.#utterances.splice(0))
      done({ startedMs, endedMs: endedMs || performance.now() });
  }

  press(key: Key): void {
    this.#sendNumbered({ event: "dtmf", dtmf: { track: "inbound_track", digit: key } });
  }

  type(text: string): void {
    this.#sendNumbered({ event: "typed", text });
  }

  hangUp(): void {
    this.#sendNumbered({ event: "stop", stop: { callSid: this.callId } });
    this.#stop();
    this.#socket.close(1000);
  }

  drop(): void {
    this.#stop();
    this.#socket.terminate();
  }

  #start(options: MediaCallOptions) {
    return {
      streamSid: this.#streamSid,
      accountSid: "AC00000000000000000000000000000000",
      callSid: this.callId,
      tracks: ["inbound"],
      mediaFormat: { encoding: "audio/x-mulaw", sampleRate: 8000, channels: 1 },
      customParameters: { ...(options.from === null ? {} : { from: options.from }), ...options.parameters },
    };
  }

  /** Catches up when a timer was late: the line's clock does not wait for ours. */
  #sendDueFrames(): void {
    const due = Math.floor((performance.now() - this.sent.startedMs) / FRAME_MS);
    while (this.sent.frames.length < due) this.#sendFrame();
    this.#sendLate();
    const nextMs = this.sent.startedMs + (this.sent.frames.length + 1) * FRAME_MS;
    this.#frameTimer = setTimeout(() => this.#sendDueFrames(), Math.max(1, nextMs - performance.now()));
  }

  #sendFrame(): void {
    const index = this.sent.frames.length;
    const frame = this.#effects.spoil(this.#nextFrame(), index, this.#echo());
    this.sent.frames.push(frame ?? silentFrame());
    if (frame === null) return;
    const media = {
      track: "inbound",
      chunk: String(index + 1),
      timestamp: String(index * FRAME_MS),
      payload: Buffer.from(frame.buffer, frame.byteOffset, frame.byteLength).toString("base64"),
    };
    const dueMs = performance.now() + this.#effects.delayMs(index);
    this.#late.push({
      dueMs: Math.max(dueMs, this.#late.at(-1)?.dueMs ?? 0),
      message: { event: "media", media },
    });
  }

  #sendLate(): void {
    const nowMs = performance.now();
    const due = this.#late.findIndex(({ dueMs }) => dueMs > nowMs);
    for (const { message } of this.#late.splice(0, due < 0 ? this.#late.length : due))
      this.#sendNumbered(message);
  }

  /** What the caller's telephone plays of the agent comes back into its microphone. */
  #echo(): Uint8Array | null {
    const { echoDelayMs } = this.#effects;
    return echoDelayMs === null ? null : this.playback.soundAt(performance.now() - echoDelayMs);
  }

  #nextFrame(): Uint8Array {
    const utterance = this.#utterances[0];
    if (utterance === undefined) return silentFrame();
    const frame = utterance.sound.slice(utterance.offset, utterance.offset + FRAME_BYTES);
    if (isAudible(frame)) {
      utterance.endedMs = performance.now();
      utterance.startedMs ||= utterance.endedMs;
    }
    utterance.offset += FRAME_BYTES;
    if (utterance.offset >= utterance.sound.length) {
      this.#utterances.shift();
      utterance.done({ startedMs: utterance.startedMs, endedMs: utterance.endedMs || performance.now() });
    }
    return frame.length === FRAME_BYTES ? frame : silentFrame();
  }

  #receive(message: ServerMessage): void {
    const nowMs = performance.now();
    if (message.event === "media") this.playback.receive(nowMs, Buffer.from(message.media.payload, "base64"));
    if (message.event === "mark") this.playback.mark(nowMs, message.mark.name);
    if (message.event === "clear") this.#returnMarks(this.playback.clear(nowMs));
    this.#returnDueMarks();
  }

  #returnDueMarks(): void {
    this.#returnMarks(this.playback.dueMarks(performance.now()));
    if (this.#markTimer !== null) clearTimeout(this.#markTimer);
    const nextMs = this.playback.nextMarkMs;
    this.#markTimer =
      nextMs === null
        ? null
        : setTimeout(() => this.#returnDueMarks(), Math.max(0, nextMs - performance.now()));
  }

  #returnMarks(names: readonly string[]): void {
    for (const name of names) this.#sendNumbered({ event: "mark", mark: { name } });
  }

  #sendNumbered(message: object): void {
    this.#send({ ...message, sequenceNumber: String(++this.#sequence), streamSid: this.#streamSid });
  }

  #send(message: object): void {
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(message));
  }

  #stop(): void {
    clearTimeout(this.#frameTimer);
    if (this.#markTimer !== null) clearTimeout(this.#markTimer);
    const nowMs = performance.now();
    for (const utterance of this.#utterances.splice(0))
      utterance.done({ startedMs: utterance.startedMs, endedMs: nowMs });
  }
}

type ServerMessage =
  | { readonly event: "media"; readonly media: { readonly payload: string } }
  | { readonly event: "mark"; readonly mark: { readonly name: string } }
  | { readonly event: "clear" };
