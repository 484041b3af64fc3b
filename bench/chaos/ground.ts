import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore, type Store } from "../../src/app/back-office.ts";
import { loadPractices, withHolidays } from "../../src/app/practices.ts";
import { fixedSecret } from "../../src/partners/secrets/hidden-secret.ts";
import { countingTelemetry } from "../../src/ports/testing/counting-telemetry.ts";
import { systemClock } from "../../src/runtime/runtime.ts";
import { openVoices } from "../../src/sim/voices/voices.ts";

/** What all calls of a run share: one database, and the sound of a caller's words. */
export interface Ground extends AsyncDisposable {
  readonly store: Store;
  readonly clip: Uint8Array;
  /** Of the database's private columns, as the setting has it. */
  readonly key: string;
  /** A new folder for one server. */
  folder(): Promise<string>;
}

export async function openGround(): Promise<Ground> {
  await using opened = new AsyncDisposableStack();
  const root = await mkdtemp(join(tmpdir(), "frontdesk-chaos-"));
  opened.defer(() => rm(root, { recursive: true, force: true }));
  const key = `chaos:${randomBytes(32).toString("base64")}`;
  const store = opened.use(
    await openStore({
      dataDirectory: root,
      databaseUrl: null,
      key: fixedSecret(key),
      practices: withHolidays(await loadPractices("practices"), systemClock.now()),
      clock: systemClock,
      telemetry: countingTelemetry(),
    }),
  );
  const voices = openVoices();
  const clip = await voices.say("I see.", "rob");
  await voices.close();
  const all = opened.move();
  return {
    store,
    clip,
    key,
    folder: () => mkdtemp(join(root, "server-")),
    [Symbol.asyncDispose]: () => all.disposeAsync(),
  };
}
