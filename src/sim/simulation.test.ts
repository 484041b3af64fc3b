// Goal: break the promises of a call. Method: random callers on random lines before a random back office, in virtual time;
// after every event the invariants of `virtual/invariants.ts` hold. A fixed number of seeds, and a few new ones each time.
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { replay } from "../core/call/call.ts";
import type { Practice } from "../core/practice/practice.ts";
import { loadPractice } from "../practices/load-practice.ts";
import { type SimulatedCall, simulateCall } from "./simulate-call.ts";

const FIXED_SEEDS = 300;
const NEW_SEEDS = 30;
/** Seeds that have broken a promise once, and which one. */
const remembered: readonly (readonly [seed: number, what: string])[] = [
  [171, "a lost recognizer stops the question that plays"],
  [1008, "a question that a break of the line cut short is put once"],
  [66, "a listener's noise is nobody's name"],
];
let practice: Practice;

beforeAll(async () => {
  practice = await loadPractice(join(import.meta.dirname, "../../practices"), "clinic");
});

/** What is broken, with the command that shows it. */
function brokenIn({ seed, violations }: SimulatedCall): string[] {
  return violations.map(
    ({ promise, found }) => `${promise}: ${found} (npm run simulate -- --seed ${seed} --trace)`,
  );
}

test.for(remembered)("seed %i: %s", async ([seed]) => {
  expect(brokenIn(await simulateCall(practice, seed))).toEqual([]);
});

test(`no promise is broken in ${FIXED_SEEDS} simulated calls`, async () => {
  const broken: string[] = [];
  let booked = 0;
  for (let seed = 1; seed <= FIXED_SEEDS; seed++) {
    const simulated = await simulateCall(practice, seed);
    broken.push(...brokenIn(simulated));
    booked += simulated.booked ? 1 : 0;
  }
  expect(broken).toEqual([]);
  // Calls that never get anywhere would prove nothing.
  expect(booked).toBeGreaterThan(FIXED_SEEDS / 4);
}, 120_000);

test(`nor in ${NEW_SEEDS} that nobody has tried`, async () => {
  const first = Math.floor(Math.random() * 2 ** 31);
  const broken: string[] = [];
  for (let seed = first; seed < first + NEW_SEEDS; seed++)
    broken.push(...brokenIn(await simulateCall(practice, seed)));
  expect(broken).toEqual([]);
}, 60_000);

describe.for([3, 8, 21, 34])("seed %i", (seed) => {
  test("gives the same call again", async () => {
    const [once, again] = [await simulateCall(practice, seed), await simulateCall(practice, seed)];
    expect(seen(again)).toEqual(seen(once));
  });

  test("gives the state of the call again from its events", async () => {
    const { call } = await simulateCall(practice, seed);
    const replayed = replay(practice, call.events);
    expect(revealed(replayed.history)).toEqual(revealed(call.state.history));
    expect(replayed.end).toBe(call.state.end);
  });
});

function seen({ call, violations }: SimulatedCall) {
  return { lines: call.lines, events: call.events.map(({ kind, at }) => [kind, at]), violations };
}

function revealed(history: SimulatedCall["call"]["state"]["history"]) {
  return history.map((line) => ({ ...line, text: line.text.reveal() }));
}
