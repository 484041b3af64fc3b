import { expect, test } from "vitest";
import type { LiveMessage } from "../console/live-message.ts";
import { asideOutcome } from "./aside-outcome.ts";
import { FarEndPlayback } from "./far-end-playback.ts";

const question = "Have you been to our clinic before?";
const saying = (at: number, text: string, purpose = "ask:seenBefore"): LiveMessage => {
  return { at, kind: "saying", prompt: at, purpose, text };
};

/** An "uh-huh" from 1000 to 1300 ms after the question began. */
function outcomeOf(
  clearMs: number | null,
  later: readonly LiveMessage[],
  turnsFromMs: readonly number[] = [],
) {
  const playback = new FarEndPlayback();
  if (clearMs !== null) playback.clear(5_000 + clearMs);
  const messages = [saying(0, question), ...later];
  return asideOutcome(
    { startedMs: 6_000, endedMs: 6_300 },
    { playback, messages, zeroMs: 5_000, turnsFromMs },
  );
}

test("an agent that is not stopped spoke on", () => {
  expect(outcomeOf(null, [])).toBe("spokeOn");
  expect(outcomeOf(3_000, [])).toBe("spokeOn");
});

test("an agent that takes its words up again has resumed, whatever it noted down", () => {
  const heard: LiveMessage = { at: 1_500, kind: "heard", turn: 1, text: "uh-huh" };
  expect(outcomeOf(1_080, [saying(1_600, "clinic before?")])).toBe("resumed");
  expect(outcomeOf(1_080, [heard, saying(1_600, question)])).toBe("resumed");
});

test("an agent that falls silent, says something else, or comes back too late has stopped for good", () => {
  expect(outcomeOf(1_080, [])).toBe("stopped");
  expect(outcomeOf(1_080, [saying(1_600, "What is your name?", "ask:name")])).toBe("stopped");
  expect(outcomeOf(1_080, [saying(6_000, "clinic before?")])).toBe("stopped");
});

test("where the caller's own answer follows, nobody can tell", () => {
  expect(outcomeOf(1_080, [], [1_700])).toBe("overtaken");
  expect(outcomeOf(1_080, [saying(1_500, "before?")], [2_500])).toBe("resumed");
});
