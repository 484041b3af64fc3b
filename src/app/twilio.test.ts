// Goal: a whole server on the telephone company's line, reached and paid for as in earnest but for the address. Method: the
// emulated company rings, our server answers, and both give their orders over the protocols that they speak.
import { afterAll, beforeAll, expect, test } from "vitest";
import { silentRecognizer } from "../speech/silent-recognizer.ts";
import { spoken } from "../telephony/testing/test-twilio.ts";
import { twilioServer } from "./testing/twilio-server.ts";

let world: Awaited<ReturnType<typeof twilioServer>>;
beforeAll(async () => {
  world = await twilioServer({ recognizer: silentRecognizer() });
});
afterAll(() => world?.[Symbol.asyncDispose]());

test("a caller is answered, and what they leave behind is over when they hang up", async () => {
  const call = world.called();
  const stream = await spoken(call);
  const ended = world.server.runtime.calls.find(call.sid)?.ended;
  stream.hangUp();
  await call.hangUp();
  expect(await ended).toBe("callerHungUp");
  expect(call.faults).toEqual([]);
});

test("a stream that breaks off comes back as another one, and the call goes on", async () => {
  const call = world.called();
  (await spoken(call)).drop();
  const again = await call.stream(1);
  await expect.poll(() => world.server.runtime.calls.find(call.sid)?.phase).toBe("live");
  again.hangUp();
  await call.hangUp();
  expect(call.faults).toEqual([]);
});

test("webhooks that are delivered twice make one call of one stream", async () => {
  world.company.setFault("duplicate");
  const call = world.called();
  const stream = await spoken(call);
  stream.hangUp();
  await call.hangUp();
  world.company.setFault(null);
  expect(call.streams).toHaveLength(1);
  expect(call.faults).toEqual([]);
});

test("a server that is asked to stop says goodbye over REST, and the company ends the call", async () => {
  const call = world.called();
  await spoken(call);
  await world.server.runtime.calls.drain(0);
  expect(await call.ended).toBe("completed");
  expect(call.faults).toEqual([]);
  const orders = world.company.requests.filter(({ path }) => path.endsWith(`/Calls/${call.sid}.json`));
  expect(orders.map(({ body }) => body)).toEqual(["Status=completed"]);
});
