import { expect, test } from "vitest";
import { hide } from "../core/values/private.ts";
import type { Fault } from "../sim/emulators/faults.ts";
import type { TwilioCall } from "../sim/emulators/twilio/twilio-call.ts";
import { PRACTICE_NUMBER, spoken, testTwilio, testTwilioLine } from "./testing/test-twilio.ts";

const order = { from: PRACTICE_NUMBER, to: hide("+15035550123"), ringSeconds: 25 };

test("who takes a placed call is connected to the conversation, as one that we began", async () => {
  await using world = await testTwilioLine();
  const sid = await world.placer.place(order);
  const call = world.company.calls[0] as TwilioCall;
  expect(call.sid).toBe(sid);
  const stream = await spoken(call);
  world.exchange.recognizer.last.hear("bye");
  await stream.closed;
  expect(await call.ended).toBe("completed");
  expect(call.faults).toEqual([]);
  const [answered] = (await world.exchange.callStore.events(String(sid))).reveal();
  expect(answered).toMatchObject({ kind: "answered", direction: "outbound" });
  expect(world.exchange.telemetry.counted("placed_calls_answered_total", { by: "person" })).toBe(1);
});

test("a machine is not talked to: the call is ended when the company has found out", async () => {
  await using world = await testTwilioLine({ farEndOf: () => "machine" });
  await world.placer.place(order);
  const [call] = world.company.calls;
  expect(await call?.ended).toBe("completed");
  expect(call?.faults).toEqual([]);
  expect(world.exchange.telemetry.counted("placed_calls_answered_total", { by: "machine" })).toBe(1);
});

test.each(["busy", "noAnswer"] as const)("%s: no webhook asks for the conversation", async (farEnd) => {
  await using world = await testTwilioLine({ farEndOf: () => farEnd });
  await world.placer.place(order);
  expect(await world.company.calls[0]?.ended).toBe(farEnd === "busy" ? "busy" : "no-answer");
  expect(world.exchange.telemetry.counted("twilio_webhooks_total", { type: "voice" })).toBe(0);
});

test("a number that cannot be called is an answer; a number of ours that is not ours is for people to mend", async () => {
  await using world = await testTwilio();
  expect(await world.placer.place({ ...order, to: hide("+1") })).toBe("notCallable");
  await expect(world.placer.place({ ...order, from: "+15035550177" })).rejects.toMatchObject({
    retryable: false,
    status: 400,
  });
  expect(world.company.calls).toEqual([]);
});

test.each<[fault: Fault, retryable: boolean, asked: number]>([
  ["hang", false, 1],
  ["dropInTheMiddle", false, 1],
  [{ stallAfterBytes: 5 }, false, 1],
  ["serverError", false, 1],
  ["garbage", false, 1],
  ["unauthorized", false, 1],
  [{ tooMany: 0 }, true, 2],
])("%j: nobody is rung twice", async (fault, retryable, asked) => {
  await using world = await testTwilio({ patienceMs: 100 });
  world.company.setFault(fault);
  await expect(world.placer.place(order)).rejects.toMatchObject({ name: "WorldError", retryable });
  expect(world.company.requests).toHaveLength(asked);
  expect(world.company.calls.length).toBeLessThanOrEqual(1);
});
