import { expect, test } from "vitest";
import { WorldError } from "../ports/world-error.ts";
import { AUTH_TOKEN, testExchange, tokenOf } from "./testing/test-exchange.ts";

test("a call is connected to a stream, and to the recovery verb behind it", async () => {
  await using exchange = await testExchange();
  const { status, twiml } = await exchange.webhook("/twilio/voice");
  expect(status).toBe(200);
  expect(twiml.replace(tokenOf(twiml), "TOKEN")).toBe(
    '<?xml version="1.0" encoding="UTF-8"?><Response><Connect><Stream url="wss://phone.example.com/twilio/media">' +
      '<Parameter name="token" value="TOKEN"/></Stream></Connect>' +
      '<Redirect method="POST">https://phone.example.com/twilio/resume</Redirect></Response>',
  );
});

test("the stream with the token is the call, from its greeting to its journal", async () => {
  await using exchange = await testExchange();
  const client = await exchange.stream(tokenOf((await exchange.webhook("/twilio/voice")).twiml));
  await client.until(() => client.count("mark") > 0);
  exchange.recognizer.last.hear("bye");
  expect(await client.untilClosed()).toEqual({ code: 1000, reason: "" });
  const [answered] = (await exchange.callStore.events("CA1")).reveal();
  expect(answered?.kind === "answered" ? answered.from?.reveal() : null).toBe("+15035550123");
  expect((await exchange.webhook("/twilio/resume")).twiml).toContain("<Response><Hangup/></Response>");
});

test.each([
  ["unsigned", null, 403],
  ["signed with another token", "another token", 403],
  ["signed with the token", AUTH_TOKEN, 200],
  ["signed with the token before it", "the token before", 200],
])("a webhook that is %s", async (_name, token, status) => {
  await using exchange = await testExchange();
  expect((await exchange.webhook("/twilio/voice", {}, token)).status).toBe(status);
});

test.each(["/twilio/voice", "/twilio/resume", "/twilio/status", "/twilio/dialled"])(
  "%s is refused in production when no token is set, and says so in the log",
  async (path) => {
    await using exchange = await testExchange({ authToken: null });
    expect((await exchange.webhook(path)).status).toBe(503);
    expect(exchange.telemetry.lines[0]?.message).toBe("a webhook is refused because no auth token is set");
  },
);

test("outside production an unset token lets webhooks in", async () => {
  await using exchange = await testExchange({ authToken: null, production: false });
  expect((await exchange.webhook("/twilio/voice", {}, null)).status).toBe(200);
});

test("a token that is used again, forged or missing lets no stream in, and the call is not disturbed", async () => {
  await using exchange = await testExchange();
  const token = tokenOf((await exchange.webhook("/twilio/voice")).twiml);
  const client = await exchange.stream(token);
  await client.untilSound();
  for (const bad of [token, `${token}x`, "", "a.b"]) {
    const refused = await exchange.stream(bad);
    expect(await refused.untilClosed()).toEqual({ code: 1008, reason: "token refused" });
    expect(refused.received).toEqual([]);
  }
  expect(exchange.telemetry.counted("stream_tokens_refused_total", { reason: "used" })).toBe(1);
  expect(exchange.telemetry.counted("stream_tokens_refused_total", { reason: "forged" })).toBe(3);
  exchange.recognizer.last.hear("bye");
  expect((await client.untilClosed()).code).toBe(1000);
});

test("a token is refused after a minute", async () => {
  await using exchange = await testExchange();
  const token = tokenOf((await exchange.webhook("/twilio/voice")).twiml);
  exchange.tokenClock.advance(60_000);
  expect((await (await exchange.stream(token)).untilClosed()).reason).toBe("token refused");
});

test("a token of one call lets no other call in", async () => {
  await using exchange = await testExchange();
  const token = tokenOf((await exchange.webhook("/twilio/voice")).twiml);
  expect((await (await exchange.stream(token, "CA2")).untilClosed()).reason).toBe("token refused");
});

