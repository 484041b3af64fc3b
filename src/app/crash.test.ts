import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { CallEvent } from "../core/call/events.ts";
import { openDatabase } from "../ledger/database.ts";
import { openKeyring } from "../ledger/keyring.ts";
import { postgresCallStore } from "../ledger/postgres-call-store.ts";
import { type DatabaseUnderTest, databasesUnderTest } from "../ledger/testing/test-database.ts";
import { countingTelemetry } from "../ports/testing/counting-telemetry.ts";
import { type CallerMind, openMind } from "../sim/caller-mind.ts";
import { severalAnswers } from "../sim/callers/several-answers.ts";
import { seededRandom } from "../sim/random.ts";
import { mortalNetwork } from "./testing/mortal-network.ts";
import type { Death } from "./testing/mortal-server.ts";
import { type TelephonedCall, TelephonedServer } from "./testing/telephoned-server.ts";

const CALL = "CA00000000000000000000000000000001";
const key = `test:${randomBytes(32).toString("base64")}`;
const deaths: readonly Death[] = ["beforeTheCommit", "afterTheCommit"];

const newMind = () =>
  openMind(severalAnswers, seededRandom(1), Temporal.Now.plainDateISO("America/Los_Angeles"));

/** Lets the caller talk until the call is over, the server is gone, or it is time to stop. */
async function converse(call: TelephonedCall, mind: CallerMind, stop = () => false): Promise<void> {
  while ((await call.untilMyTurn()) && !stop()) {
    const action = mind.react(call.heard.prompts);
    if (action.kind === "say") call.say(action.text);
    else if (action.kind === "listen") await call.untilSomethingNew();
    else return;
  }
}

/** A database that servers are started on, one after the other, and looked into afterwards. */
async function openGround(under: DatabaseUnderTest) {
  await using opening = new AsyncDisposableStack();
  const { settings } = opening.use(await under.prepare());
  const { dataDirectory, databaseUrl } = settings;
  const folder = dataDirectory ?? (await mkdtemp(join(tmpdir(), "frontdesk-crash-")));
  opening.defer(() => rm(folder, { recursive: true, force: true }));
  const all = opening.move();
  return {
    settings: { FRONTDESK_DATA: folder, FRONTDESK_KEY: key, DATABASE_URL: databaseUrl ?? "" },
    async look() {
      const database = all.use(await openDatabase({ ...settings, telemetry: countingTelemetry() }));
      const store = postgresCallStore({
        database,
        keys: await openKeyring({ dataDirectory: folder, setting: key }),
      });
      const bookings = await database.query<{ confirmation: string }>("SELECT confirmation FROM bookings");
      const holds = await database.query("SELECT id FROM holds");
      const events = (await store.events(CALL)).reveal();
      const turns = (await store.timelines(CALL)).map(({ turn }) => turn);
      return { confirmations: bookings.map(({ confirmation }) => confirmation), holds, events, turns };
    },
    [Symbol.asyncDispose]: () => all.disposeAsync(),
  };
}

// Both databases and the one that goes away have their calls at the same time, for these wait more than they compute.
describe.concurrent.each(databasesUnderTest())("on $name", (under) => {
  const name = "a server that is killed %s: another takes the call, loses nothing, and books once";
  test.each(deaths)(name, { timeout: 240_000, concurrent: false }, async (death) => {
    await using ground = await openGround(under);
    const mind = newMind();
    await using mortal = await TelephonedServer.start(ground.settings, death);
    const before = await mortal.connect("/twilio/voice", CALL, severalAnswers.truth.phone);
    await converse(before, mind);
    expect(await mortal.gone).toBe("SIGKILL");
    expect(before.purposes).toContain("readBack");
    expect(before.purposes).not.toContain("booked");

    await using heir = await TelephonedServer.start(ground.settings);
    const after = await heir.connect("/twilio/resume", CALL, severalAnswers.truth.phone);
    await converse(after, mind);
    await heir.stop();

    // Nothing that the caller had said is asked again, and the number that they hear is the booking's.
    const asked = after.purposes.filter((purpose) => /^(?:ask|confirm):/.test(purpose));
    expect(asked).toEqual(["ask:texts", "ask:anythingElse"]);
    const { confirmations, holds, events, turns } = await ground.look();
    expect(confirmations).toEqual([after.heard.confirmation]);
    expect(holds).toEqual([]);
    expect(milestones(events)).toEqual(["answered", "resumed", "hungUp"]);
    expect(events.map(({ at }) => at)).toEqual(events.map(({ at }) => at).toSorted((a, b) => a - b));
    // The turn whose answer nobody heard has no timeline.
    const answered = before.heard.turns.slice(0, -1).map((_, index) => index + 1);
    expect(answered.length).toBeGreaterThan(5);
    expect(turns).toEqual(expect.arrayContaining(answered));
  });
});

const servers = databasesUnderTest().filter((under) => under.name === "PostgreSQL");
test.skipIf(servers.length === 0)(
  "a database that is away for ten seconds while a caller books: one moment, please, and it is booked once",
  { timeout: 240_000, concurrent: true },
  async () => {
    await using ground = await openGround(servers[0] as DatabaseUnderTest);
    await using network = await mortalNetwork(ground.settings.DATABASE_URL);
    await using server = await TelephonedServer.start({
      ...ground.settings,
      DATABASE_URL: network.databaseUrl,
    });
    const mind = newMind();
    const call = await server.connect("/twilio/voice", CALL, severalAnswers.truth.phone);
    await converse(call, mind, () => call.purposes.at(-1) === "readBack");
    network.cut();
    const mended = new Promise<void>((resolve) => setTimeout(resolve, 10_000)).then(() => network.mend());
    const booked = converse(call, mind);
    const other = await server.connect("/twilio/voice", `${CALL}2`, "+15035550177");
    await other.untilMyTurn();
    await other.hangUp();
    expect(call.purposes).not.toContain("booked");
    await Promise.all([mended, booked]);
    expect(call.purposes).toContain("oneMoment");
    expect(await server.metrics()).toMatch(
      /state_operations_total\{operation="append",result="failed"\} [1-9]/,
    );
    await server.stop();
    const { confirmations, events } = await ground.look();
    expect(confirmations).toEqual([call.heard.confirmation]);
    expect(milestones(events)).toEqual(["answered", "hungUp"]);
  },
);

function milestones(events: readonly CallEvent[]): string[] {
  return events.map(({ kind }) => kind).filter((kind) => ["answered", "resumed", "hungUp"].includes(kind));
}
