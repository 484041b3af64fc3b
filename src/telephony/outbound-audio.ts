import { Buffer } from "node:buffer";
import { FRAME_BYTES } from "../core/audio/audio-frame.ts";

/** RFC 6455, 5.2: a whole text message, not masked, with its length in the two bytes that follow. */
const TEXT_MESSAGE = 0x81;
const LENGTH_FOLLOWS = 126;
const HEADER_BYTES = 4;
const BASE64_BYTES = Math.ceil(FRAME_BYTES / 3) * 4;

const alphabet = Buffer.from("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/");
const padding = "=".charCodeAt(0);

/**
 * Audio on its way to a stream, as the bytes of WebSocket messages. All messages of a stream have the same length and
 * differ only in their payload, so they are filled into copies of a template, one message a frame, and several frames go
 * out in one write: the system call is what audio costs most.
 */
export class OutboundAudio {
  readonly #template: Buffer;
  readonly #payloadAt: number;

  constructor(streamSid: string) {
    const prefix = `{"event":"media","streamSid":${JSON.stringify(streamSid)},"media":{"payload":"`;
    const body = Buffer.from(`${prefix}${"A".repeat(BASE64_BYTES)}"}}`);
    const header = Buffer.from([TEXT_MESSAGE, LENGTH_FOLLOWS, body.length >> 8, body.length & 0xff]);
    this.#template = Buffer.concat([header, body]);
    this.#payloadAt = HEADER_BYTES + Buffer.byteLength(prefix);
  }

  /** Messages for a whole number of frames. */
  encode(audio: Uint8Array): Buffer {
    const frames = Math.floor(audio.length / FRAME_BYTES);
    const size = this.#template.length;
    const messages = Buffer.allocUnsafe(frames * size);
    for (let frame = 0; frame < frames; frame++) {
      messages.set(this.#template, frame * size);
      writeBase64(audio, frame * FRAME_BYTES, messages, frame * size + this.#payloadAt);
    }
    return messages;
  }
}

/** One frame; its last byte stands alone, which base64 writes as two characters and padding. */
function writeBase64(from: Uint8Array, start: number, to: Uint8Array, at: number): void {
  const end = start + FRAME_BYTES - 1;
  let write = at;
  for (let read = start; read < end; read += 3) {
    const bits =
      ((from[read] as number) << 16) | ((from[read + 1] as number) << 8) | (from[read + 2] as number);
    to[write] = alphabet[bits >> 18] as number;
    to[write + 1] = alphabet[(bits >> 12) & 63] as number;
    to[write + 2] = alphabet[(bits >> 6) & 63] as number;
    to[write + 3] = alphabet[bits & 63] as number;
    write += 4;
  }
  const last = from[end] as number;
  to[write] = alphabet[last >> 2] as number;
  to[write + 1] = alphabet[(last & 3) << 4] as number;
  to[write + 2] = padding;
  to[write + 3] = padding;
}
