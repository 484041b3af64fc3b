// npm start: answers calls until told to stop. What is compiled is kept between runs, which saves a second of the start.

import { enableCompileCache } from "node:module";
import { parseArgs } from "node:util";
import { runCommand } from "./run-command.ts";
import type { Server } from "./server.ts";
import { readSettings } from "./settings.ts";

const help = `Usage: npm start [-- --emulate]

Answers calls, in the browser at the address it prints and on the telephone through Twilio.
Settings are environment variables; docs/settings.md lists them. With --emulate, servers on this machine take the places of
the outside services that are not set, so that everything can be tried without keys.`;

const flags = {
  emulate: { type: "boolean", default: false },
  help: { type: "boolean", default: false },
} as const;

async function main(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: flags });
  if (values.help) return console.log(help);
  enableCompileCache();
  const { startServer } = await import("./server.ts");
  const say = (line: string) => console.error(line);
  await using emulated = values.emulate ? await emulation(say) : null;
  const settings = readSettings(emulated?.environment ?? process.env);
  const server = await startServer(settings, {
    ...(process.stderr.isTTY && { progress: say }),
    ...(emulated !== null && { hearing: emulated.hearing }),
  });
  say(`Frontdesk answers for ${server.practices.map((practice) => practice.name).join(", ")}.`);
  say(
    settings.FRONTDESK_ENV === "production"
      ? `Point the number's voice webhook at ${new URL("/twilio/voice", settings.PUBLIC_URL)}`
      : `Open ${server.url} and press Call. Stop with Ctrl+C.`,
  );
  await stopRequested();
  await stop(server, say);
}

/** Services on this machine in the places of those that are not set. */
async function emulation(say: (line: string) => void) {
  const { openEmulated } = await import("./emulate.ts");
  const { loadPractices } = await import("./practices.ts");
  const { FRONTDESK_PRACTICES } = readSettings(process.env);
  const practices = [...(await loadPractices(FRONTDESK_PRACTICES)).values()];
  const emulated = await openEmulated({ environment: process.env, practices });
  say(`Emulated on this machine: ${emulated.names.join(", ")}.`);
  return emulated;
}

function stopRequested(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => resolve());
  });
}

/** Calls in progress may finish; a second signal does not wait for them. */
async function stop(server: Server, say: (line: string) => void): Promise<void> {
  const open = server.runtime.calls.count;
  if (open > 0)
    say(`Waiting for ${open} ${open === 1 ? "call" : "calls"} to finish. Press Ctrl+C again to end now.`);
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => process.exit(1));
  await server.close();
}

await runCommand(main);
