// Goal: a call is heard through the service as through our own ears, whatever the network does. Method: the real client against
// a server that speaks the service's protocol, and hears with the embedded recognizer or tells the numbers of the frames that came.
import { afterAll, describe, expect, test } from "vitest";
import { levelDb } from "../../core/audio/level.ts";
import { nothingExpected } from "../../core/language/expectation.ts";
import { recognizerContract } from "../../ports/recognizer.contract.ts";
import type { Recognizer } from "../../ports/recognizer.ts";
import { VirtualClock } from "../../ports/testing/virtual-clock.ts";
import { openEmbeddedRecognizer } from "../embedded-recognizer.ts";
import { hearSound } from "../hear-sound.ts";
import { quietTelemetry } from "../testing/quiet-telemetry.ts";
import { openSpeaker } from "../testing/spoken-frames.ts";
import { deepgramEars, listeningCall } from "./testing/listening-call.ts";
import { noisyFrames, numberedFrames, numbers, silentFrames } from "./testing/numbered-sound.ts";

const speaker = await openSpeaker();
const ears = await openEmbeddedRecognizer({ workers: 1, telemetry: quietTelemetry });
afterAll(() => ears.close());

const hear = (sound: Uint8Array) => hearSound(ears, { ...nothingExpected, asked: ["yesNo"] }, sound);

/** A line goes on after a turn, and Flux tells of it every quarter of a second; here it stops. */
function inWholeHalfSeconds(frames: readonly Uint8Array[]): Uint8Array[] {
  return [...frames, ...silentFrames((25 - (frames.length % 25)) % 25)];
}

async function withItsServer(model: string): Promise<Recognizer> {
  const { recognizer, server } = await deepgramEars({ model, hear }, new VirtualClock());
  return {
    open: (handler) => recognizer.open(handler),
    async close() {
      await recognizer.close();
      await server[Symbol.asyncDispose]();
    },
  };
}

