// npm run bench -- capacity: how many calls a process carries: real media streams at real-time pace against speech that costs nothing.

import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { wholeNumber } from "../src/app/usage-error.ts";
import { p50p95p99, round, tableLines } from "./load/figures.ts";
import type { LoadReport } from "./load/load-process.ts";
import type { ServerReport } from "./load/server-process.ts";

const help = `Usage: npm run bench -- capacity [--calls 100] [--seconds 20] [--warm-up 30] [--json]

Places calls over loopback from a second process, lets each of them ask and be answered without end, and measures the
server's process: processor time, memory, lateness of frames, and the gap before an answer. All calls go on for the
warm-up before that, so that the compilation of a fresh process is not taken for the cost of calls.`;

/** What other open systems and our own limits are: per call-minute, per call, and so on. */
const published = {
  limits: { cpuSecondsPerCallMinute: 0.1, megabytesPerCall: 1, lateP99Ms: 20 },
  livekitAgentsJs: {
    cpuSecondsPerCallMinute: 1.2,
    megabytesPerCall: 3,
    source: "1.9 on Node 24, with voice activity",
  },
};

type Usage = Extract<ServerReport, { kind: "usage" }>;
type SeenReport = Extract<LoadReport, { kind: "seen" }>;

export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      calls: { type: "string", default: "100" },
      seconds: { type: "string", default: "20" },
      "warm-up": { type: "string", default: "30" },
      json: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return console.log(help);
  const calls = wholeNumber("calls", values.calls, 1, 2000);
  const seconds = wholeNumber("seconds", values.seconds, 1, 600);
  const figures = await measure(calls, seconds, wholeNumber("warm-up", values["warm-up"], 0, 600));
  if (values.json) console.log(JSON.stringify(figures));
  else for (const line of table(figures)) console.log(line);
}

async function measure(calls: number, seconds: number, warmUpSeconds: number) {
  const folder = join(import.meta.dirname, "load");
  const server = fork(join(folder, "server-process.ts"), { execArgv: ["--expose-gc"] });
  const load = fork(join(folder, "load-process.ts"));
  try {
    const { url } = await answer<Extract<ServerReport, { kind: "listening" }>>(server, "listening");
    const idle = await settledUsage(server);
    load.send({ url, calls, rampSeconds: Math.max(3, calls / 40) });
    await answer(load, "ramped");
    await pause(Math.max(3, warmUpSeconds) * 1000);
    const memoryBefore = await ask<Usage>(server, "settled", "usage");
    await pause(1000);
    await ask<SeenReport>(load, "look", "seen");
    const before = await ask<Usage>(server, "usage");
    const startedMs = performance.now();
    await pause(seconds * 1000);
    const after = await ask<Usage>(server, "usage");
    const elapsedSeconds = (performance.now() - startedMs) / 1000;
    const seen = await ask<SeenReport>(load, "look", "seen");
    const memoryAfter = await ask<Usage>(server, "settled", "usage");
    await stopped(load);
    const empty = await settledUsage(server);
    const memory = { atRest: lower(idle, empty), before: memoryBefore, after: memoryAfter };
    return figuresOf({ calls, elapsedSeconds, memory, before, after, seen });
  } finally {
    for (const child of [load, server]) await stopped(child);
  }
}

/** Starting up leaves memory behind that is given back over some seconds; it is not the calls'. */
async function settledUsage(server: ChildProcess): Promise<Usage> {
  let last = await ask<Usage>(server, "settled", "usage");
  for (let second = 0; second < 15; second++) {
    await pause(1000);
    const now = await ask<Usage>(server, "settled", "usage");
    const steady = Math.abs(now.residentBytes - last.residentBytes) < 2e6;
    last = now;
    if (steady && second >= 2) break;
  }
  return last;
}

/** Memory that the start left behind may be given back only during the calls, and the calls' own only after them. */
function lower(one: Usage, other: Usage): Usage {
  return one.residentBytes < other.residentBytes ? one : other;
}

interface Measured {
  readonly calls: number;
  readonly elapsedSeconds: number;
  /** With garbage collected, outside of the time measured. */
  readonly memory: Record<"atRest" | "before" | "after", Usage>;
  readonly before: Usage;
  readonly after: Usage;
  readonly seen: SeenReport;
}

