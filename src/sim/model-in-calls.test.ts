// Goal: a language model that picks at random from all that it is allowed breaks no promise of a call. Method: the simulation of
// `simulate-call.ts`, with random callers, lines and back offices, and such a model beside the rules.
import { join } from "node:path";
import { expect, test } from "vitest";
import { replay } from "../core/call/call.ts";
import { withLanguageModel } from "../models/with-language-model.ts";
import type { Perform } from "../ports/ledger.ts";
import { countingTelemetry } from "../ports/testing/counting-telemetry.ts";
import { nothingMeant } from "../ports/testing/nothing-meant.ts";
import { scriptedLanguageModel } from "../ports/testing/scripted-language-model.ts";
import { VirtualClock } from "../ports/testing/virtual-clock.ts";
import { loadPractice } from "../practices/load-practice.ts";
import { type Random, seededRandom } from "./random.ts";
import { simulateCall } from "./simulate-call.ts";

/** What it knows of the world: enough to be wrong about. */
const texts = ["Wei Hughes", "april 2nd 1971", "503 555 0188", "aetna", "next friday", "yes", "no", "four"];

function randomModel(random: Random) {
  const seldom = <T>(all: readonly T[]): T | null =>
    all.length > 0 && random.chance(0.2) ? random.pick(all) : null;
  return scriptedLanguageModel(({ commands, tasks, offers, facts, fields, lookUps }) => ({
    ...nothingMeant,
    command: seldom(commands),
    task: seldom(tasks),
    offer: seldom(offers.map(({ id }) => id)),
    lookUp: seldom(lookUps),
    facts: random.chance(0.4) ? [random.pick(facts).id] : [],
    fields:
      fields.length > 0 && random.chance(0.4)
        ? [{ field: random.pick(fields), text: random.pick(texts) }]
        : [],
  }));
}

test.each([
  ["clinic", 60],
  ["auto-service", 30],
] as const)(
  "no promise of the %s is broken in %i simulated calls",
  { timeout: 120_000 },
  async (id, seeds) => {
    const practice = await loadPractice(join(import.meta.dirname, "../../practices"), id);
    const broken: string[] = [];
    let [asked, done] = [0, 0];
    for (let seed = 1; seed <= seeds; seed++) {
      const model = randomModel(seededRandom(seed));
      const [clock, telemetry] = [new VirtualClock(), countingTelemetry()];
      const assist = (perform: Perform) =>
        withLanguageModel({ perform, model, prices: null, clock, telemetry });
      const { call, violations } = await simulateCall(practice, seed, assist);
      broken.push(...violations.map(({ promise, found }) => `seed ${seed}: ${promise}: ${found}`));
      expect(replay(practice, call.events)).toEqual(call.state);
      asked += model.questions.length;
      done += call.end === "done" ? 1 : 0;
    }
    expect(broken).toEqual([]);
    // Calls in which no model is asked, or that never get anywhere, would prove nothing.
    expect(asked).toBeGreaterThan(seeds / 10);
    expect(done).toBeGreaterThan(seeds / 4);
  },
);
