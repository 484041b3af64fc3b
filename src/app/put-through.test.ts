// Goal: a caller who wants a person gets one, or learns within seconds that nobody can be had, whatever becomes of the order to
// the telephone company. Method: a whole server on the emulated line, in office hours, whose caller's words are written.
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { Fault } from "../sim/emulators/faults.ts";
import type { MediaCall } from "../sim/media-client.ts";
import { spoken } from "../telephony/testing/test-twilio.ts";
import { toldRecognizer } from "./testing/told-recognizer.ts";
import { twilioServer } from "./testing/twilio-server.ts";

const person = "+15035550199";

const { recognizer, lines } = toldRecognizer();
let folder = "";
let world: Awaited<ReturnType<typeof twilioServer>>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "frontdesk-practices-"));
  await cp("practices", folder, { recursive: true });
  const path = join(folder, "clinic.yaml");
  const always = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map((day) => `  ${day}: 00:00-24:00\n`);
  const file = await readFile(path, "utf8");
  await writeFile(path, file.replace(/^hours:\n(?: {2}\w{3}: .*\n)+/m, `hours:\n${always.join("")}`));
  world = await twilioServer({ recognizer, practices: folder });
});
afterAll(async () => {
  await world?.[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});
afterEach(() => world.company.setFault(null));

/** Until the agent has said what it had to say. */
async function untilQuiet({ playback }: MediaCall): Promise<void> {
  while (performance.now() < playback.playedUntilMs) await new Promise((resolve) => setImmediate(resolve));
}

/** Until the agent has said something more, which it begins within the time that a caller waits. */
async function speaks(stream: MediaCall): Promise<void> {
  const fromMs = performance.now();
  await expect.poll(() => stream.playback.firstAudibleMs(fromMs), { timeout: 5_000 }).not.toBeNull();
  await untilQuiet(stream);
}

/** A caller who has just asked for a person. */
async function wantsPerson(fault: Fault | null) {
  const call = world.called();
  const stream = await spoken(call);
  await untilQuiet(stream);
  world.company.setFault(fault);
  lines.at(-1)?.("can I talk to a person please");
  return { call, stream };
}

/** Good orders in between keep the company from being left alone for its failures. */
const well = null;

test.each<[fault: Fault | null, comesOf: "rung" | "told"]>([
  [well, "rung"],
  ["refuse", "told"],
  ["serverError", "told"],
  [well, "rung"],
  ["garbage", "told"],
  ["unauthorized", "told"],
  [{ tooMany: 30 }, "told"],
  [well, "rung"],
  // These take the order and lose the answer.
  ["dropInTheMiddle", "rung"],
  ["hang", "rung"],
])("%j: whoever wants a person is %s", async (fault, comesOf) => {
  const { call, stream } = await wantsPerson(fault);
  if (comesOf === "rung") {
    expect(await call.ended).toBe("completed");
    expect(call.dialled).toEqual([person]);
    return;
  }
  await speaks(stream);
  await speaks(stream);
  expect(call.isOver).toBe(false);
  expect(call.dialled).toEqual([]);
  await call.hangUp();
});
