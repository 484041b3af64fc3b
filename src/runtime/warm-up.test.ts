import { expect, test } from "vitest";
import { booked, collected, history, initialCall, nextDeadline, step } from "../core/call/call.ts";
import { testPractice } from "../core/practice/testing/test-practice.ts";
import { warmUp } from "./warm-up.ts";

test("warming up takes the conversation of a call through turns of its caller", () => {
  let heard = 0;
  const initial = initialCall(testPractice);
  const listening: typeof step = (state, event) => {
    const after = step(state, event);
    heard = Math.max(heard, history(after.state).filter(({ by }) => by === "caller").length);
    return after;
  };
  warmUp({ initial, step: listening, nextDeadline, collected, history, booked });
  expect(heard).toBeGreaterThanOrEqual(5);
});
