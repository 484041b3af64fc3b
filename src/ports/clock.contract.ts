import { expect, test } from "vitest";
import type { Clock } from "./clock.ts";

/** What every clock promises. `pass` lets that much time go by. */
export function clockContract(
  name: string,
  open: () => { clock: Clock; pass(ms: number): Promise<void> },
): void {
  test(`${name}: an alarm rings once, and not before its time`, async () => {
    const { clock, pass } = open();
    const startMs = clock.monotonicMs();
    const rang: number[] = [];
    clock.after(12.5, () => rang.push(clock.monotonicMs() - startMs));
    await pass(80);
    expect(rang).toHaveLength(1);
    expect(rang[0]).toBeGreaterThanOrEqual(12.5);
  });

  test(`${name}: a cancelled alarm does not ring, and cancelling twice is nothing`, async () => {
    const { clock, pass } = open();
    let rang = 0;
    const cancel = clock.after(5, () => rang++);
    cancel();
    cancel();
    await pass(30);
    expect(rang).toBe(0);
  });

  test(`${name}: an alarm may set another, also for at once`, async () => {
    const { clock, pass } = open();
    const rang: string[] = [];
    clock.after(5, () => {
      rang.push("first");
      clock.after(0, () => rang.push("second"));
    });
    await pass(60);
    expect(rang).toEqual(["first", "second"]);
  });

  test(`${name}: both of its times go on together`, async () => {
    const { clock, pass } = open();
    /** The time of day, and between which two moments of the other clock it was asked for. */
    const both = () => ({ earliest: clock.monotonicMs(), instant: clock.now(), latest: clock.monotonicMs() });
    const before = both();
    await pass(50);
    const after = both();
    expect(after.latest - before.earliest).toBeGreaterThanOrEqual(49);
    expect(after.instant - before.instant).toBeGreaterThan(after.earliest - before.latest - 10);
    expect(after.instant - before.instant).toBeLessThan(after.latest - before.earliest + 10);
  });
}
