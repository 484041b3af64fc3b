import { expect, test } from "vitest";
import * as call from "../core/call/call.ts";
import { demoClinic } from "../core/call/testing/demo-clinic.ts";
import { RecordedLine } from "./testing/recorded-line.ts";
import { frameOf, testCalls } from "./testing/test-call.ts";

const conversation = { ...call, initial: call.initialCall(demoClinic) };

test("a caller who says nothing is asked again, hears a goodbye, and leaves nothing behind", async () => {
  const calls = testCalls();
  const silent = new RecordedLine({ callId: "CA1" });
  const lively = new RecordedLine({ callId: "CA2" });
  const handlers = [await calls.ring(silent, { conversation }), await calls.ring(lively)];
  let seconds = 0;
  for (; !silent.hungUp && seconds < 300; seconds++) {
    for (const handler of handlers) for (let i = 0; i < 50; i++) handler.frame(frameOf("silence"));
    if (seconds % 10 === 0) calls.recognizer.streams[1]?.hear("say I am here");
    for (const request of calls.requests.splice(0)) request.answer({ kind: "failed", retryable: false });
    await calls.clock.run(1000, 100);
  }
  await calls.clock.run(1000, 100);
  expect(silent.hungUp).toBe(true);
  expect((await calls.callStore.find("CA1"))?.endReason).toBe("callerSilent");
  expect(calls.telemetry.counted("calls_total", { status: "callerSilent" })).toBe(1);
  const saying = calls.updates.flatMap((update) => (update.kind === "saying" ? [update.purpose] : []));
  expect(saying.filter((purpose) => purpose.startsWith("noInput")).length).toBeGreaterThanOrEqual(2);
  expect(saying).toContain("goodbye");
  expect(lively.hungUp).toBe(false);
  expect(calls.spokenLengths(lively)).toEqual(["hello".length, "I am here".length]);
  handlers[1]?.closed("ended");
  await calls.clock.run(1000, 100);
  expect(calls.runtime.calls.list()).toEqual([]);
  expect(calls.recognizer.streams.every(({ closed }) => closed)).toBe(true);
});
