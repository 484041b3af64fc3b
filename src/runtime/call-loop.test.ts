import { expect, test } from "vitest";
import { testPractice } from "../core/practice/testing/test-practice.ts";
import { parrot } from "./testing/parrot.ts";
import { RecordedLine } from "./testing/recorded-line.ts";
import { frameOf, testCalls } from "./testing/test-call.ts";

async function kinds(calls: ReturnType<typeof testCalls>, id = "CA1"): Promise<string[]> {
  return (await calls.callStore.events(id)).reveal().map((event) => event.kind);
}

test("a call is answered with what the conversation says, and ends with what it says last", async () => {
  const calls = testCalls();
  const line = new RecordedLine();
  await calls.ring(line);
  await calls.clock.run(1000, 100);
  calls.recognizer.last.hear("bye");
  await calls.clock.run(400, 100);
  expect(line.hungUp).toBe(false);
  await calls.clock.run(1000, 100);
  expect(line.hungUp).toBe(true);
  expect(calls.spokenLengths(line)).toEqual(["hello".length, "goodbye".length]);
  const record = await calls.callStore.find("CA1");
  expect(record).toMatchObject({ practice: testPractice.id, endReason: "done" });
  expect(calls.runtime.calls.count).toBe(0);
  expect(calls.recognizer.last.closed).toBe(true);
});

test("the answer to a final transcript leaves within the same turn of the event loop", async () => {
  const calls = testCalls();
  const line = new RecordedLine();
  await calls.ring(line);
  await calls.clock.run(1000, 100);
  const before = line.frames.length;
  calls.recognizer.last.hear("say at once");
  expect(line.frames.length - before).toBe(8);
});

test("events are stamped in milliseconds since the answer, never going back", async () => {
  const calls = testCalls();
  await calls.ring(new RecordedLine());
  await calls.clock.run(500, 50);
  calls.recognizer.last.hear("hm", { final: false });
  await calls.clock.run(250, 50);
  calls.recognizer.last.hear("hmm");
  await calls.clock.run(2000, 100);
  const events = (await calls.callStore.events("CA1")).reveal();
  const heard = events.filter((event) => event.kind === "transcribed").map((event) => event.at);
  expect(heard).toEqual([500, 750]);
  expect(events.map((event) => event.at)).toEqual(events.map((event) => event.at).toSorted((a, b) => a - b));
});

test("voice and silence on the line become events with the times of the sound", async () => {
  const calls = testCalls();
  const handler = await calls.ring(new RecordedLine());
  const hear = (kind: "voice" | "silence", frames: number) => {
    for (let i = 0; i < frames; i++) {
      calls.clock.advance(20);
      handler.frame(frameOf(kind));
    }
  };
  hear("silence", 50);
  hear("voice", 30);
  hear("silence", 30);
  await calls.clock.run(11_000, 100);
  const events = (await calls.callStore.events("CA1")).reveal();
  const started = events.find((event) => event.kind === "speechStarted");
  const stopped = events.find((event) => event.kind === "speechStopped");
  expect(started?.at).toBeGreaterThanOrEqual(1000);
  expect(started?.at).toBeLessThan(1100);
  expect(stopped?.silentSince).toBeGreaterThanOrEqual(1580);
  expect(stopped?.silentSince).toBeLessThanOrEqual(1640);
  expect(calls.recognizer.last).toMatchObject({ frames: 110, starts: 1 });
});

test("the single timer rings at the deadline, and not when it was taken back", async () => {
  const calls = testCalls();
  const line = new RecordedLine();
  await calls.ring(line);
  calls.recognizer.last.hear("wait 300");
  await calls.clock.run(299, 299);
  calls.recognizer.last.hear("wait 500");
  await calls.clock.run(12_000, 100);
  const events = (await calls.callStore.events("CA1")).reveal();
  expect(events.filter(({ kind }) => kind === "deadlineReached").map(({ at }) => at)).toEqual([799]);
});

test("keys, typed turns and a lost recognizer reach the conversation", async () => {
  const calls = testCalls();
  const line = new RecordedLine();
  const handler = await calls.ring(line);
  handler.key("5");
  handler.typed("say typed words");
  calls.recognizer.last.lose();
  await calls.clock.run(4000, 100);
  expect(calls.spokenLengths(line)).toEqual(
    ["hello", "pressed 5", "typed words", "deaf"].map(({ length }) => length),
  );
});

