import { expect, test } from "vitest";
import { MediaClient } from "./testing/media-client.ts";
import { testTelephone } from "./testing/test-telephone.ts";

const LINE = "/line/test-clinic";

test("a bare start is enough for a call on an open line", async () => {
  await using telephone = await testTelephone();
  const client = new MediaClient(telephone.url(LINE));
  expect(await client.opened()).toBe(true);
  client.tell('{"event":"start"}');
  await client.untilSound();
  client.tell({ event: "typed", text: "bye" });
  expect(await client.untilClosed()).toEqual({ code: 1000, reason: "" });
  // "hello" and "goodbye" at 20 ms a character.
  expect(client.heardBytes).toBe((5 + 7) * 160);
});

test("a client that echoes marks is believed", async () => {
  await using telephone = await testTelephone();
  const client = new MediaClient(telephone.url(LINE));
  await client.opened();
  client.echoesMarks = true;
  client.start({ callSid: "CA1", streamSid: "MZ1" });
  await client.until(() => client.count("mark") === 1);
  client.tell({ event: "typed", text: "bye" });
  await client.untilClosed();
  expect(client.received.every((message) => (message as { streamSid?: string }).streamSid === "MZ1")).toBe(
    true,
  );
});

test("bursts and odd sizes of audio become whole frames", async () => {
  await using telephone = await testTelephone();
  const client = new MediaClient(telephone.url(LINE));
  await client.opened();
  client.start();
  await client.untilSound();
  for (let i = 0; i < 18; i++) client.audio(160);
  for (const bytes of [1, 159, 500, 140, 33, 127]) client.audio(bytes);
  client.tell({ event: "typed", text: "say done" });
  await client.until(() => client.heardBytes >= (5 + 4) * 160);
  expect(telephone.recognizer.last.frames).toBe(18 + 6);
});

test("what is unknown is counted and changes nothing", async () => {
  await using telephone = await testTelephone();
  const client = new MediaClient(telephone.url(LINE));
  await client.opened();
  client.audio(160);
  client.start();
  client.tell({ event: "user_speech_start" });
  client.start({ callSid: "another" });
  client.tell("no json");
  client.socket.send(Buffer.from([1, 2, 3]));
  client.tell({ event: "typed", text: "bye" });
  expect(await client.untilClosed()).toEqual({ code: 1000, reason: "" });
  const counted = (reason: string) => telephone.telemetry.counted("websocket_errors_total", { reason });
  expect(["audio_before_start", "unknown_event", "second_start", "malformed"].map(counted)).toEqual([
    1, 1, 1, 2,
  ]);
});

test("a second socket for one call is refused, and the call goes on", async () => {
  await using telephone = await testTelephone();
  const [first, second] = [new MediaClient(telephone.url(LINE)), new MediaClient(telephone.url(LINE))];
  await Promise.all([first.opened(), second.opened()]);
  first.start({ callSid: "CA1" });
  await first.untilSound();
  second.start({ callSid: "CA1" });
  expect(await second.untilClosed()).toEqual({ code: 1008, reason: "the call has a line already" });
  first.tell({ event: "typed", text: "bye" });
  expect((await first.untilClosed()).code).toBe(1000);
});

test("a call too many is told so", async () => {
  await using telephone = await testTelephone({ maxCalls: 1 });
  const [first, second] = [new MediaClient(telephone.url(LINE)), new MediaClient(telephone.url(LINE))];
  await Promise.all([first.opened(), second.opened()]);
  first.start();
  await first.untilSound();
  second.start();
  expect(await second.untilClosed()).toEqual({ code: 1013, reason: "all lines are busy" });
});

