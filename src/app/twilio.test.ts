// Goal: a whole server on the telephone company's line, reached and paid for as in earnest but for the address. Method: the emulated
// company rings, our server answers, and both give their orders over the protocols that they speak.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTwilio, type TwilioEmulator } from "../sim/emulators/twilio/twilio.ts";
import type { TwilioCall } from "../sim/emulators/twilio/twilio-call.ts";
import { silentRecognizer } from "../speech/silent-recognizer.ts";
import { toneSynthesizer } from "../speech/tone-synthesizer.ts";
import { spoken } from "../telephony/testing/test-twilio.ts";
import { type Server, startServer } from "./server.ts";
import { readSettings } from "./settings.ts";

const publicUrl = "https://phone.example.com";
const account = { accountSid: `AC${"0".repeat(32)}`, authToken: "token of the tests" };
const clinicNumber = "+15035550100";

let folder = "";
let company: TwilioEmulator;
let server: Server;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "frontdesk-twilio-"));
  const tunnel = (url: string) =>
    url.startsWith("wss:")
      ? url.replace(`${publicUrl.replace("https", "wss")}/`, server.url.replace("http", "ws"))
      : url.replace(`${publicUrl}/`, server.url);
  company = await startTwilio({ ...account, numbers: [clinicNumber], route: tunnel });
  const settings = readSettings({
    FRONTDESK_ENV: "production",
    FRONTDESK_KEY: `test:${Buffer.alloc(32, 7).toString("base64")}`,
    FRONTDESK_DATA: folder,
    PORT: "0",
    LOG_LEVEL: "error",
    PUBLIC_URL: publicUrl,
    TWILIO_ACCOUNT_SID: account.accountSid,
    TWILIO_AUTH_TOKEN: account.authToken,
    TWILIO_URL: company.address,
  });
  const speech = {
    recognizer: silentRecognizer(),
    synthesizer: toneSynthesizer(),
    [Symbol.asyncDispose]: async () => {},
  };
  server = await startServer(settings, { speech });
});
afterAll(async () => {
  await company[Symbol.asyncDispose]();
  await server?.close(0);
  await rm(folder, { recursive: true, force: true });
});

function called(): TwilioCall {
  const urls = { voiceUrl: `${publicUrl}/twilio/voice`, statusUrl: `${publicUrl}/twilio/status` };
  return company.ring("+15035550123", clinicNumber, urls);
}

test("a caller is answered, and what they leave behind is over when they hang up", async () => {
  const call = called();
  const stream = await spoken(call);
  const ended = server.runtime.calls.find(call.sid)?.ended;
  stream.hangUp();
  await call.hangUp();
  expect(await ended).toBe("callerHungUp");
  expect(call.faults).toEqual([]);
});

test("a stream that breaks off comes back as another one, and the call goes on", async () => {
  const call = called();
  (await spoken(call)).drop();
  const again = await call.stream(1);
  await expect.poll(() => server.runtime.calls.find(call.sid)?.phase).toBe("live");
  again.hangUp();
  await call.hangUp();
  expect(call.faults).toEqual([]);
});

test("webhooks that are delivered twice make one call of one stream", async () => {
  company.setFault("duplicate");
  const call = called();
  const stream = await spoken(call);
  stream.hangUp();
  await call.hangUp();
  company.setFault(null);
  expect(call.streams).toHaveLength(1);
  expect(call.faults).toEqual([]);
});

test("a server that is asked to stop says goodbye over REST, and the company ends the call", async () => {
  const call = called();
  await spoken(call);
  await server.runtime.calls.drain(0);
  expect(await call.ended).toBe("completed");
  expect(call.faults).toEqual([]);
  const orders = company.requests.filter(({ path }) => path.endsWith(`/Calls/${call.sid}.json`));
  expect(orders.map(({ body }) => body)).toEqual(["Status=completed"]);
});
