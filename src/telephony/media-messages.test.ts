import fc from "fast-check";
import { expect, test } from "vitest";
import { readMessage } from "./media-messages.ts";

const sound = Buffer.from([0xff, 0x7f, 0x00, 0x80]);
const payload = sound.toString("base64");
const read = (message: unknown) => readMessage(Buffer.from(JSON.stringify(message)));

const media: [string, string, { timestampMs: number | null }][] = [
  [
    "as the telephone company writes it",
    `{"event":"media","sequenceNumber":"3","media":{"track":"inbound","chunk":"1","timestamp":"5","payload":"${payload}"},"streamSid":"MZ1"}`,
    { timestampMs: 5 },
  ],
  [
    "without anything but the payload",
    `{"event":"media","media":{"payload":"${payload}"}}`,
    { timestampMs: null },
  ],
  [
    "in another order",
    `{"media":{"payload":"${payload}","timestamp":40},"event":"media"}`,
    { timestampMs: 40 },
  ],
  ["with spaces", `{ "event" : "media", "media" : { "payload" : "${payload}" } }`, { timestampMs: null }],
  [
    "with a timestamp that is a number",
    `{"event":"media","media":{"timestamp":60,"payload":"${payload}"}}`,
    { timestampMs: 60 },
  ],
  [
    "with a timestamp that is none",
    `{"event":"media","media":{"timestamp":"soon","payload":"${payload}"}}`,
    { timestampMs: null },
  ],
];
test.each(media)("audio %s", (_name, text, expected) => {
  const message = readMessage(Buffer.from(text));
  expect(message).toMatchObject({ kind: "media", ...expected });
  if (message.kind === "media") expect(Buffer.from(message.payload)).toEqual(sound);
});

test("an escaped slash in the payload is read as a slash", () => {
  const slashes = Buffer.from([0xff, 0xff, 0xff]);
  const message = readMessage(Buffer.from('{"event":"media","media":{"payload":"\\/\\/\\/\\/"}}'));
  expect(message).toMatchObject({ kind: "media" });
  if (message.kind === "media") expect(Buffer.from(message.payload)).toEqual(slashes);
});

test("our own audio, when it is sent back, is no audio of the caller", () => {
  expect(read({ event: "media", media: { track: "outbound", payload } })).toEqual({ kind: "unknown" });
});

test("a start may leave out everything", () => {
  const nothing = { streamSid: null, callSid: null, parameters: {} };
  expect(read({ event: "start" })).toEqual({ kind: "start", start: nothing });
  expect(read({ event: "start", start: 5, streamSid: 7 })).toEqual({ kind: "start", start: nothing });
});

test("a start tells the stream, the call and its parameters", () => {
  const start = { streamSid: "MZ1", callSid: "CA1", customParameters: { token: "t", number: 5 } };
  expect(read({ event: "start", start })).toEqual({
    kind: "start",
    start: { streamSid: "MZ1", callSid: "CA1", parameters: { token: "t" } },
  });
});

test.each(["../../etc/passwd", "a b", "x".repeat(300), "", "line\nbreak"])(
  "%j is no name of a call",
  (callSid) => {
    expect(read({ event: "start", start: { callSid } })).toMatchObject({ start: { callSid: null } });
  },
);

test.each([
  [
    { event: "dtmf", dtmf: { digit: "#" } },
    { kind: "dtmf", key: "#" },
  ],
  [{ event: "dtmf", dtmf: { digit: "12" } }, { kind: "unknown" }],
  [{ event: "dtmf" }, { kind: "unknown" }],
  [
    { event: "mark", mark: { name: "m1" } },
    { kind: "mark", name: "m1" },
  ],
  [{ event: "mark" }, { kind: "unknown" }],
  [
    { event: "typed", text: "  hello " },
    { kind: "typed", text: "hello" },
  ],
  [{ event: "typed", text: "   " }, { kind: "unknown" }],
  [{ event: "stop", stop: {} }, { kind: "stop" }],
  [{ event: "connected" }, { kind: "connected" }],
  [{ event: "user_speech_start" }, { kind: "unknown" }],
  [{}, { kind: "unknown" }],
  [[], { kind: "malformed" }],
  ["text", { kind: "malformed" }],
  [null, { kind: "malformed" }],
])("%j is %j", (message, expected) => {
  expect(read(message)).toEqual(expected);
});

test("reading is total: whatever comes, there is an answer", () => {
  const kinds = ["connected", "start", "media", "dtmf", "mark", "typed", "stop", "unknown", "malformed"];
  const events = fc.constantFrom("start", "media", "dtmf", "mark", "typed", "stop", "connected", "other");
  const message = fc.record({ event: events, start: fc.json(), media: fc.anything(), text: fc.anything() });
  const texts = fc.oneof(
    fc.string(),
    fc.json(),
    message.map((value) => JSON.stringify(value, (_k, v) => (typeof v === "bigint" ? 0 : v)) ?? ""),
    fc.string().map((text) => `{"event":"media"${text}`),
    fc.string().map((text) => `{"event":"media","media":{"payload":"${text}`),
  );
  fc.assert(fc.property(texts, (text) => kinds.includes(readMessage(Buffer.from(text)).kind)));
});
