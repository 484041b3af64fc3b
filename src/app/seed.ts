// npm run seed: fills the database with invented people, vehicles and appointments.

import { parseArgs } from "node:util";
import type { Practice } from "../core/practice/practice.ts";
import { openDatabase } from "../ledger/database.ts";
import { openKeyring } from "../ledger/keyring.ts";
import { migrate } from "../ledger/migrate.ts";
import { systemClock } from "../runtime/system-clock.ts";
import { openTelemetry } from "../telemetry/telemetry.ts";
import { loadPractices, practiceNamed } from "./practices.ts";
import { progressLine } from "./progress-line.ts";
import { runCommand } from "./run-command.ts";
import { openSecrets } from "./secrets.ts";
import { type SeedJob, type SeedReport, seedLedger } from "./seed-ledger.ts";
import { readSettings, type Settings } from "./settings.ts";
import { wholeNumber } from "./usage-error.ts";

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

async function main(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: flags });
  if (values.help) return console.log(help);
  const people = wholeNumber("people", values.people, 1, 1_000_000);
  const seed = wholeNumber("seed", values.seed, 0, 2 ** 32 - 1);
  const settings = readSettings({
    ...process.env,
    ...(values.data === undefined ? {} : { FRONTDESK_DATA: values.data }),
  });
  const practice = practiceNamed(values.practice, await loadPractices(settings.FRONTDESK_PRACTICES));
  const startedMs = performance.now();
  const show = progressLine();
  const progress: SeedJob["progress"] = (what, done, of) => show(`${done} of ${of} ${what}`, done === of);
  const report = await fill(settings, { practice, people, seed, progress });
  const seconds = Math.round((performance.now() - startedMs) / 100) / 10;
  if (values.json || !process.stdout.isTTY) console.log(JSON.stringify({ ...report, seconds }));
  else console.log(summary(report, seconds, practice));
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

function summary({ people, vehicles, bookings }: SeedReport, seconds: number, { name }: Practice): string {
  const owned = vehicles === 0 ? "" : ` with ${vehicles} vehicles`;
  return `${people} people${owned} and ${bookings} appointments for ${name}, in ${seconds} s`;
}

await runCommand(main);
