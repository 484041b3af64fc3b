// npm run simulate: thousands of calls in virtual time, checked after every event.

import { resolve } from "node:path";
import { performance } from "node:perf_hooks";
import type { Practice } from "../core/practice/practice.ts";
import { loadPractice } from "../practices/load-practice.ts";
import { coloured, type Paint, plain } from "../sim/call-printer.ts";
import { simulateCall } from "../sim/simulate-call.ts";
import { type SimulationReport, simulate } from "../sim/simulation.ts";
import { traceOf } from "../sim/trace-call.ts";
import { readSimulateOptions, type SimulateOptions, simulateHelp } from "./simulate-options.ts";

const PROGRESS_EVERY_MS = 250;
const SEEDS_SHOWN = 8;

async function main(args: readonly string[]): Promise<number> {
  const options = readOrExplain(args);
  if (typeof options === "number") return options;
  const practice = await loadPractice(resolve(import.meta.dirname, "../../practices"), options.practice);
  return options.trace ? trace(practice, options) : simulateAll(practice, options);
}

function readOrExplain(args: readonly string[]): SimulateOptions | number {
  try {
    const options = readSimulateOptions(args);
    if (options !== "help") return options;
    console.log(simulateHelp);
    return 0;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n--help explains the options.`);
    return 2;
  }
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
  const progress = process.stderr.isTTY && !options.json ? progressLine(calls, startedMs) : () => {};
  const report = await simulate({ practice, seed, calls, onCall: (_, done) => progress(done) });
  const { user, system } = process.cpuUsage(before);
  // By the time of the processor, so that other work on the machine does not change the figure.
  const callsPerMinute = Math.round(calls / ((user + system) / 60_000_000));
  if (options.json || !process.stdout.isTTY) console.log(JSON.stringify({ ...report, callsPerMinute }));
  else for (const line of summaryLines(report, callsPerMinute, coloured)) console.log(line);
  if (!process.stdout.isTTY && process.stderr.isTTY)
    for (const line of brokenLines(report, plain)) console.error(line);
  return report.broken.length === 0 ? 0 : 1;
}

/** Rewrites one line of the terminal a few times a second. */
function progressLine(calls: number, startedMs: number): (done: number) => void {
  let shownMs = 0;
  return (done) => {
    const nowMs = performance.now();
    if (nowMs - shownMs < PROGRESS_EVERY_MS && done < calls) return;
    shownMs = nowMs;
    const rate = Math.round(done / ((nowMs - startedMs) / 60_000));
    process.stderr.write(`\r\u001b[K${done} of ${calls} calls, ${rate} a minute${done < calls ? "" : "\n"}`);
  };
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

process.exitCode = await main(process.argv.slice(2));
