// npm run bench -- turns: turn-taking over the real protocol with sound, on good and poor lines.
import { parseArgs } from "node:util";
import { ownServer } from "../src/app/call-server.ts";
import { openVoices } from "../src/sim/voices/voices.ts";
import { tableLines } from "./load/figures.ts";
import { callOnLine, type MeasuredCall } from "./turn-taking/measured-call.ts";
import { measuredLines } from "./turn-taking/measured-lines.ts";
import { type Figure, figuresOf, reach } from "./turn-taking/turn-figures.ts";

const help = `Usage: npm run bench -- turns [--calls 2] [--parallel 2] [--lines clean,noise,loss] [--seed 1] [--url WS] [--json]

Simulated callers book appointments with real sound over a real media stream. They read numbers and e-mail addresses out
with pauses of up to 1.5 seconds, answer some questions before they have been said to the end, say "uh-huh" and cough.
A call takes two to four minutes and about a processor core; --calls is for each line.

Lines: ${measuredLines.map(({ id, name }) => `${id} (${name})`).join(", ")}.`;

interface LineFigures {
  readonly line: string;
  readonly calls: number;
  readonly passed: number;
  readonly turns: number;
  readonly figures: readonly Figure[];
}

export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      calls: { type: "string", default: "2" },
      parallel: { type: "string", default: "2" },
      lines: { type: "string", default: measuredLines.map(({ id }) => id).join(",") },
      seed: { type: "string", default: "1" },
      url: { type: "string" },
      json: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return console.log(help);
  const wanted = measuredLines.filter(({ id }) => values.lines.split(",").includes(id));
  if (wanted.length === 0)
    throw new Error(`--lines names none of ${measuredLines.map(({ id }) => id).join(", ")}`);
  const plan = {
    calls: whole("calls", values.calls, 1000),
    parallel: whole("parallel", values.parallel, 50),
    seed: whole("seed", values.seed, 2 ** 31),
  };
  await using server =
    values.url === undefined
      ? await ownServer(null)
      : { base: values.url, [Symbol.asyncDispose]: async () => {} };
  const voices = openVoices();
  try {
    const measured: LineFigures[] = [];
    for (const line of wanted) {
      const calls = await inParallel(
        plan,
        (seed) => callOnLine({ base: server.base, line, seed, voices }),
        line.id,
      );
      measured.push(lineFigures(line.name, calls));
    }
    if (values.json) console.log(JSON.stringify({ reach, lines: measured }));
    else for (const row of table(measured)) console.log(row);
  } finally {
    await voices.close();
  }
}

function whole(flag: string, value: string, most: number): number {
  const number = Number(value);
  if (Number.isInteger(number) && number >= 1 && number <= most) return number;
  throw new Error(`--${flag} is "${value}"; it must be a whole number from 1 to ${most}`);
}

interface Plan {
  readonly calls: number;
  readonly parallel: number;
  readonly seed: number;
}

async function inParallel(
  { calls, parallel, seed }: Plan,
  call: (seed: number) => Promise<MeasuredCall>,
  line: string,
): Promise<readonly MeasuredCall[]> {
  const seeds = Array.from({ length: calls }, (_, index) => seed + index);
  const done: MeasuredCall[] = [];
  const next = async (): Promise<void> => {
    for (let one = seeds.shift(); one !== undefined; one = seeds.shift()) {
      done.push(await call(one));
      progress(`${line}: ${done.length} of ${calls} calls`, done.length === calls);
    }
  };
  progress(`${line}: 0 of ${calls} calls`, false);
  await Promise.all(Array.from({ length: Math.min(parallel, calls) }, next));
  return done;
}

function progress(text: string, last: boolean): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}${last ? "\n" : ""}`);
}

function lineFigures(line: string, calls: readonly MeasuredCall[]): LineFigures {
  return {
    line,
    calls: calls.length,
    passed: calls.filter(({ passed }) => passed).length,
    turns: calls.reduce((sum, { turns }) => sum + turns.length, 0),
    figures: figuresOf(calls),
  };
}

function table(measured: readonly LineFigures[]): string[] {
  const names = measured[0]?.figures.map(({ name }) => name) ?? [];
  const rows = names.map((name) => [
    name,
    ...measured.map(({ figures }) => figures.find((figure) => figure.name === name)?.shown ?? ""),
    reach[name] ?? "",
  ]);
  return tableLines([
    ["", ...measured.map(({ line }) => line), "reach"],
    ["calls, turns", ...measured.map(({ calls, turns }) => `${calls}, ${turns}`), ""],
    ["booked exactly as wanted", ...measured.map(({ passed, calls }) => `${passed} of ${calls}`), ""],
    ...rows,
  ]);
}