describe.each(["nova-3", "flux-general-en"])("%s", (model) => {
  recognizerContract({
    open: () => withItsServer(model),
    say: (text) => inWholeHalfSeconds([...speaker(text, { voice: "rms" }), ...silentFrames(15)]),
  });

  test("speaks → the connection drops in the middle → speaks on: every frame is heard, and once", async () => {
    await using call = await listeningCall({ model });
    await call.connected();
    call.say(numberedFrames(0, 60));
    await call.until(() => call.route.visits[0]?.bytes).toBeGreaterThan(0);
    call.route.drop();
    call.say(numberedFrames(60, 20));
    await call.connected(2);
    call.say([...numberedFrames(80, 40), ...silentFrames(50)]);
    call.stream.finish();
    await call.until(call.finals).toEqual([numbers(0, 120)]);
    expect(call.drops("closed")).toBe(1);
  });

  test("drops again and again between words: still every frame, and once", async () => {
    await using call = await listeningCall({ model });
    for (let piece = 0; piece < 5; piece++) {
      await call.connected(piece + 1);
      call.say([...numberedFrames(piece * 50, 50), ...silentFrames(50)]);
      await call.until(() => call.heard.at(-1)?.text.endsWith(String(piece * 50 + 49))).toBe(true);
      call.route.drop();
    }
    call.stream.finish();
    await call.until(call.finals).toEqual([numbers(0, 250)]);
    expect(call.lost).toEqual([]);
  });

  test("finishes → drops before the answer: it is asked again, and waits for as long as there is no connection", async () => {
    await using call = await listeningCall({ model });
    await call.connected();
    call.route.setFault("mute");
    call.say([...numberedFrames(0, 60), ...silentFrames(40)]);
    call.stream.finish();
    await call.until(() => call.route.visits[0]?.bytes).toBe(100 * 160);
    call.route.setFault("hang");
    call.route.drop();
    await call.until(() => call.drops("closed")).toBe(1);
    await call.pass(700);
    expect(call.finals()).toEqual([]);
    call.route.setFault(null);
    await call.until(call.finals).toEqual([numbers(0, 60)]);
  });

  test("somebody speaks and nothing comes back for two seconds: the connection is replaced, and no frame is lost", async () => {
    await using call = await listeningCall({ model, fault: "mute" });
    await call.connected();
    call.say(numberedFrames(0, 100));
    await call.pass(1_999);
    expect(call.drops("mute")).toBe(0);
    // It might take the sound for no words, and is given the chance to say so.
    await call.until(() => call.route.visits[0]?.orders).toHaveLength(1);
    call.route.setFault(null);
    await call.pass(1);
    await call.connected(2);
    call.say(silentFrames(50));
    call.stream.finish();
    await call.until(call.finals).toEqual([numbers(0, 100)]);
  });

  test("a short answer to which nothing comes back: found when the turn is over, and answered all the same", async () => {
    await using call = await listeningCall({ model, fault: "mute" });
    await call.connected();
    call.say([...numberedFrames(0, 20), ...silentFrames(30)]);
    call.stream.finish();
    await call.until(() => call.route.visits[0]?.bytes).toBe(50 * 160);
    call.route.setFault(null);
    await call.pass(1_000);
    await call.connected(2);
    await call.until(call.finals).toEqual([numbers(0, 20)]);
    expect(call.drops("mute")).toBe(1);
  });

  test("three connections that bring nothing: the stream is lost, for another recognizer to go on", async () => {
    await using call = await listeningCall({ model, fault: "mute" });
    call.say([...numberedFrames(0, 20), ...silentFrames(30)]);
    call.stream.finish();
    for (let connection = 1; connection <= 3; connection++) {
      await call.connected(connection);
      await call.until(() => call.route.visits.at(-1)?.orders.length).toBe(1);
      await call.pass(2_000);
    }
    await call.until(() => call.lost.length).toBe(1);
    expect(call.lost[0]).toMatchObject({ name: "WorldError", retryable: true });
  });

  test("nobody speaks: silence is an answer too, and nothing is replaced", async () => {
    await using call = await listeningCall({ model });
    await call.connected();
    call.say([]);
    for (const frame of silentFrames(100)) call.stream.push(frame);
    call.stream.finish();
    await call.until(call.finals).toEqual([""]);
    expect(call.drops("mute")).toBe(0);
  });

  test("a noisy line: the words come soon after the turn all the same, and nothing is replaced", async () => {
    await using call = await listeningCall({ model });
    await call.connected();
    call.say([...noisyFrames(20), ...numberedFrames(0, 40), ...noisyFrames(30)]);
    expect(levelDb(noisyFrames(1)[0] as Uint8Array)).toBeGreaterThan(-60);
    call.stream.finish();
    const overAtMs = call.clock.monotonicMs();
    await call.until(() => call.route.visits[0]?.orders).toHaveLength(1);
    await call
      .until(async () => {
        await call.pass(10);
        return call.finals();
      })
      .toEqual([numbers(0, 40)]);
    expect(call.clock.monotonicMs() - overAtMs).toBeLessThan(700);
    expect(call.drops("mute")).toBe(0);
  });

  test("the sound goes out in the pieces that the model likes, and the rest with the end of the turn", async () => {
    await using call = await listeningCall({ model });
    await call.connected();
    const frames = model === "nova-3" ? 2 : 4;
    for (const frame of numberedFrames(0, frames - 1)) call.stream.push(frame);
    call.stream.finish();
    await call.until(() => call.route.visits[0]?.bytes).toBe((frames - 1) * 160);
  });

  test("a wrong key: the stream is lost at once, and the error does not hold the key", async () => {
    await using call = await listeningCall({ model, key: "another-key" });
    await call.until(() => call.lost.length).toBe(1);
    expect(call.lost[0]).toMatchObject({ name: "WorldError", retryable: false });
    expect(`${call.lost[0]?.stack} ${String(call.lost[0]?.cause)}`).not.toContain("another-key");
  });
});