test("two callers at once: each hears only its own answers", async () => {
  await using telephone = await testTelephone();
  const clients = [new MediaClient(telephone.url(LINE)), new MediaClient(telephone.url(LINE))] as const;
  for (const client of clients) {
    await client.opened();
    client.start();
    await client.untilSound();
  }
  clients[0].tell({ event: "typed", text: "say alpha caller" });
  clients[1].tell({ event: "typed", text: "say b" });
  clients[0].tell({ event: "dtmf", dtmf: { digit: "1" } });
  const lengths = ["hello", "alpha caller", "pressed 1"].reduce((sum, { length }) => sum + length, 0);
  await clients[0].until(() => clients[0].heardBytes >= lengths * 160);
  expect(clients[1].heardBytes).toBe(("hello".length + 1) * 160);
});

test("a caller who hangs up in the middle of the commit: the booking's answer is journaled, nothing is left", async () => {
  const commit = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<void>();
  await using telephone = await testTelephone({
    perform: async () => {
      begun.resolve();
      await commit.promise;
      return { kind: "taken" };
    },
  });
  const client = new MediaClient(telephone.url(LINE));
  await client.opened();
  client.start({ callSid: "CA1" });
  await client.untilSound();
  client.tell({ event: "typed", text: "book" });
  await begun.promise;
  client.tell({ event: "stop" });
  await client.untilClosed();
  const call = telephone.runtime.calls.find("CA1");
  commit.resolve();
  expect(await call?.ended).toBe("callerHungUp");
  const kinds = (await telephone.callStore.events("CA1")).reveal().map(({ kind }) => kind);
  expect(kinds.slice(-2)).toEqual(["hungUp", "replied"]);
  expect(telephone.runtime.calls.list()).toEqual([]);
  expect(telephone.media.count).toBe(0);
});

test("a client that named its call and broke off comes back to it", async () => {
  await using telephone = await testTelephone();
  const first = new MediaClient(telephone.url(LINE));
  await first.opened();
  first.start({ callSid: "CA1" });
  await first.untilSound();
  first.socket.terminate();
  await first.untilClosed();
  const again = new MediaClient(telephone.url(LINE));
  await again.opened();
  await telephone.untilPhase("CA1", "lost");
  again.start({ callSid: "CA1" });
  await again.untilSound();
  again.tell({ event: "typed", text: "bye" });
  await again.untilClosed();
  const kinds = (await telephone.callStore.events("CA1")).reveal().map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === "answered")).toHaveLength(1);
  expect(kinds).toContain("resumed");
});

test.each([
  ["behind a proxy", LINE, { "x-forwarded-for": "203.0.113.5" }, 403],
  ["from a page of another site", LINE, { origin: "https://elsewhere.example.com" }, 403],
  ["by a foreign name of this machine", LINE, { host: "rebound.example.com" }, 403],
  ["of a practice that is not there", "/line/nowhere", {}, 404],
  ["elsewhere", "/other", {}, 404],
])("an open line %s is refused", async (_name, path, headers, status) => {
  await using telephone = await testTelephone();
  const client = new MediaClient(telephone.url(path), headers as Record<string, string>);
  expect(await client.opened()).toBe(status);
});

test("the page of this server may call", async () => {
  await using telephone = await testTelephone();
  const origin = telephone.url("").replace(/^ws/, "http");
  const client = new MediaClient(telephone.url(LINE), { origin });
  expect(await client.opened()).toBe(true);
  client.socket.terminate();
});

test("in production there are no open lines", async () => {
  await using telephone = await testTelephone({ openLines: false });
  const client = new MediaClient(telephone.url(LINE));
  expect(await client.opened()).toBe(404);
});

test("no line of the log and no metric holds what was typed", async () => {
  await using telephone = await testTelephone();
  const client = new MediaClient(telephone.url(LINE));
  await client.opened();
  client.start({ customParameters: { from: "+15035550123" } });
  client.tell({ event: "typed", text: "bug I am Ada Lovelace at 503 555 0123" });
  await telephone.untilLogged("a call broke and is ended");
  expect(JSON.stringify(telephone.telemetry.everything())).not.toMatch(/Ada|Lovelace|555/);
  client.socket.terminate();
});
