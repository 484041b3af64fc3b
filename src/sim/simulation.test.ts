// Goal: break the promises of a call. Method: random callers on random lines before a random back office, in virtual time;
// after every event the invariants of `virtual/invariants.ts` hold. A fixed number of seeds, and a few new ones each time.
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { replay } from "../core/call/call.ts";
import type { Practice } from "../core/practice/practice.ts";
import { loadPractice } from "../practices/load-practice.ts";
import { type SimulatedCall, simulateCall } from "./simulate-call.ts";

const NEW_SEEDS = 30;
/** Seeds that have broken a promise once, and which one. */
const remembered: readonly (readonly [practice: string, seed: number, what: string])[] = [
  ["auto-service", 191, "silence is noticed after words that changed nothing"],
  ["clinic", 171, "a lost recognizer stops the question that plays"],
  ["clinic", 1008, "a question that a break of the line cut short is put once"],
  ["clinic", 66, "a listener's noise is nobody's name"],
  ["clinic", 37246, "a reply that says nothing does not begin the silence of a moment again"],
  ["clinic", 35918, "nor that after a question"],
  ["auto-service", 51246, "a time that is held while a ticket is on its way is given back"],
  ["auto-service", 50162, "nothing of a prompt without sound is heard"],
  ["clinic", 1048, "nobody's words are our echo when we have long been silent"],
  ["clinic", 572495187, "what a caller was saying when they hung up is kept"],
  ["clinic", 572492589, "and only once"],
  ["clinic", 572493209, "whoever thinks in the middle of a year has said that year"],
  ["clinic", 51000907, "the time of a booking that fails after they hung up is given back"],
  [
    "clinic",
    53002511,
    "a yes that was begun during a word that filled the wait answers nothing that is asked after it",
  ],
  ["auto-service", 42001997, "words that come late together with others are too many for no murmur"],
];
const practices = new Map<string, Practice>();

beforeAll(async () => {
  for (const id of ["clinic", "auto-service"])
    practices.set(id, await loadPractice(join(import.meta.dirname, "../../practices"), id));
});

function call(seed: number, practice = "clinic"): Promise<SimulatedCall> {
  return simulateCall(practices.get(practice) as Practice, seed);
}

/** What is broken, with the command that shows it. */
function brokenIn({ seed, caller, violations }: SimulatedCall): string[] {
  return violations.map(
    ({ promise, found }) =>
      `${promise}: ${found} (npm run simulate -- --practice ${caller.practice} --seed ${seed} --trace)`,
  );
}

test.for(remembered)("%s, seed %i: %s", async ([practice, seed]) => {
  expect(brokenIn(await call(seed, practice))).toEqual([]);
});

test.for([
  ["clinic", 250],
  ["auto-service", 100],
] as const)(
  "no promise of the %s is broken in %i simulated calls",
  { timeout: 120_000 },
  async ([practice, seeds]) => {
    const broken: string[] = [];
    let done = 0;
    for (let seed = 1; seed <= seeds; seed++) {
      const simulated = await call(seed, practice);
      broken.push(...brokenIn(simulated));
      done += simulated.call.end === "done" ? 1 : 0;
    }
    expect(broken).toEqual([]);
    // Calls that never get anywhere would prove nothing.
    expect(done).toBeGreaterThan(seeds / 3);
  },
);

test(`nor in ${NEW_SEEDS} that nobody has tried`, { timeout: 60_000 }, async () => {
  const first = Math.floor(Math.random() * 2 ** 31);
  const broken: string[] = [];
  for (let seed = first; seed < first + NEW_SEEDS; seed++) broken.push(...brokenIn(await call(seed)));
  expect(broken).toEqual([]);
});

describe.for([3, 8, 21, 34])("seed %i", (seed) => {
  test("gives the same call again", async () => {
    const [once, again] = [await call(seed), await call(seed)];
    expect(seen(again)).toEqual(seen(once));
  });

  test("gives the state of the call again from its events", async () => {
    const { call: simulated } = await call(seed);
    const replayed = replay(practices.get("clinic") as Practice, simulated.events);
    expect(revealed(replayed.history)).toEqual(revealed(simulated.state.history));
    expect(replayed.end).toBe(simulated.state.end);
  });
});

function seen({ call: { lines, events }, violations }: SimulatedCall) {
  return { lines, events: events.map(({ kind, at }) => [kind, at]), violations };
}

function revealed(history: SimulatedCall["call"]["state"]["history"]) {
  return history.map((line) => ({ ...line, text: line.text.reveal() }));
}
