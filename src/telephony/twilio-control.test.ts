import { expect, test } from "vitest";
import { twilioControl } from "./twilio-control.ts";

const DIALLED = "https://phone.example.com/twilio/dialled";

function failingWith(status: number) {
  return twilioControl(
    { update: () => Promise.reject(Object.assign(new Error("refused"), { status })) },
    DIALLED,
  );
}

test("orders are changes of what the call does", async () => {
  const changes: string[] = [];
  const calls = {
    update: async (call: string, { twiml }: { twiml: string }) => void changes.push(`${call} ${twiml}`),
  };
  const control = twilioControl(calls, DIALLED);
  await control.transfer("CA1", "+15035550199");
  await control.hangUp("CA1");
  expect(changes[0]).toContain(`<Dial action="${DIALLED}"`);
  expect(changes[0]).toContain("+15035550199</Dial>");
  expect(changes[1]).toContain("<Hangup/>");
});

test("ending a call that has ended succeeds", async () => {
  await failingWith(404).hangUp("CA1");
});

test.each([
  [503, true],
  [429, true],
  [401, false],
])("status %i is retryable: %s", async (status, retryable) => {
  await expect(failingWith(status).transfer("CA1", "+15035550199")).rejects.toMatchObject({
    name: "WorldError",
    retryable,
  });
});
