// npm run seed: fills the database with invented people, vehicles and appointments.

import { parseArgs } from "node:util";
import type { Practice } from "../core/practice/practice.ts";
import { openDatabase } from "../ledger/database.ts";
import { DirectoryInUseError } from "../ledger/directory-lock.ts";
import { openKeyring } from "../ledger/keyring.ts";
import { migrate } from "../ledger/migrate.ts";
import { PracticeError } from "../practices/load-practice.ts";
import { systemClock } from "../runtime/system-clock.ts";
import { openTelemetry } from "../telemetry/telemetry.ts";
import { loadPractices } from "./practices.ts";
import { runCommand } from "./run-command.ts";
import { openSecrets } from "./secrets.ts";
import { type SeedJob, type SeedReport, seedLedger } from "./seed-ledger.ts";
import { readSettings, type Settings, SettingsError } from "./settings.ts";

const help = `Usage: npm run seed -- --practice auto-service --people 10000 [options]

Fills the database with invented people, what they drive, and appointments of the past year and the coming month. Only
reserved telephone numbers (555-0100 to 555-0199) and addresses at example.com; nobody is written to. The same seed again
adds nothing. The server must not be running on the same data directory.

  --practice ID   whose people they are (default: auto-service)
  --people N      how many (default: 1000); every fifth has an appointment
  --seed N        the same seed makes the same people (default: 1)
  --data DIR      data directory of the embedded database (default: FRONTDESK_DATA); DATABASE_URL names a server instead
  --json          one JSON object, as in a pipe
  --help          this`;

const flags = {
  practice: { type: "string", default: "auto-service" },
  people: { type: "string", default: "1000" },
  seed: { type: "string", default: "1" },
  data: { type: "string" },
  json: { type: "boolean", default: false },
  help: { type: "boolean", default: false },
} as const;

const progressEveryMs = 250;

/** What the person at the terminal can mend is told without a stack. */
class UsageError extends Error {}
const mendable = [UsageError, PracticeError, SettingsError, DirectoryInUseError];

async function main(args: readonly string[]): Promise<void> {
  const values = readFlags(args);
  if (values.help) return console.log(help);
  const [people, seed] = [whole(values, "people", 1_000_000), whole(values, "seed", 2 ** 32 - 1)];
  const settings = readSettings({
    ...process.env,
    ...(values.data === undefined ? {} : { FRONTDESK_DATA: values.data }),
  });
  const practice = await practiceNamed(settings, values.practice);
  const startedMs = performance.now();
  const progress = process.stderr.isTTY && !values.json ? progressLine() : () => {};
  const report = await fill(settings, { practice, people, seed, progress });
  const seconds = Math.round((performance.now() - startedMs) / 100) / 10;
  if (values.json || !process.stdout.isTTY) console.log(JSON.stringify({ ...report, seconds }));
  else console.log(summary(report, seconds, practice));
}

function readFlags(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: flags, strict: true }).values;
  } catch (cause) {
    throw new UsageError(`${cause instanceof Error ? cause.message : cause}\n\n${help}`, { cause });
  }
}

function whole(values: ReturnType<typeof readFlags>, name: "people" | "seed", most: number): number {
  const value = Number(values[name]);
  const least = name === "people" ? 1 : 0;
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new UsageError(`--${name} is "${values[name]}"; it must be a whole number from ${least} to ${most}`);
}

async function practiceNamed(settings: Settings, id: string): Promise<Practice> {
  const practices = await loadPractices(settings.FRONTDESK_PRACTICES);
  const practice = practices.get(id);
  if (practice !== undefined) return practice;
  throw new UsageError(`there is no practice "${id}"; there are: ${[...practices.keys()].join(", ")}`);
}

async function fill(
  settings: Settings,
  job: Pick<SeedJob, "practice" | "people" | "seed" | "progress">,
): Promise<SeedReport> {
  await using opened = new AsyncDisposableStack();
  const telemetry = opened.adopt(openTelemetry({ level: "error" }), (one) => one.close());
  const dataDirectory = settings.FRONTDESK_DATA;
  const secrets = opened.use(await openSecrets({ settings, telemetry }));
  const key = secrets.of("FRONTDESK_KEY")?.current() ?? null;
  const keys = await openKeyring({ dataDirectory, setting: key });
  const databaseUrl = secrets.of("DATABASE_URL");
  const database = opened.use(await openDatabase({ dataDirectory, databaseUrl, telemetry }));
  await migrate(database);
  return await seedLedger({ ...job, database, keys, telemetry, now: systemClock.now() });
}

/** Rewrites one line of the terminal a few times a second. */
function progressLine(): SeedJob["progress"] {
  let shownMs = 0;
  return (what, done, of) => {
    const nowMs = performance.now();
    if (nowMs - shownMs < progressEveryMs && done < of) return;
    shownMs = nowMs;
    process.stderr.write(`\r\u001b[K${done} of ${of} ${what}${done < of ? "" : "\n"}`);
  };
}

function summary({ people, vehicles, bookings }: SeedReport, seconds: number, { name }: Practice): string {
  const owned = vehicles === 0 ? "" : ` with ${vehicles} vehicles`;
  return `${people} people${owned} and ${bookings} appointments for ${name}, in ${seconds} s`;
}

await runCommand(main, mendable);
