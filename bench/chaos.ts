// Every outside service × every fault × three moments of a call: the caller is served or handed over.
import { parseArgs } from "node:util";
import type { Cell, Moment } from "./chaos/cell.ts";
import { openGround } from "./chaos/ground.ts";
import { type CellVerdict, heardTooLate, runMatrix } from "./chaos/matrix.ts";
import { upstreams } from "./chaos/upstreams/upstreams.ts";
import { tableLines } from "./load/figures.ts";

const names = upstreams.map(({ name }) => name).join(", ");
const help = `Usage: npm run bench -- chaos [--service NAME,...] [--moment greeting|middle|commit] [--parallel 8] [--json]

Telephones a server of its own for every outside service, every fault of it, and three moments of the call from which on the
service fails: before the greeting, in the middle, and when the booking is read back. The services are emulated, and called by
the real clients over real sockets. A call is served when the database holds what the caller wanted, or a person took over.

Services: ${names}`;

const MOMENTS: readonly Moment[] = ["greeting", "middle", "commit"];

export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      service: { type: "string" },
      moment: { type: "string" },
      parallel: { type: "string", default: "8" },
      json: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return console.log(help);
  const cells = cellsOf(values.service?.split(",") ?? null, values.moment ?? null);
  if (cells.length === 0) throw new RangeError(`expected services out of ${names}`);
  await using ground = await openGround();
  const before = held();
  const verdicts = await runMatrix(cells, Number(values.parallel), ground, (verdict, done) =>
    process.stderr.write(`${done} of ${cells.length}: ${lineOf(verdict)}\n`),
  );
  const after = held();
  if (values.json) console.log(JSON.stringify({ verdicts, before, after }));
  else for (const line of [...table(verdicts), remains(before, after)]) console.log(line);
  const late = heardTooLate(verdicts);
  if (!values.json) for (const one of late) console.log(`Heard too late: ${lineOf(one)}`);
  if (late.length > 0 || verdicts.some(({ faults }) => faults.length > 0)) process.exitCode = 1;
}

function cellsOf(services: readonly string[] | null, only: string | null): readonly Cell[] {
  const moments = MOMENTS.filter((moment) => only === null || only === moment);
  const chosen = upstreams.filter(({ name }) => services?.includes(name) ?? true);
  return chosen.flatMap((upstream) => [
    { upstream, fault: null, moment: "greeting" as const },
    ...upstream.faults.flatMap((fault) => moments.map((moment) => ({ upstream, fault, moment }))),
  ]);
}

/** What the process holds on to. */
function held() {
  const sockets = process.getActiveResourcesInfo().filter((kind) => /^TCP(Socket|Server)Wrap$/.test(kind));
  return { sockets: sockets.length, heapMegabytes: Math.round(process.memoryUsage().heapUsed / 1e6) };
}

type Held = ReturnType<typeof held>;

function remains(before: Held, after: Held): string {
  return `Sockets before ${before.sockets}, after ${after.sockets}; heap before ${before.heapMegabytes} MB, after ${after.heapMegabytes} MB.`;
}

function lineOf({ upstream, fault, moment, faults, ended, longestWaitMs }: CellVerdict): string {
  const outcome = faults.length === 0 ? "kept" : `NOT KEPT: ${faults.join(" ")}`;
  return `${upstream}, ${fault}, ${moment}: ${outcome} (${ended}, ${longestWaitMs} ms)`;
}

/** One line a service and fault; of its moments, the longest wait. */
function table(verdicts: readonly CellVerdict[]): readonly string[] {
  const groups = Map.groupBy(verdicts, ({ upstream, fault }) => `${upstream}\n${fault}`);
  const rows = [...groups.values()].map((group) => {
    const [first] = group as [CellVerdict];
    const longest = (of: (one: CellVerdict) => number) => `${Math.max(...group.map(of))} ms`;
    return [
      first.upstream,
      first.fault,
      `${group.filter(({ served }) => served).length} of ${group.length}`,
      longest(({ longestWaitMs }) => longestWaitMs),
      longest(({ longestSilenceMs }) => longestSilenceMs),
      [...new Set(group.flatMap(({ faults, leftOut }) => [...faults, ...leftOut]))].join(" "),
    ];
  });
  return tableLines([
    ["service", "fault", "served", "longest wait", "longest silence", "what went wrong"],
    ...rows,
  ]);
}