describe("nova", () => {
  test("is told what the sound is, and which names to expect", async () => {
    await using call = await listeningCall({ model: "nova-3-medical", names: ["Garcia", "Gresham"] });
    await call.connected();
    expect(call.route.visits[0]?.query.getAll("keyterm")).toEqual(["Garcia", "Gresham"]);
    expect(Object.fromEntries(call.route.visits[0]?.query ?? [])).toMatchObject({
      model: "nova-3-medical",
      encoding: "mulaw",
      sample_rate: "8000",
      interim_results: "true",
      utterance_end_ms: "1000",
      smart_format: "true",
    });
  });

  test("older models, of which some are made for the telephone, take single words", async () => {
    await using call = await listeningCall({
      model: "nova-2-phonecall",
      names: ["Dr. Elena Garcia", "Gresham"],
    });
    await call.connected();
    expect(call.route.visits[0]?.query.getAll("keywords")).toEqual(["Elena", "Garcia", "Gresham"]);
  });

  test("is kept alive while the line gives no sound, and told when the call is over", async () => {
    await using call = await listeningCall({ model: "nova-3" });
    await call.connected();
    await call
      .until(() => {
        call.clock.advance(4_000);
        return call.route.visits[0]?.orders[0];
      })
      .toBe("KeepAlive");
    call.stream.close();
    await call.until(() => call.route.visits[0]?.orders.at(-1)).toBe("CloseStream");
  });

  test("a second without words is a hint that the caller has finished", async () => {
    await using call = await listeningCall({ model: "nova-3" });
    call.say([...numberedFrames(0, 20), ...silentFrames(80)]);
    await call.until(() => call.heard.at(-1)).toMatchObject({ text: numbers(0, 20), endOfTurn: 0.6 });
  });
});

describe("flux", () => {
  const model = "flux-general-en";

  test("tells how sure it is that the caller has finished, rising while they are silent", async () => {
    await using call = await listeningCall({ model });
    call.say([...numberedFrames(0, 50), ...silentFrames(50)]);
    await call.until(() => call.heard.at(-1)?.endOfTurn).toBeGreaterThanOrEqual(0.8);
    const opinions = call.heard
      .filter(({ text }) => text === numbers(0, 50))
      .map((one) => one.endOfTurn ?? 0);
    expect(opinions.length).toBeGreaterThan(1);
    expect(opinions).toEqual(opinions.toSorted((a, b) => a - b));
  });

  test("it holds a turn over where the caller only pauses: what follows belongs to our turn all the same", async () => {
    await using call = await listeningCall({ model });
    call.say([
      ...numberedFrames(0, 40),
      ...silentFrames(75),
      ...numberedFrames(100, 40),
      ...silentFrames(50),
    ]);
    call.stream.finish();
    await call.until(call.finals).toEqual([`${numbers(0, 40)} ${numbers(100, 40)}`]);
  });

  test("it has held the turn over already when ours is: the words are there at once", async () => {
    await using call = await listeningCall({ model });
    call.say([...numberedFrames(0, 40), ...silentFrames(60)]);
    await call.until(() => call.heard.at(-1)?.endOfTurn).toBeGreaterThanOrEqual(0.8);
    call.stream.finish();
    await Promise.resolve();
    expect(call.finals()).toEqual([numbers(0, 40)]);
  });

  test("a sound that it takes for no words: an empty answer when time is up, and nothing is replaced", async () => {
    await using call = await listeningCall({ model, hear: async () => "" });
    await call.connected();
    call.say([...numberedFrames(0, 20), ...silentFrames(12)]);
    call.stream.finish();
    await call.until(() => call.route.visits[0]?.orders).toContain("ForceEndTurn");
    await call
      .until(async () => {
        await call.pass(100);
        return call.finals();
      })
      .toEqual([""]);
    expect(call.drops("mute")).toBe(0);
  });

  test("names of the question are told in mid-stream, when they change", async () => {
    await using call = await listeningCall({ model, names: ["Gresham"] });
    const ask = (...hints: string[]) => call.stream.listenFor({ ...nothingExpected, hints });
    const told = () => call.route.visits[0]?.orders.filter((order) => order === "Configure").length;
    ask("Garcia");
    await call.until(told).toBe(1);
    ask("Garcia");
    ask("Chen");
    ask();
    await call.until(told).toBe(3);
    expect(call.route.visits[0]?.query.getAll("keyterm")).toEqual(["Gresham"]);
  });
});
