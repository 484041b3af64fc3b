import { expect, test } from "vitest";
import { testPractice } from "../core/practice/testing/test-practice.ts";
import { memoryCallStore } from "../ports/testing/memory-call-store.ts";
import { settled } from "../ports/testing/virtual-clock.ts";
import { RecordedLine } from "./testing/recorded-line.ts";
import { testCalls } from "./testing/test-call.ts";

const journalOf = async (calls: ReturnType<typeof testCalls>) =>
  (await calls.callStore.events("CA1")).reveal();

test("a database that is away for ten seconds: the call goes on, and the journal is whole afterwards", async () => {
  const calls = testCalls();
  const line = new RecordedLine();
  await calls.ring(line);
  await calls.clock.run(1000, 100);
  calls.callStore.away = true;
  calls.recognizer.last.hear("say we go on");
  expect(line.frames.length).toBeGreaterThan(15);
  await calls.clock.run(10_000, 100);
  calls.recognizer.last.hear("say all the time");
  calls.callStore.away = false;
  await calls.clock.run(6000, 100);
  const turns = (await journalOf(calls)).filter(({ kind }) => kind === "transcribed");
  expect(turns).toHaveLength(2);
  expect(calls.telemetry.counted("state_operations_total", { result: "failed" })).toBeGreaterThan(2);
});

test("while the database is away a booking is answered as failed, and is not carried out", async () => {
  const calls = testCalls();
  const line = new RecordedLine();
  await calls.ring(line);
  await calls.clock.run(1000, 100);
  calls.callStore.away = true;
  calls.recognizer.last.hear("book");
  await calls.clock.run(7000, 100);
  expect(calls.requests).toEqual([]);
  expect(calls.spokenLengths(line)).toEqual(["hello".length, "failed".length]);
});

test("a call that begins while the database is away is answered within half a second", async () => {
  const store = memoryCallStore();
  store.away = true;
  const calls = testCalls({ store });
  const line = new RecordedLine();
  await calls.ring(line);
  expect(line.frames.length).toBeGreaterThan(0);
  store.away = false;
  await calls.clock.run(2000, 100);
  expect((await journalOf(calls))[0]?.kind).toBe("answered");
});

test("a store that answers after the call has begun is asked once, and the call keeps its line and its journal", async () => {
  const store = memoryCallStore();
  let taken = 0;
  const calls = testCalls({
    store: {
      ...store,
      take: async (call) => {
        taken += 1;
        await new Promise<void>((resolve) => calls.clock.after(3000, resolve));
        return store.take(call);
      },
    },
  });
  const line = new RecordedLine();
  await calls.ring(line);
  await calls.clock.run(2000, 100);
  calls.recognizer.last.hear("say we go on");
  await calls.clock.run(4000, 100);
  expect(taken).toBe(1);
  expect(line.abandoned).toBe(false);
  expect((await store.events("CA1")).reveal().map(({ kind }) => kind)).toContain("transcribed");
});

test("a past that shows up after the call has begun anew stays as it is", async () => {
  const store = memoryCallStore();
  await store.take({ id: "CA1", practice: "test-clinic", direction: "inbound", startedAt: 0 });
  const before = { kind: "keyPressed", at: 0, key: "1" } as const;
  await store.append([{ call: "CA1", lease: 1, from: 0, events: [before], timelines: [] }]);
  const calls = testCalls({
    store: {
      ...store,
      take: async (call) => {
        await new Promise<void>((resolve) => calls.clock.after(3000, resolve));
        return store.take(call);
      },
    },
  });
  await calls.ring(new RecordedLine());
  await calls.clock.run(6000, 100);
  expect((await store.events("CA1")).reveal()).toEqual([before]);
});

test("a store that does not answer at all keeps nobody waiting", async () => {
  const store = memoryCallStore();
  const calls = testCalls({ store: { ...store, take: () => new Promise(() => {}) } });
  const line = new RecordedLine();
  await calls.ring(line);
  await calls.clock.run(490, 49);
  expect(line.frames).toHaveLength(0);
  await calls.clock.run(20, 10);
  expect(line.frames.length).toBeGreaterThan(0);
});

test("a recognizer that is lost before the store has answered is told of after the call's beginning", async () => {
  const store = { ...memoryCallStore(), take: () => new Promise<never>(() => {}) };
  const calls = testCalls({ store });
  const line = new RecordedLine();
  await calls.ring(line);
  await calls.clock.run(100, 50);
  calls.recognizer.last.lose();
  await calls.clock.run(2000, 100);
  expect(calls.spokenLengths(line)).toEqual(["hello".length, "deaf".length]);
});

