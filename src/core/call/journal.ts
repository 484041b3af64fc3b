import { Private } from "../values/private.ts";
import type { CallEvent } from "./events.ts";

/** Events as plain data that survives `JSON.stringify`; private values lie open in it. */
export interface EncodedEvents {
  readonly version: 1;
  readonly events: readonly unknown[];
}

const marker = "~private";

/** Events as plain data, to be encrypted and kept. `decodeEvents` gives back equal events. */
export function encodeEvents(events: readonly CallEvent[]): Private<EncodedEvents> {
  return new Private({ version: 1, events: events.map(encode) });
}

/** Throws on a version that this program does not know: a journal half understood would be replayed wrongly. */
export function decodeEvents(encoded: Private<EncodedEvents>): readonly CallEvent[] {
  const { version, events } = encoded.reveal();
  if (version !== 1) throw new Error(`The journal has events of the unknown version ${String(version)}`);
  return events.map((event) => decode(event) as CallEvent);
}

function encode(value: unknown): unknown {
  if (value instanceof Private) return { [marker]: encode(value.reveal()) };
  if (Array.isArray(value)) return value.map(encode);
  if (typeof value === "number" && !Number.isFinite(value)) throw new Error("A journal keeps finite numbers");
  if (typeof value !== "object" || value === null) return value;
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null)
    throw new Error("A journal keeps plain data and private values");
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, encode(part)]));
}

function decode(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(decode);
  if (typeof value !== "object" || value === null) return value;
  if (marker in value) return new Private(decode(value[marker]));
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, decode(part)]));
}
