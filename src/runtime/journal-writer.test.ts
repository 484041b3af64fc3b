import { expect, test } from "vitest";
import type { CallEvent } from "../core/call/events.ts";
import type { JournalBatch } from "../ports/call-store.ts";
import { memoryCallStore } from "../ports/testing/memory-call-store.ts";
import { VirtualClock } from "../ports/testing/virtual-clock.ts";
import { JournalWriter } from "./journal-writer.ts";
import { RecordedLine } from "./testing/recorded-line.ts";
import { testCalls } from "./testing/test-call.ts";

const key: CallEvent = { kind: "keyPressed", at: 0, key: "1" };

async function setUp(calls: readonly string[]) {
  const clock = new VirtualClock();
  const store = memoryCallStore();
  const statements: string[][] = [];
  const counted = {
    ...store,
    append: (batches: readonly JournalBatch[]) => {
      statements.push(batches.map(({ call }) => call));
      return store.append(batches);
    },
  };
  for (const id of calls)
    await store.take({ id, practice: "test-clinic", direction: "inbound", startedAt: 0 });
  const writer = new JournalWriter(counted, clock);
  const write = (call: string, from = 0, lease = 1) =>
    writer.write({ call, lease, from, events: [key], timelines: [] }).catch((error: Error) => error.message);
  return { clock, store, statements, write };
}

test("what is due in the same moment is one statement, and each call has its own answer", async () => {
  const { clock, store, statements, write } = await setUp(["CA1", "CA2", "CA3"]);
  const answers = [write("CA1"), write("CA2", 0, 7), write("CA3")];
  await clock.run(10, 5);
  expect(await Promise.all(answers)).toEqual([true, false, true]);
  expect(statements).toEqual([["CA1", "CA2", "CA3"]]);
  expect((await store.events("CA3")).reveal()).toEqual([key]);
});

test("a batch that cannot be stored fails alone", async () => {
  const { clock, store, statements, write } = await setUp(["CA1", "CA2"]);
  const answers = [write("CA1", 5), write("CA2")];
  await clock.run(10, 5);
  expect(await Promise.all(answers)).toEqual(["The journal has a gap.", true]);
  expect(statements).toEqual([["CA1", "CA2"], ["CA1"], ["CA2"]]);
  expect((await store.events("CA2")).reveal()).toEqual([key]);
});

test("while the store is away nobody tries alone what has failed together", async () => {
  const { clock, store, statements, write } = await setUp(["CA1", "CA2"]);
  store.away = true;
  const answers = [write("CA1"), write("CA2")];
  await clock.run(10, 5);
  expect(await Promise.all(answers)).toEqual(Array(2).fill("database failed while appending to journals"));
  expect(statements).toHaveLength(1);
});

test("callers who speak at the same time are stored together", async () => {
  const store = memoryCallStore();
  const together: number[] = [];
  const append = store.append;
  store.append = (batches) => {
    together.push(batches.length);
    return append(batches);
  };
  const calls = testCalls({ store });
  for (const callId of ["CA1", "CA2", "CA3"]) await calls.ring(new RecordedLine({ callId }));
  await calls.clock.run(1000, 100);
  together.length = 0;
  for (const stream of calls.recognizer.streams) {
    stream.hear("say something");
    await calls.clock.run(20, 10);
  }
  await calls.clock.run(200, 10);
  expect(together).toEqual([3]);
});