test("the position of a prompt is told before what may cut it off", async () => {
  const calls = testCalls();
  await calls.ring(new RecordedLine());
  calls.recognizer.last.hear("say a sentence of forty characters, no less!");
  await calls.clock.run(1100, 50);
  calls.recognizer.last.hear("clear");
  await calls.clock.run(11_000, 100);
  const events = (await calls.callStore.events("CA1")).reveal();
  const cut = events.findLastIndex((event) => event.kind === "transcribed");
  // "hello" took 300 ms; of the sentence 800 ms at 60 ms a character were heard.
  expect(events[cut - 1]).toMatchObject({ kind: "promptHeard", prompt: 2, upTo: 13, finished: false });
});

test("a request that only looks goes out at once; one that changes the ledger when its cause is stored", async () => {
  const calls = testCalls();
  await calls.ring(new RecordedLine());
  await calls.clock.run(100, 50);
  calls.recognizer.last.hear("find");
  expect(calls.requests.map(({ kind }) => kind)).toEqual(["findOpenings"]);
  calls.recognizer.last.hear("book");
  expect(calls.requests).toHaveLength(1);
  await calls.clock.run(10, 5);
  expect(calls.requests.map(({ kind }) => kind)).toEqual(["findOpenings", "book"]);
  expect((await kinds(calls)).filter((kind) => kind === "transcribed")).toHaveLength(2);
});

test("the reply to a request is an event, and is answered", async () => {
  const calls = testCalls();
  const line = new RecordedLine();
  await calls.ring(line);
  calls.recognizer.last.hear("find");
  calls.requests[0]?.answer({ kind: "openings", openings: [] });
  await calls.clock.run(2000, 100);
  expect(calls.spokenLengths(line)).toEqual(["hello".length, "openings".length]);
});

test("turns have timelines from the end of speech to the answer being heard", async () => {
  const calls = testCalls();
  const handler = await calls.ring(new RecordedLine());
  for (let i = 0; i < 60; i++) {
    calls.clock.advance(20);
    handler.frame(frameOf(i < 25 || i >= 45 ? "silence" : "voice"));
  }
  await calls.clock.run(200, 50);
  calls.recognizer.last.hear("say well");
  await calls.clock.run(1000, 50);
  handler.closed("ended");
  await calls.clock.run(100, 50);
  const [timeline] = await calls.callStore.timelines("CA1");
  expect(timeline).toMatchObject({ turn: 1, transcribedAt: 1400, steppedAt: 1400, firstAudioSentAt: 1400 });
  expect(timeline?.speechEndedAt).toBeGreaterThanOrEqual(880);
  expect(timeline?.speechEndedAt).toBeLessThan(960);
  expect(timeline?.heardAt).toBeLessThanOrEqual(1700);
});

test("watchers see the call as it happens, and late ones all of it", async () => {
  const calls = testCalls();
  await calls.ring(new RecordedLine());
  calls.recognizer.last.hear("say", { final: false });
  calls.recognizer.last.hear("say something");
  await calls.clock.run(2000, 100);
  calls.recognizer.last.hear("bye");
  await calls.clock.run(2000, 100);
  const late: string[] = [];
  calls.feed.watch("CA1", (_at, update) => late.push(update.kind));
  const seen = calls.updates.map(({ kind }) => kind);
  expect(seen).toContain("hearing");
  expect(seen.filter((kind) => kind === "heard")).toHaveLength(2);
  expect(seen.filter((kind) => kind === "saying")).toHaveLength(3);
  expect(seen.filter((kind) => kind === "fields").length).toBeGreaterThan(0);
  expect(seen.at(-1)).toBe("ended");
  expect(late.filter((kind) => kind !== "said")).toEqual(seen.filter((kind) => kind !== "said"));
});

test("a transfer follows the words that announce it", async () => {
  const calls = testCalls();
  const line = new RecordedLine();
  const handler = await calls.ring(line);
  calls.recognizer.last.hear("transfer +15035550199");
  await calls.clock.run(600, 50);
  expect(line.transfers).toEqual([]);
  await calls.clock.run(600, 50);
  expect(line.transfers).toEqual(["+15035550199"]);
  expect(line.hungUp).toBe(false);
  handler.closed("ended");
  expect((await calls.callStore.find("CA1"))?.endReason).toBe("transferred");
});

test("a transfer that the telephone company refuses is an event of the call, which goes on", async () => {
  const calls = testCalls();
  const line = new RecordedLine();
  line.transferFails = true;
  await calls.ring(line);
  calls.recognizer.last.hear("transfer +15035550199");
  await calls.clock.run(5000, 100);
  expect(calls.spokenLengths(line)).toEqual(
    ["hello", "one moment", "nobody there"].map(({ length }) => length),
  );
  expect(line.hungUp).toBe(false);
  line.transferFails = false;
  calls.recognizer.last.hear("transfer +15035550177");
  await calls.clock.run(2000, 100);
  expect(line.transfers).toEqual(["+15035550177"]);
  expect((await calls.callStore.find("CA1"))?.endReason).toBe("transferred");
});

