// Goal: a service that fails costs a caller a bounded wait, and is not hammered. Method: attempts that fail in stated ways, on
// false timers, because the library's waits are the machine's.
import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Clock } from "../../ports/clock.ts";
import { countingTelemetry } from "../../ports/testing/counting-telemetry.ts";
import { WorldError } from "../../ports/world-error.ts";
import { type ResilienceLimits, resilience, usualLimits } from "./resilience.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const clock: Clock = {
  now: () => Date.now(),
  monotonicMs: () => performance.now(),
  after(delayMs, callBack) {
    const timer = setTimeout(callBack, delayMs);
    return () => clearTimeout(timer);
  },
};

function policy(limits: Partial<ResilienceLimits> = {}, chance = () => 0.5) {
  const telemetry = countingTelemetry();
  const all = { ...usualLimits, ...limits };
  return { ...resilience({ service: "example", limits: all, clock, telemetry, chance }), telemetry };
}

function busy(retryAfterMs: number | null = null): WorldError {
  return new WorldError("example", "answering", { retryable: true, retryAfterMs });
}

function refusal(): WorldError {
  return new WorldError("example", "answering", { retryable: false });
}

/** Lets all time pass, and tells how the operation went, after how long, and when its attempts began. */
async function outcomeOf<T>(
  one: Pick<ReturnType<typeof policy>, "run">,
  attempt: (number: number, signal: AbortSignal) => Promise<T>,
  wanted?: AbortSignal,
) {
  const startedMs = performance.now();
  const attemptsMs: number[] = [];
  const running = one
    .run(
      "asking",
      ({ number, signal }) => {
        attemptsMs.push(performance.now() - startedMs);
        return attempt(number, signal);
      },
      wanted,
    )
    .then(
      (value) => ({ value, error: null, afterMs: performance.now() - startedMs }),
      (error: unknown) => ({ value: null, error, afterMs: performance.now() - startedMs }),
    );
  await vi.runAllTimersAsync();
  return { ...(await running), attemptsMs };
}

const never = () => new Promise<never>(() => {});
const failing = (error: Error) => () => Promise.reject(error);

test("what works at once is asked once", async () => {
  expect(await outcomeOf(policy(), async () => "here")).toMatchObject({
    value: "here",
    attemptsMs: [0],
    afterMs: 0,
  });
});

test("fails twice → works: waits with jitter in between, doubling", async () => {
  const outcome = await outcomeOf(policy(), async (number) => {
    if (number < 3) throw busy();
    return "here";
  });
  expect(outcome).toMatchObject({ value: "here", attemptsMs: [0, 100, 300] });
});

test("fails always → the last error, after all attempts", async () => {
  const last = busy();
  const outcome = await outcomeOf(policy(), (number) => Promise.reject(number === 3 ? last : busy()));
  expect(outcome.error).toBe(last);
  expect(outcome.attemptsMs).toHaveLength(3);
});

test("a refusal is not tried again, and thrown as it is", async () => {
  const refused = refusal();
  const outcome = await outcomeOf(policy(), failing(refused));
  expect(outcome).toMatchObject({ error: refused, attemptsMs: [0], afterMs: 0 });
});

test("a bug of ours is not tried again, nor held against the service", async () => {
  const one = policy({ restAfterFailures: 1 });
  const bug = new TypeError("undefined is not a function");
  expect(await outcomeOf(one, failing(bug))).toMatchObject({ error: bug, attemptsMs: [0] });
  expect(await outcomeOf(one, async () => "here")).toMatchObject({ value: "here" });
});

test("asked to wait → waits as long as it was asked to", async () => {
  const outcome = await outcomeOf(policy(), async (number) => {
    if (number === 1) throw busy(1_500);
    return "here";
  });
  expect(outcome).toMatchObject({ value: "here", attemptsMs: [0, 1_500] });
});

test("asked to wait beyond the deadline → gives up at once", async () => {
  const outcome = await outcomeOf(policy(), failing(busy(60_000)));
  expect(outcome).toMatchObject({ attemptsMs: [0], afterMs: 0 });
});

test("hangs → each attempt is ended by its own limit, and told so", async () => {
  const ended: boolean[] = [];
  const outcome = await outcomeOf(policy({ attempts: 2 }), (_number, signal) => {
    signal.addEventListener("abort", () => ended.push(true));
    return never();
  });
  expect(outcome.error).toMatchObject({ name: "WorldError", retryable: true });
  expect(outcome.afterMs).toBe(2_000 + 100 + 2_000);
  expect(ended).toEqual([true, true]);
});

test("hangs longer than the deadline → over at the deadline", async () => {
  const outcome = await outcomeOf(policy({ attemptMs: 60_000 }), never);
  expect(outcome).toMatchObject({ afterMs: 5_000, error: { name: "WorldError", retryable: true } });
});

test("no longer wanted → rejects at once, tells the attempt, and makes no further one", async () => {
  const hangUp = new AbortController();
  let told = false;
  setTimeout(() => hangUp.abort(new Error("hung up")), 30);
  const attempt = (_number: number, signal: AbortSignal) => {
    signal.addEventListener("abort", () => (told = true));
    return never();
  };
  const outcome = await outcomeOf(policy(), attempt, hangUp.signal);
  expect(outcome).toMatchObject({ afterMs: 30, error: { message: "hung up" }, attemptsMs: [0] });
  expect(told).toBe(true);
});

test("no longer wanted while waiting for the next attempt → there is none", async () => {
  const hangUp = new AbortController();
  setTimeout(() => hangUp.abort(new Error("hung up")), 50);
  const outcome = await outcomeOf(policy(), failing(busy()), hangUp.signal);
  expect(outcome).toMatchObject({ afterMs: 50, attemptsMs: [0] });
});

