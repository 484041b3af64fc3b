import { expect, test } from "vitest";
import type { CallEvent } from "../core/call/events.ts";
import type { JournalBatch, TurnTimeline } from "../ports/call-store.ts";
import { countingTelemetry } from "../ports/testing/counting-telemetry.ts";
import { memoryCallStore } from "../ports/testing/memory-call-store.ts";
import { VirtualClock } from "../ports/testing/virtual-clock.ts";
import { Journal } from "./journal.ts";
import { JournalWriter } from "./journal-writer.ts";
import { replay } from "./replay.ts";
import { type ParrotState, parrot } from "./testing/parrot.ts";
import { RecordedLine } from "./testing/recorded-line.ts";
import { frameOf, testCalls } from "./testing/test-call.ts";

const call = { id: "CA1", practice: "test-clinic", direction: "inbound", startedAt: 0 } as const;
const key = (at: number): CallEvent => ({ kind: "keyPressed", at, key: "1" });
const voice = (at: number): CallEvent => ({ kind: "speechStarted", at });

const turn = (number: number, heardAt: number | null): TurnTimeline => ({
  turn: number,
  speechEndedAt: null,
  wordsAskedAt: null,
  transcribedAt: null,
  steppedAt: 1,
  firstAudioSentAt: 2,
  heardAt,
});

function setUp() {
  const clock = new VirtualClock();
  const store = memoryCallStore();
  const appends: number[] = [];
  const counted = {
    ...store,
    append: (batches: readonly JournalBatch[]) => {
      appends.push(...batches.map(({ events }) => events.length));
      return store.append(batches);
    },
  };
  const telemetry = countingTelemetry();
  const turns: TurnTimeline[] = [];
  let superseded = 0;
  const journal = new Journal({
    store: counted,
    writer: new JournalWriter(counted, clock),
    turns: () => turns,
    call,
    clock,
    telemetry,
    superseded: () => superseded++,
  });
  return { clock, store, appends, turns, telemetry, journal, superseded: () => superseded };
}

test("events are stored in batches: keys soon, voice with whatever comes next", async () => {
  const { clock, journal, appends } = setUp();
  await journal.take();
  for (let at = 0; at < 5; at++) journal.record(voice(at));
  await clock.run(1000, 100);
  expect(appends).toEqual([]);
  journal.record(key(5));
  journal.record(key(6));
  await clock.run(100, 10);
  expect(appends).toEqual([7]);
  journal.record(voice(7));
  await clock.run(10_000, 100);
  expect(appends).toEqual([7, 1]);
});

test("who waits for what is recorded has it stored at once", async () => {
  const { clock, journal, store } = setUp();
  await journal.take();
  journal.record(voice(0));
  const stored = journal.stored(1000);
  await clock.run(2, 1);
  expect(await stored).toBe(true);
  expect((await store.events("CA1")).reveal()).toEqual([voice(0)]);
  expect(await journal.stored(0)).toBe(true);
});

test("who waits while the store is away is told when the time is over, and events keep their order", async () => {
  const { clock, journal, store } = setUp();
  await journal.take();
  store.away = true;
  journal.record(key(0));
  const stored = journal.stored(2000);
  await clock.run(2100, 100);
  expect(await stored).toBe(false);
  journal.record(key(1));
  store.away = false;
  await clock.run(6000, 100);
  expect((await store.events("CA1")).reveal()).toEqual([key(0), key(1)]);
});

test("an append whose answer got lost is repeated without storing anything twice", async () => {
  const { clock, journal, store, telemetry } = setUp();
  await journal.take();
  const append = store.append;
  let lost = 1;
  store.append = async (...args) => {
    const stored = await append(...args);
    if (lost-- > 0) throw new Error("the connection broke");
    return stored;
  };
  journal.record(key(0));
  await clock.run(100, 10);
  journal.record(key(1));
  await clock.run(1000, 50);
  expect((await store.events("CA1")).reveal()).toEqual([key(0), key(1)]);
  expect(telemetry.counted("state_operations_total", { result: "failed" })).toBe(1);
});

test("a journal whose lease is taken stores nothing more, and says so once", async () => {
  const { clock, journal, store, superseded } = setUp();
  await journal.take();
  await store.take(call);
  journal.record(key(0));
  await clock.run(100, 10);
  journal.record(key(1));
  await clock.run(5000, 100);
  expect((await store.events("CA1")).reveal()).toEqual([]);
  expect(superseded()).toBe(1);
  expect(clock.pending).toBe(0);
});

test("a past that shows up after the call began without it is left alone", async () => {
  const { clock, journal, store, telemetry } = setUp();
  const { lease } = await store.take(call);
  await store.append([{ call: "CA1", lease, from: 0, events: [key(0)], timelines: [] }]);
  journal.record(key(1));
  await clock.run(5000, 100);
  expect((await store.events("CA1")).reveal()).toEqual([key(0)]);
  expect(telemetry.lines.map(({ message }) => message)).toContain("a journal is broken off");
});

test("the timelines of turns that are over are stored with the events that follow them, the last one at the end", async () => {
  const { clock, journal, store, turns } = setUp();
  await journal.take();
  turns.push(turn(1, 3), turn(2, null));
  journal.record(key(0));
  await clock.run(100, 10);
  expect(await store.timelines("CA1")).toEqual([turn(1, 3)]);
  turns.push(turn(3, null));
  journal.record(key(1));
  await clock.run(100, 10);
  expect(await store.timelines("CA1")).toEqual([turn(1, 3), turn(2, null)]);
  const finished = journal.finish("done", 1000);
  await clock.run(100, 10);
  await finished;
  expect(await store.timelines("CA1")).toEqual(turns);
});

test("a journal that nobody stores is bounded", async () => {
  const { clock, journal, store } = setUp();
  await journal.take();
  store.away = true;
  for (let at = 0; at < 20_001; at++) journal.record(voice(at));
  store.away = false;
  await clock.run(10_000, 100);
  expect(await journal.stored(0)).toBe(false);
  expect((await store.events("CA1")).reveal()).toEqual([]);
});

test("the journal of a lively call replays to the very state that the call had", async () => {
  const calls = testCalls();
  let lived: ParrotState = parrot.initial;
  const watched = {
    ...parrot,
    step: (state: ParrotState, event: CallEvent) => {
      const after = parrot.step(state, event);
      lived = after.state;
      return after;
    },
  };
  const handler = await calls.ring(new RecordedLine(), { conversation: watched });
  for (let i = 0; i < 300; i++) {
    calls.clock.advance(20);
    handler.frame(frameOf(i % 60 < 20 ? "voice" : "silence"));
    if (i % 50 === 0)
      calls.recognizer.last.hear(["say one|two", "wait 100", "clear", "find"][(i / 50) % 4] as string);
    if (i % 70 === 0) handler.key("3");
    calls.requests.shift()?.answer({ kind: "openings", openings: [] });
  }
  calls.callStore.away = true;
  calls.recognizer.last.hear("say more");
  await calls.clock.run(3000, 100);
  calls.callStore.away = false;
  handler.closed("ended");
  await calls.clock.run(10_000, 100);
  const journal = (await calls.callStore.events("CA1")).reveal();
  expect(journal.length).toBeGreaterThan(40);
  expect(replay(parrot, journal).state).toEqual(lived);
});