test("a call whose process died goes on elsewhere: nothing said is lost, and what was under way is asked again", async () => {
  const store = memoryCallStore();
  const dead = testCalls({ store });
  await dead.ring(new RecordedLine());
  await dead.clock.run(1000, 100);
  dead.recognizer.last.hear("say something");
  dead.recognizer.last.hear("book");
  await dead.clock.run(100, 10);
  expect(dead.requests).toHaveLength(1);

  const alive = testCalls({ store });
  const line = new RecordedLine();
  await alive.ring(line, { resumed: "lineLost" });
  await alive.clock.run(2000, 100);
  expect(alive.spokenLengths(line)).toEqual(["welcome back".length]);
  expect(alive.requests).toMatchObject([{ kind: "book", id: 1 }]);
  alive.recognizer.last.hear("say more");
  await alive.clock.run(100, 50);
  const events = await journalOf(alive);
  expect(events.map(({ kind }) => kind).filter((kind) => kind === "answered" || kind === "resumed")).toEqual([
    "answered",
    "resumed",
  ]);
  const utterances = events.flatMap((event) => (event.kind === "transcribed" ? [event.utterance] : []));
  expect(utterances).toEqual([1, 2, 3]);
  expect(events.map(({ at }) => at)).toEqual(events.map(({ at }) => at).toSorted((a, b) => a - b));
});

test("a process that was only believed dead falls silent when another has taken its call", async () => {
  const store = memoryCallStore();
  const first = testCalls({ store });
  const line = new RecordedLine();
  await first.ring(line);
  await first.clock.run(1000, 100);
  await store.take({ id: "CA1", practice: "test-clinic", direction: "inbound", startedAt: 0 });
  first.recognizer.last.hear("say hello there");
  await first.clock.run(200, 10);
  const sent = line.frames.length;
  first.recognizer.last.hear("say more");
  await first.clock.run(3000, 100);
  expect(line.frames).toHaveLength(sent);
  expect(line).toMatchObject({ abandoned: true, hungUp: false });
  expect(first.runtime.calls.list()).toEqual([]);
  expect(first.clock.pending).toBe(0);
});

test("a stream that breaks off may come back: the same call, no second greeting", async () => {
  const calls = testCalls();
  const handler = await calls.ring(new RecordedLine());
  await calls.clock.run(1000, 100);
  calls.recognizer.last.hear("say something");
  handler.closed("lost");
  await calls.clock.run(5000, 100);
  expect(calls.runtime.calls.count).toBe(1);
  const again = new RecordedLine();
  await calls.ring(again, { resumed: "lineLost" });
  await calls.clock.run(3000, 100);
  expect(calls.spokenLengths(again)).toEqual(["welcome back".length]);
  expect(calls.runtime.calls.list()).toHaveLength(1);
  expect((await journalOf(calls)).filter(({ kind }) => kind === "hungUp")).toEqual([]);
});

test("a call that was put through and comes back untaken goes on where it was, and ends anew", async () => {
  const store = memoryCallStore();
  const first = testCalls({ store });
  await first.ring(new RecordedLine());
  first.recognizer.last.hear("transfer +15035550199");
  await first.clock.run(2000, 100);
  expect((await store.find("CA1"))?.endReason).toBe("transferred");

  const second = testCalls({ store });
  const line = new RecordedLine();
  await second.ring(line, { resumed: "transferFailed" });
  expect((await store.find("CA1"))?.endedAt).toBeNull();
  await second.clock.run(1000, 100);
  second.recognizer.last.hear("bye");
  await second.clock.run(2000, 100);
  expect(second.spokenLengths(line)).toEqual(["nobody there".length, "goodbye".length]);
  expect((await store.find("CA1"))?.endReason).toBe("done");
  const kinds = (await journalOf(second)).map(({ kind }) => kind);
  expect(kinds.filter((kind) => ["answered", "transferFailed", "hungUp"].includes(kind))).toEqual([
    "answered",
    "transferFailed",
    "hungUp",
  ]);
});

