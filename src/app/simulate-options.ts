import { parseArgs } from "node:util";
import { wholeNumber } from "./usage-error.ts";

/** What `npm run simulate` is asked to do. */
export interface SimulateOptions {
  readonly practice: string;
  readonly seed: number;
  readonly calls: number;
  /** Shows one call event by event instead of a summary of many. */
  readonly trace: boolean;
  readonly json: boolean;
}

export const simulateHelp = `Usage: npm run simulate -- [options]

Simulates whole calls in virtual time, some thousand a minute: random callers who hesitate, interrupt, fall silent and
correct themselves, on random lines, with random failures behind the agent. After every event the promises of a call are
checked. Exit code 0 only when none was broken; every seed that breaks one can be looked at with --trace.

  --calls N       so many calls (default: 1000)
  --seed N        the first seed; the others follow it (default: 1). The same seed gives the same call
  --trace         one call, event by event
  --practice ID   clinic (default), auto-service, or one of your own, whose callers are made from its file
  --json          one JSON object, as in a pipe
  --help          this`;

const flags = {
  practice: { type: "string", default: "clinic" },
  seed: { type: "string", default: "1" },
  calls: { type: "string", default: "1000" },
  trace: { type: "boolean", default: false },
  json: { type: "boolean", default: false },
  help: { type: "boolean", default: false },
} as const;

/** Reads the command line. Returns `help` when that is wanted; throws a `UsageError` or what `parseArgs` throws. */
export function readSimulateOptions(args: readonly string[]): SimulateOptions | "help" {
  const { values } = parseArgs({ args: [...args], options: flags });
  if (values.help) return "help";
  return {
    practice: values.practice,
    seed: wholeNumber("seed", values.seed, 0, 2 ** 32 - 1),
    calls: wholeNumber("calls", values.calls, 1, 10_000_000),
    trace: values.trace,
    json: values.json,
  };
}
