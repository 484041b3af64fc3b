import { parseArgs } from "node:util";
import type { Caller } from "../sim/caller.ts";
import type { LineConditions } from "../sim/line-effects.ts";
import type { SpokenManners } from "../sim/spoken-manners.ts";
import { voiceTable } from "../sim/voices/voice-table.ts";
import { UsageError } from "./usage-error.ts";

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
  /** The line; its seed is that of each call. */
  readonly line: Omit<LineConditions, "seed">;
  /** What differs from the callers' own habits. */
  readonly manners: Partial<SpokenManners>;
  /** Recordings that are played instead of a caller's answers, one a turn. */
  readonly wavFiles: readonly string[];
  readonly recordDirectory: string | null;
  readonly reportDirectory: string | null;
}

export const callHelp = `Usage: npm run call -- --practice clinic --caller new-patient [options]

Telephones the agent as a simulated caller, with real sound over a real media stream, and holds the booking in the
database against what the caller wanted. Exit code 0 only when every call passed.

Who calls
  --caller NAME[,NAME]  who calls; "all" = everyone of the practice; --list names them
  --practice ID         clinic (default), auto-service, or one of your own, whose callers are made from its file
  --voice NAME          one of ${Object.keys(voiceTable).join(", ")}
  --wav FILE...         plays recordings (WAV, 16-bit or mu-law, any rate) instead, one for each answer; not graded
  --typed               types the answers instead of speaking them

How they behave (rates from 0 to 1)
  --interrupt RATE      share of questions that are answered before they have been said to the end
  --backchannel RATE    share of prompts into which the caller says "uh-huh"
  --cough RATE          share of prompts into which the caller coughs
  --hesitate RATE       share of places between two words at which the caller stops to think, up to 1.5 seconds

On what line
  --noise DB            line noise, as speech over noise in dB: 20 is audible, 10 is bad
  --loss PERCENT        share of the caller's frames that are lost
  --jitter MS           frames arrive up to so much late, in order
  --echo [DB]           the agent's own sound comes back, so much weaker (default: 20), after 160 ms

How often, and against what
  --seed N              the caller's choice of words and pauses; the same seed speaks the same way (default: 1)
  --repeat N            so many calls of each caller, each with the next seed and another voice; prints pass rates
  --parallel N          so many calls at a time; each needs about a processor core
  --url WS              a server that is running, such as ws://127.0.0.1:3000
  --data DIR            data directory of the server that is started here (default: a temporary one)

What is kept
  --report DIR          writes report.html (waveforms, turn by turn, figures) and report.json
  --record DIR          writes each call as a stereo WAV file, the caller left, the agent right
  --json                one JSON object on the last line
  --list                the callers
  --help                this`;

/** One line for each caller: name, practice, and who they are. */
export function callerList(callers: readonly Caller[]): string {
  const width = (of: (caller: Caller) => string) => Math.max(...callers.map((one) => of(one).length)) + 2;
  const [names, practices] = [width(({ name }) => name), width(({ practice }) => practice)];
  return callers
    .map(({ name, practice, about }) => `${name.padEnd(names)}${practice.padEnd(practices)}${about}`)
    .join("\n");
}

const DEFAULT_PRACTICE = "clinic";
const DEFAULT_ECHO_DB = "20";

const flags = {
  practice: { type: "string" },
  caller: { type: "string" },
  url: { type: "string" },
  data: { type: "string" },
  seed: { type: "string", default: "1" },
  repeat: { type: "string", default: "1" },
  parallel: { type: "string", default: "1" },
  voice: { type: "string" },
  noise: { type: "string" },
  loss: { type: "string", default: "0" },
  jitter: { type: "string", default: "0" },
  echo: { type: "string" },
  interrupt: { type: "string" },
  backchannel: { type: "string" },
  cough: { type: "string" },
  hesitate: { type: "string" },
  wav: { type: "string", multiple: true },
  record: { type: "string" },
  report: { type: "string" },
  typed: { type: "boolean", default: false },
  json: { type: "boolean", default: false },
  list: { type: "boolean", default: false },
  help: { type: "boolean", default: false },
} as const;

type Flag = keyof typeof flags;

/**
 * Reads the command line; `callers` are all there are. Returns `help` or `list` when that is wanted; throws a `UsageError` with
 * every mistake in it.
 */
