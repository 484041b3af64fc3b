// Goal: what is to be said is said in the service's voice, through few connections, and nothing is heard that is not wanted any more.
// Method: the real client against a server that speaks the service's protocol and holds to its limits.
import { afterAll, expect, test } from "vitest";
import { hide } from "../../core/values/private.ts";
import { resilience, usualLimits } from "../../partners/resilience/resilience.ts";
import { fixedSecret } from "../../partners/secrets/hidden-secret.ts";
import { synthesizerContract } from "../../ports/synthesizer.contract.ts";
import type { Synthesizer } from "../../ports/synthesizer.ts";
import { countingTelemetry } from "../../ports/testing/counting-telemetry.ts";
import { VirtualClock } from "../../ports/testing/virtual-clock.ts";
import { startDeepgram } from "../../sim/emulators/deepgram.ts";
import { openEmbeddedSynthesizer } from "../embedded-synthesizer.ts";
import { quietTelemetry } from "../testing/quiet-telemetry.ts";
import { toneSynthesizer } from "../tone-synthesizer.ts";
import { deepgramSynthesizer } from "./deepgram-synthesizer.ts";

const embedded = await openEmbeddedSynthesizer({ log: quietTelemetry.log });
/** Its sound is as long as the text and never ready, so that it is known which text was said. */
const tone: Synthesizer = { ...toneSynthesizer(), ready: () => null };
const natural = await startDeepgram({ key: "a-key", hear: async () => "", voice: embedded });
const server = await startDeepgram({ key: "a-key", hear: async () => "", voice: tone });
/** Makes its sound ten times faster than it is heard, so that there is a middle to break in at. */
const paced = await startDeepgram({
  key: "a-key",
  hear: async () => "",
  voice: tone,
  delays: { pieceMs: 8 },
});

afterAll(async () => {
  await natural[Symbol.asyncDispose]();
  await server[Symbol.asyncDispose]();
  await paced[Symbol.asyncDispose]();
  await embedded.close();
});

synthesizerContract(async () => voice({ at: natural }).synthesizer);

const bytesPerCharacter = 520;
const never = new AbortController().signal;

function voice({ at = server, key = "a-key" } = {}) {
  const clock = new VirtualClock();
  const telemetry = countingTelemetry();
  const limits = { ...usualLimits, backOff: { firstMs: 1, capMs: 1 }, attempts: 2 };
  const synthesizer = deepgramSynthesizer({
    key: fixedSecret(key),
    voice: "aura-2-thalia-en",
    address: at.address,
    clock,
    resilience: resilience({ service: "deepgram", limits, clock, telemetry }),
  });
  const visits = at.speak.visits.length;
  return {
    clock,
    telemetry,
    synthesizer,
    visits: () => at.speak.visits.slice(visits),
    say: (text: string, options: { ahead?: boolean; signal?: AbortSignal } = {}) =>
      bytesOf(synthesizer.speak(hide(text), { fixed: false, signal: never, ...options })),
  };
}

async function bytesOf(pieces: AsyncIterable<Uint8Array>): Promise<number> {
  let bytes = 0;
  for await (const piece of pieces) bytes += piece.length;
  return bytes;
}

const until = (what: () => unknown) => expect.poll(what, { timeout: 5_000, interval: 5 });

test("the service is asked for what the line carries", async () => {
  const { synthesizer, say, visits } = voice();
  await say("Which day suits you?");
  expect(Object.fromEntries(visits()[0]?.query ?? [])).toEqual({
    model: "aura-2-thalia-en",
    encoding: "mulaw",
    sample_rate: "8000",
  });
  await synthesizer.close();
});

test("sentence after sentence goes through one connection, and another one stands by", async () => {
  const { synthesizer, say, visits } = voice();
  const text = "You are booked. It is Tuesday at nine. Is there anything else?";
  expect(await say(text)).toBe((text.length - 2) * bytesPerCharacter);
  await say("Which day suits you?");
  await until(() => visits().length).toBe(2);
  expect(visits().map(({ orders }) => orders.filter((order) => order === "Flush").length)).toEqual([4, 0]);
  await synthesizer.close();
  await until(() => visits().map(({ open }) => open)).toEqual([false, false]);
});

test("callers who are spoken to at the same time have connections of their own", async () => {
  const { synthesizer, say, visits } = voice();
  const texts = ["Which day suits you?", "What is your date of birth?", "Thank you for calling."];
  const sizes = await Promise.all(texts.map((text) => say(text)));
  expect(sizes).toEqual(texts.map((text) => text.length * bytesPerCharacter));
  expect(visits().length).toBeLessThanOrEqual(4);
  await synthesizer.close();
});

test("the caller breaks in: the service is told to stop, and none of that sound is heard with the next words", async () => {
  const { synthesizer, say, visits } = voice({ at: paced });
  const abort = new AbortController();
  const heard: Uint8Array[] = [];
  const long =
    "We are open Monday to Friday from seven to six, and on Saturday from eight to four in the afternoon.";
  for await (const piece of synthesizer.speak(hide(long), { fixed: false, signal: abort.signal })) {
    heard.push(piece);
    abort.abort();
  }
  expect(heard).toHaveLength(1);
  expect(await say("All right.")).toBe("All right.".length * bytesPerCharacter);
  await until(() => visits()[0]?.orders).toContain("Clear");
  await synthesizer.close();
});

test("who stops listening without a word has the service stop too", async () => {
  const { synthesizer, visits } = voice({ at: paced });
  for await (const _ of synthesizer.speak(hide("Which day suits you best?"), { fixed: false, signal: never }))
    break;
  await until(() => visits()[0]?.orders).toEqual(["Speak", "Flush", "Clear"]);
  await synthesizer.close();
});

test("more sentences a minute than one connection is allowed go through several, and none is refused", async () => {
  const { synthesizer, say, visits } = voice();
  for (let sentence = 0; sentence < 45; sentence++) await say("Which day suits you?");
  const flushes = visits().map(({ orders }) => orders.filter((order) => order === "Flush").length);
  expect(Math.max(...flushes)).toBe(20);
  expect(flushes.reduce((sum, one) => sum + one)).toBe(45);
  await synthesizer.close();
});

test("prompts that are made ahead leave room for what callers wait for, and wait for their turn", async () => {
  const { synthesizer, say, visits, clock } = voice();
  for (let made = 0; made < 8 * 15; made++) await say("Yes.", { ahead: true });
  const last = say("Yes.", { ahead: true });
  let waits = true;
  void last.then(() => {
    waits = false;
  });
  expect(await say("Which day suits you?")).toBeGreaterThan(0);
  expect(waits).toBe(true);
  clock.stall(65_000);
  expect(await last).toBeGreaterThan(0);
  expect(visits().length).toBe(8);
  await synthesizer.close();
});
