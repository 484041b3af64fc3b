import { randomBytes } from "node:crypto";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore, type Store } from "../../src/app/back-office.ts";
import { loadPractices, withHolidays } from "../../src/app/practices.ts";
import { fixedSecret } from "../../src/partners/secrets/hidden-secret.ts";
import { countingTelemetry } from "../../src/ports/testing/counting-telemetry.ts";
import { systemClock } from "../../src/runtime/runtime.ts";
import { openVoices } from "../../src/sim/voices/voices.ts";
import { writePractices } from "./practices.ts";

/** What all calls of a run share: a database, practices, and the sound of a caller's words. */
export interface Ground extends AsyncDisposable {
  readonly store: Store;
  readonly clip: Uint8Array;
  /** Of the database's private columns, as the setting has it. */
  readonly key: string;
  /** Folders of practice files: one that asks for little, and one that also asks where messages may go. */
  readonly practices: { readonly short: string; readonly messages: string };
  /** A new folder for one server. */
  folder(): Promise<string>;
  /** The same, with an empty database in it that is the server's own. */
  folderWithDatabase(): Promise<string>;
}

export async function openGround(): Promise<Ground> {
  await using opened = new AsyncDisposableStack();
  const root = await mkdtemp(join(tmpdir(), "frontdesk-chaos-"));
  opened.defer(() => rm(root, { recursive: true, force: true }));
  const key = `chaos:${randomBytes(32).toString("base64")}`;
  const practices = {
    short: await writePractices(join(root, "practices"), { messages: false }),
    messages: await writePractices(join(root, "practices-with-messages"), { messages: true }),
  };
  const template = join(root, "template");
  await (await openAt(template, { key, practices: practices.short }))[Symbol.asyncDispose]();
  const folder = () => mkdtemp(join(root, "server-"));
  const folderWithDatabase = async () => {
    const own = await folder();
    await cp(join(template, "database"), join(own, "database"), { recursive: true });
    return own;
  };
  const store = opened.use(await openAt(await folderWithDatabase(), { key, practices: practices.short }));
  const voices = openVoices();
  const clip = await voices.say("I see.", "rob");
  await voices.close();
  const all = opened.move();
  return {
    store,
    clip,
    key,
    practices,
    folder,
    folderWithDatabase,
    [Symbol.asyncDispose]: () => all.disposeAsync(),
  };
}

async function openAt(
  dataDirectory: string,
  { key, practices }: { readonly key: string; readonly practices: string },
): Promise<Store> {
  return await openStore({
    dataDirectory,
    databaseUrl: null,
    key: fixedSecret(key),
    practices: withHolidays(await loadPractices(practices), systemClock.now()),
    clock: systemClock,
    telemetry: countingTelemetry(),
  });
}
