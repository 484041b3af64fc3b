// npm run check-config: proves that what the settings name is there and lets us in.

import { parseArgs } from "node:util";
import { openUpstream } from "../partners/http/upstream.ts";
import { usualLimits } from "../partners/resilience/resilience.ts";
import { systemClock } from "../runtime/runtime.ts";
import { coloured } from "../sim/call-printer.ts";
import { openTelemetry } from "../telemetry/telemetry.ts";
import { type CheckParts, type Finding, runChecks } from "./checks/check.ts";
import { checks } from "./checks/checks.ts";
import { findingLines } from "./checks/findings-table.ts";
import { runCommand } from "./run-command.ts";
import { openSecrets } from "./secrets.ts";
import { readSettings, type Settings, SettingsError } from "./settings.ts";

const help = `Usage: npm run check-config

Reads the settings and asks every service that they name something that changes nothing and costs nothing. Prints what
works, what is not configured, and how to mend what fails; in a pipe as JSON. Fails when something does.
Settings are environment variables; docs/settings.md lists them.`;

const flags = { help: { type: "boolean", default: false } } as const;

/** One try a service: whoever waits at the terminal can try again. */
const limits = { ...usualLimits, attempts: 1, attemptMs: 8_000, deadlineMs: 8_000 };

async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: flags });
  if (values.help) {
    console.log(help);
    return 0;
  }
  const findings = await check();
  const fails = findings.some(({ state }) => state === "fails");
  if (process.stdout.isTTY) for (const line of findingLines(findings, coloured)) console.log(line);
  else console.log(JSON.stringify({ works: !fails, findings }));
  return fails ? 1 : 0;
}

/** Settings that cannot be read are findings too, and nobody is asked then. */
async function check(): Promise<readonly Finding[]> {
  try {
    return await checkServices(readSettings(process.env));
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    return error.faults.map((fault) => {
      const [what = "", ...seen] = fault.split(": ");
      return { what, state: "fails", seen: seen.join(": "), mend: "docs/settings.md has the settings" };
    });
  }
}

async function checkServices(settings: Settings): Promise<readonly Finding[]> {
  await using opened = new AsyncDisposableStack();
  const telemetry = opened.adopt(openTelemetry({ level: "error" }), (one) => one.close());
  const secrets = opened.use(await openSecrets({ settings, telemetry }));
  const upstream: CheckParts["upstream"] = (service, address) =>
    opened.adopt(openUpstream({ service, address, limits, clock: systemClock, telemetry }), (one) =>
      one.close(),
    );
  return await runChecks(checks, { settings, secrets, telemetry, upstream });
}

await runCommand(main);
