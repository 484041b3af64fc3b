import { setTimeout as pause } from "node:timers/promises";

const LOOK_EVERY_MS = 50;

/** Resolves as soon as the condition holds, or when it has not for so long; which of them it was is for the caller to look at. */
export async function waitUntil(holds: () => boolean | Promise<boolean>, withinMs: number): Promise<void> {
  const untilMs = performance.now() + withinMs;
  while (!(await holds()) && performance.now() < untilMs) await pause(LOOK_EVERY_MS);
}