test("a second stream for a live call is refused even with a token of its own", async () => {
  await using exchange = await testExchange();
  const first = await exchange.stream(tokenOf((await exchange.webhook("/twilio/voice")).twiml));
  await first.untilSound();
  const second = await exchange.stream(tokenOf((await exchange.webhook("/twilio/voice")).twiml));
  expect(await second.untilClosed()).toEqual({ code: 1008, reason: "the call has a line already" });
  exchange.recognizer.last.hear("bye");
  expect((await first.untilClosed()).code).toBe(1000);
});

test("typed turns are for softphones: the telephone company's streams have none", async () => {
  await using exchange = await testExchange();
  const client = await exchange.stream(tokenOf((await exchange.webhook("/twilio/voice")).twiml));
  await client.until(() => client.count("mark") > 0);
  client.tell({ event: "typed", text: "say nothing" });
  client.tell({ event: "stop" });
  await client.untilClosed();
  expect(exchange.telemetry.counted("websocket_errors_total", { reason: "unknown_event" })).toBe(1);
});

test("a broken stream: the recovery verb brings the call back, once", async () => {
  await using exchange = await testExchange();
  const first = await exchange.stream(tokenOf((await exchange.webhook("/twilio/voice")).twiml));
  await first.until(() => first.count("mark") > 0);
  first.socket.terminate();
  const { twiml } = await exchange.webhook("/twilio/resume");
  const again = await exchange.stream(tokenOf(twiml));
  await again.until(() => again.count("mark") > 0);
  exchange.recognizer.last.hear("bye");
  await again.untilClosed();
  const kinds = (await exchange.callStore.events("CA1")).reveal().map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === "answered" || kind === "resumed")).toEqual(["answered", "resumed"]);
});

test("the verb also frees a call whose dead stream nobody has noticed", async () => {
  await using exchange = await testExchange();
  const first = await exchange.stream(tokenOf((await exchange.webhook("/twilio/voice")).twiml));
  await first.until(() => first.count("mark") > 0);
  const again = await exchange.stream(tokenOf((await exchange.webhook("/twilio/resume")).twiml));
  await again.until(() => again.count("mark") > 0);
  const heard = first.heardBytes;
  exchange.recognizer.last.hear("bye");
  await again.untilClosed();
  expect(first.heardBytes).toBe(heard);
  expect((await first.untilClosed()).code).toBe(1000);
});

test("a lost call ends when the telephone company says that it is over", async () => {
  await using exchange = await testExchange();
  const client = await exchange.stream(tokenOf((await exchange.webhook("/twilio/voice")).twiml));
  await client.until(() => client.count("mark") > 0);
  const call = exchange.runtime.calls.find("CA1");
  client.socket.terminate();
  expect((await exchange.webhook("/twilio/status", { CallStatus: "completed" })).status).toBe(204);
  expect(await call?.ended).toBe("callerHungUp");
});

test("a transfer without REST: the stream is closed, and the verb rings the person", async () => {
  await using exchange = await testExchange();
  const client = await exchange.stream(tokenOf((await exchange.webhook("/twilio/voice")).twiml));
  await client.until(() => client.count("mark") > 0);
  exchange.recognizer.last.hear("transfer +15035550199");
  await client.untilClosed();
  const { twiml } = await exchange.webhook("/twilio/resume");
  expect(twiml).toContain('action="https://phone.example.com/twilio/dialled"');
  expect(twiml).toContain(">+15035550199</Dial>");
  expect((await exchange.webhook("/twilio/dialled", { DialCallStatus: "completed" })).twiml).toContain(
    "<Hangup/>",
  );
});

