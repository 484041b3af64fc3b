// Goal: whatever goes wrong with the service, a turn has all its words, each once, or the call is told that it needs another recognizer.
// Method: the real client against the emulated service under each fault; frames that say their own number; a clock that the test moves.
// Most of the time is waited for connections, so several calls are under way at once.
import { describe, expect, test } from "vitest";
import type { Fault } from "../../sim/emulators/faults.ts";
import { listeningCall } from "./testing/listening-call.ts";
import { numberedFrames, numbers, silentFrames } from "./testing/numbered-sound.ts";

type Call = Awaited<ReturnType<typeof listeningCall>>;

/** Two and a half seconds, of which the caller speaks one. */
const turn = [...numberedFrames(0, 50), ...silentFrames(75)];
const words = numbers(0, 50);

/** Time goes on in steps, at the pace of the connections, until there is an answer. Resolves with how long it took. */
async function untilAnswered(call: Call, eachStep = () => {}): Promise<number> {
  const startedMs = call.clock.monotonicMs();
  await call
    .until(async () => {
      await call.pass(20);
      eachStep();
      return call.finals().length + call.lost.length;
    })
    .toBe(1);
  return call.clock.monotonicMs() - startedMs;
}

/** Faults of the stream itself; the connection is accepted. */
const inTheStream: readonly Fault[] = ["mute", "garbage", "dropInTheMiddle", { stallAfterBytes: 0 }];

describe.concurrent.each(["nova-3", "flux-general-en"])("%s", (model) => {
  describe("a fault that stays: the stream is lost, for another recognizer to go on", () => {
    test.each<[Fault, boolean]>([
      ["refuse", true],
      ["hang", true],
      ["unauthorized", false],
      [{ tooMany: 1 }, true],
      ["serverError", true],
      ...inTheStream.map((fault): [Fault, boolean] => [fault, true]),
    ])("%j (may pass: %s)", async (fault, retryable) => {
      await using call = await listeningCall({ model, fault });
      call.say(turn);
      call.stream.finish();
      await untilAnswered(call);
      expect(call.finals()).toEqual([]);
      expect(call.lost[0]).toMatchObject({ name: "WorldError", retryable });
    });
  });

  describe("a fault that is over with the first connection: the turn has all its words, within a second and a half", () => {
    test.each([...inTheStream, { stallAfterBytes: 700 }])("%j", async (fault) => {
      await using call = await listeningCall({ model, fault });
      await call.connected();
      call.say(turn);
      call.stream.finish();
      const tookMs = await untilAnswered(call, () => {
        if (call.drops("mute") + call.drops("closed") > 0) call.route.setFault(null);
      });
      expect(call.finals()).toEqual([words]);
      expect(tookMs).toBeLessThan(1_500);
    });
  });

  describe("a fault that is bearable: nobody notices", () => {
    test.each<Fault>([{ slowMs: 50 }, "duplicate", "outOfOrder"])("%j", async (fault) => {
      await using call = await listeningCall({ model, fault });
      await call.connected();
      call.say(turn);
      call.stream.finish();
      await untilAnswered(call);
      expect(call.finals()).toEqual([words]);
      expect(call.lost).toEqual([]);
    });
  });
});
