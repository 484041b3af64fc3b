// npm run simulate: thousands of calls in virtual time, checked after every event.

import type { Practice } from "../core/practice/practice.ts";
import { coloured, type Paint, plain } from "../sim/call-printer.ts";
import { simulateCall } from "../sim/simulate-call.ts";
import { type SimulationReport, simulate } from "../sim/simulation.ts";
import { traceOf } from "../sim/trace-call.ts";
import { loadPractices, practiceNamed } from "./practices.ts";
import { progressLine } from "./progress-line.ts";
import { runCommand } from "./run-command.ts";
import { readSettings } from "./settings.ts";
import { readSimulateOptions, type SimulateOptions, simulateHelp } from "./simulate-options.ts";

const SEEDS_SHOWN = 8;

async function main(args: readonly string[]): Promise<number> {
  const options = readSimulateOptions(args);
  if (options === "help") {
    console.log(simulateHelp);
    return 0;
  }
  const practices = await loadPractices(readSettings(process.env).FRONTDESK_PRACTICES);
  const practice = practiceNamed(options.practice, practices);
  return options.trace ? trace(practice, options) : simulateAll(practice, options);
}

async function trace(practice: Practice, options: SimulateOptions): Promise<number> {
  const simulated = await simulateCall(practice, options.seed);
  for (const line of traceOf(simulated)) console.log(line);
  return simulated.violations.length === 0 ? 0 : 1;
}

async function simulateAll(practice: Practice, options: SimulateOptions): Promise<number> {
  const { seed, calls } = options;
  const startedMs = performance.now();
  const before = process.cpuUsage();
  const show = progressLine();
  const onCall = (_call: unknown, done: number) => {
    const rate = Math.round(done / ((performance.now() - startedMs) / 60_000));
    show(`${done} of ${calls} calls, ${rate} a minute`, done === calls);
  };
  const report = await simulate({ practice, seed, calls, onCall });
  const { user, system } = process.cpuUsage(before);
  // By the time of the processor, so that other work on the machine does not change the figure.
  const callsPerMinute = Math.round(calls / ((user + system) / 60_000_000));
  if (options.json || !process.stdout.isTTY) console.log(JSON.stringify({ ...report, callsPerMinute }));
  else for (const line of summaryLines(report, callsPerMinute, coloured)) console.log(line);
  if (!process.stdout.isTTY && process.stderr.isTTY)
    for (const line of brokenLines(report, plain)) console.error(line);
  return report.broken.length === 0 ? 0 : 1;
}

function summaryLines(report: SimulationReport, callsPerMinute: number, paint: Paint): string[] {
  const { calls, firstSeed, events, booked, asWanted, ends } = report;
  return [
    `${calls} calls of the ${report.practice}, seeds ${firstSeed} to ${firstSeed + calls - 1}, ${events} events, ${callsPerMinute} calls a minute of one core`,
    `${booked} booked, ${asWanted} of them exactly as the caller wanted it`,
    `ended: ${Object.entries(ends)
      .map(([end, times]) => `${end} ${times}`)
      .join(", ")}`,
    ...brokenLines(report, paint),
  ];
}

function brokenLines({ broken, practice }: SimulationReport, paint: Paint): string[] {
  if (broken.length === 0) return [paint.green("no promise was broken")];
  const example = broken[0]?.seeds[0] ?? 0;
  return [
    ...broken.map(({ promise, times, seeds, example: found }) => {
      const shown = seeds.slice(0, SEEDS_SHOWN).join(", ");
      const more = seeds.length > SEEDS_SHOWN ? ", …" : "";
      return `${paint.red(`${promise}: ${times} times`)}, seeds ${shown}${more} (${found})`;
    }),
    `look at one of them: npm run simulate -- --practice ${practice} --seed ${example} --trace`,
  ];
}

await runCommand(main);
