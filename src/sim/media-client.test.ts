import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { type WebSocket, WebSocketServer } from "ws";
import { FRAME_BYTES } from "../core/audio/audio-frame.ts";
import { type MediaCall, openMediaCall } from "./media-client.ts";

interface Message {
  readonly event: string;
  readonly sequenceNumber?: string;
  readonly media?: { readonly payload: string; readonly chunk: string };
  readonly mark?: { readonly name: string };
  readonly start?: { readonly callSid: string; readonly customParameters: Record<string, string> };
}

const open: { close(): void }[] = [];
afterEach(() => {
  for (const one of open.splice(0)) one.close();
});

const tone = new Uint8Array(FRAME_BYTES * 5).map((_, index) => (index % 8 < 4 ? 0x20 : 0xa0));
const payload = Buffer.from(tone).toString("base64");

/** A server that keeps what it is sent, and a call to it. */
async function ring(): Promise<{ call: MediaCall; server: WebSocket; received: Message[] }> {
  const listener = new WebSocketServer({ port: 0, host: "127.0.0.1" });
  const received: Message[] = [];
  const accepted = new Promise<WebSocket>((resolve) => listener.once("connection", resolve));
  void accepted.then((server) => server.on("message", (data) => received.push(JSON.parse(String(data)))));
  await new Promise((resolve) => listener.once("listening", resolve));
  const url = `ws://127.0.0.1:${(listener.address() as AddressInfo).port}/line/clinic`;
  const call = await openMediaCall({ url, from: "+15035550123" });
  open.push({ close: () => call.hangUp() }, { close: () => listener.close() });
  return { call, server: await accepted, received };
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
}

test("a call opens as the telephone company opens it, then sends a frame every 20 ms", async () => {
  const startedMs = performance.now();
  const { call, received } = await ring();
  await until(() => received.filter((message) => message.event === "media").length >= 10);
  expect(received.slice(0, 2).map((message) => message.event)).toEqual(["connected", "start"]);
  expect(received[1]?.start?.callSid).toBe(call.callId);
  expect(received[1]?.start?.customParameters).toEqual({ from: "+15035550123" });
  expect(performance.now() - startedMs).toBeGreaterThan(150);
});

test("what is said arrives whole and in order, at the speed of sound", async () => {
  const { call, received } = await ring();
  const times = await call.say(tone);
  expect(times.endedMs - times.startedMs).toBeGreaterThan(70);
  const heard = () =>
    received
      .flatMap((message) => (message.media === undefined ? [] : [message.media.payload]))
      .filter((sound) => sound === Buffer.from(tone.subarray(0, FRAME_BYTES)).toString("base64"));
  await until(() => heard().length === 5);
});

test("a mark comes back when its sound has been played, not when it was sent", async () => {
  const { server, received } = await ring();
  const sentMs = performance.now();
  server.send(JSON.stringify({ event: "media", media: { payload } }));
  server.send(JSON.stringify({ event: "mark", mark: { name: "1:5" } }));
  await until(() => received.some((message) => message.event === "mark"));
  expect(performance.now() - sentMs).toBeGreaterThanOrEqual(95);
});

test("a clear brings back the marks of dropped sound at once", async () => {
  const { call, server, received } = await ring();
  for (let index = 0; index < 50; index++)
    server.send(JSON.stringify({ event: "media", media: { payload } }));
  server.send(JSON.stringify({ event: "mark", mark: { name: "late" } }));
  server.send(JSON.stringify({ event: "clear" }));
  await until(() => received.some((message) => message.event === "mark"));
  expect(call.playback.playedUntilMs).toBeLessThanOrEqual(performance.now());
});

test("hanging up says stop, closes, and lets nobody wait for words that were not said", async () => {
  const { call, received } = await ring();
  const saying = call.say(tone);
  call.hangUp();
  await saying;
  await call.closed;
  await until(() => received.at(-1)?.event === "stop");
});

test("a server that refuses makes the call fail", async () => {
  await expect(openMediaCall({ url: "ws://127.0.0.1:9/line/clinic", from: null })).rejects.toThrow();
});
