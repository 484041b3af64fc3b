import { parseArgs } from "node:util";
import type { Caller } from "../sim/caller.ts";
import { callers, findCaller } from "../sim/callers.ts";
import { voiceTable } from "../sim/voices/voice-table.ts";

/** What `npm run call` is asked to do. */
export interface CallOptions {
  readonly callers: readonly Caller[];
  /** `ws://host:port`; null = the default address, or a server of its own when none answers there. */
  readonly base: string | null;
  readonly dataDirectory: string | null;
  readonly json: boolean;
  readonly typed: boolean;
  readonly seed: number;
  readonly repeat: number;
  readonly parallel: number;
  readonly voice: string | null;
  readonly noiseDb: number | null;
  readonly lossPercent: number;
  readonly recordDirectory: string | null;
}

export const callHelp = `Usage: npm run call -- --practice clinic --caller new-patient [options]

Telephones the agent as a simulated caller, with real sound over a real media stream, and holds the booking in the
database against what the caller wanted. Exit code 0 only when every call passed.

  --caller NAME[,NAME]  who calls; "all" = everyone; --list names them
  --practice ID         the practice that is called (default: clinic)
  --url WS              a server that is running, such as ws://127.0.0.1:3000
  --data DIR            data directory of the server that is started here (default: a temporary one)
  --seed N              the caller's choice of words and pauses; the same seed speaks the same way
  --repeat N            so many calls of each caller, each with the next seed and another voice
  --parallel N          so many calls at a time
  --voice NAME          one of ${Object.keys(voiceTable).join(", ")}
  --noise DB            line noise, as speech over noise in dB: 20 is audible, 10 is bad
  --loss PERCENT        share of the caller's frames that are lost
  --typed               types the answers instead of speaking them
  --record DIR          writes each call as a stereo WAV file, the caller left, the agent right
  --json                one JSON object on the last line
  --list                the callers
  --help                this`;

export function callerList(): string {
  return callers.map(({ name, about }) => `${name.padEnd(22)}${about}`).join("\n");
}

const flags = {
  practice: { type: "string", default: "clinic" },
  caller: { type: "string", default: "new-patient" },
  url: { type: "string" },
  data: { type: "string" },
  seed: { type: "string", default: "1" },
  repeat: { type: "string", default: "1" },
  parallel: { type: "string", default: "1" },
  voice: { type: "string" },
  noise: { type: "string" },
  loss: { type: "string", default: "0" },
  record: { type: "string" },
  typed: { type: "boolean", default: false },
  json: { type: "boolean", default: false },
  list: { type: "boolean", default: false },
  help: { type: "boolean", default: false },
} as const;

/** Reads the command line. Returns `help` or `list` when that is wanted; throws an `Error` with every mistake in it. */
export function readCallOptions(args: readonly string[]): CallOptions | "help" | "list" {
  const { values } = parseArgs({ args: [...args], options: flags, strict: true });
  if (values.help) return "help";
  if (values.list) return "list";
  const mistakes: string[] = [];
  const number = (name: "seed" | "repeat" | "parallel" | "noise" | "loss", least: number, most: number) => {
    const value = Number(values[name]);
    if (!(value >= least && value <= most)) mistakes.push(`--${name} must be between ${least} and ${most}`);
    return value;
  };
  const voice = values.voice ?? null;
  if (voice !== null && !(voice in voiceTable)) mistakes.push(`there is no voice "${voice}"`);
  const options: CallOptions = {
    callers: namedCallers(values.caller, values.practice, mistakes),
    base: values.url === undefined ? null : baseOf(values.url, mistakes),
    dataDirectory: values.data ?? null,
    json: values.json,
    typed: values.typed,
    seed: number("seed", 0, 2 ** 32 - 1),
    repeat: number("repeat", 1, 10_000),
    parallel: number("parallel", 1, 100),
    voice,
    noiseDb: values.noise === undefined ? null : number("noise", -20, 60),
    lossPercent: number("loss", 0, 100),
    recordDirectory: values.record ?? null,
  };
  if (mistakes.length > 0) throw new Error(mistakes.join("\n"));
  return options;
}

function namedCallers(names: string, practice: string, mistakes: string[]): readonly Caller[] {
  const here = callers.filter((caller) => caller.practice === practice);
  if (here.length === 0) mistakes.push(`there are no callers for the practice "${practice}"`);
  if (names === "all") return here;
  return names.split(",").flatMap((name) => {
    const caller = findCaller(name.trim());
    if (caller === null) mistakes.push(`there is no caller "${name}"; --list names them`);
    return caller === null ? [] : [caller];
  });
}

/** Takes the server's address with or without a path, as http or ws. */
function baseOf(url: string, mistakes: string[]): string {
  if (!URL.canParse(url) || !/^(?:ws|http)s?:/.test(url)) {
    mistakes.push("--url must look like ws://127.0.0.1:3000");
    return url;
  }
  const { protocol, host } = new URL(url);
  return `${protocol.replace("http", "ws")}//${host}`;
}