function figuresOf({ calls, elapsedSeconds, memory, before, after, seen }: Measured) {
  const callMinutes = (calls * elapsedSeconds) / 60;
  const { lateMs, gapInSoundMs, answerMs, framesSent, framesReceived, closed } = seen.seen;
  return {
    calls,
    seconds: round(elapsedSeconds, 1),
    cpuSecondsPerCallMinute: round((after.cpuSeconds - before.cpuSeconds) / callMinutes, 4),
    ofItCallThread: round((after.loopSeconds - before.loopSeconds) / callMinutes, 4),
    callThreadLoad: round((after.loopSeconds - before.loopSeconds) / elapsedSeconds, 3),
    megabytesPerCall: round((memory.after.residentBytes - memory.atRest.residentBytes) / calls / 1e6, 2),
    heapMegabytesPerCall: round((memory.after.heapBytes - memory.atRest.heapBytes) / calls / 1e6, 3),
    heapGrowthKbPerCallMinute: round(
      (memory.after.heapBytes - memory.before.heapBytes) / callMinutes / 1e3,
      1,
    ),
    residentMegabytes: round(memory.after.residentBytes / 1e6, 0),
    frameLateMs: p50p95p99(lateMs),
    gapInSoundMs: p50p95p99(gapInSoundMs),
    turnEndToAudioMs: p50p95p99(answerMs),
    answers: answerMs.length,
    framesSent,
    framesReceived,
    callsLost: closed,
    loadGeneratorLateMs: p50p95p99(seen.ownLateMs),
    published,
  };
}

function table(figures: ReturnType<typeof figuresOf>): string[] {
  const spread = ({ p50, p95, p99 }: { p50: number; p95: number; p99: number }) =>
    `${p50} / ${p95} / ${p99} ms`;
  const { limits, livekitAgentsJs: peer } = published;
  const lines = tableLines([
    [`${figures.calls} calls, ${figures.seconds} s`, "measured", "limit", "LiveKit Agents JS*"],
    [
      "CPU seconds a call-minute",
      `${figures.cpuSecondsPerCallMinute}`,
      `${limits.cpuSecondsPerCallMinute}`,
      `${peer.cpuSecondsPerCallMinute}`,
    ],
    ["  of it the thread of the calls", `${figures.ofItCallThread}`],
    ["load of the thread of the calls", `${Math.round(figures.callThreadLoad * 100)} %`],
    [
      "resident MB a call",
      `${figures.megabytesPerCall}`,
      `${limits.megabytesPerCall}`,
      `${peer.megabytesPerCall}`,
    ],
    ["  of it JavaScript heap of the calls", `${figures.heapMegabytesPerCall}`],
    ["heap growth, kB a call-minute", `${figures.heapGrowthKbPerCallMinute}`, "flat", "4600"],
    ["resident MB in all", `${figures.residentMegabytes}`],
    ["frame lateness p50 / p95 / p99", spread(figures.frameLateMs), `p99 ${limits.lateP99Ms} ms`],
    ["silence inside sound p50 / p95 / p99", spread(figures.gapInSoundMs), "0"],
    ["turn end to first audio p50 / p95 / p99", spread(figures.turnEndToAudioMs)],
    ["answers measured", `${figures.answers}`],
    ["calls lost", `${figures.callsLost}`, "0"],
    ["the load generator's own lateness", spread(figures.loadGeneratorLateMs)],
  ]);
  return [...lines, `* ${peer.source}; published figures of another machine, without telephony framing`];
}

type Answer = ServerReport | LoadReport;

function ask<T extends Answer>(child: ChildProcess, question: string, kind = question): Promise<T> {
  const answered = answer<T>(child, kind);
  child.send(question);
  return answered;
}

/** The next message of the kind; rejects when the process ends before. */
function answer<T extends Answer>(child: ChildProcess, kind: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const ended = () => reject(new Error(`the process that should answer "${kind}" has ended`));
    const listen = (message: Answer) => {
      if (message.kind !== kind) return;
      child.off("message", listen);
      child.off("exit", ended);
      resolve(message as T);
    };
    child.on("message", listen);
    child.once("exit", ended);
  });
}

/** Asks a child to end, and ends it after five seconds if it has not. */
async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || !child.connected) return;
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.send("stop");
  const timer = setTimeout(() => child.kill("SIGKILL"), 5000);
  await gone;
  clearTimeout(timer);
}