test.each([
  ["taken", "transferred"],
  ["refused", "callerHungUp"],
])(
  "the stream ends before the answer to a transfer, which is then %s: the call was %s",
  async (answer, reason) => {
    const calls = testCalls();
    const line = new RecordedLine();
    line.transferFails = answer === "refused";
    line.beforeTransfer = () => {
      line.handler?.closed("ended");
      return new Promise<void>((resolve) => calls.clock.after(500, resolve));
    };
    await calls.ring(line);
    calls.recognizer.last.hear("transfer +15035550199");
    await calls.clock.run(2000, 100);
    expect((await calls.callStore.find("CA1"))?.endReason).toBe(reason);
  },
);

test("a call that was put through after a bug of ours, and was not taken, is picked up again", async () => {
  const store = memoryCallStore();
  const first = testCalls({ store });
  const practice = { ...testPractice, transferTo: "+15035550199" };
  await first.ring(new RecordedLine(), { practice });
  first.recognizer.last.hear("bug");
  await first.clock.run(10_000, 100);
  const second = testCalls({ store });
  const line = new RecordedLine();
  await second.ring(line, { resumed: "transferFailed", practice });
  await second.clock.run(1000, 100);
  expect(second.spokenLengths(line)).toEqual(["welcome back".length]);
});

test("a stream that does not come back within twenty seconds was hung up", async () => {
  const calls = testCalls();
  const handler = await calls.ring(new RecordedLine());
  await calls.clock.run(1000, 100);
  handler.closed("lost");
  await calls.clock.run(19_000, 500);
  expect((await calls.callStore.find("CA1"))?.endedAt).toBeNull();
  await calls.clock.run(2000, 100);
  expect((await calls.callStore.find("CA1"))?.endReason).toBe("callerHungUp");
  expect(calls.runtime.calls.list()).toEqual([]);
});

test("a second socket for a live call is refused, and the first one notices nothing", async () => {
  const calls = testCalls();
  const line = new RecordedLine();
  await calls.ring(line);
  await expect(calls.ring(new RecordedLine())).rejects.toThrow("taken");
  await calls.clock.run(1000, 100);
  calls.recognizer.last.hear("say still here");
  await calls.clock.run(2000, 100);
  expect(calls.spokenLengths(line)).toEqual(["hello".length, "still here".length]);
  expect(calls.recognizer.streams).toHaveLength(1);
});

test("the limit of calls is kept, and a place that is free is given away", async () => {
  const calls = testCalls({ maxCalls: 1 });
  const handler = await calls.ring(new RecordedLine({ callId: "CA1" }));
  await expect(calls.ring(new RecordedLine({ callId: "CA2" }))).rejects.toThrow("busy");
  handler.closed("ended");
  await settled();
  await calls.ring(new RecordedLine({ callId: "CA2" }));
  expect(calls.runtime.calls.count).toBe(1);
});

test("draining refuses new calls, waits for the present one, and then ends it politely", async () => {
  const calls = testCalls();
  const line = new RecordedLine({ callId: "CA1" });
  await calls.ring(line);
  const drained = calls.runtime.calls.drain(5000);
  await expect(calls.ring(new RecordedLine({ callId: "CA2" }))).rejects.toThrow("draining");
  await calls.clock.run(4900, 100);
  expect(line.hungUp).toBe(false);
  await calls.clock.run(8000, 100);
  await drained;
  expect(calls.updates).toContainEqual(expect.objectContaining({ kind: "saying", purpose: "closingDown" }));
  expect(line.hungUp).toBe(true);
  expect((await calls.callStore.find("CA1"))?.endReason).toBe("closingDown");
});

test("two callers at once never hear or disturb each other", async () => {
  const calls = testCalls();
  const lines = [new RecordedLine({ callId: "CA1" }), new RecordedLine({ callId: "CA2" })] as const;
  for (const line of lines) await calls.ring(line);
  const [first, second] = calls.recognizer.streams;
  first?.hear("say alpha");
  second?.hear("say second caller");
  await calls.clock.run(200, 50);
  first?.hear("clear");
  lines[0].handler?.key("1");
  await calls.clock.run(4000, 100);
  first?.hear("bug");
  await calls.clock.run(8000, 100);
  second?.hear("say good");
  await calls.clock.run(2000, 100);
  expect(calls.spokenLengths(lines[1])).toEqual(
    ["hello", "second caller", "good"].map(({ length }) => length),
  );
  expect(lines[1]).toMatchObject({ clears: 0, hungUp: false });
  const journal = (await calls.callStore.events("CA2")).reveal();
  expect(journal.filter(({ kind }) => kind === "keyPressed")).toEqual([]);
});
