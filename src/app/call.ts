// npm run call: telephones the agent as a simulated caller.
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { CallPrinter, coloured, outcomeLines, type Paint, plain, summaryLines } from "../sim/call-printer.ts";
import { type CallReport, percentiles } from "../sim/call-report.ts";
import type { Caller } from "../sim/caller.ts";
import { perfectLine, poorLine } from "../sim/line-effects.ts";
import { recordingOf } from "../sim/recording.ts";
import { runCall } from "../sim/run-call.ts";
import { voiceTable } from "../sim/voices/voice-table.ts";
import { openVoices, type Voices } from "../sim/voices/voices.ts";
import { type CallOptions, callerList, callHelp, readCallOptions } from "./call-options.ts";
import { startServer } from "./server.ts";
import { readSettings } from "./settings.ts";

interface PlannedCall {
  readonly caller: Caller;
  readonly seed: number;
  readonly voice: string;
}

const DEFAULT_BASE = "ws://127.0.0.1:3000";

async function main(args: readonly string[]): Promise<number> {
  const options = readOrExplain(args);
  if (typeof options === "number") return options;
  await using server = await serverFor(options);
  const voices = openVoices();
  try {
    const reports = await callAll(options, server.base, voices);
    printSummary(options, reports);
    return reports.every(({ passed }) => passed) ? 0 : 1;
  } finally {
    await voices.close();
  }
}

function readOrExplain(args: readonly string[]): CallOptions | number {
  try {
    const options = readCallOptions(args);
    if (typeof options !== "string") return options;
    console.log(options === "help" ? callHelp : callerList());
    return 0;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n--help explains the options.`);
    return 2;
  }
}

interface ServerAtHand extends AsyncDisposable {
  readonly base: string;
}

/** The named server; the one at the default address; or one of our own with a calendar that is thrown away. */
async function serverFor(options: CallOptions): Promise<ServerAtHand> {
  const nothing = async () => {};
  if (options.base !== null) return { base: options.base, [Symbol.asyncDispose]: nothing };
  if (options.dataDirectory === null && (await answers(DEFAULT_BASE)))
    return { base: DEFAULT_BASE, [Symbol.asyncDispose]: nothing };
  const temporary = options.dataDirectory === null ? await temporaryData() : null;
  const environment = { LOG_LEVEL: "error", ...process.env, HOST: "127.0.0.1", PORT: "0" };
  const dataDirectory = temporary ?? options.dataDirectory ?? "";
  const server = await startServer(readSettings({ ...environment, FRONTDESK_DATA: dataDirectory }));
  return {
    base: server.url.replace(/^http/, "ws").replace(/\/$/, ""),
    async [Symbol.asyncDispose]() {
      await server.close(0);
      if (temporary !== null) await rm(temporary, { recursive: true, force: true });
    },
  };
}

/** A directory for one run. The sounds of fixed prompts are shared with the ordinary one, for they are the same. */
async function temporaryData(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), "frontdesk-"));
  const sounds = resolve(readSettings(process.env).FRONTDESK_DATA, "speech");
  await mkdir(sounds, { recursive: true });
  await symlink(sounds, join(directory, "speech"), "junction");
  return directory;
}

async function answers(base: string): Promise<boolean> {
  try {
    const response = await fetch(`${base.replace("ws", "http")}/api/practices`, {
      signal: AbortSignal.timeout(500),
    });
    return response.ok;
  } catch {
    return false;
  }
}

async function callAll(options: CallOptions, base: string, voices: Voices): Promise<CallReport[]> {
  const plan = plannedCalls(options);
  const reports: CallReport[] = [];
  const next = async (): Promise<void> => {
    for (let planned = plan.shift(); planned !== undefined; planned = plan.shift())
      reports.push(await callOnce(planned, options, base, voices));
  };
  await Promise.all(Array.from({ length: options.parallel }, next));
  return reports;
}

/** Repetitions differ by seed, and by voice unless one is asked for. */
function plannedCalls(options: CallOptions): PlannedCall[] {
  const names = Object.keys(voiceTable);
  return options.callers.flatMap((caller) =>
    Array.from({ length: options.repeat }, (_, index) => {
      const rotated = names[(names.indexOf(caller.voice) + index) % names.length] ?? caller.voice;
      return { caller, seed: options.seed + index, voice: options.voice ?? rotated };
    }),
  );
}

async function callOnce(
  { caller, seed, voice }: PlannedCall,
  options: CallOptions,
  base: string,
  voices: Voices,
): Promise<CallReport> {
  const { noiseDb, lossPercent, typed } = options;
  const clean = noiseDb === null && lossPercent === 0;
  const prefix = options.parallel > 1 ? `${caller.name}#${seed} ` : "";
  const printer = new CallPrinter((line) => console.log(line), paint(options), prefix);
  const { report, spoken, timeZone } = await runCall({
    caller,
    base,
    voices,
    voice,
    seed,
    typed,
    effects: clean ? perfectLine : poorLine({ noiseDb, lossPercent, seed }),
    onMessage: (message) => printer.message(message),
    onSaying: (text) => printer.saying(text),
    onTurn: (turn) => printer.turn(turn),
  });
  if (options.recordDirectory !== null) {
    await mkdir(options.recordDirectory, { recursive: true });
    const file = join(options.recordDirectory, `${caller.name}-${seed}-${voice}.wav`);
    await writeFile(file, recordingOf(spoken.call));
  }
  for (const line of outcomeLines(report, timeZone, paint(options))) console.log(`${prefix}${line}`);
  return report;
}

function paint(options: CallOptions): Paint {
  return process.stdout.isTTY && !options.json ? coloured : plain;
}

/** The last line is the whole outcome when JSON is wanted: of one call its report, of several their reports together. */
function printSummary(options: CallOptions, reports: readonly CallReport[]): void {
  if (reports.length > 1) for (const line of summaryLines(reports, paint(options))) console.log(line);
  if (!options.json && process.stdout.isTTY) return;
  const gaps = reports.flatMap(({ turns }) => turns.flatMap(({ gapMs }) => (gapMs === null ? [] : [gapMs])));
  const passed = reports.filter((report) => report.passed).length;
  const together = { calls: reports.length, passed, gapMs: percentiles(gaps), reports };
  console.log(JSON.stringify(reports.length === 1 ? reports[0] : together));
}

process.exitCode = await main(process.argv.slice(2));
