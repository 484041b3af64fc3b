import type { Practice } from "../core/practice/practice.ts";
import { type SimulatedCall, simulateCall } from "./simulate-call.ts";

export interface SimulationOptions {
  readonly practice: Practice;
  /** The first of the seeds; they follow each other. */
  readonly seed: number;
  readonly calls: number;
  readonly onCall?: (call: SimulatedCall, done: number) => void;
}

/** A promise that was broken, and in which calls. */
export interface BrokenPromise {
  readonly promise: string;
  readonly times: number;
  readonly seeds: readonly number[];
  /** What was found, of the first of them. */
  readonly example: string;
}

export interface SimulationReport {
  readonly practice: string;
  readonly firstSeed: number;
  readonly calls: number;
  readonly events: number;
  readonly booked: number;
  /** Booked, and exactly as the caller wanted it. */
  readonly asWanted: number;
  readonly ends: Readonly<Record<string, number>>;
  readonly broken: readonly BrokenPromise[];
}

/** Simulates calls one after the other. The same seeds give the same report. */
export async function simulate(options: SimulationOptions): Promise<SimulationReport> {
  const ends = new Map<string, number>();
  const broken = new Map<string, BrokenPromise>();
  let [events, booked, asWanted] = [0, 0, 0];
  for (let done = 1; done <= options.calls; done++) {
    const seed = options.seed + done - 1;
    const simulated = await simulateCall(options.practice, seed);
    const { call, violations } = simulated;
    events += call.events.length;
    booked += simulated.booked ? 1 : 0;
    asWanted += simulated.booked && simulated.misfortunes.length === 0 ? 1 : 0;
    ends.set(call.end, (ends.get(call.end) ?? 0) + 1);
    for (const { promise, found } of violations) {
      const before = broken.get(promise) ?? { promise, times: 0, seeds: [], example: found };
      const seeds = before.seeds.includes(seed) ? before.seeds : [...before.seeds, seed];
      broken.set(promise, { ...before, times: before.times + 1, seeds });
    }
    options.onCall?.(simulated, done);
  }
  return {
    practice: options.practice.id,
    firstSeed: options.seed,
    calls: options.calls,
    events,
    booked,
    asWanted,
    ends: Object.fromEntries([...ends].sort(([, one], [, other]) => other - one)),
    broken: [...broken.values()],
  };
}
