import { expect, test } from "vitest";
import { VirtualClock } from "../ports/testing/virtual-clock.ts";
import { judgeIn } from "./judge-in.ts";

test("rings when the time is over, and not before", () => {
  const clock = new VirtualClock();
  let rung = 0;
  judgeIn(clock, 700, () => {
    rung += 1;
  });
  clock.advance(699);
  expect(rung).toBe(0);
  clock.advance(1);
  expect(rung).toBe(1);
});

test("the process was busy: what has come meanwhile is found first", () => {
  const clock = new VirtualClock();
  let rung = 0;
  const cancel = judgeIn(clock, 700, () => {
    rung += 1;
  });
  clock.stall(5_000);
  // Now the message is read that had come in time.
  cancel();
  clock.advance(5_000);
  expect([rung, clock.pending]).toEqual([0, 0]);
});
