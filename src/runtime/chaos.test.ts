import fc from "fast-check";
import { expect, test } from "vitest";
import type { CallEvent } from "../core/call/events.ts";
import type { Resumed } from "../ports/line.ts";
import { settled } from "../ports/testing/virtual-clock.ts";
import { replay } from "./replay.ts";
import { parrot } from "./testing/parrot.ts";
import { RecordedLine } from "./testing/recorded-line.ts";
import { frameOf, testCalls } from "./testing/test-call.ts";

const CALLS = ["CA1", "CA2", "CA3"] as const;

const words = fc.constantFrom(
  "say a few words|and some more",
  "say slow words",
  "say broken",
  "wait 300",
  "clear",
  "find",
  "book",
  "hold",
  "bug",
  "bye",
  "transfer +15035550199",
);

const action = fc.record({
  call: fc.constantFrom(...CALLS),
  what: fc.oneof(
    fc.record({
      kind: fc.constant("ring" as const),
      resumed: fc.constantFrom("lineLost" as const, "transferFailed" as const, undefined),
    }),
    fc.record({ kind: fc.constant("hear" as const), words, final: fc.boolean() }),
    fc.record({ kind: fc.constant("typed" as const), words }),
    fc.record({ kind: fc.constantFrom("key" as const, "mark" as const, "deaf" as const) }),
    fc.record({ kind: fc.constantFrom("voice" as const, "silence" as const), frames: fc.nat(40) }),
    fc.record({ kind: fc.constantFrom("ended" as const, "lost" as const) }),
    fc.record({ kind: fc.constant("reply" as const) }),
    fc.record({ kind: fc.constant("store" as const), away: fc.boolean() }),
  ),
  thenMs: fc.nat(1500),
});

type Action = typeof action extends fc.Arbitrary<infer A> ? A : never;

/** A world in which everything may happen to three calls at any time. */
function world() {
  const calls = testCalls();
  calls.synthesizer.hold("slow words");
  calls.synthesizer.failing.add("broken");
  const lines = new Map<string, RecordedLine>();
  const streamOf = new Map<string, number>();

  async function ring(call: string, resumed?: Resumed) {
    const line = new RecordedLine({ callId: call, echoesMarks: call === "CA2" });
    const streams = calls.recognizer.streams.length;
    try {
      await calls.ring(line, resumed && { resumed });
      lines.set(call, line);
      streamOf.set(call, streams);
    } catch (error) {
      expect(String(error)).toMatch(/refused: (taken|busy)/);
    }
  }

  async function act({ call, what }: Action) {
    const line = lines.get(call);
    const stream = calls.recognizer.streams[streamOf.get(call) ?? -1];
    if (what.kind === "ring") await ring(call, what.resumed);
    else if (what.kind === "hear") stream?.hear(what.words, { final: what.final });
    else if (what.kind === "typed") line?.handler?.typed(what.words);
    else if (what.kind === "key") line?.handler?.key("1");
    else if (what.kind === "mark") line?.handler?.marked(line.marks.at(-1) ?? "unknown");
    else if (what.kind === "deaf") stream?.lose();
    else if (what.kind === "voice" || what.kind === "silence")
      for (let i = 0; i < what.frames; i++) line?.handler?.frame(frameOf(what.kind));
    else if (what.kind === "reply") calls.requests.shift()?.answer({ kind: "released" });
    else if (what.kind === "store") calls.callStore.away = what.away;
    else line?.handler?.closed(what.kind);
    await settled();
  }

  /** The store is back, requests are answered, and everybody hangs up. */
  async function end() {
    calls.callStore.away = false;
    for (const line of lines.values()) line.handler?.closed("ended");
    for (let seconds = 0; seconds < 60; seconds++) {
      for (const request of calls.requests.splice(0)) request.answer({ kind: "released" });
      await calls.clock.run(1000, 250);
    }
  }

  return { calls, act, end };
}

test("whatever happens in whatever order, every call ends, nothing is left, and its journal tells its story", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 5, maxLength: 40 }), async (actions) => {
      const { calls, act, end } = world();
      for (const one of actions) {
        await act(one);
        await calls.clock.run(one.thenMs, 100);
      }
      await end();
      expect(calls.runtime.calls.list().map(({ id, phase }) => `${id} ${phase}`)).toEqual([]);
      expect(calls.recognizer.streams.filter(({ closed }) => !closed)).toEqual([]);
      for (const call of CALLS) expectStory((await calls.callStore.events(call)).reveal());
      calls.clock.advance(10 * 60_000);
      expect(calls.clock.pending).toBe(0);
    }),
    { numRuns: 60 },
  );
});

function expectStory(journal: readonly CallEvent[]): void {
  if (journal.length === 0) return;
  expect(journal.filter(({ kind }) => kind === "answered")).toHaveLength(1);
  expect(journal[0]?.kind).toBe("answered");
  const times = journal.map(({ at }) => at);
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  expect(() => replay(parrot, journal)).not.toThrow();
}
