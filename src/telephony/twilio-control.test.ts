// Goal: calls that are in progress are put through and ended by orders to the telephone company. Method: a whole exchange of
// ours and the emulated company, joined by signed webhooks, media streams and the REST interface.
import { expect, test } from "vitest";
import type { Fault } from "../sim/emulators/faults.ts";
import { AUTH_TOKEN } from "./testing/test-exchange.ts";
import { testTwilio, testTwilioLine } from "./testing/test-twilio.ts";

const person = "+15035550199";

test("a transfer rings the person, and the caller is theirs when they take the call", async () => {
  await using world = await testTwilioLine();
  const { call } = await world.called();
  await world.control.transfer(call.sid, person);
  expect(await call.ended).toBe("completed");
  expect(call.dialled).toEqual([person]);
  expect(call.faults).toEqual([]);
});

test("a transfer that nobody takes brings the caller back to the conversation", async () => {
  await using world = await testTwilioLine({ farEndOf: () => "noAnswer" });
  const { call } = await world.called();
  await world.control.transfer(call.sid, person);
  await call.stream(1);
  expect(call.isOver).toBe(false);
  expect(world.exchange.telemetry.counted("transfers_total", { result: "noAnswer" })).toBe(1);
});

test("hanging up ends the call, also one that is over or was never there", async () => {
  await using world = await testTwilioLine();
  const { call } = await world.called();
  await world.control.hangUp(call.sid);
  expect(await call.ended).toBe("completed");
  await world.control.hangUp(call.sid);
  await world.control.hangUp("CA00000000000000000000000000000000");
});

test("a call that is over cannot be put through", async () => {
  await using world = await testTwilioLine();
  const { call } = await world.called();
  await call.hangUp();
  const transferring = world.control.transfer(call.sid, person);
  await expect(transferring).rejects.toMatchObject({ name: "WorldError", retryable: false, status: 400 });
});

test.each<[fault: Fault, expected: object]>([
  ["refuse", { retryable: true }],
  ["hang", { retryable: true }],
  ["mute", { retryable: true }],
  [{ stallAfterBytes: 3 }, { retryable: true }],
  ["serverError", { retryable: true, status: 500 }],
  ["garbage", { retryable: true }],
  [{ tooMany: 30 }, { retryable: true, status: 429, retryAfterMs: 30_000 }],
  ["unauthorized", { retryable: false, status: 401 }],
])("%j: whoever transfers is told within its deadline", async (fault, expected) => {
  await using world = await testTwilio({ patienceMs: 100 });
  world.company.setFault(fault);
  const transferring = world.control.transfer("CA00000000000000000000000000000000", person);
  await expect(transferring).rejects.toMatchObject({ name: "WorldError", ...expected });
});

test("a fault that passes costs the caller nothing", async () => {
  await using world = await testTwilioLine();
  const { call } = await world.called();
  world.company.nextFaults("serverError");
  await world.control.transfer(call.sid, person);
  expect(await call.ended).toBe("completed");
  expect(call.dialled).toEqual([person]);
});

test("a token that is changed while we run is used from the next order on", async () => {
  let token = "the token before";
  await using world = await testTwilio({}, { current: () => token, accepted: () => [token] });
  const ended = "CA00000000000000000000000000000000";
  await expect(world.control.hangUp(ended)).rejects.toMatchObject({ status: 401 });
  token = AUTH_TOKEN;
  await world.control.hangUp(ended);
});