export function readCallOptions(
  args: readonly string[],
  callers: readonly Caller[],
): CallOptions | "help" | "list" {
  const { values, positionals } = parseArgs({
    args: withEchoValue(args),
    options: flags,
    allowPositionals: true,
  });
  if (values.help) return "help";
  if (values.list) return "list";
  const mistakes: string[] = [];
  const number = (flag: Flag, least: number, most: number, what = "a number") => {
    const value = Number(values[flag]);
    if (!(value >= least && value <= most) || values[flag] === "")
      mistakes.push(`--${flag} is "${values[flag]}"; it must be ${what} from ${least} to ${most}`);
    return value;
  };
  const whole = (flag: Flag, least: number, most: number) => {
    const value = number(flag, least, most, "a whole number");
    if (value >= least && value <= most && !Number.isInteger(value))
      mistakes.push(`--${flag} is "${values[flag]}"; it must be a whole number`);
    return value;
  };
  const rate = (flag: Flag) => (values[flag] === undefined ? undefined : number(flag, 0, 1));
  if (positionals.length > 0 && values.wav === undefined)
    mistakes.push(`"${positionals[0]}" belongs to no option; recordings go behind --wav`);
  const manners = {
    interrupts: rate("interrupt"),
    backChannels: rate("backchannel"),
    coughs: rate("cough"),
    hesitates: rate("hesitate"),
  };
  const options: CallOptions = {
    callers: namedCallers(values, callers, mistakes),
    base: values.url === undefined ? null : baseOf(values.url, mistakes),
    dataDirectory: values.data ?? null,
    json: values.json,
    typed: values.typed,
    seed: whole("seed", 0, 2 ** 32 - 1),
    repeat: whole("repeat", 1, 10_000),
    parallel: whole("parallel", 1, 100),
    voice: knownVoice(values.voice, mistakes),
    line: {
      noiseDb: values.noise === undefined ? null : number("noise", -20, 60),
      lossPercent: number("loss", 0, 100),
      jitterMs: number("jitter", 0, 2_000),
      echoDb: values.echo === undefined ? null : number("echo", 0, 60),
    },
    manners: Object.fromEntries(Object.entries(manners).filter(([, value]) => value !== undefined)),
    wavFiles: values.wav === undefined ? [] : [...values.wav, ...positionals],
    recordDirectory: values.record ?? null,
    reportDirectory: values.report ?? null,
  };
  if (mistakes.length > 0) throw new UsageError(mistakes.join("\n"));
  return options;
}

/** `--echo` may stand alone. */
function withEchoValue(args: readonly string[]): string[] {
  return args.map((arg, index) => {
    const next = args[index + 1];
    return arg === "--echo" && (next === undefined || next.startsWith("--"))
      ? `--echo=${DEFAULT_ECHO_DB}`
      : arg;
  });
}

function knownVoice(voice: string | undefined, mistakes: string[]): string | null {
  if (voice !== undefined && !Object.hasOwn(voiceTable, voice))
    mistakes.push(`there is no voice "${voice}"; choose one of ${Object.keys(voiceTable).join(", ")}`);
  return voice ?? null;
}

/** Without a name the practice's first caller; whoever is named calls the practice that they belong to. */
function namedCallers(
  { caller: names, practice }: { readonly caller?: string; readonly practice?: string },
  callers: readonly Caller[],
  mistakes: string[],
): readonly Caller[] {
  const ids = [...new Set(callers.map((caller) => caller.practice))];
  const wanted = practice ?? DEFAULT_PRACTICE;
  const here = callers.filter((caller) => caller.practice === wanted);
  if (here.length === 0) mistakes.push(`there is no practice "${wanted}"; there are: ${ids.join(", ")}`);
  if (names === undefined) return here.slice(0, 1);
  if (names === "all") return here;
  return names.split(",").flatMap((name) => {
    const called = callers.filter((caller) => caller.name === name.trim());
    const [caller] = [...called.filter((one) => one.practice === wanted), ...called];
    if (caller === undefined) mistakes.push(`there is no caller "${name}"; --list names them`);
    else if (practice !== undefined && caller.practice !== practice)
      mistakes.push(`${caller.name} calls the ${caller.practice}; leave --practice out or make it that`);
    return caller === undefined ? [] : [caller];
  });
}

/** Takes the server's address with or without a path, as http or ws. */
function baseOf(url: string, mistakes: string[]): string {
  if (!URL.canParse(url) || !/^(?:ws|http)s?:/.test(url)) {
    mistakes.push(`--url is "${url}"; it must look like ws://127.0.0.1:3000`);
    return url;
  }
  const { protocol, host } = new URL(url);
  return `${protocol.replace("http", "ws")}//${host}`;
}
