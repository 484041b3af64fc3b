import { expect, test } from "vitest";
import type { CallEvent } from "../core/call/events.ts";
import { hide } from "../core/values/private.ts";
import { memoryCallStore } from "../ports/testing/memory-call-store.ts";
import { replay } from "./replay.ts";
import { parrot } from "./testing/parrot.ts";
import { RecordedLine } from "./testing/recorded-line.ts";
import { testCalls } from "./testing/test-call.ts";

const answered: CallEvent = { kind: "answered", at: 0, instant: 0, direction: "inbound", from: null };
const typed = (at: number, text: string): CallEvent => ({ kind: "typed", at, text: hide(text) });

test("a request is under way until its reply", () => {
  const reply: CallEvent = { kind: "replied", at: 30, request: 1, outcome: { kind: "released" } };
  const journal = [answered, typed(10, "book"), typed(20, "find")];
  expect([...replay(parrot, journal).underWay.keys()]).toEqual([1, 2]);
  expect([...replay(parrot, [...journal, reply]).underWay.keys()]).toEqual([2]);
});

test.each([
  [[], null],
  [[typed(10, "bye")], { kind: "hangUp", reason: "done" }],
  [[typed(10, "transfer +15035550199")], { kind: "transfer", to: "+15035550199" }],
  [[{ kind: "hungUp", at: 10 } as const], { kind: "hangUp", reason: "callerHungUp" }],
])("what was left to be done with the line: %j", (events, parting) => {
  expect(replay(parrot, [answered, ...events]).parting).toEqual(parting);
});

test("the state is that of the call as it happened", () => {
  const journal = [answered, typed(10, "say one"), typed(20, "clear"), typed(30, "wait 500")];
  const lived = journal.reduce((state, event) => parrot.step(state, event).state, parrot.initial);
  expect(replay(parrot, journal).state).toEqual(lived);
});

test("a call that had ended when its process died is not kept on the line in silence", async () => {
  const store = memoryCallStore();
  const dead = testCalls({ store });
  await dead.ring(new RecordedLine());
  await dead.clock.run(1000, 100);
  dead.recognizer.last.hear("bye");
  await dead.clock.run(100, 10);

  const alive = testCalls({ store });
  const line = new RecordedLine();
  await alive.ring(line, { resumed: "lineLost" });
  await alive.clock.run(2000, 100);
  expect(line.hungUp).toBe(true);
  expect((await store.find("CA1"))?.endReason).toBe("done");
});