test("no longer wanted, again and again → held against nobody, however the attempts end", async () => {
  const one = policy();
  for (let call = 0; call < 8; call++) {
    const hangUp = new AbortController();
    setTimeout(() => hangUp.abort(new Error("hung up")), 30);
    const brokenOff = (_: number, signal: AbortSignal) =>
      new Promise<never>((_resolve, reject) => {
        signal.addEventListener("abort", () => reject(busy()), { once: true });
      });
    await outcomeOf(one, brokenOff, hangUp.signal);
  }
  expect(one.telemetry.counted("partner_failures_total")).toBe(0);
  expect(await outcomeOf(one, async () => "here")).toMatchObject({ value: "here" });
});

test("five failures in a row → rested for a minute → one attempt shows that it is back", async () => {
  const one = policy({ attempts: 1 });
  for (let call = 0; call < 5; call++) await outcomeOf(one, failing(busy()));
  const rested = await outcomeOf(one, async () => "here");
  expect(rested).toMatchObject({
    attemptsMs: [],
    afterMs: 0,
    error: { name: "WorldError", retryable: false },
  });
  expect(one.telemetry.counted("partner_rests_total")).toBe(1);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await outcomeOf(one, async () => "here")).toMatchObject({ value: "here" });
  expect(await outcomeOf(one, async () => "still here")).toMatchObject({ value: "still here" });
});

test("back from its rest and failing → rested again after that one attempt", async () => {
  const one = policy({ attempts: 1 });
  for (let call = 0; call < 5; call++) await outcomeOf(one, failing(busy()));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await outcomeOf(one, failing(busy()))).toMatchObject({ attemptsMs: [0] });
  expect(await outcomeOf(one, async () => "here")).toMatchObject({ attemptsMs: [] });
});

test("refusals never have a service rested", async () => {
  const one = policy({ attempts: 1 });
  for (let call = 0; call < 9; call++) await outcomeOf(one, failing(refusal()));
  expect(await outcomeOf(one, async () => "here")).toMatchObject({ value: "here" });
});

test("more callers than places → some wait for theirs, the others are refused at once", async () => {
  const one = policy({ atOnce: 1, waiting: 1 });
  const slow = () => new Promise((resolve) => setTimeout(() => resolve("here"), 100));
  const calls = [1, 2, 3].map(() =>
    one.run("asking", slow).then(String, (error: WorldError) => error.retryable),
  );
  await vi.runAllTimersAsync();
  expect(await Promise.all(calls)).toEqual(["here", "here", false]);
});

const fault = fc.constantFrom("busy", "refusal", "hang", "works", "asks to wait");
const faults = fc.array(fault, { minLength: 6, maxLength: 6 });
const anyLimits = fc.record({
  deadlineMs: fc.integer({ min: 1, max: 10_000 }),
  attemptMs: fc.integer({ min: 1, max: 4_000 }),
  attempts: fc.integer({ min: 1, max: 6 }),
  backOff: fc.record({
    firstMs: fc.integer({ min: 1, max: 500 }),
    capMs: fc.integer({ min: 1, max: 2_000 }),
  }),
});
const askedWaitMs = 700;

function attemptUnder(fates: readonly string[]) {
  return async (number: number) => {
    const fate = fates[number - 1];
    if (fate === "busy") throw busy();
    if (fate === "asks to wait") throw busy(askedWaitMs);
    if (fate === "refusal") throw refusal();
    return fate === "hang" ? never() : "here";
  };
}

test("whatever fails how often, an operation ends by its deadline with no more attempts than allowed", async () => {
  await fc.assert(
    fc.asyncProperty(anyLimits, faults, async (limits, fates) => {
      const outcome = await outcomeOf(policy(limits), attemptUnder(fates));
      expect(outcome.attemptsMs.length).toBeLessThanOrEqual(limits.attempts);
      expect(outcome.afterMs).toBeLessThanOrEqual(limits.deadlineMs);
    }),
    { numRuns: 200 },
  );
});

test("whatever fails how often, no two attempts are closer than asked nor farther apart than allowed", async () => {
  const luck = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
  await fc.assert(
    fc.asyncProperty(anyLimits, faults, luck, async (limits, fates, drawn) => {
      const { attemptsMs } = await outcomeOf(
        policy(limits, () => drawn),
        attemptUnder(fates),
      );
      for (const [index, atMs] of attemptsMs.slice(1).entries()) {
        const apartMs = atMs - (attemptsMs[index] as number);
        const asked = fates[index] === "asks to wait" ? askedWaitMs : 0;
        const tookMs = fates[index] === "hang" ? limits.attemptMs : 0;
        expect(apartMs).toBeGreaterThanOrEqual(asked);
        expect(apartMs).toBeLessThanOrEqual(tookMs + Math.max(asked, limits.backOff.capMs));
      }
    }),
    { numRuns: 200 },
  );
});

test("whenever it is no longer wanted, it ends in that moment and makes no further attempt", async () => {
  await fc.assert(
    fc.asyncProperty(anyLimits, faults, fc.integer({ min: 0, max: 4_000 }), async (limits, fates, atMs) => {
      const hangUp = new AbortController();
      setTimeout(() => hangUp.abort(new Error("hung up")), atMs);
      const outcome = await outcomeOf(policy(limits), attemptUnder(fates), hangUp.signal);
      expect(outcome.afterMs).toBeLessThanOrEqual(atMs === 0 ? 1 : atMs);
      expect(outcome.attemptsMs.every((beganMs) => beganMs <= atMs)).toBe(true);
    }),
    { numRuns: 200 },
  );
});
