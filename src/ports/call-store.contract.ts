import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { CallEvent } from "../core/call/events.ts";
import { hide } from "../core/values/private.ts";
import type { CallStore, TurnTimeline } from "./call-store.ts";

/** A store of a test's own, empty. */
export interface CallStoreUnderTest extends AsyncDisposable {
  readonly store: CallStore;
}

const call = {
  id: "CA1",
  practice: "test-clinic",
  direction: "inbound",
  startedAt: 1_772_470_800_000,
} as const;

const answered: CallEvent = {
  kind: "answered",
  at: 0,
  instant: call.startedAt,
  direction: "inbound",
  from: hide("+15035550111"),
};
const transcribed: CallEvent = {
  kind: "transcribed",
  at: 1840.25,
  utterance: 1,
  text: hide("my name is Ana"),
  final: true,
  confidence: 0.92,
  alternatives: hide(["my name is Ana", "my name is Anna"]),
};
const replied: CallEvent = {
  kind: "replied",
  at: 2000,
  request: 1,
  outcome: {
    kind: "knownPerson",
    vehicles: hide([]),
    person: "p1",
    details: hide({ given: "Ana", address: null }),
  },
};

/** What every call store promises. `open` makes an empty one. */
export function callStoreContract(name: string, open: () => Promise<CallStoreUnderTest>): void {
  describe(`call store on ${name}`, () => {
    let opened: CallStoreUnderTest;
    let store: CallStore;
    beforeEach(async () => {
      opened = await open();
      store = opened.store;
    });
    afterEach(() => opened[Symbol.asyncDispose]());

    async function append(id: string, lease: number, from: number, events: readonly CallEvent[]) {
      return (await store.append([{ call: id, lease, from, events, timelines: [] }])).has(id);
    }

    test("a new call has no events; taken over, it has all that were appended", async () => {
      const first = await store.take(call);
      expect(first.events).toEqual([]);
      expect(await append(call.id, first.lease, 0, [answered, transcribed])).toBe(true);
      expect(await append(call.id, first.lease, 2, [replied])).toBe(true);
      const second = await store.take(call);
      expect(second.lease).toBeGreaterThan(first.lease);
      expect(revealed(second.events)).toEqual(revealed([answered, transcribed, replied]));
      expect(revealed((await store.events(call.id)).reveal())).toEqual(revealed(second.events));
    });

    test("who was taken over cannot write any more", async () => {
      const old = await store.take(call);
      const young = await store.take(call);
      expect(await append(call.id, old.lease, 0, [answered])).toBe(false);
      expect((await store.events(call.id)).reveal()).toEqual([]);
      await store.finish(call.id, old.lease, { at: call.startedAt + 1, reason: "fault" });
      expect((await store.find(call.id))?.endedAt).toBeNull();
      expect(await append(call.id, young.lease, 0, [answered])).toBe(true);
    });

    test("events appended twice are kept once", async () => {
      const { lease } = await store.take(call);
      await append(call.id, lease, 0, [answered]);
      expect(await append(call.id, lease, 0, [answered, transcribed])).toBe(true);
      expect(await append(call.id, lease, 0, [answered])).toBe(true);
      expect(await append(call.id, lease, 1, [transcribed, replied])).toBe(true);
      expect(await append(call.id, lease, 3, [])).toBe(true);
      const all = [answered, transcribed, replied];
      expect(revealed((await store.events(call.id)).reveal())).toEqual(revealed(all));
    });

    test("nothing is appended to a call that was never taken", async () => {
      expect(await append("CA9", 1, 0, [answered])).toBe(false);
    });

    test("ten takers at once get ten different leases", async () => {
      const leases = await Promise.all(
        Array.from({ length: 10 }, async () => (await store.take(call)).lease),
      );
      expect(new Set(leases).size).toBe(10);
    });

    test("a finished call says when and why; only the first end counts", async () => {
      const { lease } = await store.take(call);
      expect(await store.find(call.id)).toEqual({ ...call, endedAt: null, endReason: null });
      await store.finish(call.id, lease, { at: call.startedAt + 60_000, reason: "done" });
      await store.finish(call.id, lease, { at: call.startedAt + 90_000, reason: "fault" });
      const ended = { ...call, endedAt: call.startedAt + 60_000, endReason: "done" };
      expect(await store.find(call.id)).toEqual(ended);
      expect(await store.find("CA9")).toBeNull();
    });

    test("a finished call that is taken again goes on, and ends anew", async () => {
      const { lease } = await store.take(call);
      await store.finish(call.id, lease, { at: call.startedAt + 60_000, reason: "transferred" });
      const again = await store.take(call);
      expect(await store.find(call.id)).toEqual({ ...call, endedAt: null, endReason: null });
      await store.finish(call.id, again.lease, { at: call.startedAt + 90_000, reason: "done" });
      expect((await store.find(call.id))?.endReason).toBe("done");
    });

    test("recent calls come newest first, of one practice", async () => {
      await store.take(call);
      await store.take({ ...call, id: "CA2", startedAt: call.startedAt + 1000 });
      await store.take({ ...call, id: "CA3", practice: "another" });
      expect((await store.recent(call.practice, 10)).map(({ id }) => id)).toEqual(["CA2", "CA1"]);
      expect((await store.recent(call.practice, 1)).map(({ id }) => id)).toEqual(["CA2"]);
    });

    test("timelines are kept by turn, the newest of each", async () => {
      const { lease } = await store.take(call);
      const save = (timelines: readonly TurnTimeline[]) =>
        store.append([{ call: call.id, lease, from: 0, events: [], timelines }]);
      const early = timeline(1, { wordsAskedAt: 8.5, transcribedAt: 10.5 });
      await save([early, timeline(2, {})]);
      await save([timeline(2, { heardAt: 99.25 })]);
      expect(await store.timelines(call.id)).toEqual([early, timeline(2, { heardAt: 99.25 })]);
      expect(await store.timelines("CA9")).toEqual([]);
    });

    test("several calls are appended to at once; one that was taken over stays as it is", async () => {
      const others = [call, { ...call, id: "CA2" }, { ...call, id: "CA3" }];
      const leases: number[] = [];
      for (const one of others) leases.push((await store.take(one)).lease);
      await store.take({ ...call, id: "CA2" });
      const held = await store.append(
        others.map(({ id }, index) => ({
          call: id,
          lease: leases[index] ?? 0,
          from: 0,
          events: [answered, transcribed].slice(0, index + 1),
          timelines: [timeline(index + 1, {})],
        })),
      );
      expect(held).toEqual(new Set(["CA1", "CA3"]));
      const kept = await Promise.all(others.map(async ({ id }) => (await store.events(id)).reveal().length));
      expect(kept).toEqual([1, 0, 2]);
      const turns = await Promise.all(others.map(async ({ id }) => (await store.timelines(id)).length));
      expect(turns).toEqual([1, 0, 1]);
    });
  });
}

function timeline(turn: number, stages: Partial<TurnTimeline>): TurnTimeline {
  return {
    turn,
    speechEndedAt: null,
    wordsAskedAt: null,
    transcribedAt: null,
    steppedAt: 20,
    firstAudioSentAt: null,
    heardAt: null,
    ...stages,
  };
}

/** Private values compare as their contents. */
function revealed(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if ("reveal" in value && typeof value.reveal === "function") return { private: revealed(value.reveal()) };
  if (Array.isArray(value)) return value.map(revealed);
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, revealed(part)]));
}
