import { setTimeout as pass } from "node:timers/promises";
import { clockContract } from "../ports/clock.contract.ts";
import { VirtualClock } from "../ports/testing/virtual-clock.ts";
import { systemClock } from "./system-clock.ts";

clockContract("the machine's clock", () => ({ clock: systemClock, pass }));

clockContract("the clock of the tests", () => {
  const clock = new VirtualClock();
  return { clock, pass: async (ms) => clock.advance(ms) };
});
