// npm run bench -- simulation: calls a minute in virtual time.
import { join } from "node:path";
import { parseArgs } from "node:util";
import { wholeNumber } from "../src/app/usage-error.ts";
import { loadPractice } from "../src/practices/load-practice.ts";
import { simulate } from "../src/sim/simulation.ts";
import { round, tableLines } from "./load/figures.ts";

const help = `Usage: npm run bench -- simulation [--calls 1000] [--seed 1] [--json]

Simulates whole calls in virtual time, as npm run simulate does, and measures the processor time that they take.
The first calls warm the process up and are not counted.`;

const limits = { callsPerMinute: 2_000, brokenPromises: 0 };
const WARM_UP_CALLS = 100;

export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      calls: { type: "string", default: "1000" },
      seed: { type: "string", default: "1" },
      json: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return console.log(help);
  const calls = wholeNumber("calls", values.calls, 1, 10_000_000);
  const seed = wholeNumber("seed", values.seed, 0, 2 ** 32 - 1);
  const practice = await loadPractice(join(import.meta.dirname, "../practices"), "clinic");
  await simulate({ practice, seed: seed + calls, calls: WARM_UP_CALLS });
  const before = process.cpuUsage();
  const { events, broken } = await simulate({ practice, seed, calls });
  const { user, system } = process.cpuUsage(before);
  const seconds = (user + system) / 1e6;
  const figures = {
    calls,
    events,
    callsPerMinute: Math.round((calls / seconds) * 60),
    eventMicroseconds: round((seconds / events) * 1e6, 1),
    brokenPromises: broken.reduce((sum, { times }) => sum + times, 0),
    limits,
  };
  if (values.json) console.log(JSON.stringify(figures));
  else
    for (const line of tableLines([
      [`${calls} calls, ${events} events`, "measured", "limit"],
      ["calls a minute of one core", String(figures.callsPerMinute), `at least ${limits.callsPerMinute}`],
      ["processor time of an event", `${figures.eventMicroseconds} µs`, ""],
      ["promises broken", String(figures.brokenPromises), String(limits.brokenPromises)],
    ]))
      console.log(line);
}