test.each([
  ["busy", "busy"],
  ["no-answer", "noAnswer"],
  ["failed", "failed"],
  ["canceled", "canceled"],
])("a transfer that ends with %s brings the caller back to the conversation", async (status, result) => {
  await using exchange = await testExchange();
  const client = await exchange.stream(tokenOf((await exchange.webhook("/twilio/voice")).twiml));
  await client.until(() => client.count("mark") > 0);
  exchange.recognizer.last.hear("transfer +15035550199");
  await client.untilClosed();
  await exchange.webhook("/twilio/resume");
  const { twiml } = await exchange.webhook("/twilio/dialled", { DialCallStatus: status });
  const again = await exchange.stream(tokenOf(twiml));
  await again.until(() => again.count("mark") > 0);
  exchange.recognizer.last.hear("bye");
  expect((await again.untilClosed()).code).toBe(1000);
  const kinds = (await exchange.callStore.events("CA1")).reveal().map(({ kind }) => kind);
  expect(kinds).toContain("transferFailed");
  expect(exchange.telemetry.counted("transfers_total", { result })).toBe(1);
  expect((await exchange.webhook("/twilio/resume")).twiml).toContain("<Hangup/>");
});

test("a transfer that the REST interface refuses is told on the line that is still there", async () => {
  await using exchange = await testExchange({
    control: {
      transfer: () => Promise.reject(new WorldError("twilio", "transferring a call", { retryable: false })),
      hangUp: async () => {},
    },
  });
  const client = await exchange.stream(tokenOf((await exchange.webhook("/twilio/voice")).twiml));
  await client.until(() => client.count("mark") > 0);
  exchange.recognizer.last.hear("transfer +15035550199");
  const lengths = ["hello", "one moment", "nobody there"].reduce((sum, { length }) => sum + length, 0);
  await client.until(() => client.heardBytes >= lengths * 160);
  expect(client.closed).toBeNull();
  exchange.recognizer.last.hear("bye");
  await client.untilClosed();
  expect(exchange.telemetry.counted("transfers_total", { result: "refused" })).toBe(1);
});

test("with REST, transfers and hang-ups are orders to the telephone company", async () => {
  const orders: string[] = [];
  await using exchange = await testExchange({
    control: {
      transfer: async (call, to) => void orders.push(`transfer ${call} to ${to}`),
      hangUp: async (call) => void orders.push(`hang up ${call}`),
    },
  });
  const client = await exchange.stream(tokenOf((await exchange.webhook("/twilio/voice")).twiml));
  await client.until(() => client.count("mark") > 0);
  exchange.recognizer.last.hear("transfer +15035550199");
  await client.untilClosed();
  const other = await exchange.stream(
    tokenOf((await exchange.webhook("/twilio/voice", { CallSid: "CA2" })).twiml),
    "CA2",
  );
  await other.until(() => other.count("mark") > 0);
  exchange.recognizer.last.hear("bye");
  await other.untilClosed();
  expect(orders).toEqual(["transfer CA1 to +15035550199", "hang up CA2"]);
});

test.each([
  ["busy", "All of our lines are busy"],
  ["draining", "We cannot take your call"],
])("when we are %s the caller is told so", async (state, words) => {
  await using exchange = await testExchange({ maxCalls: state === "busy" ? 0 : 10 });
  if (state === "draining") await exchange.runtime.calls.drain(0);
  const { twiml } = await exchange.webhook("/twilio/voice");
  expect(twiml).toContain(`<Say>${words}`);
  expect(twiml).not.toContain("<Stream");
  expect(exchange.telemetry.counted("calls_refused_total", { reason: state })).toBe(1);
});

test("a call that is refused when its stream starts is told so by the verb, and not connected for ever", async () => {
  await using exchange = await testExchange({ maxCalls: 1 });
  const tokens = [];
  for (const CallSid of ["CA1", "CA2"]) {
    tokens.push(tokenOf((await exchange.webhook("/twilio/voice", { CallSid })).twiml));
  }
  const first = await exchange.stream(tokens[0] as string, "CA1");
  await first.untilSound();
  const second = await exchange.stream(tokens[1] as string, "CA2");
  expect((await second.untilClosed()).code).toBe(1013);
  const { twiml } = await exchange.webhook("/twilio/resume", { CallSid: "CA2" });
  expect(twiml).toContain("<Say>All of our lines are busy");
  first.socket.terminate();
});

