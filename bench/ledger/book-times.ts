import { setTimeout as sleep } from "node:timers/promises";
import type { Opening } from "../../src/core/scheduling/opening.ts";
import { hide } from "../../src/core/values/private.ts";
import { personOf } from "../../src/ledger/testing/random-caller.ts";
import { granted } from "../../src/ports/testing/ledger-scene.ts";
import { plainVisit } from "../../src/ports/testing/plain-visit.ts";
import { percentile, round } from "../load/figures.ts";
import type { BenchLedger } from "./bench-ledger.ts";

interface Times {
  readonly holdMs: number;
  readonly bookMs: number;
}

let callsMade = 0;
let openingsUsed = 0;

/**
 * Callers who are on the line together, each booking one opening after another of their own and thinking before every
 * request, on average `pauseMs`. Times are those of the requests, waiting for others included, the thinking not.
 */
export async function bookAtPace(
  bench: BenchLedger,
  { callers, bookings, pauseMs }: { callers: number; bookings: number; pauseMs: number },
) {
  const [startedMs, cpu] = [performance.now(), process.cpuUsage()];
  const think = () => (pauseMs === 0 ? Promise.resolve() : sleep(-Math.log(1 - Math.random()) * pauseMs));
  const times = await Promise.all(
    Array.from({ length: callers }, async () => {
      const own: Times[] = [];
      for (let made = 0; made < bookings; made += 1) own.push(await bookNext(bench, think));
      return own;
    }),
  );
  return figuresOf(times.flat(), performance.now() - startedMs, cpu);
}

/** The same number of callers in one instant: what stands in line is part of the time. */
export async function bookAtOnce(bench: BenchLedger, callers: number) {
  const times: Times[] = [];
  const [startedMs, cpu] = [performance.now(), process.cpuUsage()];
  for (let round = 0; round < 4; round += 1)
    times.push(
      ...(await Promise.all(Array.from({ length: callers }, () => bookNext(bench, async () => {})))),
    );
  return figuresOf(times, performance.now() - startedMs, cpu);
}

async function bookNext({ ledger, practice, free }: BenchLedger, think: () => Promise<void>): Promise<Times> {
  const opening: Opening | undefined = free[openingsUsed++];
  if (opening === undefined) throw new Error("There are more bookings than openings");
  callsMade += 1;
  const call = crypto.randomUUID();
  await think();
  const askedMs = performance.now();
  const held = granted(await ledger.hold(practice.id, opening, { call, request: 1 }));
  const heldMs = performance.now();
  await think();
  const againMs = performance.now();
  const person = hide({ ...personOf(callsMade), email: "caller@example.com" });
  granted(await ledger.book(held.hold, person, hide(plainVisit), { call, request: 2 }));
  return { holdMs: heldMs - askedMs, bookMs: performance.now() - againMs };
}

function figuresOf(times: readonly Times[], tookMs: number, before: NodeJS.CpuUsage) {
  const { user, system } = process.cpuUsage(before);
  const of = (part: (time: Times) => number) => {
    const all = times.map(part);
    return {
      least: round(Math.min(...all), 1),
      p50: round(percentile(all, 0.5), 1),
      p95: round(percentile(all, 0.95), 1),
    };
  };
  return {
    hold: of(({ holdMs }) => holdMs),
    book: of(({ bookMs }) => bookMs),
    holdAndBook: of(({ holdMs, bookMs }) => holdMs + bookMs),
    bookings: times.length,
    // Of this process, in which the embedded database is and a server is not: what a busy machine cannot change.
    cpuMsEach: round((user + system) / 1000 / times.length, 1),
    perSecond: Math.round((times.length / tookMs) * 1000),
  };
}