test("a broken conversation whose transfer is refused says goodbye", async () => {
  const calls = testCalls();
  const line = new RecordedLine();
  line.transferFails = true;
  await calls.ring(line, { practice: { ...testPractice, transferTo: "+15035550100" } });
  calls.recognizer.last.hear("bug");
  await calls.clock.run(20_000, 100);
  expect(calls.updates).toContainEqual(expect.objectContaining({ kind: "saying", purpose: "faultGoodbye" }));
  expect(line.hungUp).toBe(true);
  expect((await calls.callStore.find("CA1"))?.endReason).toBe("transferFailed");
});

test("a bug in the conversation ends that call with an apology, and no other", async () => {
  const calls = testCalls();
  const line = new RecordedLine({ callId: "CA1" });
  const other = new RecordedLine({ callId: "CA2" });
  const practice = { ...testPractice, transferTo: null };
  await calls.ring(line, { practice });
  await calls.ring(other, { practice });
  calls.recognizer.streams[0]?.hear("bug");
  await calls.clock.run(10_000, 100);
  expect(calls.updates).toContainEqual(expect.objectContaining({ kind: "saying", purpose: "faultGoodbye" }));
  expect(line.hungUp).toBe(true);
  expect((await calls.callStore.find("CA1"))?.endReason).toBe("fault");
  expect(calls.telemetry.counted("call_faults_total", { during: "transcribed" })).toBe(1);
  const before = other.frames.length;
  calls.recognizer.streams[1]?.hear("say still here");
  expect(other.frames.length).toBeGreaterThan(before);
});

test("after a bug the caller is put through to a person where there is one", async () => {
  const calls = testCalls();
  const line = new RecordedLine();
  await calls.ring(line, { practice: { ...testPractice, transferTo: "+15035550100" } });
  calls.recognizer.last.hear("bug");
  await calls.clock.run(10_000, 100);
  expect(line.transfers).toEqual(["+15035550100"]);
});

test("a caller who hangs up in the middle of the commit: the reply is journaled, then the call is over", async () => {
  const calls = testCalls();
  const line = new RecordedLine();
  const handler = await calls.ring(line);
  calls.recognizer.last.hear("book");
  await calls.clock.run(100, 10);
  handler.closed("ended");
  await calls.clock.run(1000, 100);
  expect((await calls.callStore.find("CA1"))?.endedAt).toBeNull();
  const sent = line.frames.length;
  calls.requests[0]?.answer({ kind: "taken" });
  await calls.clock.run(1000, 100);
  expect((await kinds(calls)).slice(-2)).toEqual(["hungUp", "replied"]);
  expect((await calls.callStore.find("CA1"))?.endReason).toBe("callerHungUp");
  expect(line.frames).toHaveLength(sent);
  expect(calls.runtime.calls.list()).toEqual([]);
  // Only the feed's memory of the call is left, for those who look late.
  expect(calls.clock.pending).toBe(1);
});

test("frames and marks that come after the end change nothing", async () => {
  const calls = testCalls();
  const line = new RecordedLine();
  const handler = await calls.ring(line);
  handler.closed("ended");
  const frames = calls.recognizer.last.frames;
  handler.frame(frameOf("voice"));
  handler.marked("0.1.1");
  handler.closed("ended");
  await calls.clock.run(200, 50);
  expect(calls.recognizer.last.frames).toBe(frames);
  expect(calls.telemetry.counted("calls_total")).toBe(1);
});

test("no line of the log holds a word or number of the caller", async () => {
  const calls = testCalls();
  const line = new RecordedLine();
  line.transferFails = true;
  const handler = await calls.ring(line);
  handler.typed("say my name is Ada Lovelace and my number is +15035550123");
  calls.recognizer.last.hear("bug Ada Lovelace 5035550123");
  await calls.clock.run(20_000, 200);
  expect(JSON.stringify(calls.telemetry.everything())).not.toMatch(/Ada|Lovelace|5035550123/);
  expect(calls.telemetry.lines.length).toBeGreaterThan(0);
});

test("a conversation that never rests is given no chance to stop the others", async () => {
  const calls = testCalls();
  const restless = { ...parrot, nextDeadline: () => 0 };
  await calls.ring(new RecordedLine(), { conversation: restless });
  calls.clock.advance(50);
  expect(calls.telemetry.counted("call_faults_total", { during: "deadlineReached" })).toBe(1);
});
