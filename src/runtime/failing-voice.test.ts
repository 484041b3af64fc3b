// Goal: nobody is left in silence, or believes nothing, because a voice failed. Method: a real conversation and player with a
// synthesizer that fails.
import { expect, test } from "vitest";
import * as call from "../core/call/call.ts";
import { demoClinic } from "../core/call/testing/demo-clinic.ts";
import { RecordedLine } from "./testing/recorded-line.ts";
import { testCalls } from "./testing/test-call.ts";

const conversation = { ...call, initial: call.initialCall(demoClinic) };

test("a call whose voice is gone from the beginning is put through within seconds", async () => {
  const calls = testCalls();
  calls.synthesizer.gone = true;
  const line = new RecordedLine({ callId: "CA1" });
  await calls.ring(line, { conversation });
  await calls.clock.run(5_000, 100);
  expect(line.transfers).toEqual([demoClinic.transferTo]);
  expect(line.frames).toHaveLength(0);
});

test("where nobody can take it, the line is given up", async () => {
  const calls = testCalls();
  calls.synthesizer.gone = true;
  const line = new RecordedLine({ callId: "CA1" });
  const alone = { ...demoClinic, transferTo: null };
  await calls.ring(line, { conversation: { ...call, initial: call.initialCall(alone) } });
  await calls.clock.run(5_000, 100);
  expect(line.hungUp).toBe(true);
  for (const request of calls.requests.splice(0)) request.answer({ kind: "failed", retryable: false });
  await calls.clock.run(1_000, 100);
  expect((await calls.callStore.find("CA1"))?.endReason).toBe("fault");
});

test("a piece that fails is said as part of the rest, and the call goes on", async () => {
  const calls = testCalls();
  const disclosure = demoClinic.wording.assistantDisclosure;
  calls.synthesizer.failing.add(disclosure);
  const line = new RecordedLine({ callId: "CA1" });
  const handler = await calls.ring(line, { conversation });
  await calls.clock.run(30_000, 100);
  const saying = calls.updates.flatMap((update) => (update.kind === "saying" ? [update.text.reveal()] : []));
  expect(saying.filter((text) => text.includes(disclosure)).length).toBeGreaterThanOrEqual(2);
  expect(line.hungUp).toBe(false);
  handler.closed("ended");
  await calls.clock.run(1_000, 100);
});
