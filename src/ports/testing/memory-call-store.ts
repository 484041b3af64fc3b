import type { CallEvent } from "../../core/call/events.ts";
import type { CallId } from "../../core/values/ids.ts";
import { hide } from "../../core/values/private.ts";
import type { CallRecord, CallStore, TurnTimeline } from "../call-store.ts";
import { WorldError } from "../world-error.ts";

interface StoredCall {
  record: CallRecord;
  lease: number;
  events: CallEvent[];
  timelines: readonly TurnTimeline[];
}

export interface MemoryCallStore extends CallStore {
  /** While true, every method fails as an unreachable database does. */
  away: boolean;
}

/** Journals in memory, with the promises of a real store. */
export function memoryCallStore(): MemoryCallStore {
  const calls = new Map<CallId, StoredCall>();

  function call(id: CallId): StoredCall {
    const found = calls.get(id);
    if (found === undefined) throw new Error("The call was never taken.");
    return found;
  }

  const store: MemoryCallStore = {
    away: false,
    async take(record) {
      reach("taking a call");
      const known = calls.get(record.id) ?? {
        record: { ...record, endedAt: null, endReason: null },
        lease: 0,
        events: [],
        timelines: [],
      };
      known.lease++;
      known.record = { ...known.record, endedAt: null, endReason: null };
      calls.set(record.id, known);
      return { lease: known.lease, events: [...known.events] };
    },
    async append(batches) {
      reach("appending to journals");
      const held = batches.filter(({ call, lease }) => calls.get(call)?.lease === lease);
      for (const { call: id, from, events, timelines } of held) {
        const known = call(id);
        if (from > known.events.length) throw new Error("The journal has a gap.");
        known.events.push(...events.slice(known.events.length - from));
        const turns = new Map([...known.timelines, ...timelines].map((one) => [one.turn, one]));
        known.timelines = [...turns.values()].sort((a, b) => a.turn - b.turn);
      }
      return new Set(held.map(({ call }) => call));
    },
    async finish(id, lease, end) {
      reach("finishing a call");
      const known = call(id);
      if (known.lease === lease && known.record.endedAt === null)
        known.record = { ...known.record, endedAt: end.at, endReason: end.reason };
    },
    timelines: async (id) => calls.get(id)?.timelines ?? [],
    events: async (id) => hide(calls.get(id)?.events ?? []),
    find: async (id) => calls.get(id)?.record ?? null,
    recent: async (practice, limit) =>
      [...calls.values()]
        .map(({ record }) => record)
        .filter((record) => record.practice === practice)
        .slice(-limit)
        .reverse(),
  };

  function reach(doing: string): void {
    if (store.away) throw new WorldError("database", doing, { retryable: true });
  }

  return store;
}
