import { Buffer } from "node:buffer";
import { isKey, type Key } from "../core/values/key.ts";

/** What a media stream tells us, in the telephone company's protocol; everything else about a message is dropped here. */
export type MediaMessage =
  | { readonly kind: "connected" }
  | { readonly kind: "start"; readonly start: StreamStart }
  /** `timestampMs` is the stream time of the first sample; null when the client does not say. */
  | { readonly kind: "media"; readonly payload: Uint8Array; readonly timestampMs: number | null }
  | { readonly kind: "dtmf"; readonly key: Key }
  | { readonly kind: "mark"; readonly name: string }
  | { readonly kind: "typed"; readonly text: string }
  | { readonly kind: "stop" }
  /** An event that the protocol does not have, or one of ours without its content. */
  | { readonly kind: "unknown" }
  | { readonly kind: "malformed" };

/** Clients leave out what they do not care for. */
export interface StreamStart {
  readonly streamSid: string | null;
  readonly callSid: string | null;
  readonly parameters: Readonly<Record<string, string>>;
}

const MAX_TYPED_CHARACTERS = 500;
const MAX_NAME_CHARACTERS = 200;

const mediaStart = '{"event":"media"';
const payloadStart = '"payload":"';
const timestampStart = '"timestamp":';
const outboundTrack = '"track":"outbound"';
const MAX_DIGITS = 15;

/**
 * Reads one message; total, never throws. Audio comes fifty times a second on every call, so its usual spelling is read
 * without parsing the JSON, which takes half the time: base64 has no quotes, and a payload with an escape in it takes the long
 * way.
 */
export function readMessage(data: Buffer): MediaMessage {
  return readMediaFast(data) ?? readAny(data);
}

function readMediaFast(data: Buffer): MediaMessage | null {
  const text = data.toString("latin1");
  if (!text.startsWith(mediaStart) || text.includes(outboundTrack)) return null;
  const start = text.indexOf(payloadStart);
  const end = start < 0 ? -1 : text.indexOf('"', start + payloadStart.length);
  if (end < 0) return null;
  const base64 = text.slice(start + payloadStart.length, end);
  if (base64.includes("\\")) return null;
  return { kind: "media", payload: Buffer.from(base64, "base64"), timestampMs: readTimestamp(text) };
}

/** Whole milliseconds, quoted or not; null when there is anything else. */
function readTimestamp(text: string): number | null {
  const start = text.indexOf(timestampStart);
  if (start < 0) return null;
  const from = start + timestampStart.length + (text[start + timestampStart.length] === '"' ? 1 : 0);
  let value = 0;
  let at = from;
  for (let digit = text.charCodeAt(at) - 48; digit >= 0 && digit <= 9; digit = text.charCodeAt(++at) - 48) {
    value = value * 10 + digit;
  }
  return at === from || at - from > MAX_DIGITS ? null : value;
}

function readAny(data: Buffer): MediaMessage {
  const message = parse(data);
  if (message === null) return { kind: "malformed" };
  switch (message["event"]) {
    case "connected":
      return { kind: "connected" };
    case "start":
      return { kind: "start", start: readStart(message) };
    case "media":
      return readMedia(objectIn(message, "media"));
    case "dtmf":
      return readKey(textIn(objectIn(message, "dtmf"), "digit"));
    case "mark":
      return readMark(textIn(objectIn(message, "mark"), "name"));
    case "typed":
      return readTyped(textIn(message, "text"));
    case "stop":
      return { kind: "stop" };
    default:
      return { kind: "unknown" };
  }
}

function readStart(message: Readonly<Record<string, unknown>>): StreamStart {
  const start = objectIn(message, "start");
  const parameters: Record<string, string> = {};
  for (const [name, value] of Object.entries(objectIn(start, "customParameters")).slice(0, 20)) {
    if (typeof value === "string" && value.length <= 4096) parameters[name] = value;
  }
  return {
    streamSid: nameOf(textIn(start, "streamSid") ?? textIn(message, "streamSid")),
    callSid: nameOf(textIn(start, "callSid")),
    parameters,
  };
}

function readMedia(media: Readonly<Record<string, unknown>>): MediaMessage {
  const payload = textIn(media, "payload");
  if (payload === null || textIn(media, "track") === "outbound") return { kind: "unknown" };
  const timestamp = media["timestamp"];
  return { kind: "media", payload: Buffer.from(payload, "base64"), timestampMs: milliseconds(timestamp) };
}

function readKey(digit: string | null): MediaMessage {
  return digit !== null && isKey(digit) ? { kind: "dtmf", key: digit } : { kind: "unknown" };
}

function readMark(name: string | null): MediaMessage {
  return name === null ? { kind: "unknown" } : { kind: "mark", name };
}

function readTyped(text: string | null): MediaMessage {
  const typed = text?.trim().slice(0, MAX_TYPED_CHARACTERS) ?? "";
  return typed === "" ? { kind: "unknown" } : { kind: "typed", text: typed };
}

function parse(data: Buffer): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(data.toString("utf8"));
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function objectIn(
  parent: Readonly<Record<string, unknown>>,
  name: string,
): Readonly<Record<string, unknown>> {
  const value = parent[name];
  return isObject(value) ? value : {};
}

function textIn(parent: Readonly<Record<string, unknown>>, name: string): string | null {
  const value = parent[name];
  return typeof value === "string" ? value : null;
}

/** Names go into file names, log lines and database keys. */
function nameOf(text: string | null): string | null {
  return text !== null && text.length <= MAX_NAME_CHARACTERS && /^[\w.:-]+$/.test(text) ? text : null;
}

function milliseconds(value: unknown): number | null {
  const number = typeof value === "string" && value !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) && number >= 0 ? number : null;
}
