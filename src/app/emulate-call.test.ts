// Goal: the cloud's whole path can be tried without keys, by voice. Method: a server on the emulated services, a caller with
// sound whose words the emulated ears hear, and the ticket that the call leaves in the database. The practice says little, to
// be over soon.
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findCaller } from "../sim/callers.ts";
import { mediaBase } from "../sim/media-base.ts";
import { runCall } from "../sim/run-call.ts";
import { plainSpokenManners } from "../sim/spoken-manners.ts";
import { openVoices } from "../sim/voices/voices.ts";
import { openEmulated } from "./emulate.ts";
import { loadPractices } from "./practices.ts";
import { startServer } from "./server.ts";
import { readSettings } from "./settings.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "frontdesk-emulated-"));
  const path = join(folder, "practices", "clinic.yaml");
  await cp("practices/clinic.yaml", path);
  const file = await readFile(path, "utf8");
  await writeFile(
    path,
    file.replace(/^( {2}(?:greeting|closedGreeting|holidayGreeting|goodbye)): .*$/gm, "$1: Hello."),
  );
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test("somebody says that they want a person, and a ticket for them is in the database", async () => {
  await using opened = new AsyncDisposableStack();
  const given = {
    FRONTDESK_DATA: folder,
    FRONTDESK_PRACTICES: join(folder, "practices"),
    LOG_LEVEL: "error",
    RECOGNIZER_WORKERS: "1",
    PORT: "0",
  };
  const practices = [...(await loadPractices(given.FRONTDESK_PRACTICES)).values()];
  const emulated = opened.use(await openEmulated({ environment: given, practices }));
  const { hearing } = emulated;
  const server = await startServer(readSettings(emulated.environment), { hearing });
  opened.defer(() => server.close(0));
  const voices = opened.adopt(openVoices(), (one) => one.close());
  const caller = findCaller("wants-a-person");
  if (caller === null) throw new Error("There is no caller who wants a person.");
  const { report } = await runCall({
    caller,
    base: mediaBase(server.url),
    voices,
    voice: caller.voice,
    seed: 1,
    manners: { ...plainSpokenManners, reactionMs: [150, 250] },
  });
  expect(report.faults).toEqual([]);
  // A busy machine may have the embedded parts take over; they are asked second.
  expect(await server.telemetry.expose()).toContain('source="deepgram"');
}, 180_000);
