import fc from "fast-check";
import { expect, test } from "vitest";
import { hide, Private } from "../values/private.ts";
import type { CallEvent } from "./events.ts";
import { decodeEvents, encodeEvents } from "./journal.ts";

/** Comparable: private values as what they hold. */
function revealed(value: unknown): unknown {
  if (value instanceof Private) return { private: revealed(value.reveal()) };
  if (Array.isArray(value)) return value.map(revealed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, revealed(part)]));
}

/** As they come back from where they were kept. */
function kept(events: readonly CallEvent[]): readonly CallEvent[] {
  return decodeEvents(encodeEvents(events).map((data) => JSON.parse(JSON.stringify(data))));
}

const at = fc.double({ min: 0, max: 1e7, noNaN: true }).map((ms) => ms + 0);
const text = fc.string().map(hide);
const event: fc.Arbitrary<CallEvent> = fc.oneof(
  fc.record({ kind: fc.constant("speechStarted" as const), at }),
  fc.record({
    kind: fc.constant("transcribed" as const),
    at,
    utterance: fc.nat(),
    text,
    final: fc.boolean(),
    confidence: fc.double({ min: 0, max: 1, noNaN: true }).map((part) => part + 0),
    alternatives: fc.array(fc.string()).map(hide),
  }),
  fc.record({
    kind: fc.constant("replied" as const),
    at,
    request: fc.nat(),
    outcome: fc.record({
      kind: fc.constant("knownPerson" as const),
      person: fc.string(),
      details: fc.record({ given: fc.string(), phone: fc.constant(null) }).map(hide),
      vehicles: fc.constant([]).map(hide),
    }),
  }),
);

test("events come back as they were, private parts private", () => {
  fc.assert(
    fc.property(fc.array(event), (events) => {
      const back = kept(events);
      expect(revealed(back)).toEqual(revealed(events));
      expect(JSON.stringify(back)).toBe(JSON.stringify(events));
    }),
  );
});

test("encoded events show nothing by accident", () => {
  const encoded = encodeEvents([{ kind: "typed", at: 1, text: hide("my name is Ana") }]);
  expect(JSON.stringify(encoded)).not.toContain("Ana");
});

test("a journal of an unknown version is not read", () => {
  const later = hide({ version: 2 as 1, events: [{ kind: "hungUp", at: 1 }] });
  expect(() => decodeEvents(later)).toThrow("unknown version 2");
});

test("what would not come back as it was is refused at once", () => {
  const broken = (at: unknown) => [{ kind: "hungUp", at } as CallEvent];
  expect(() => encodeEvents(broken(Number.NaN))).toThrow("finite");
  expect(() => encodeEvents(broken(new Map()))).toThrow("plain data");
});
