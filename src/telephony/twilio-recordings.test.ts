import { expect, test } from "vitest";
import type { Fault } from "../sim/emulators/faults.ts";
import { testTwilio, testTwilioLine } from "./testing/test-twilio.ts";

const nobody = "RE00000000000000000000000000000000";

test("a call is recorded, fetched when it is over, and deleted", async () => {
  await using world = await testTwilioLine();
  const { call } = await world.called();
  const recording = await world.recordings.start(call.sid);
  expect(await world.recordings.fetch(recording)).toBe("pending");
  await call.hangUp();
  const sound = await world.recordings.fetch(recording);
  if (typeof sound === "string") return expect.unreachable(sound);
  expect(Buffer.from(sound.reveal().subarray(0, 4)).toString()).toBe("RIFF");
  await world.recordings.delete(recording);
  expect(await world.recordings.fetch(recording)).toBe("gone");
  expect(world.company.recordings.count).toBe(0);
});

test("what is over or gone is an answer", async () => {
  await using world = await testTwilioLine();
  const { call } = await world.called();
  await call.hangUp();
  expect(await world.recordings.start(call.sid)).toBe("over");
  expect(await world.recordings.fetch(nobody)).toBe("gone");
  await world.recordings.delete(nobody);
});

test.each<Fault>(["refuse", "hang", "serverError", "garbage", "dropInTheMiddle"])(
  "%j: whoever fetches or deletes is told, and may try again",
  async (fault) => {
    await using world = await testTwilio({ patienceMs: 100 });
    world.company.setFault(fault);
    await expect(world.recordings.delete(nobody)).rejects.toMatchObject({ retryable: true });
    await expect(world.recordings.fetch(nobody)).rejects.toMatchObject({
      name: "WorldError",
      retryable: true,
    });
  },
);
