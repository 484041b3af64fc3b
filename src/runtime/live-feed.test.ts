import { expect, test } from "vitest";
import { hide } from "../core/values/private.ts";
import type { LiveUpdate } from "../ports/live-feed.ts";
import { countingTelemetry } from "../ports/testing/counting-telemetry.ts";
import { VirtualClock } from "../ports/testing/virtual-clock.ts";
import { liveFeed } from "./live-feed.ts";

const said = (prompt: number, upTo: number): LiveUpdate => ({ kind: "said", prompt, upTo, finished: false });
const hearing = (text: string): LiveUpdate => ({ kind: "hearing", text: hide(text) });

function setUp() {
  const clock = new VirtualClock();
  const telemetry = countingTelemetry();
  const feed = liveFeed(clock, telemetry.log);
  const seenBy = (call: string) => {
    const seen: string[] = [];
    const stop = feed.watch(call, (at, update) => seen.push(`${at} ${update.kind}`));
    return { seen, stop };
  };
  return { clock, telemetry, feed, seenBy };
}

test("watchers see what happens in their call, until they stop", () => {
  const { feed, seenBy } = setUp();
  const { seen, stop } = seenBy("CA1");
  const other = seenBy("CA2");
  feed.publish("CA1", 0, { kind: "started", practice: "clinic" });
  feed.publish("CA1", 10, said(1, 5));
  stop();
  feed.publish("CA1", 20, said(1, 9));
  expect(seen).toEqual(["0 started", "10 said"]);
  expect(other.seen).toEqual([]);
});

test("late watchers get the call so far, with the newest position and hypothesis of each row", () => {
  const { feed, seenBy } = setUp();
  feed.publish("CA1", 0, { kind: "started", practice: "clinic" });
  for (const at of [1, 2, 3]) feed.publish("CA1", at, said(1, at));
  feed.publish("CA1", 4, said(2, 1));
  for (const at of [5, 6]) feed.publish("CA1", at, hearing("words"));
  expect(seenBy("CA1").seen).toEqual(["0 started", "3 said", "4 said", "6 hearing"]);
});

test("a watcher that throws is dropped and disturbs nobody", () => {
  const { feed, seenBy, telemetry } = setUp();
  feed.watch("CA1", () => {
    throw new Error("a broken page");
  });
  const { seen } = seenBy("CA1");
  for (const at of [1, 2]) feed.publish("CA1", at, said(1, at));
  expect(seen).toEqual(["1 said", "2 said"]);
  expect(telemetry.lines).toHaveLength(1);
});

test("an ended call is forgotten after five minutes", () => {
  const { clock, feed, seenBy } = setUp();
  feed.publish("CA1", 0, { kind: "started", practice: "clinic" });
  feed.publish("CA1", 9, { kind: "ended", reason: "done" });
  clock.advance(299_000);
  expect(seenBy("CA1").seen).toEqual(["0 started", "9 ended"]);
  clock.advance(2_000);
  expect(seenBy("CA1").seen).toEqual([]);
});

test("a call that goes on after an end is kept", () => {
  const { clock, feed, seenBy } = setUp();
  feed.publish("CA1", 9, { kind: "ended", reason: "lost" });
  feed.publish("CA1", 12, { kind: "started", practice: "clinic" });
  clock.advance(600_000);
  expect(seenBy("CA1").seen).toEqual(["9 ended", "12 started"]);
});

test("neither a long call nor a flood of calls grows the process", () => {
  const { feed, seenBy } = setUp();
  for (let prompt = 0; prompt < 5000; prompt++) feed.publish("CA1", prompt, said(prompt, 1));
  expect(seenBy("CA1").seen).toHaveLength(4000);
  feed.publish("CA1", 5000, { kind: "ended", reason: "done" });
  for (let call = 0; call < 2100; call++) feed.publish(`CB${call}`, 0, said(1, 1));
  expect(seenBy("CA1").seen).toEqual([]);
  expect(seenBy("CB2099").seen).toEqual(["0 said"]);
});
