// Goal: a token is rotated under a running server, and no call is refused meanwhile. Method: the server as it is started, its
// token in a mounted file, and webhooks signed as the telephone company signs them.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import twilioWebhooks from "twilio/lib/webhooks/webhooks.js";
import { afterAll, beforeAll, expect, test } from "vitest";
import { preparedFolder } from "../ledger/testing/test-database.ts";
import { silentRecognizer } from "../speech/silent-recognizer.ts";
import { toneSynthesizer } from "../speech/tone-synthesizer.ts";
import { type Server, startServer } from "./server.ts";
import { readSettings } from "./settings.ts";

const publicUrl = "https://phone.example.com";

let folder: Awaited<ReturnType<typeof preparedFolder>>;
let tokenFile = "";
let server: Server;
beforeAll(async () => {
  folder = await preparedFolder();
  tokenFile = join(folder.path, "token");
  await writeFile(tokenFile, "the first token\n");
  const settings = readSettings({
    PORT: "0",
    FRONTDESK_DATA: folder.path,
    LOG_LEVEL: "error",
    PUBLIC_URL: publicUrl,
    TWILIO_AUTH_TOKEN: `file:${tokenFile}`,
  });
  const synthesizer = toneSynthesizer();
  const speech = {
    recognizer: silentRecognizer(),
    synthesizer,
    [Symbol.asyncDispose]: () => synthesizer.close(),
  };
  server = await startServer(settings, { speech });
});
afterAll(async () => {
  await server?.close(0);
  await folder?.[Symbol.asyncDispose]();
});

/** The status of a webhook that is signed with the token. */
async function webhook(token: string): Promise<number> {
  const path = "/twilio/voice";
  const form = { CallSid: `CA${"0".repeat(32)}`, From: "+15035550123", To: "+15035550100" };
  const signature = twilioWebhooks.getExpectedTwilioSignature(token, `${publicUrl}${path}`, form);
  const headers = { "x-twilio-signature": signature };
  const answer = await fetch(new URL(path, server.url), {
    method: "POST",
    headers,
    body: new URLSearchParams(form),
  });
  return answer.status;
}

test("first token → second token, signalled: both are let in, and a third is not", async () => {
  expect(await webhook("the first token")).toBe(200);
  expect(await webhook("the second token")).toBe(403);
  await writeFile(tokenFile, "the second token\n");
  process.emit("SIGHUP", "SIGHUP");
  await expect.poll(() => webhook("the second token")).toBe(200);
  expect(await webhook("the first token")).toBe(200);
  expect(await webhook("a third token")).toBe(403);
});
