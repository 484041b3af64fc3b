import { expect, test } from "vitest";
import { VirtualClock } from "../ports/testing/virtual-clock.ts";
import { frameOf } from "../runtime/testing/test-call.ts";
import { MediaClient } from "./testing/media-client.ts";
import { testTelephone } from "./testing/test-telephone.ts";

const LINE = "/line/test-clinic";

test("a stream that does not start within ten seconds is closed", async () => {
  const clock = new VirtualClock();
  await using telephone = await testTelephone({ clock });
  const client = new MediaClient(telephone.url("/twilio/media"));
  await client.opened();
  client.audio(160);
  clock.advance(9_900);
  expect(client.closed).toBeNull();
  clock.advance(300);
  expect(await client.untilClosed()).toEqual({ code: 1008, reason: "no start" });
});

test("a far end that answers no ping and sends nothing is given up", async () => {
  const clock = new VirtualClock();
  await using telephone = await testTelephone({ clock });
  const client = new MediaClient(telephone.url(LINE), {}, { autoPong: false });
  await client.opened();
  client.start({ callSid: "CA1" });
  await client.untilSound();
  clock.advance(46_000);
  expect((await client.untilClosed()).code).toBe(1006);
  expect(telephone.telemetry.counted("websocket_errors_total", { reason: "silent" })).toBe(1);
  expect(telephone.runtime.calls.find("CA1")?.phase).toBe("lost");
});

test("sockets that never start make room for one that does", async () => {
  await using telephone = await testTelephone();
  const idle = Array.from({ length: 200 }, () => new MediaClient(telephone.url("/twilio/media")));
  await Promise.all(idle.map((client) => client.opened()));
  const client = new MediaClient(telephone.url("/twilio/media"));
  expect(await client.opened()).toBe(true);
  const token = telephone.tokens.issue({
    call: "CA1",
    practice: "test-clinic",
    direction: "inbound",
    from: null,
    resumed: null,
  });
  client.start({ callSid: "CA1", customParameters: { token } });
  await client.untilSound();
  await telephone.until(() => idle.some(({ closed }) => closed !== null));
  expect(idle.filter(({ closed }) => closed !== null)).toHaveLength(1);
  for (const { socket } of [...idle, client]) socket.terminate();
});

test("a client that sends nothing in silence: the end of speech is noticed all the same", async () => {
  await using telephone = await testTelephone();
  const client = new MediaClient(telephone.url(LINE));
  await client.opened();
  client.start({ callSid: "CA1" });
  await client.untilSound();
  const send = (kind: "voice" | "silence") =>
    client.tell({ event: "media", media: { payload: Buffer.from(frameOf(kind)).toString("base64") } });
  for (let i = 0; i < 25; i++) send("silence");
  for (let i = 0; i < 25; i++) send("voice");
  await telephone.until(() => telephone.recognizer.last.frames > 60);
  client.tell({ event: "stop" });
  await telephone.runtime.calls.find("CA1")?.ended;
  const kinds = (await telephone.callStore.events("CA1")).reveal().map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind.startsWith("speech"))).toEqual(["speechStarted", "speechStopped"]);
});

test("silence that is inserted is silence, whatever fraction of a millisecond has passed", async () => {
  const clock = new VirtualClock();
  await using telephone = await testTelephone({ clock });
  const client = new MediaClient(telephone.url(LINE));
  await client.opened();
  client.start({ callSid: "CA1" });
  await client.untilSound();
  const before = telephone.recognizer.last.frames;
  for (let i = 0; i < 30; i++) clock.advance(99.7);
  expect(telephone.recognizer.last.frames - before).toBeGreaterThan(100);
  expect(new Set(telephone.recognizer.last.bytes)).toEqual(new Set([0xff]));
  client.socket.terminate();
});

test("a stall of this process is no silence of the client's", async () => {
  const clock = new VirtualClock();
  await using telephone = await testTelephone({ clock });
  const client = new MediaClient(telephone.url(LINE));
  await client.opened();
  client.start({ callSid: "CA1" });
  await client.untilSound();
  clock.advance(100);
  const before = telephone.recognizer.last.frames;
  clock.stall(900);
  expect(telephone.recognizer.last.frames).toBe(before);
  client.socket.terminate();
});

test("an upgrade that nobody takes is refused, and one that somebody takes is not", async () => {
  const clock = new VirtualClock();
  await using telephone = await testTelephone({ clock });
  telephone.httpServer.on("upgrade", (request, socket) => {
    if (request.url === "/theirs") socket.end("HTTP/1.1 418 Teapot\r\nContent-Length: 0\r\n\r\n");
  });
  const theirs = new MediaClient(telephone.url("/theirs"));
  expect(await theirs.opened()).toBe(418);
  const nobodys = new MediaClient(telephone.url("/nobodys"));
  const refused = nobodys.opened();
  await telephone.until(() => clock.pending === 2);
  clock.advance(5000);
  expect(await refused).toBe(404);
  expect(telephone.telemetry.counted("websocket_errors_total", { reason: "no_such_path" })).toBe(1);
});
