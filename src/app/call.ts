// npm run call: telephones the agent as a simulated caller.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { CallPrinter, coloured, outcomeLines, type Paint, plain, summaryLines } from "../sim/call-printer.ts";
import { type CallRecord, recordOf } from "../sim/call-record.ts";
import { percentiles } from "../sim/call-report.ts";
import type { Caller } from "../sim/caller.ts";
import { callersOf } from "../sim/callers.ts";
import { poorLine } from "../sim/line-effects.ts";
import {
  type RecordedTurn,
  readRecordings,
  recordedMind,
  recordedVoices,
} from "../sim/recorded/recorded-caller.ts";
import { recordingOf } from "../sim/recording.ts";
import { reportPage } from "../sim/report/report-page.ts";
import { runCall } from "../sim/run-call.ts";
import { plainSpokenManners } from "../sim/spoken-manners.ts";
import { voiceTable } from "../sim/voices/voice-table.ts";
import { openVoices, type Voices } from "../sim/voices/voices.ts";
import { type CallOptions, callerList, callHelp, readCallOptions } from "./call-options.ts";
import { serverAtHand } from "./call-server.ts";
import { loadPractices } from "./practices.ts";
import { runCommand } from "./run-command.ts";
import { readSettings } from "./settings.ts";
import { UsageError } from "./usage-error.ts";

interface PlannedCall {
  readonly caller: Caller;
  readonly seed: number;
  readonly voice: string;
}

/** What all calls of a run share. */
interface Run {
  readonly options: CallOptions;
  readonly base: string;
  readonly voices: Voices;
  readonly recordings: readonly RecordedTurn[];
}

async function main(args: readonly string[]): Promise<number> {
  const practices = await loadPractices(readSettings(process.env).FRONTDESK_PRACTICES);
  const callers = [...practices.values()].flatMap(callersOf);
  const options = readCallOptions(args, callers);
  if (typeof options === "string") {
    console.log(options === "help" ? callHelp : callerList(callers));
    return 0;
  }
  const recordings = await readWavFiles(options.wavFiles);
  await using server = await serverAtHand(options);
  const voices = recordings.length > 0 ? recordedVoices(recordings) : openVoices();
  try {
    const records = await callAll({ options, base: server.base, voices, recordings });
    if (options.reportDirectory !== null) await writeReport(options, options.reportDirectory, records);
    printSummary(options, records);
    return records.every(({ report }) => report.passed) ? 0 : 1;
  } finally {
    await voices.close();
  }
}

async function readWavFiles(files: readonly string[]): Promise<readonly RecordedTurn[]> {
  const contents = files.map(async (file) => ({ name: basename(file), content: await readFile(file) }));
  try {
    return readRecordings(await Promise.all(contents));
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

async function callAll(run: Run): Promise<CallRecord[]> {
  const plan = plannedCalls(run.options);
  const records: CallRecord[] = [];
  const next = async (): Promise<void> => {
    for (let planned = plan.shift(); planned !== undefined; planned = plan.shift())
      records.push(await callOnce(planned, run));
  };
  await Promise.all(Array.from({ length: run.options.parallel }, next));
  return records;
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

async function callOnce({ caller, seed, voice }: PlannedCall, run: Run): Promise<CallRecord> {
  const { options, base, voices, recordings } = run;
  const prefix = options.parallel > 1 ? `${caller.name}#${seed} ` : "";
  const printer = new CallPrinter((line) => console.log(line), paint(options), prefix);
  const { report, spoken, timeZone } = await runCall({
    caller,
    base,
    voices,
    voice,
    seed,
    typed: options.typed,
    effects: poorLine({ ...options.line, seed }),
    manners: { ...plainSpokenManners, interrupts: caller.habits.interrupts, ...options.manners },
    ...(recordings.length > 0 ? { mind: recordedMind(recordings) } : {}),
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
  return recordOf(report, spoken);
}

async function writeReport(
  options: CallOptions,
  directory: string,
  records: readonly CallRecord[],
): Promise<void> {
  await mkdir(directory, { recursive: true });
  const dataFile = "report.json";
  const page = reportPage({ records, conditions: conditionsOf(options), dataFile });
  await writeFile(join(directory, "report.html"), page);
  await writeFile(
    join(directory, dataFile),
    `${JSON.stringify({ options: optionsShown(options), records })}\n`,
  );
  console.log(`\nreport: ${join(directory, "report.html")}`);
}

function optionsShown({ callers, seed, repeat, line, manners }: CallOptions) {
  return { callers: callers.map(({ name }) => name), seed, repeat, line, manners };
}

function conditionsOf({ callers, line, manners, wavFiles, typed }: CallOptions): string {
  const { noiseDb, lossPercent, jitterMs, echoDb } = line;
  const parts = [
    [...new Set(callers.map(({ practice }) => practice))].join(", "),
    typed ? "typed" : wavFiles.length > 0 ? `${wavFiles.length} recordings` : "spoken",
    noiseDb === null ? "no noise" : `noise ${noiseDb} dB below speech`,
    lossPercent === 0 ? "" : `${lossPercent} % of frames lost`,
    jitterMs === 0 ? "" : `frames up to ${jitterMs} ms late`,
    echoDb === null ? "" : `echo ${echoDb} dB weaker`,
    ...Object.entries(manners).map(([manner, rate]) => `${manner} ${rate}`),
  ];
  return parts.filter((part) => part !== "").join(" · ");
}

function paint(options: CallOptions): Paint {
  return process.stdout.isTTY && !options.json ? coloured : plain;
}

/** The last line is the whole outcome when JSON is wanted: of one call its report, of several their reports together. */
function printSummary(options: CallOptions, records: readonly CallRecord[]): void {
  const reports = records.map(({ report }) => report);
  if (reports.length > 1) for (const line of summaryLines(reports, paint(options))) console.log(line);
  if (!options.json && process.stdout.isTTY) return;
  const gaps = reports.flatMap(({ turns }) => turns.flatMap(({ gapMs }) => gapMs ?? []));
  const passed = reports.filter((report) => report.passed).length;
  const together = { calls: reports.length, passed, gapMs: percentiles(gaps), reports };
  console.log(JSON.stringify(reports.length === 1 ? reports[0] : together));
}

await runCommand(main);