test("a caller who calls too often is told so, is counted, and keeps nobody else out", async () => {
  await using exchange = await testExchange({ callerLimits: { atOnce: 5, perMinute: 2 } });
  const call = (CallSid: string, form = {}) => exchange.webhook("/twilio/voice", { CallSid, ...form });
  for (const CallSid of ["CA1", "CA2"]) expect((await call(CallSid)).twiml).toContain("<Stream");
  const { twiml } = await call("CA3");
  expect(twiml).toContain("<Say>There are too many calls from your number");
  expect(twiml).not.toContain("<Stream");
  expect(exchange.telemetry.counted("calls_refused_total", { reason: "callerLimit" })).toBe(1);
  expect((await call("CA4", { From: "+15035550124" })).twiml).toContain("<Stream");
  expect((await call("CA5", { From: "anonymous" })).twiml).toContain("<Stream");
  expect(JSON.stringify(exchange.telemetry.everything())).not.toContain("555");
});

test("a caller who has enough lines gets no further one, and the lines go on", async () => {
  await using exchange = await testExchange({ callerLimits: { atOnce: 1, perMinute: 10 } });
  const tokens = [];
  for (const CallSid of ["CA1", "CA2"])
    tokens.push(tokenOf((await exchange.webhook("/twilio/voice", { CallSid })).twiml));
  const first = await exchange.stream(tokens[0] as string, "CA1");
  await first.until(() => first.count("mark") > 0);
  const second = await exchange.stream(tokens[1] as string, "CA2");
  expect(await second.untilClosed()).toEqual({ code: 1013, reason: "the caller has too many calls" });
  const { twiml } = await exchange.webhook("/twilio/resume", { CallSid: "CA2" });
  expect(twiml).toContain("<Say>There are too many calls from your number");
  first.socket.terminate();
  const again = await exchange.stream(tokenOf((await exchange.webhook("/twilio/resume")).twiml));
  await again.until(() => again.count("mark") > 0);
  exchange.recognizer.last.hear("bye");
  expect((await again.untilClosed()).code).toBe(1000);
  expect((await exchange.webhook("/twilio/voice", { CallSid: "CA3" })).twiml).toContain("<Stream");
});

test("streams that break off again and again come to an end", async () => {
  await using exchange = await testExchange();
  for (let i = 0; i < 5; i++) expect((await exchange.webhook("/twilio/resume")).twiml).toContain("<Stream");
  expect((await exchange.webhook("/twilio/resume")).twiml).toContain("<Say>We cannot take your call");
});

test("a number without a practice is said to be out of service", async () => {
  await using exchange = await testExchange();
  const { twiml } = await exchange.webhook("/twilio/voice", { To: "+15035550177" });
  expect(twiml).toContain("<Say>This number is not in service");
});

test("a withheld number is nobody's number", async () => {
  await using exchange = await testExchange();
  const client = await exchange.stream(
    tokenOf((await exchange.webhook("/twilio/voice", { From: "anonymous" })).twiml),
  );
  await client.until(() => client.count("mark") > 0);
  client.tell({ event: "stop" });
  await exchange.runtime.calls.find("CA1")?.ended;
  const [answered] = (await exchange.callStore.events("CA1")).reveal();
  expect(answered).toMatchObject({ kind: "answered", from: null });
});

test("no log line of a whole call holds the caller's number or words", async () => {
  await using exchange = await testExchange();
  const client = await exchange.stream(tokenOf((await exchange.webhook("/twilio/voice")).twiml));
  await client.until(() => client.count("mark") > 0);
  exchange.recognizer.last.hear("say Ada Lovelace");
  exchange.recognizer.last.hear("bug Ada");
  await client.untilClosed();
  await exchange.webhook("/twilio/voice", { To: "+15035550177" });
  await exchange.webhook("/twilio/voice", {}, null);
  expect(JSON.stringify(exchange.telemetry.everything())).not.toMatch(/Ada|Lovelace|555/);
});
