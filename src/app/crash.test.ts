import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { CallEvent } from "../core/call/events.ts";
import { openDatabase } from "../ledger/database.ts";
import { openKeyring } from "../ledger/keyring.ts";
import { postgresCallStore } from "../ledger/postgres-call-store.ts";
import { databasesUnderTest } from "../ledger/testing/test-database.ts";
import { countingTelemetry } from "../ports/testing/counting-telemetry.ts";
import { type CallerMind, openMind } from "../sim/caller-mind.ts";
import { severalAnswers } from "../sim/callers/several-answers.ts";
import { seededRandom } from "../sim/random.ts";
import type { Death } from "./testing/mortal-server.ts";
import { type TelephonedCall, TelephonedServer } from "./testing/telephoned-server.ts";

const CALL = "CA00000000000000000000000000000001";
const key = `test:${randomBytes(32).toString("base64")}`;
const deaths: readonly Death[] = ["beforeTheCommit", "afterTheCommit"];

/** Lets the caller talk until the call is over or the server is gone. */
async function converse(call: TelephonedCall, mind: CallerMind): Promise<void> {
  while (await call.untilMyTurn()) {
    const action = mind.react(call.heard.prompts);
    if (action.kind === "say") call.say(action.text);
    else if (action.kind === "listen") await call.untilSomethingNew();
    else return;
  }
}

describe.each(databasesUnderTest())("on $name", (under) => {
  test.each(deaths)(
    "a server that is killed %s: another takes the call, loses nothing, and books once",
    {
      timeout: 240_000,
    },
    async (death) => {
      const opened = await under.open();
      await opened.database.close();
      await using cleanUp = new AsyncDisposableStack();
      cleanUp.use(opened);
      const folder = opened.settings.dataDirectory ?? (await mkdtemp(join(tmpdir(), "frontdesk-crash-")));
      cleanUp.defer(() => rm(folder, { recursive: true, force: true }));
      const settings = {
        FRONTDESK_DATA: folder,
        FRONTDESK_KEY: key,
        DATABASE_URL: opened.settings.databaseUrl ?? "",
      };
      const today = Temporal.Now.plainDateISO("America/Los_Angeles");
      const mind = openMind(severalAnswers, seededRandom(1), today);

      const mortal = await TelephonedServer.start(settings, death);
      const before = await mortal.connect("/twilio/voice", CALL, severalAnswers.truth.phone);
      await converse(before, mind);
      expect(await mortal.gone).toBe("SIGKILL");
      expect(before.purposes).toContain("readBack");
      expect(before.purposes).not.toContain("booked");

      const heir = await TelephonedServer.start(settings);
      cleanUp.defer(() => heir.stop());
      const after = await heir.connect("/twilio/resume", CALL, severalAnswers.truth.phone);
      await converse(after, mind);
      await heir.stop();

      // Nothing that the caller had said is asked again, and the number that they hear is the booking's.
      expect(after.purposes.filter((purpose) => /^(?:ask|confirm):/.test(purpose))).toEqual([
        "ask:anythingElse",
      ]);
      const database = await openDatabase({ ...opened.settings, telemetry: countingTelemetry() });
      cleanUp.use(database);
      const bookings = await database.query<{ confirmation: string }>("SELECT confirmation FROM bookings");
      expect(bookings).toEqual([{ confirmation: after.heard.confirmation }]);
      expect(await database.query("SELECT id FROM holds")).toEqual([]);

      const keys = await openKeyring({ dataDirectory: folder, setting: key });
      const store = postgresCallStore({ database, keys });
      const events = (await store.events(CALL)).reveal();
      expect(milestones(events)).toEqual(["answered", "resumed", "hungUp"]);
      expect(events.map(({ at }) => at)).toEqual(events.map(({ at }) => at).toSorted((a, b) => a - b));
      const timed = (await store.timelines(CALL)).map(({ turn }) => turn);
      // The turn whose answer nobody heard has none.
      const answered = before.heard.turns.slice(0, -1).map((_, index) => index + 1);
      expect(answered.length).toBeGreaterThan(5);
      expect(timed).toEqual(expect.arrayContaining(answered));
    },
  );
});

function milestones(events: readonly CallEvent[]): string[] {
  return events.map(({ kind }) => kind).filter((kind) => ["answered", "resumed", "hungUp"].includes(kind));
}
